"""Changes in the words by which the search finds records. No page shows these words, so they are reported apart from the changes that readers see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sds.changes.compare import FILES, Version, is_answer
from sds.changes.told import code, listed, one_of, plain
from sds.paths import SEARCH_WORDS
from sds.problem import counted
from sds.reading.field_forms import values_of

ASKED_AS = "asked_as"
MOST_RECORDS = 5
"""How many records are listed one by one. If there are more, only their number is given: thousands of lines would hide what changes on pages."""
MOST_WORDS = 5


@dataclass(frozen=True)
class FoundBy:
    """One record, the search words that it gained, and those that it lost."""

    kind: str
    id: str
    new: tuple[str, ...]
    gone: tuple[str, ...]


def found_by(old: Version, new: Version) -> Iterator[FoundBy]:
    """The records of both versions whose search words differ, in the order of the new files. The search's own file comes last."""
    before, now = _words(old), _words(new)
    for key in now:
        if key in before and (was := before[key]) != (is_now := now[key]):
            yield FoundBy(*key, tuple((is_now - was).elements()), tuple((was - is_now).elements()))


def _words(version: Version) -> dict[tuple[str, str], Counter[str]]:
    """The search words of each record, by (kind, id). Those of the search's own file are under (``FILES``, its path)."""
    starts = {(path, place): key for key, (path, place) in version.places.items()}
    result = {key: Counter[str]() for key in version.places}
    for path, document in version.documents.items():
        if path == SEARCH_WORDS:
            result[FILES, path] = Counter(value for place, value in values_of(document) if not is_answer(place))
            continue
        for place, value in values_of(document):
            if ASKED_AS in place and (key := starts.get((path, place[: place.index(ASKED_AS)]))):
                result[key][" ".join(value.split())] += 1
    return result


def told(some: Sequence[FoundBy], called: Mapping[str, str]) -> Iterator[str]:
    """The change as Markdown: a line for each record, or only their number where there are many. Nothing if ``some`` is empty."""
    if not some:
        return
    yield from ("", "### What the search finds", "", "No page shows these words. They only help people to find things.", "")
    if len(some) > MOST_RECORDS:
        yield f"- {in_short(some)}"
        return
    for one in some:
        name = "The words of the search itself" if one.kind == FILES else f"The {one_of(one.kind)} {called.get(f'{one.kind}/{one.id}', one.id)}"
        said = [f"{lead} {_few(words)}" for lead, words in (("is also found by", one.new), ("is no longer found by", one.gone)) if words]
        yield f"- {plain(name)}: {listed(said)}."


def _few(words: Collection[str]) -> str:
    shown = [code(one) for one in list(words)[:MOST_WORDS]]
    return listed([*shown, f"{len(words) - MOST_WORDS} more"] if len(words) > MOST_WORDS else shown)


def in_short(some: Sequence[FoundBy]) -> str:
    """How many records have other search words, in one sentence; an empty string where there are none."""
    if not some:
        return ""
    new, gone = (sum(len(words) for words in lot) for lot in zip(*((one.new, one.gone) for one in some), strict=True))
    what = counted(len([one for one in some if one.kind != FILES]), "record")
    return f"The search finds {what} by other words: {new} ways of asking are new, and {gone} were removed."
