"""Changes, said in sentences for readers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import PurePosixPath
from typing import Protocol

from sds.changes.compare import FILES, Change, Field, Version
from sds.changes.field_names import PLAIN
from sds.model.kinds import KINDS
from sds.problem import counted
from sds.reading.locations import STANDARD, STANDARD_FILE

MOST = 300
"""How many characters of a long passage are shown."""
AROUND = 8
"""How many words are shown on either side of what changed in a long passage."""
SORTS = (
    ("new", "is new", "are new"),
    ("changed", "has changed", "have changed"),
    ("withdrawn", "was withdrawn", "were withdrawn"),
    ("gone", "was removed", "were removed"),
)
"""What can become of records: its name, and how it is said of one and of more."""
TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
ONE = {
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
"""What a reader calls one of a kind, where editors have another word."""
MANY = {"body": "bodies", "entry": "entries", "form or letter": "forms and letters"}
"""Nouns whose plural is not made with an s."""
AFTER_NOUN = re.compile(r" (?=(?:about|for|in|of|on|to|under|with) )")


class NamedField(Protocol):
    """A field that says something else."""

    @property
    def name(self) -> str:
        """Its name in the files."""


class Told(Protocol):
    """What became of one record, found just now or listed earlier."""

    @property
    def what(self) -> str:
        """new, changed, withdrawn or gone."""

    @property
    def kind(self) -> str:
        """Its kind."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def around(self) -> Sequence[str]:
        """The records in which it stands, as kind and id."""

    @property
    def words(self) -> str:
        """Its first words."""

    @property
    def fields(self) -> Sequence[NamedField]:
        """Those that say something else."""


def titles(version: Version) -> Mapping[str, str]:
    """What readers call the standards, roles and pages, as kind and id."""
    named = {f"{kind}/{id}": version.words(kind, id).get("title", id) for kind, id in version.places if kind in {"standards", "roles"}}
    return named | {f"pages/{path}": found[1].strip("\"' ") for path, text in version.pages.items() if (found := TITLE.search(text))}


def sentence(change: Told, called: Mapping[str, str]) -> str:
    """What became of a record, in one sentence."""
    said = {"new": "is new", "gone": "was removed", "changed": "has changed"}
    if change.kind == FILES and change.id.endswith(".svg"):
        return f"The drawing {PurePosixPath(change.id).stem}, which is part of some pictures, {said.get(change.what, change.what)}."
    if change.kind == "pages":
        return f"The page {called.get(f'pages/{change.id}', PurePosixPath(change.id).stem)} {said.get(change.what, change.what)}."
    names = listed([PLAIN.get(one.name, one.name.replace("_", " ")) for one in change.fields] or ["its words"])
    if change.kind == FILES:
        return f"What {change.id} says about the site as a whole has changed: {names}."
    one = one_of(change.kind)
    where = "".join(f" {'for' if place.startswith('roles/') else 'in'} {called.get(place, place)}" for place in change.around)
    if change.what == "new":
        return f"New {one}{where}: {f'{short(change.words)} ({change.id})' if change.words else change.id}"
    name = called.get(f"{STANDARD if change.kind == STANDARD_FILE else change.kind}/{change.id}", change.id)
    if change.what == "gone":
        return f"The {one} {name}{where} was removed: {short(change.words)}"
    if change.what == "withdrawn":
        return f"The {one} {name}{where} was withdrawn: {short(change.words)}"
    return f"The {one} {name}{where} has changed: {names}."


def one_of(kind: str) -> str:
    """What a reader calls a record of a kind. A standard stands in two files, and is one record to whoever reads.

    An older version may have a kind that there is no more: it is called by its name.
    """
    known = KINDS.get(STANDARD if kind == STANDARD_FILE else kind)
    return ONE.get(kind) or (known.one if known else kind.removesuffix("s").replace("_", " "))


def many_of(number: int, kind: str) -> str:
    """A number of records of a kind: ``1 statement``, ``2 sentences for people to use``."""
    head, *rest = AFTER_NOUN.split(one_of(kind), maxsplit=1)
    return " ".join([f"{number} {MANY[head]}" if number != 1 and head in MANY else counted(number, head), *rest])


def _many(kind: str) -> str:
    """What stands above changes that are in no standard: Contacts, Easy-read pages."""
    return {"pages": "Pages", FILES: "The site as a whole"}.get(kind) or many_of(2, kind).partition(" ")[2].capitalize()


