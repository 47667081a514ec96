"""The offline copy of the site: its content, its parts, and their sizes."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from base64 import b64decode
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import deflate
import pytest

from helpers import DATA, ROOT, mkdocs, with_theme
from sds.model.framework import Framework
from sds.model.in_print import day
from sds.output import offline_copy
from sds.output.offline_copy import PAGE, PIECES, size_in_words
from sds.output.worker import worker_template
from sds.pages.offline_parts import PARTS

WORKER = worker_template(ROOT / "overrides")


def index_of(files: Mapping[str, bytes]) -> tuple[str, dict[str, Any]]:
    """The index of a copy: its name and its content."""
    (name,) = (name for name in files if re.fullmatch(r"offline/copy-[0-9a-f]{16}\.gz", name))
    return name, json.loads(gzip.decompress(files[name]))


def summed(steps: Iterable[int]) -> list[int]:
    total, numbers = 0, []
    for step in steps:
        total += step
        numbers.append(total)
    return numbers


def unpacked(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Every file of a copy by part, reassembled as the service worker does."""
    _, index = index_of(files)
    found: dict[str, dict[str, bytes]] = {part: {} for part in index["parts"]}
    for entry in index["pieces"]:
        piece, shared = json.loads(gzip.decompress(files[entry["file"]])), iter(summed(entry["shared"]))
        lines = [line or index["lines"][next(shared)] for line in piece["lines"]]
        whole = {name: b64decode(content) for name, content in piece["binary"].items()}
        whole |= {name: "".join(lines[number] for number in summed(steps)).encode() for name, steps in piece["files"].items()}
        found[entry["part"]] |= {name.replace("search/*/", f"search/{index['search']}/"): content for name, content in whole.items()}
    return found


def offline_files(site: Path, worker: str, cache: Path | None = None) -> dict[str, bytes]:
    return dict(offline_copy.offline_files(site, worker, cache))


def copy_in(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in (site / "offline").rglob("*.gz")}


def sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    """The bytes of each part. The index counts as part of the first."""
    name, index = index_of(files)
    found = dict.fromkeys(index["parts"], 0)
    for entry in index["pieces"]:
        found[entry["part"]] += len(files[entry["file"]])
    return {**found, "first": found["first"] + len(files[name])}


def test_the_copy_holds_every_page_and_what_pages_need_byte_for_byte(built: Path) -> None:
    parts = unpacked(copy_in(built))
    files = {name: content for part in parts.values() for name, content in part.items()}
    for path in built.rglob("*"):
        name = path.relative_to(built).as_posix()
        if path.is_file() and (path.suffix in {".html", ".css", ".js", ".svg", ".woff2"} or name.startswith(("pack/", "search/"))) and name != "sw.js":
            assert files[name] == path.read_bytes(), name
    assert [name for name in files if name.endswith((".pdf", ".csv", ".gz")) or name in {"sw.js", "data/framework.json"}] == []
    assert list(parts) == [part.id for part in PARTS]


def test_each_part_has_what_its_pages_need_in_it_or_in_the_first(built: Path) -> None:
    parts = unpacked(copy_in(built))
    for id, files in parts.items():
        held = files.keys() | parts["first"].keys()
        for name, content in files.items():
            if name.endswith(".html"):
                depth = "../" * name.count("/")
                named = {address for address in re.findall(r'(?:src|href)="([^":?#]+)', content.decode()) if address.startswith(f"{depth}assets/")}
                assert [address for address in named if address.removeprefix(depth) not in held and not address.endswith(".png")] == [], (id, name)


def test_the_first_part_and_the_whole_are_as_light_as_they_can_be_told(built: Path) -> None:
    """A first visit loads the first part: the home page, situations (full and easy read), contacts, words to say, and what every page needs.

    Before easy read was added, it had 260 KB. The whole copy had 3.2 MB as a single file; in pieces it is a third larger, but an update loads only a sixth.
    Each way of asking and each word about danger in the search adds a little, and each term of the glossary a kilobyte.
    """
    weights = sizes(copy_in(built))
    assert weights["first"] < 510_000
    assert max(weights[part.id] for part in PARTS if part.at_once) < 740_000
    assert sum(weights.values()) < 4_960_000


