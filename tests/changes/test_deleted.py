"""Nothing that readers see disappears unnoticed: whatever is removed from a record, reviewers of the change see its text."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from helpers import ROOT
from sds.changes.compare import HIDDEN_FIELDS, Change, Version, record_changes
from sds.changes.sentences import MAX_LENGTH, as_markdown, as_text, diff_excerpts, titles_in
from sds.changes.versions import read_version
from sds.problem import FieldPath
from sds.reading.field_forms import value_at
from sds.reading.yaml_text import Value
from tiers import Sample

KINDS = (
    "actions",
    "ask_for",
    "components",
    "situations",
    "contacts",
    "areas",
    "resources",
    "easy_read",
    "provisions",
    "terms",
    "findings",
    "pictures",
    "templates",
)


@pytest.fixture(scope="module")
def version() -> Version:
    return read_version(ROOT)


@pytest.fixture(scope="module")
def called(version: Version) -> Mapping[str, str]:
    return titles_in(version)


def places(value: Value, before: FieldPath = ()) -> Iterator[FieldPath]:
    """The path of each field and each list item in ``value``."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield (*before, step)
        yield from places(one, (*before, step))


def without(version: Version, path: str, place: FieldPath) -> list[Change]:
    """The reported changes after the value at ``place`` in a file was removed."""
    document = version.documents[path]
    data = copy.deepcopy(document.data)
    holder = value_at(replace(document, data=data), place[:-1])
    assert isinstance(holder, dict | list)
    del holder[place[-1]]  # type: ignore[arg-type]
    kept = {key: at for key, at in version.places.items() if at[0] == path}
    return list(record_changes(Version({path: document}, kept), Version({path: replace(document, data=data)}, kept)))


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_taken_out_of_a_record_is_told_with_what_it_was(version: Version, called: Mapping[str, str], kind: str, sample: Sample) -> None:
    ids = [id for other, id in version.places if other == kind]
    longest = max(ids, key=lambda id: len(str(value_at(version.documents[version.places[kind, id][0]], version.places[kind, id][1]))))
    path, start = version.places[kind, longest]
    record = value_at(version.documents[path], start)
    assert record is not None
    tried = [place for place in places(record) if place[0] not in {"id", *HIDDEN_FIELDS} and value_at(version.documents[path], (*start, *place))]
    assert len(tried) > 1
    for place in sample(tried, 4):
        changes = without(version, path, (*start, *place))
        assert changes, f"{kind} {longest}: nobody is told that {place} is gone"
        told = list(as_markdown(changes, called))
        before, now = ([line.partition(f"{name}: ")[2] for line in told if f"  - {name}: " in line] for name in ("before", "now"))
        assert len(before) == len(now) >= 1, place
        assert all(one != other for one, other in zip(before, now, strict=True)), f"{kind} {longest}: {place} reads the same before and now: {before}"


def test_a_drawing_is_told(version: Version, called: Mapping[str, str]) -> None:
    path = min(version.drawings)
    (change,) = record_changes(version, replace(version, drawings={**version.drawings, path: "<svg/>"}))
    (line,) = as_text([change], called)
    assert line == f"The drawing {path.rpartition('/')[2].removesuffix('.svg')}, which is part of some pictures, has changed."


def test_a_line_of_a_page_that_stands_there_twice_or_is_moved_is_told(version: Version) -> None:
    path = "content/pages/about.md"
    for text in ("A.\nB.\nB.\n", "B.\nA.\n"):
        (change,) = record_changes(replace(version, pages={path: "A.\nB.\n"}), replace(version, pages={path: text}))
        assert change.fields


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * MAX_LENGTH + "b " + "c " * MAX_LENGTH, "a " * MAX_LENGTH + "c " * MAX_LENGTH),
        ("a " * MAX_LENGTH, "a " * (MAX_LENGTH - 1)),
        ("b " + "a " * MAX_LENGTH, "a " * MAX_LENGTH),
    ],
)
def test_of_a_long_passage_the_part_that_changed_is_shown(before: str, after: str) -> None:
    was, now = diff_excerpts(before.strip(), after.strip())
    assert was != now
    assert max(len(was), len(now)) < MAX_LENGTH
