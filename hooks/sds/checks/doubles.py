"""Rules against duplicate records, and against records that name themselves. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sds.cache import Cache
from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.model.framework import parts_of
from sds.model.kinds import KINDS, Kind
from sds.model.links import same_place
from sds.model.references import Reference, references
from sds.paths import GLOSSARY, RESOURCES, SITUATIONS, SOURCES
from sds.problem import FieldPath, Problem
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import grouped_lists_of
from sds.reading.yaml_text import Document, Value
from sds.rule import Example, rule


@rule(
    "records-name-others",
    "Nothing is related to itself",
    Example("    related: [butt]", "    related: [bed]", GLOSSARY),
)
def records_name_others(context: Context) -> Iterator[Problem]:
    """No record says that it is related to itself, or based on itself."""
    texts = _texts_by_form(context)
    for kind, records in context.framework.listed():
        files = ("standards", "standard files") if kind == "standards" else (kind,)
        inputs = ("own", kind, *(text for one in files for text in texts.get(KINDS[one].file.name, ())))
        for id, reference in context.clean_checks.among(inputs, partial(_naming_themselves, kind, records)):
            if context.framework.kind_of(reference.kinds, id) == kind:
                yield context.where.problem(_kind(kind, reference.place), id, reference.place, f'"{id}" names itself.', "Delete it.")


def _texts_by_form(context: Context) -> Mapping[str, Sequence[str]]:
    """The texts of all files, by the name of their kind of file."""
    found: dict[str, list[str]] = {}
    for path, document in context.where.documents.items():
        found.setdefault(kind_of_file(path).name, []).append(document.text)
    return found


def _naming_themselves(kind: str, records: Mapping[str, Any]) -> Iterator[tuple[str, Reference]]:
    for id, record in records.items():
        yield from ((id, one) for one in _OWN.get((kind, id), (record,), partial(_own, record, id)))


_OWN = Cache[list[Reference]]()


def _own(record: Any, id: str) -> list[Reference]:
    """The references in which a record names its own id, or the same id of another kind. Fields with a rule of their own are left out."""
    named = (reference for part in parts_of(record) for reference in references(part))
    return [one for one in named if one.id == id and not one.ref.reported_by and "id" not in one.place]


def _kind(kind: str, place: tuple[str | int, ...]) -> str:
    """The kind whose file has the field at ``place`` of a record of ``kind``: a standard has two files."""
    return "standard files" if kind == "standards" and place[0] in {"related", "actions", "components"} else kind


@rule(
    "related-standards-are-others",
    "A related standard is another one, and named once",
    Example(
        "  - id: water\n    why: a tap is no use at the end of a step",
        "  - id: paths\n    why: a tap is no use at the end of a step",
        WATER,
    ),
)
def related_standards_are_others(context: Context) -> Iterator[Problem]:
    """A standard names each other standard that it is related to once, and never itself."""
    for standard in context.framework.standards:
        seen = {standard.id}
        for index, related in enumerate(standard.file.related):
            if related.id in seen:
                wrong = f'"{standard.id}" is related to itself here.' if related.id == standard.id else f'"{related.id}" is related twice.'
                yield context.where.problem("standard files", standard.id, ("related", index, "id"), wrong, "Name another standard, or delete this one.")
            seen.add(related.id)


@rule(
    "related-fits-its-sentence",
    "The reason it is related, with no full stop",
    Example("    why: a tap is no use at the end of a step.", "    why: a tap is no use at the end of a step", WATER),
)
def related_fits_its_sentence(context: Context) -> Iterator[Problem]:
    """The reason that a standard is related has no full stop, because the page adds one."""
    for standard in context.framework.standards:
        for index, related in enumerate(standard.file.related):
            if related.why.endswith("."):
                line = f"why: {related.why.rstrip('.')}"
                yield context.where.problem(
                    "standard files", standard.id, ("related", index, "why"), "The page adds the full stop, so there would be two.", f"Write {line}", write=line
                )


@rule(
    "resources-stand-once",
    "Each resource is listed once",
    Example(
        """\
resources:
  - id: tap-plan
    title: Map of taps
    publisher: Elmswick Growers
    address: https://gardens.example/taps
    kind: tool
    formats: [web]
    languages: [en]
    roles: [growers]
    standards: [water]
    stages: [planning]
    about: It shows where the taps are.
    checked: {when: "2021-03-01", how: opened in a browser}
  - id: tap-map""",
        "resources:\n  - id: tap-map",
        RESOURCES,
    ),
)
def resources_stand_once(context: Context) -> Iterator[Problem]:
    """No two resources have the same title and the same address, and none has the description of another."""
    seen: dict[tuple[str, str], str] = {}
    described: dict[str, str] = {}
    for resource in context.framework.resources:
        words = resource.about.casefold()
        if words and words in described:
            wrong = f'"{resource.id}" is described in the same words as "{described[words]}".'
            yield context.where.problem("resources", resource.id, ("about",), wrong, "Write what this one is about.")
        described.setdefault(words, resource.id)
        key = (same_place(resource.address), resource.title.casefold())
        if key in seen:
            wrong = f'"{resource.id}" is the same as "{seen[key]}": they have the same title and address.'
            yield context.where.problem("resources", resource.id, ("title",), wrong, f'Move anything new into "{seen[key]}", and delete this one.')
        seen.setdefault(key, resource.id)


@rule(
    "findings-stand-once",
    "Each finding is listed once",
    Example(
        """\
