"""Changes, said in sentences for readers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from sds.changes.compare import Change, Field, Version
from sds.model.kinds import KINDS
from sds.problem import counted

MOST = 300
"""How many characters of a long passage are shown."""


def titles(version: Version) -> Mapping[str, str]:
    """What readers call the standards and roles, as kind and id."""
    return {f"{kind}/{id}": version.words(kind, id).get("title", id) for kind, id in version.places if kind in {"standards", "roles"}}


def sentence(change: Change, called: Mapping[str, str]) -> str:
    """What became of a record, in one sentence."""
    if change.kind == "pages":
        said = {"new": "is a new page", "gone": "is gone", "changed": "says something else"}
        return f"The page {change.path} {said.get(change.what, change.what)}."
    one = KINDS[change.kind].one
    where = "".join(f" {'for' if place.startswith('roles/') else 'in'} {called.get(place, place)}" for place in change.around)
    if change.what == "new":
        return f"New {one}{where}: {_short(change.words) or change.id} ({change.id})"
    if change.what == "gone":
        return f"The {one} {change.id}{where} is gone: {_short(change.words)}"
    if change.what == "withdrawn":
        return f"The {one} {change.id}{where} is withdrawn: {_short(change.words)}"
    names = ", ".join(one.name.replace("_", " ") for one in change.fields)
    return f"The {one} {change.id}{where} says something else: {names}."


def summary(changes: Iterable[Change]) -> str:
    """How many changes of each sort there are, in one sentence."""
    kinds = [change.what for change in changes]
    said = [f"{counted(kinds.count(what), 'record')} {called}" for what, called in SORTS if what in kinds]
    return f"For readers: {', '.join(said)}." if said else "Nothing changes for readers."


SORTS = (("new", "new"), ("changed", "changed"), ("withdrawn", "withdrawn"), ("gone", "gone"))


def as_text(changes: Iterable[Change], called: Mapping[str, str]) -> Iterator[str]:
    """Each change as lines of plain text."""
    for change in changes:
        yield sentence(change, called)
        for one in change.fields:
            yield from (f"  {sign} {_short(words)}" for sign, words in (("-", one.before), ("+", one.after)) if words)


def as_markdown(changes: Iterable[Change], called: Mapping[str, str]) -> Iterator[str]:
    """The changes as Markdown, under the standard in which they stand. What editors wrote stands as code: it can be no markup and call nobody."""
    by_place: dict[str, list[Change]] = {}
    for change in changes:
        place = next((called.get(place, place) for place in change.around), "The site as a whole")
        by_place.setdefault(place, []).append(change)
    for place, some in by_place.items():
        yield from ("", f"### {_plain(place)}", "")
        for change in some:
            yield f"- {_plain(sentence(change, called))}"
            yield from (line for one in change.fields for line in _before_after(one))


def _before_after(one: Field) -> Iterator[str]:
    if one.before:
        yield f"  - before: {code(_short(one.before))}"
    if one.after:
        yield f"  - now: {code(_short(one.after))}"


def code(words: str) -> str:
    """Words as code in Markdown, whatever they hold."""
    return f"`` {words.replace('``', '` `')} ``"


def _plain(words: str) -> str:
    """Words that are no markup in Markdown and call nobody by name."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else "@\u200b" if sign == "@" else sign for sign in words)


def as_json(changes: Iterable[Change], called: Mapping[str, str]) -> str:
    """The changes as JSON, each with its sentence."""
    return json.dumps([{**asdict(change), "sentence": sentence(change, called)} for change in changes], ensure_ascii=False, indent=1) + "\n"


def _short(words: str) -> str:
    return words if len(words) <= MOST else f"{words[:MOST].rsplit(' ', 1)[0]} …"
