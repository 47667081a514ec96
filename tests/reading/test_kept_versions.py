"""The stored versions of the data: one that does not match its name stops a build, with a message that names the file and says what to do."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import SETTINGS
from sds.__main__ import main
from sds.paths import VERSIONS
from sds.project import Project, errors, read_project
from sds.reading.unread_files import unread_files
from sds.reading.versions import packed, read_versions

DAY = "2021-04-02"
FILE = f"{VERSIONS}/{DAY}.json.gz"


@pytest.fixture
def kept(small: Path) -> Path:
    """The small framework, with its data stored as published on its date."""
    assert main(["version"], small) == 0
    return small


def told(project: Path) -> list[str]:
    """The messages about the project's files."""
    found = read_project(project, SETTINGS)
    return [] if isinstance(found, Project) else list(map(str, errors(found)))


def test_a_version_that_is_in_order_is_read(kept: Path) -> None:
    versions, problems = read_versions(kept, DAY)
    assert problems == []
    assert [version.day for version in versions] == [DAY]
    assert versions[0].records()["framework"]["date"] == DAY
    assert told(kept) == []


def test_the_same_data_gives_the_same_bytes(kept: Path) -> None:
    before = (kept / FILE).read_bytes()
    (kept / FILE).unlink()
    assert main(["version"], kept) == 0
    assert (kept / FILE).read_bytes() == before


def _flipped(content: bytes) -> bytes:
    return content[:400] + bytes([content[400] ^ 0xFF]) + content[401:]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda content: content[: len(content) // 2], "cut short"),
        (lambda content: content[:-1], "cut short"),
        (lambda _: b"", "cut short"),
        (_flipped, "damaged"),
        (gzip.decompress, "not a gzip file"),
        (lambda _: gzip.compress(b"\xff\xfe"), "not text"),
        (lambda _: gzip.compress(b"{"), "not JSON"),
        (lambda _: gzip.compress(b"[" * 100_000), "not JSON"),
        (lambda _: packed("[]"), "not the data of this site"),
        (lambda _: packed('{"framework": {}}'), "not the data of this site"),
        (lambda _: packed('{"framework": {"date": "2021-04-02"}, "actions": [1]}'), "not the data of this site"),
        (lambda content: content.replace(b"", b""), ""),
    ],
)
def test_a_file_that_is_no_version_is_told_by_its_name(kept: Path, change: Callable[[bytes], bytes], said: str) -> None:
    content = change((kept / FILE).read_bytes())
    (kept / FILE).write_bytes(content)
    found = told(kept)
    if not said:
        assert found == []
        return
    assert len(found) == 1
    assert found[0].startswith(f"{FILE}:1: ")
    assert said in found[0]
    assert "Restore it" in found[0]


@pytest.mark.slow("unpacks 200 megabytes")
def test_a_version_that_grows_without_end_is_refused_in_little_memory(kept: Path) -> None:
    pieces = zlib.compressobj(9, wbits=31)
    block = b" " * 10_000_000
    content = b"".join([*(pieces.compress(block) for _ in range(21)), pieces.flush()])
    assert len(content) < 300_000
    (kept / FILE).write_bytes(content)
    assert [f"{FILE}:1: This file is too large when it is unpacked." in line for line in told(kept)] == [True]


@pytest.mark.parametrize("name", ["2021-02-30", "2021-4-2", "20210402", "latest", "2021-13-01"])
def test_a_name_that_is_no_day_is_told(kept: Path, name: str) -> None:
    (kept / FILE).rename(kept / f"{VERSIONS}/{name}.json.gz")
    found = told(kept)
    assert len(found) == 1
    assert f"{VERSIONS}/{name}.json.gz:1: " in found[0]
    assert "is not a day" in found[0]


def test_a_file_of_another_name_is_told_with_its_right_one(kept: Path) -> None:
    (kept / FILE).rename(kept / f"{VERSIONS}/2021-03-01.json.gz")
    assert told(kept) == [f"{VERSIONS}/2021-03-01.json.gz:1: This is the data of {DAY}, and its name says 2021-03-01. Name it {FILE}"]


def test_a_version_later_than_the_content_is_told(kept: Path) -> None:
    data = json.loads(gzip.decompress((kept / FILE).read_bytes()))
    data["framework"]["date"] = "2021-04-03"
    (kept / f"{VERSIONS}/2021-04-03.json.gz").write_bytes(packed(json.dumps(data)))
    found = told(kept)
    assert len(found) == 1
    assert "later than the day on which the content last changed" in found[0]


@pytest.mark.parametrize("name", ["2021-04-02.json", "notes.txt", "2021-04-02.json.gz.bak", "older/2021-04-01.json.gz"])
def test_a_file_beside_them_that_nothing_reads_is_told(kept: Path, name: str) -> None:
    (kept / VERSIONS / name).parent.mkdir(exist_ok=True)
    (kept / VERSIONS / name).write_text("{}", "utf-8")
    found = [problem for problem in unread_files(kept, ()) if problem.path.startswith(VERSIONS)]
    assert [problem.path for problem in found] == [f"{VERSIONS}/{name}"]
    assert "Delete it" in found[0].instead