findings:
  - id: E01-03
    source: grower-diary
    place: July
    kind: weak
    roles: [wardens]
    standards: [water]
    text: Two taps stayed dry until June.
  - id: E01-01""",
        "findings:\n  - id: E01-01",
        SOURCES,
    ),
)
def findings_stand_once(context: Context) -> Iterator[Problem]:
    """No two findings say the same thing about one source."""
    seen: dict[tuple[str, str], str] = {}
    for finding in context.framework.findings:
        key = (finding.source, " ".join(finding.text.casefold().split()))
        if key in seen:
            yield context.where.problem(
                "findings", finding.id, ("text",), f'"{finding.id}" says the same as "{seen[key]}", of the same source.', "Delete one of them."
            )
        seen.setdefault(key, finding.id)


OWN_WORDS = (("components", "title"), ("ask_for", "words"))
"""The kinds of which no two in a list may have the same name, and the field with the name."""
ASKED = "  - {worry: Will they mind?, answer: No. They like to know.}"


@rule(
    "groups-stand-once",
    "No group of fields twice in a list",
    Example(ASKED, ASKED, f"{SITUATIONS}/dry-tap.yaml", times=2),
)
def groups_stand_once(context: Context) -> Iterator[Problem]:
    """No list has the same group of fields or of words twice, word for word, and no two components or sentences to say have the same words."""
    return context.in_documents("groups", _groups_twice)


def _groups_twice(document: Document) -> Iterator[Problem]:
    form = kind_of_file(document.path)
    of_records = {place for kind in KINDS.values() if kind.file is form for place, _ in kind.lists(document.data)}
    told = set[FieldPath]()
    for place, items in grouped_lists_of(document):
        if not told or told.isdisjoint(place[:length] for length in range(len(place))):  # what is in a repeated mapping is there twice too
            yield from _twice(document, items, place, place in of_records, told)
    yield from (problem for kind, field in OWN_WORDS if KINDS[kind].file is form for problem in _said_by_two(document, KINDS[kind], field))


def _said_by_two(document: Document, kind: Kind, field: str) -> Iterator[Problem]:
    """A problem for each record in a list that has the same ``field`` as another one but is otherwise different."""
    for place, records in kind.lists(document.data):
        seen = dict[str, dict[str, Value]]()
        for step, record in enumerate(records if isinstance(records, list) else ()):
            said = record.get(field) if isinstance(record, dict) else None
            if not isinstance(record, dict) or not isinstance(said, str):
                continue
            first = seen.setdefault(" ".join(said.casefold().split()), record)
            if first is not record and {**first, "id": ""} != {**record, "id": ""}:
                wrong = f'"{record.get("id", "")}" has the same {field} as "{first.get("id", "")}".'
                yield Problem(document.path, document.line((*place, step, field)), wrong, "Say what is different about one of them, or delete one.")


def _twice(document: Document, items: Sequence[Value], place: FieldPath, of_records: bool, told: set[FieldPath]) -> Iterator[Problem]:
    """A problem for each mapping or list in the list ``items`` that repeats an earlier one. ``place`` is the field path of the list, and ``of_records`` says
    whether it holds records. Adds the field path of each such mapping to ``told``."""
    rows = dict[str, int]()
    seen = dict[frozenset[str], list[tuple[dict[str, Value], int]]]()  # by their texts, so that only the few with the same texts are compared
    for step, one in enumerate(items):
        if isinstance(one, dict) and len(one) > ("id" in one):
            alike = seen.setdefault(frozenset([given for name, given in one.items() if isinstance(given, str) and name != "id"]), [])
            if problem := _again(document, place, one, step, alike, of_records):
                told.add((*place, step))
                yield problem
            else:
                alike.append((one, step))
        elif isinstance(one, list) and len(set(map(str, one))) > 1:
            at = rows.setdefault(str(one), step)
            if at != step and (problem := _same_words(document, place, at, step)):
                yield problem


def _again(
    document: Document, place: FieldPath, one: Mapping[str, Value], step: int, alike: Sequence[tuple[Mapping[str, Value], int]], of_records: bool
) -> Problem | None:
    """The problem for a mapping at ``step`` of the list at ``place`` if one of those ``alike`` is the same but for its id; or None."""
    given, at = next((earlier for earlier in alike if {**earlier[0], "id": ""} == {**one, "id": ""}), (one, step))
    id, other = one.get("id", ""), given.get("id", "")
    if at == step or (id and id == other and of_records):  # duplicate ids are reported when the file is read
        return None
    return _same_words(document, place, at, step, (str(other), str(id)) if id and other and id != other else None)


def _same_words(document: Document, place: FieldPath, at: int, step: int, ids: tuple[str, str] | None = None) -> Problem | None:
    """The problem for the item at ``step`` of the list at ``place`` that repeats the one ``at``; None if both are on one line. ``ids`` are those of the two,
    if they differ: then either may be named elsewhere."""
    first, line = document.line((*place, at)), document.line((*place, step))
    if first == line:
        return None
    if ids:
        return Problem(document.path, line, f'"{ids[1]}" has the same words as "{ids[0]}", on line {first}.', "Write its own words.")
    return Problem(document.path, line, f"This is in the list twice, word for word; the first is on line {first}.", "Delete one of them.")
