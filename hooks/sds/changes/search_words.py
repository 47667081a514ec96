"""Changes in the words by which the search finds records. No page shows these words, so they are reported apart from the changes that readers see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sds.changes.compare import FILE_KIND, Version, is_answer
from sds.changes.sentences import code_span, escape_markdown, joined_with_and, kind_noun
from sds.paths import SEARCH_WORDS
from sds.problem import counted
from sds.reading.values_and_lists import values_of

ASKED_AS = "asked_as"
MAX_RECORDS = 5
"""How many records are listed one by one. If there are more, only their number is given: thousands of lines would hide what changes on pages."""
MAX_WORDS = 5


@dataclass(frozen=True)
class SearchWordsChange:
    """One record, the search words that it gained, and those that it lost."""

    kind: str
    id: str
    new: tuple[str, ...]
    gone: tuple[str, ...]


def search_word_changes(old: Version, new: Version) -> Iterator[SearchWordsChange]:
    """The records of both versions whose search words differ, in the order of the new files. The search's own file comes last."""
    before, now = _words(old), _words(new)
    for key in now:
        if key in before and (was := before[key]) != (is_now := now[key]):
            yield SearchWordsChange(*key, tuple((is_now - was).elements()), tuple((was - is_now).elements()))


def _words(version: Version) -> dict[tuple[str, str], Counter[str]]:
    """The search words of each record, by (kind, id). Those of the search's own file are under (``FILE_KIND``, its path)."""
    starts = {(path, place): key for key, (path, place) in version.places.items()}
    result = {key: Counter[str]() for key in version.places}
    for path, document in version.documents.items():
        if path == SEARCH_WORDS:
            result[FILE_KIND, path] = Counter(value for place, value in values_of(document) if not is_answer(place))
            continue
        for place, value in values_of(document):
            if ASKED_AS in place and (key := starts.get((path, place[: place.index(ASKED_AS)]))):
                result[key][" ".join(value.split())] += 1
    return result


def as_markdown(some: Sequence[SearchWordsChange], titles: Mapping[str, str]) -> Iterator[str]:
    """The change as Markdown: a line for each record, or only their number where there are many. Nothing if ``some`` is empty."""
    if not some:
        return
    yield from ("", "### What the search finds", "", "No page shows these words. They only help people to find things.", "")
    if len(some) > MAX_RECORDS:
        yield f"- {summary(some)}"
        return
    for one in some:
        name = "The words of the search itself" if one.kind == FILE_KIND else f"The {kind_noun(one.kind)} {titles.get(f'{one.kind}/{one.id}', one.id)}"
        said = [f"{lead} {_first_words(words)}" for lead, words in (("is also found by", one.new), ("is no longer found by", one.gone)) if words]
        yield f"- {escape_markdown(name)}: {joined_with_and(said)}."


def _first_words(words: Collection[str]) -> str:
    shown = [code_span(one) for one in list(words)[:MAX_WORDS]]
    return joined_with_and([*shown, f"{len(words) - MAX_WORDS} more"] if len(words) > MAX_WORDS else shown)


def summary(some: Sequence[SearchWordsChange]) -> str:
    """How many records have other search words, in one sentence; an empty string where there are none."""
    if not some:
        return ""
    new, gone = (sum(len(words) for words in lot) for lot in zip(*((one.new, one.gone) for one in some), strict=True))
    what = counted(len([one for one in some if one.kind != FILE_KIND]), "record")
    return f"The search finds {what} by other words: {new} ways of asking are new, and {gone} were removed."
