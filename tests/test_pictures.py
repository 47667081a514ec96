"""The pictures of easy read: drawn into the site, named to their editor when they cannot be, and quietly stood in for where there is none yet."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS, made, tree
from pdfs import Paper
from sds.booklets import path_of
from sds.problem import Problem
from sds.site import Site, build

PALETTE = """palette:
  ground: "#f4efe4"
  ink: "#12262c"
  leaf: "#5fa55f"
pictures:
"""
RIGHTS = "rights: {creator: Ada, licence: free for all, source: made for the garden}\n"
WATERING = """  - id: watering
    meaning: Water the beds
    alt: A can pours water on a bed.
    use: When you write of water.
    scene:
      - {part: can, x: 10, y: 10, size: 80}
      - {part: bed, x: 100, y: 90, size: 90}
"""
PAGE = """pages:
  - kind: topics
    id: how-to-water
    title: How to water
    blocks:
      - picture: watering
        words:
          - You can water your bed.
          - You can ask for help.
"""


@pytest.fixture
def garden(small: Path) -> Path:
    """The small framework with one easy-read page and its picture."""
    folder = small / "content/easy-read"
    (folder / "parts").mkdir(parents=True)
    (folder / "parts/can.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0 L9 9" stroke="ink"/></svg>', "utf-8")
    (folder / "parts/bed.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="10" height="5" fill="leaf"/></svg>', "utf-8")
    (folder / "pictures.yaml").write_text(PALETTE + WATERING + RIGHTS, "utf-8")
    (folder / "topics.yaml").write_text(PAGE, "utf-8")
    (small / "overrides").symlink_to(ROOT / "overrides")
    return small


def problems(project: Path) -> list[str]:
    found = build(project, SETTINGS)
    assert not isinstance(found, Site)
    assert all(isinstance(one, Problem) for one in found)
    return list(map(str, found))


def test_a_picture_is_drawn_into_the_site_and_shown_with_what_is_seen_in_it(garden: Path) -> None:
    files = made(garden)
    drawing = files["assets/pictures/watering.svg"]
    assert 'fill="#5fa55f"' in drawing
    assert "leaf" not in drawing
    shown = tree(files["easy-read/topics/how-to-water/index.html"]).one("img", src="../../../assets/pictures/watering.svg")
    assert shown.attrs["alt"] == "A can pours water on a bed."


def test_before_there_are_pictures_a_quiet_field_stands_in_for_each_on_the_page_and_in_print(garden: Path, tmp_path: Path) -> None:
    (garden / "content/easy-read/pictures.yaml").unlink()
    site = build(garden, SETTINGS)
    assert isinstance(site, Site)
    page = tree(str(site.files["easy-read/topics/how-to-water/index.html"]))
    field = next(one for one in page.walk() if one.has_class("no-picture"))
    assert field.text == "watering"
    assert "watering" not in str([one.attrs.get("src") for one in page.all("img")])
    booklet = site.files[path_of("easy read", "topics", "how-to-water")]
    assert isinstance(booklet, bytes)
    (tmp_path / "booklet.pdf").write_bytes(booklet)
    paper = Paper(tmp_path / "booklet.pdf")
    assert "watering" in paper.pages[0]
    assert [tag.alt.partition(" that")[0] for tag in paper.tags if tag.name == "/Figure"] == ["QR code"]


@pytest.mark.parametrize(
    ("find", "write", "line", "told"),
    [
        ("part: bed", "part: bad", 12, 'Picture "watering": the part "bad" does not exist.'),
        ("size: 80", "size: big", 11, 'the part "can" needs a number as its size'),
        ("size: 80", "size: 80, cloth: leaf", 11, 'the part "can" has nothing called "cloth"'),
        ('  leaf: "#5fa55f"\n', "", 11, 'asks for the colour "leaf", which is not in the palette'),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_told_with_its_line(garden: Path, find: str, write: str, line: int, told: str) -> None:
    file = garden / "content/easy-read/pictures.yaml"
    text = file.read_text("utf-8")
    assert text.count(find) == 1
    file.write_text(text.replace(find, write), "utf-8")
    found = [one for one in problems(garden) if told in one]
    assert len(found) == 1
    assert found[0].startswith(f"content/easy-read/pictures.yaml:{line}: ")


def test_a_part_that_is_not_well_formed_is_told_and_does_not_break_the_build(garden: Path) -> None:
    (garden / "content/easy-read/parts/can.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g></svg>', "utf-8")
    assert any(one.startswith("content/easy-read/pictures.yaml:11: ") for one in problems(garden))


def test_a_preview_makes_no_booklets_and_links_to_none(garden: Path) -> None:
    site = build(garden, dataclasses.replace(SETTINGS, preview=True))
    assert isinstance(site, Site)
    assert [path for path in site.files if path.endswith(".pdf")] == []
    assert [path for path, text in site.files.items() if isinstance(text, str) and ".pdf" in text and path.endswith(".html")] == []
