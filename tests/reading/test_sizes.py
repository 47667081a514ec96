"""Input of an absurd size is either accepted or refused with file and line. It never exhausts the reader's memory or time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from helpers import build_site, edit
from sds.checks import check
from sds.config.read import read_config
from sds.markdown_pages.read import read_pages
from sds.model.field_types import MOST_ID, MOST_WORD
from sds.reading.load import load

GLOSSARY, ID, TERM = "content/glossary.yaml", "  - id: butt\n", "also_called: [Patch]"


def told(project: Path) -> list[str]:
    return [str(problem) for problem in check(load(project))]


def test_an_id_is_no_longer_than_the_name_of_a_file_may_be(small: Path) -> None:
    edit(small, GLOSSARY, ID, f"  - id: {'b' * 300}\n")
    line = (small / GLOSSARY).read_text("utf-8").splitlines().index(f"  - id: {'b' * 300}") + 1
    wanted = f'{GLOSSARY}:{line}: In "id" of "{"b" * 300}": This id has 300 letters. The maximum is {MOST_ID}. Write a shorter one, as in "{"b" * 20}".'
    assert wanted in told(small)


@pytest.mark.parametrize("id", ["con", "prn", "aux", "nul", "com1", "lpt9", "CON", "nul.txt"])
def test_what_windows_keeps_for_devices_is_no_id(small: Path, id: str) -> None:
    edit(small, GLOSSARY, ID, f"  - id: {id}\n")
    assert any(f'"{id}" is the name of a device on Windows, where no file can have it. Write another, as in "{id}-1".' in line for line in told(small))


@pytest.mark.parametrize("id", ["console", "auxiliary", "com", "con-1"])
def test_what_only_begins_like_a_device_is_one(small: Path, id: str) -> None:
    edit(small, GLOSSARY, ID, f"  - id: {id}\n")
    assert not any("device" in line for line in told(small))


def test_another_name_that_no_folder_can_have_is_shown_and_has_no_address(small: Path) -> None:
    long = " ".join(["patch"] * 50)
    edit(small, GLOSSARY, TERM, f"also_called: [Patch, Con, {long}]")
    assert told(small) == []
    files = build_site(small)
    assert "glossary/patch/index.html" in files
    assert "glossary/con/index.html" not in files
    assert max(len(part) for path in files for part in path.split("/")) <= MOST_ID + len(".schema.json")
    assert long in files["glossary/index.html"]


@pytest.mark.parametrize(
    ("file", "now", "field"),
    [
        ("content/standards/water.yaml", "why: The by-law gives each ten beds a tap.", "why: {}"),
        (GLOSSARY, TERM, "also_called: [{}]"),
        ("standards.yaml", "title: Water for every bed", "title: {}"),
    ],
)
def test_a_word_of_10_000_letters_is_refused_at_its_line(small: Path, file: str, now: str, field: str) -> None:
    edit(small, file, now, field.format("a" * 10_000))
    line = next(number for number, text in enumerate((small / file).read_text("utf-8").splitlines(), start=1) if "aaaaaaaaaa" in text)
    found = [one for one in told(small) if one.startswith(f"{file}:{line}: ")]
    assert len(found) == 1, found
    assert f'The word that begins "aaaaaaaaaaaaaaaaaaaa" has 10,000 letters. The maximum is {MOST_WORD}. Write spaces between its words.' in found[0]


def test_an_address_among_words_may_be_longer(small: Path) -> None:
    edit(small, "content/standards/water.yaml", "why: The by-law gives each ten beds a tap.", f"why: See https://gardens.example/{'a' * 150} for the by-law.")
    assert not any("letters" in line for line in told(small))


def test_a_file_of_20_megabytes_is_refused_before_it_is_read(small: Path) -> None:
    file = small / GLOSSARY
    file.write_text(file.read_text("utf-8") + "# a comment that goes on\n" * 800_000, "utf-8")
    start = time.process_time()
    size = file.stat().st_size
    assert size > 20_000_000
    assert f"{GLOSSARY}:1: This file has {size:,} bytes; the maximum is 5,000,000. Delete what does not belong, or write two files." in told(small)
    assert time.process_time() - start < 20


@pytest.mark.slow("reads 100,000 links")
def test_100_000_links_are_told_once_each_or_held(small: Path) -> None:
    edit(small, GLOSSARY, "    roles: [growers]\n", f"    roles: [{', '.join(['growers'] * 100_000)}]\n")
    start = time.process_time()
    found = told(small)
    assert 0 < len(found) < 10, found[:5]
    assert all(len(one) < 2_000 for one in found)
    assert time.process_time() - start < 60  # seconds of processor time: it takes 7, and once took hours


def test_a_page_with_100_000_links_is_refused(small: Path) -> None:
    pages = small / "content/pages"
    (pages / "many.md").write_text("---\ntitle: Many\ndescription: Many links.\n---\n\n# Many\n\n" + "[a](~/about/)\n\n" * 100_000, "utf-8")
    _, problems = read_pages(small, read_config(small)[0])
    assert any("many.md:1: This file has" in str(problem) for problem in problems), problems
