"""The easy-read pictures: they are in the site, errors are reported to the editor, and a missing picture is replaced by a placeholder."""

from __future__ import annotations

import dataclasses
import math
import re
from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS, build_site, edit, parse_html
from pdfs import Paper
from sds.booklets import path_of
from sds.build import Site, build
from sds.problem import Problem

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
    (folder / "parts/can.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0 L9 9" stroke="ink"/><hole name="lid" part="" x="0" y="0" size="5"/></svg>',
        "utf-8",
    )
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
    files = build_site(garden)
    drawing = files["assets/pictures/watering.svg"]
    assert 'fill="#5fa55f"' in drawing
    assert "leaf" not in drawing
    shown = parse_html(files["easy-read/topics/how-to-water/index.html"]).one("img", src="../../../assets/pictures/watering.svg")
    assert shown.attrs["alt"] == "A can pours water on a bed."


def test_an_error_in_another_file_while_no_picture_is_cached_leaves_the_pictures_in_later_builds(garden: Path) -> None:
    edit(garden, "standards.yaml", "\nroles:\n", "\nroels:\n")
    assert problems(garden)
    edit(garden, "standards.yaml", "\nroels:\n", "\nroles:\n")
    assert "assets/pictures/watering.svg" in build_site(garden)


def test_before_there_are_pictures_a_quiet_field_stands_in_for_each_on_the_page_and_in_print(garden: Path, tmp_path: Path) -> None:
    (garden / "content/easy-read/pictures.yaml").unlink()
    site = build(garden, SETTINGS)
    assert isinstance(site, Site)
    page = parse_html(str(site.files["easy-read/topics/how-to-water/index.html"]))
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
        ("size: 80", "size: 0", 11, 'the part "can" needs a size of more than 0'),
        ("size: 80", "size: -5", 11, 'the part "can" needs a size of more than 0'),
        ("size: 80", "size: nan", 11, 'the part "can" needs a number as its size'),
        ("size: 80", "size: 1e999", 11, 'the part "can" needs a number as its size'),
        ("size: 90", "size: 90, turn: inf", 12, 'the part "bed" needs a number as its turn'),
        ("x: 10,", "x: -1400,", 11, 'the part "can" lies outside the picture, which is 200 wide and 150 high'),
        ("size: 80", "size: 800", 11, "is wider than the picture, which is 200 wide"),
        ("y: 90", "y: 150", 12, 'the part "bed" lies outside the picture'),
        ("size: 80", "size: 80, lid: can", 11, 'the part "can" contains itself'),
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


