"""Turns changes into sentences for readers, and lists of changes into plain text, Markdown and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import PurePosixPath
from typing import Protocol

from sds.changes.compare import FILE_KIND, Change, FieldChange, Version
from sds.changes.field_labels import field_label
from sds.model.kinds import KINDS
from sds.problem import counted
from sds.reading.locations import STANDARD, STANDARD_FILE

MAX_LENGTH = 300
"""How many characters of a long passage are shown."""
CONTEXT_WORDS = 8
"""How many words are shown before and after the changed words of a long passage."""
VERB_PHRASES = (
    ("new", "is new", "are new"),
    ("changed", "has changed", "have changed"),
    ("withdrawn", "was withdrawn", "were withdrawn"),
    ("gone", "was removed", "were removed"),
)
"""What can happen to a record: its name in the data, and its wording for one record and for several."""
SITE_HEADING = "The site as a whole"
TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
NOUNS = {
    "provisions": "legal rule",
    "areas": "area with local contacts",
    "ask_for": "sentence for people to use",
    "bearers": "body with a duty",
    "alignments": "related framework",
    "units": "part of a related framework",
    "templates": "form or letter",
    "terms": "glossary word",
    "bases": "label for the basis of a statement",
    "groups": "group of standards",
    "component_moves": "change to a component's number",
    "purposes": "reason to contact someone",
    "decisions": "kind of decision",
    "strengths": "level of duty",
    "versions": "version of the law",
    "subjects": "subject of the law",
    "not_the_law": "note on what the law does not say",
    "kinds": "type of resource",
    "formats": "resource format",
    "languages": "resource language",
}
"""The readers' noun for a record of a kind, where it differs from the noun for editors."""
IRREGULAR_PLURALS = {"body": "bodies", "entry": "entries", "form or letter": "forms and letters"}
"""Nouns with an irregular plural."""
AFTER_NOUN = re.compile(r" (?=(?:about|for|in|of|on|to|under|with) )")


class NamedField(Protocol):
    """A field that changed."""

    @property
    def name(self) -> str:
        """Its name in the YAML files."""


class RecordChange(Protocol):
    """What happened to one record: a change just found by comparing, or one read from the recorded list."""

    @property
    def what(self) -> str:
        """Either "new", "changed", "withdrawn" or "gone"."""

    @property
    def kind(self) -> str:
        """The kind of the record."""

    @property
    def id(self) -> str:
        """The id of the record."""

    @property
    def around(self) -> Sequence[str]:
        """The records that contain it, outermost first, as "kind/id"."""

    @property
    def words(self) -> str:
        """Its first words."""

    @property
    def fields(self) -> Sequence[NamedField]:
        """The fields that changed."""


def titles_in(version: Version) -> Mapping[str, str]:
    """The titles of standards, roles and pages, by "kind/id" (of a page, "pages/" and its path)."""
    named = {f"{kind}/{id}": version.text_of(kind, id).get("title", id) for kind, id in version.places if kind in {"standards", "roles"}}
    return named | {f"pages/{path}": found[1].strip("\"' ") for path, text in version.pages.items() if (found := TITLE.search(text))}


def sentence(change: RecordChange, titles: Mapping[str, str]) -> str:
    """What happened to a record, in one sentence. ``titles`` has titles by "kind/id", from :func:`titles_in`."""
    said = {"new": "is new", "gone": "was removed", "changed": "has changed"}
    if change.kind == FILE_KIND and change.id.endswith(".svg"):
        return f"The drawing {PurePosixPath(change.id).stem}, which is part of some pictures, {said.get(change.what, change.what)}."
    if change.kind == "pages":
        return f"The page {titles.get(f'pages/{change.id}', PurePosixPath(change.id).stem)} {said.get(change.what, change.what)}."
    names = joined_with_and([field_label(one.name) for one in change.fields] or ["its words"])
    if change.kind == FILE_KIND:
        return f"What {change.id} says about the site as a whole has changed: {names}."
    one = kind_noun(change.kind)
    where = "".join(f" {'for' if place.startswith('roles/') else 'in'} {titles.get(place, place)}" for place in change.around)
    if change.what == "new":
        return f"New {one}{where}: {f'{truncated(change.words)} ({change.id})' if change.words else change.id}"
    name = titles.get(f"{STANDARD if change.kind == STANDARD_FILE else change.kind}/{change.id}", change.id)
    if change.what == "gone":
        return f"The {one} {name}{where} was removed: {truncated(change.words)}"
    if change.what == "withdrawn":
        return f"The {one} {name}{where} was withdrawn: {truncated(change.words)}"
    return f"The {one} {name}{where} has changed: {names}."


def kind_noun(kind: str) -> str:
    """The readers' noun for a record of a kind. A standard's entry and its file are one standard to readers.

    For a kind that only an older version has, the noun is made from the kind's name.
    """
    known = KINDS.get(STANDARD if kind == STANDARD_FILE else kind)
    return NOUNS.get(kind) or (known.one if known else kind.removesuffix("s").replace("_", " "))


def counted_noun(number: int, kind: str) -> str:
    """A number with the noun of a kind: ``1 statement``, ``2 sentences for people to use``."""
    head, *rest = AFTER_NOUN.split(kind_noun(kind), maxsplit=1)
    return " ".join([f"{number} {IRREGULAR_PLURALS[head]}" if number != 1 and head in IRREGULAR_PLURALS else counted(number, head), *rest])


