"""Turns the recorded list of changes into what readers see for each day: sentences, grouped by standard and then by kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sds.changes.compare import FILE_KIND
from sds.changes.sentences import SITE_HEADING, VERB_PHRASES, RecordChange, counted_noun, counts, escape_markdown, plural_noun, sentence
from sds.model.framework import Framework
from sds.model.in_print import day
from sds.model.records import ChangedDay, ChangedRecord
from sds.problem import counted
from sds.reading.locations import STANDARD_FILE

MAX_LISTED = 150
"""If more records than this changed on one day, readers get the numbers and not each change: nobody reads a thousand sentences."""


@dataclass(frozen=True)
class Group:
    """What changed in one standard or kind: each record with its sentence or, where there are too many, the numbers."""

    title: str
    lines: tuple[tuple[str, ChangedRecord], ...]
    counts: tuple[str, ...]


@dataclass(frozen=True)
class ChangelogDay:
    """One day as readers see it."""

    day: ChangedDay
    title: str
    summary: str
    groups: tuple[Group, ...]


def changelog(framework: Framework) -> tuple[ChangelogDay, ...]:
    """Every recorded day, the latest first."""
    titles = {f"{kind}/{record.id}": record.title for kind, some in (("standards", framework.standards), ("roles", framework.roles)) for record in some}
    return tuple(
        ChangelogDay(one, f"{day(one.day)}, version {one.version}", f"{counts(one.records)}." if one.records else "", tuple(_groups(one.records, titles)))
        for one in framework.changes
    )


def as_markdown(entry: ChangelogDay) -> Iterator[str]:
    """One day as Markdown, for the notes of a release. Text by editors is escaped, so that it cannot act as markup or mention (and so notify) anyone."""
    yield f"## {escape_markdown(entry.title)}"
    yield from (f"\n{escape_markdown(words)}" for words in (entry.day.about, entry.summary) if words)
    for group in entry.groups:
        yield f"\n### {escape_markdown(group.title)}\n"
        yield from (f"- {escape_markdown(words)}" for words in (*group.counts, *(sentence for sentence, _ in group.lines)))


def _groups(records: Sequence[ChangedRecord], titles: Mapping[str, str]) -> Iterator[Group]:
    by_title: dict[str, list[ChangedRecord]] = {}
    for one in sorted(records, key=lambda one: _order(one, titles)):
        by_title.setdefault(_title(one, titles), []).append(one)
    each = len(records) <= MAX_LISTED
    for title, some in by_title.items():
        lines = tuple((sentence(one, titles), one) for one in some) if each else ()
        yield Group(title, lines, () if each else tuple(counts_by_kind(some)))


def _order(record: ChangedRecord, titles: Mapping[str, str]) -> tuple[int, int, str]:
    """The sort key: the framework's order of standards, then its order of roles, then the kind of record."""
    order = list(titles)

    def position(kind: str) -> int:
        return next((order.index(one) for one in _places(record) if one.startswith(kind) and one in titles), len(order))

    return position("standards/"), position("roles/"), record.kind


def _places(record: ChangedRecord) -> tuple[str, ...]:
    return (*record.around, f"{'standards' if record.kind == 'standard files' else record.kind}/{record.id}")


def _title(record: ChangedRecord, titles: Mapping[str, str]) -> str:
    if record.kind in {"pages", FILE_KIND}:
        return SITE_HEADING
    named = next((titles.get(one, one.partition("/")[2]) for one in _places(record) if one.startswith("standards/")), "")
    return named or plural_noun(record.kind).capitalize()


def counts_by_kind(records: Sequence[RecordChange]) -> Iterator[str]:
    """Sentences such as ``4 statements are new.`` A standard's entry and its file count as one record, because readers see one standard."""
    kinds: dict[str, list[RecordChange]] = {}
    for one in records:
        kinds.setdefault("standards" if one.kind == STANDARD_FILE else one.kind, []).append(one)
    for kind, some in kinds.items():
        for what, one_did, more_did in VERB_PHRASES:
            if number := len({one.id for one in some if one.what == what}):
                noun = counted(number, kind.removesuffix("s")) if kind in {"pages", FILE_KIND} else counted_noun(number, kind)
                yield f"{noun} {one_did if number == 1 else more_did}."