SLIPS = {
    "it is not whole": ("<g>", 3, "not whole"),
    "it has a script": ("<script>alert(1)</script>", 2, '"script" is not a shape that a part can have'),
    "it has a script with a name of its own": ('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>', 2, '"x:script" is not a shape'),
    "it has a page in it": ('<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">no</b></foreignObject>', 2, '"foreignObject" is not a shape'),
    "it fetches a picture": ('<image href="https://evil.example/x.png"/>', 2, '"image" is not a shape'),
    "it uses another drawing": ('<use href="#x"/>', 2, '"use" is not a shape'),
    "it has a style sheet": ("<style>*{fill:url(https://evil.example/x)}</style>", 2, '"style" is not a shape'),
    "it acts on a click": ('<path d="M0 0" onclick="alert(1)"/>', 2, '"path" may not have "onclick"'),
    "it leads elsewhere": ('<g href="https://evil.example/"/>', 2, '"g" may not have "href"'),
    "it has a style": ('<path d="M0 0" style="fill:red"/>', 2, '"path" may not have "style"'),
    "its colour is elsewhere": ('<path d="M0 0" fill="url(https://evil.example/x)"/>', 2, '"url(https://evil.example/x)" cannot be used as the "fill"'),
    "its colour is written in secret": ('<path d="M0 0" fill="u&#114;l(#x)"/>', 2, '"url(#x)" cannot be used as the "fill"'),
    "its line is a word": (
        '<path d="M0 0" stroke-width="thick"/>',
        2,
        '"thick" cannot be used as the "stroke-width" of "path". Write it as stroke-width="line".',
    ),
    "its hole has no name": ('<hole part="bed" x="0" y="0" size="5"/>', 2, 'This hole has no "name"'),
    "its hole is not wide": ('<hole name="a" part="bed" x="0" y="0" size="0"/>', 2, "The size of this hole is not more than 0"),
    "its hole holds a shape": ('<hole name="a" part="bed" x="0" y="0" size="5"><g/></hole>', 2, "There is a shape inside a hole"),
    "it has words": ("Hello", 2, "There are words in this drawing"),
    "it has a note": ("<!-- <hole/> -->", 2, "There is a note in this drawing"),
    "it has an instruction": ('<?xml-stylesheet href="https://evil.example/x.css"?>', 2, "There is an instruction in this drawing"),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_part_that_is_more_than_shapes_is_refused_with_its_file_and_line_and_nothing_else_is_told(garden: Path, slip: tuple[str, int, str]) -> None:
    inside, line, told = slip
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n{inside}\n</svg>'
    (garden / "content/easy-read/parts/can.svg").write_text(whole, "utf-8")
    found = problems(garden)
    assert [one.split(": ")[0] for one in found] == [f"content/easy-read/parts/can.svg:{line}"]
    assert told in found[0]


FORMS = {
    "another encoding": ('<svg viewBox="0 0 9 9"/>'.encode("utf-16"), "This file is not saved as UTF-8 text."),
    "a document type": (b'<!DOCTYPE svg [<!ENTITY x "y">]>\n<svg viewBox="0 0 9 9"/>', "There is a document type in this drawing."),
    "no size": (b"<svg/>", "This drawing does not say how large it is."),
    "no width": (b'<svg viewBox="0 0 0 9"/>', "This drawing does not say how large it is."),
    "another start": (b'<svg viewBox="5 5 9 9"/>', '"5 5 9 9" cannot be used as the "viewBox" of "svg". Write it as viewBox="0 0 100 100".'),
    "no drawing": (b"<g/>", 'This drawing starts with "g".'),
    "nothing": (b"", "This drawing is not whole"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_part_in_a_form_that_cannot_be_read_is_told_and_does_not_break_the_build(garden: Path, form: tuple[bytes, str]) -> None:
    (garden / "content/easy-read/parts/can.svg").write_bytes(form[0])
    found = problems(garden)
    assert [one.split(": ")[0] for one in found] == ["content/easy-read/parts/can.svg:1"]
    assert form[1] in found[0]


@pytest.mark.parametrize(
    "colour", ['#5fa55f"/><script>alert(1)</script><g fill="red', "url(https://evil.example/x)", "red", "#5fa5", "#12345", "#5fa55g", "#5fa55f "]
)
def test_a_colour_is_a_sign_and_3_4_6_or_8_digits_and_nothing_else_is_drawn(garden: Path, colour: str) -> None:
    file = garden / "content/easy-read/pictures.yaml"
    file.write_text(file.read_text("utf-8").replace('leaf: "#5fa55f"', f"leaf: '{colour}'"), "utf-8")
    if colour == "#5fa5":
        assert f'fill="{colour}"' in build_site(garden)["assets/pictures/watering.svg"]
        return
    assert problems(garden) == [
        f'content/easy-read/pictures.yaml:4: In "leaf" of this file: "{colour}" is not a colour. '
        'Write # and 3, 4, 6 or 8 of 0 to 9 and a to f, in double quotes, as in "#5fa55f".'
    ]


def test_a_changed_colour_or_part_is_seen_in_the_next_build(garden: Path) -> None:
    file, part = garden / "content/easy-read/pictures.yaml", garden / "content/easy-read/parts/can.svg"
    build_site(garden)
    file.write_text(file.read_text("utf-8").replace("#5fa55f", "#00aa00"), "utf-8")
    assert 'fill="#00aa00"' in build_site(garden)["assets/pictures/watering.svg"]
    part.write_text(part.read_text("utf-8").replace("L9 9", "L8 8"), "utf-8")
    assert "L8 8" in build_site(garden)["assets/pictures/watering.svg"]
    (garden / "content/easy-read/parts/spare.svg").write_text('<svg viewBox="0 0 9 9"/>', "utf-8")
    assert "L8 8" in build_site(garden)["assets/pictures/watering.svg"], "a part more is no trouble"


def test_an_outline_is_as_wide_in_a_small_part_as_in_the_large_one_that_holds_it(garden: Path) -> None:
    parts = garden / "content/easy-read/parts"
    line = '<path d="M0 0 L9 9" stroke="ink" stroke-width="{}"/>'
    (parts / "can.svg").write_text(
        f'<svg viewBox="0 0 10 10">{line.format("line")}{line.format("3+line")}<hole name="lid" part="lid" x="1" y="1" size="5"/></svg>', "utf-8"
    )
    (parts / "lid.svg").write_text(f'<svg viewBox="0 0 20 20">{line.format("line")}{line.format("3+line")}</svg>', "utf-8")
    seen = list[tuple[float, float]]()
    for shape in parse_html(build_site(garden)["assets/pictures/watering.svg"]).all("path"):
        scale = math.prod(float(found[1]) for one in shape.ancestors if (found := re.search(r"scale\(([\d.]+)", one.attrs.get("transform", ""))))
        seen.append((float(shape.attrs["stroke-width"]) * scale, 3 * scale))
    assert len(seen) == 4
    for (outline, _), (limb, bare) in (seen[:2], seen[2:]):
        assert outline == pytest.approx(2.4, rel=0.01)
        assert limb == pytest.approx(bare + 2 * 2.4, rel=0.01)


def test_a_preview_makes_no_booklets_and_links_to_none(garden: Path) -> None:
    site = build(garden, dataclasses.replace(SETTINGS, preview=True))
    assert isinstance(site, Site)
    assert [path for path in site.files if path.endswith(".pdf")] == []
    assert [path for path, text in site.files.items() if isinstance(text, str) and ".pdf" in text and path.endswith(".html")] == []