def plural_noun(kind: str) -> str:
    """The noun for several records of a kind: ``statements``."""
    return counted_noun(2, kind).partition(" ")[2]


def _kind_heading(kind: str) -> str:
    """The heading for changes that belong to no standard: Contacts, Easy-read pages."""
    return {"pages": "Pages", FILE_KIND: SITE_HEADING}.get(kind) or plural_noun(kind).capitalize()


def joined_with_and(names: Sequence[str]) -> str:
    """Joins names as in ``its words, its title and why it matters``."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def summary(changes: Iterable[RecordChange]) -> str:
    """How many records are new, changed, withdrawn and removed, in one sentence."""
    said = counts(changes)
    return f"For readers: {said}." if said else "Nothing changes for readers."


def counts(changes: Iterable[RecordChange]) -> str:
    """``1 record is new, 2 have changed and 3 were removed``; an empty string where there are none."""
    kinds = [change.what for change in changes]
    said = [(kinds.count(what), one, more) for what, one, more in VERB_PHRASES if what in kinds]
    parts = [f"{f'{number:,}' if at else counted(number, 'record')} {one if number == 1 else more}" for at, (number, one, more) in enumerate(said)]
    return joined_with_and(parts) if parts else ""


def as_text(changes: Iterable[Change], titles: Mapping[str, str]) -> Iterator[str]:
    """Each change as lines of plain text."""
    for change in changes:
        yield sentence(change, titles)
        for one in change.fields:
            yield from (f"  {sign} {words}" for sign, words in zip("-+", diff_excerpts(one.before, one.after), strict=True) if words)


def as_markdown(changes: Iterable[Change], titles: Mapping[str, str]) -> Iterator[str]:
    """The changes as Markdown, under the title of their standard or the name of their kind.

    Text by editors is in code spans, so that it cannot act as markup or mention (and so notify) anyone.
    """
    for place, some in by_heading(changes, titles).items():
        yield from ("", f"### {escape_markdown(place)}", "")
        for change in some:
            yield f"- {escape_markdown(sentence(replace(change, around=change.around[1:]), titles))}"
            yield from _field_lines(change)


def _field_lines(change: Change) -> Iterator[str]:
    """The text of each field before and after. Of a withdrawn record, only the reason: its sentence has said that it was withdrawn."""
    shown = [one for one in change.fields if change.what != "withdrawn" or one.name != "status"]
    for one in shown:
        if change.what == "withdrawn" and not one.before:
            yield f"  - {field_label(one.name)}: {code_span(truncated(one.after))}"
        else:
            yield from _before_after(one, f"{field_label(one.name)}, " if len(shown) > 1 else "")


def by_heading(changes: Iterable[Change], titles: Mapping[str, str]) -> dict[str, list[Change]]:
    """The changes by the heading for them: the title of their standard or, outside standards, the name of their kind."""
    places: dict[str, list[Change]] = {}
    for change in changes:
        places.setdefault(next((titles.get(place, place) for place in change.around), _kind_heading(change.kind)), []).append(change)
    return places


def _before_after(one: FieldChange, name: str) -> Iterator[str]:
    """A field before and after. Missing text is written as "nothing", because a removal is easily overlooked."""
    before, after = diff_excerpts(one.before, one.after)
    yield f"  - {name}before: {code_span(before) if before else 'nothing'}"
    yield f"  - {name}now: {code_span(after) if after else 'nothing, because it was removed'}"


def diff_excerpts(before: str, after: str) -> tuple[str, str]:
    """Two passages, shortened: of long ones only the part that differs, with up to :data:`CONTEXT_WORDS` unchanged words before and after it."""
    if max(len(before), len(after)) <= MAX_LENGTH or not before or not after:
        return truncated(before), truncated(after)
    old, new = before.split(), after.split()
    least = min(len(old), len(new))
    same = next((at for at in range(least) if old[at] != new[at]), least)
    end = next((at for at in range(least - same) if old[-1 - at] != new[-1 - at]), least - same)
    tried = (tuple(_excerpt(words, same - around, end - around) for words in (old, new)) for around in range(CONTEXT_WORDS, -1, -1))
    was, now = next((parts for parts in tried if max(map(len, parts)) <= MAX_LENGTH), (_excerpt(old, same, end), _excerpt(new, same, end)))
    return truncated(was), truncated(now)


def _excerpt(words: Sequence[str], start: int, end: int) -> str:
    """``words`` without the first ``start`` and the last ``end`` of them."""
    start, stop = max(0, start), min(len(words), len(words) - end)
    return f"{'… ' if start else ''}{' '.join(words[start:stop])}{' …' if stop < len(words) else ''}"


def code_span(words: str) -> str:
    """``words`` as a Markdown code span, whatever characters they contain."""
    return f"`` {words.replace('``', '` `')} ``"


def escape_markdown(words: str) -> str:
    """``words`` with Markdown escaped, and with no mention that would notify anyone."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else "@\u200b" if sign == "@" else sign for sign in words)


def as_json(changes: Iterable[Change], titles: Mapping[str, str]) -> str:
    """The changes as JSON, each with its sentence."""
    return json.dumps([{**asdict(change), "sentence": sentence(change, titles)} for change in changes], ensure_ascii=False, indent=1) + "\n"


def truncated(words: str) -> str:
    """The first words of a long passage."""
    return words if len(words) <= MAX_LENGTH else f"{words[:MAX_LENGTH].rsplit(' ', 1)[0]} …"