def test_the_page_says_the_size_of_each_part_as_it_is(built: Path) -> None:
    page, weights = (built / PAGE).read_text("utf-8"), sizes(copy_in(built))
    said = dict(re.findall(r'data-copy-part="([^"]+)">\s*<h3><span data-copy-title>[^<]+</span>, ([\d.]+ [KM]B)</h3>', page))
    assert said == {part: size_in_words(size) for part, size in weights.items()}
    assert f"Save the whole site, {size_in_words(sum(weights.values()))}<" in page
    assert "%SIZE" not in page


def test_an_edited_statement_on_another_day_makes_few_pieces_new(built: Path, framework: Framework, tmp_path: Path) -> None:
    statement, updated = framework.current_actions[40], framework.spine.framework.updated
    days = {updated: "2031-03-01", day(updated): "1 March 2031"}
    said = re.compile("|".join(days))
    site = Path(shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns("*.gz", "*.pdf", "*.docx")))
    for path in [*site.rglob("*.html"), *site.rglob("*.json")]:
        before = path.read_text("utf-8")
        lines = before.replace(statement.text, f"{statement.text} This is new.").splitlines(keepends=True)
        after = "".join(said.sub(lambda found: days[found[0]], line) if "Content last changed" in line or "<time" not in line else line for line in lines)
        if after != before:
            path.write_text(after, "utf-8")
    old, new = copy_in(built), offline_files(site, WORKER)
    fetched = {name: len(content) for name, content in new.items() if name.endswith(".gz") and name not in old}
    assert 0 < sum(fetched.values()) < 900_000, fetched


def test_a_piece_that_an_earlier_build_compressed_is_not_compressed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, text in {"index.html": "<p>Home</p>\n", "offline/index.html": "<p>Offline</p>\n", "actions/a-s1/index.html": "<p>A</p>\n"}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, "utf-8")
    first = offline_files(tmp_path / "site", WORKER, tmp_path / "kept")
    assert first == offline_files(tmp_path / "site", WORKER)
    with monkeypatch.context() as patched:
        patched.delattr(deflate, "gzip_compress")
        assert offline_files(tmp_path / "site", WORKER, tmp_path / "kept") == first
    (tmp_path / "site/actions/a-s1/index.html").write_text("<p>B</p>\n", "utf-8")
    assert offline_files(tmp_path / "site", WORKER, tmp_path / "kept") == offline_files(tmp_path / "site", WORKER) != first


@pytest.mark.builds
def test_the_same_site_gives_the_same_files_and_a_changed_page_another_index(tmp_path: Path) -> None:
    project = Path(shutil.copytree(DATA / "small", tmp_path / "small"))
    done = mkdocs(with_theme(project), "build", "--strict")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    files = copy_in(site)
    name, index = index_of(files)
    assert f'"{name}"' in (site / "sw.js").read_text("utf-8")
    again = offline_files(site, WORKER)
    assert {one: again[one] for one in files} == files
    assert sorted(files) == sorted([name, *(entry["file"] for entry in index["pieces"])])
    (site / "about/index.html").write_text("Changed", "utf-8")
    changed = offline_files(site, WORKER)
    assert index_of(changed)[0] != name
    assert len([one for one in changed if one.startswith(PIECES) and one not in files]) == 1


@pytest.mark.parametrize(("size", "words"), [(4_000, "10 KB"), (233_001, "240 KB"), (990_001, "1.0 MB"), (4_260_977, "4.3 MB")])
def test_a_size_is_said_in_round_words(size: int, words: str) -> None:
    assert size_in_words(size) == words