def listed(names: Sequence[str]) -> str:
    """``its words, its title and why it matters``."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def summary(changes: Iterable[Told]) -> str:
    """How many changes of each sort there are, in one sentence."""
    said = counts(changes)
    return f"For readers: {said}." if said else "Nothing changes for readers."


def counts(changes: Iterable[Told]) -> str:
    """``1 record is new, 2 have changed and 3 were removed``; empty where there are none."""
    kinds = [change.what for change in changes]
    said = [(kinds.count(what), one, more) for what, one, more in SORTS if what in kinds]
    parts = [f"{f'{number:,}' if at else counted(number, 'record')} {one if number == 1 else more}" for at, (number, one, more) in enumerate(said)]
    return listed(parts) if parts else ""


def as_text(changes: Iterable[Change], called: Mapping[str, str]) -> Iterator[str]:
    """Each change as lines of plain text."""
    for change in changes:
        yield sentence(change, called)
        for one in change.fields:
            yield from (f"  {sign} {words}" for sign, words in zip("-+", where_apart(one.before, one.after), strict=True) if words)


def as_markdown(changes: Iterable[Change], called: Mapping[str, str]) -> Iterator[str]:
    """The changes as Markdown, under the standard in which they stand, or what they are.

    What editors wrote stands as code: it can be no markup and call nobody.
    """
    for place, some in by_place(changes, called).items():
        yield from ("", f"### {plain(place)}", "")
        for change in some:
            yield f"- {plain(sentence(replace(change, around=change.around[1:]), called))}"
            yield from _fields(change)


def _fields(change: Change) -> Iterator[str]:
    """What each field of a record said and says now, by its name where there are several. Of one that was withdrawn its sentence says so, and here is why."""
    shown = [one for one in change.fields if change.what != "withdrawn" or one.name != "status"]
    for one in shown:
        if change.what == "withdrawn" and not one.before:
            yield f"  - {PLAIN.get(one.name, one.name.replace('_', ' '))}: {code(short(one.after))}"
        else:
            yield from _before_after(one, f"{PLAIN.get(one.name, one.name.replace('_', ' '))}, " if len(shown) > 1 else "")


def by_place(changes: Iterable[Change], called: Mapping[str, str]) -> dict[str, list[Change]]:
    """The changes under what readers call the standard in which they stand, or what they are."""
    places: dict[str, list[Change]] = {}
    for change in changes:
        places.setdefault(next((called.get(place, place) for place in change.around), _many(change.kind)), []).append(change)
    return places


def _before_after(one: Field, name: str) -> Iterator[str]:
    """What a field said and says now. One that was taken out, or was not there, says so: what is gone is easily overlooked."""
    before, after = where_apart(one.before, one.after)
    yield f"  - {name}before: {code(before) if before else 'nothing'}"
    yield f"  - {name}now: {code(after) if after else 'nothing, because it was removed'}"


def where_apart(before: str, after: str) -> tuple[str, str]:
    """Two passages, short enough to be read. Of long ones only where they say something else, with as many words on either side as there is room for."""
    if max(len(before), len(after)) <= MOST or not before or not after:
        return short(before), short(after)
    old, new = before.split(), after.split()
    least = min(len(old), len(new))
    same = next((at for at in range(least) if old[at] != new[at]), least)
    end = next((at for at in range(least - same) if old[-1 - at] != new[-1 - at]), least - same)
    tried = (tuple(_part(words, same - around, end - around) for words in (old, new)) for around in range(AROUND, -1, -1))
    was, now = next((parts for parts in tried if max(map(len, parts)) <= MOST), (_part(old, same, end), _part(new, same, end)))
    return short(was), short(now)


def _part(words: Sequence[str], start: int, end: int) -> str:
    """``words`` but for the first ``start`` and the last ``end`` of them."""
    start, stop = max(0, start), min(len(words), len(words) - end)
    return f"{'… ' if start else ''}{' '.join(words[start:stop])}{' …' if stop < len(words) else ''}"


def code(words: str) -> str:
    """Words as code in Markdown, whatever they hold."""
    return f"`` {words.replace('``', '` `')} ``"


def plain(words: str) -> str:
    """Words that are no markup in Markdown and call nobody by name."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else "@\u200b" if sign == "@" else sign for sign in words)


def as_json(changes: Iterable[Change], called: Mapping[str, str]) -> str:
    """The changes as JSON, each with its sentence."""
    return json.dumps([{**asdict(change), "sentence": sentence(change, called)} for change in changes], ensure_ascii=False, indent=1) + "\n"


def short(words: str) -> str:
    """The first words of a long passage."""
    return words if len(words) <= MOST else f"{words[:MOST].rsplit(' ', 1)[0]} …"
