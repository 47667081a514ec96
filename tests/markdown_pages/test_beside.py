"""Files next to hand-written pages are copied unchanged, so none may be a program, contain one, or be a symbolic link."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS, with_theme
from sds.commands.check import all_problems
from sds.markdown_pages.rules.beside import Beside, pictures_can_be_seen
from sds.project import EarlierRun, read_project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}<circle r="3"/></svg>'


def told(project: Path) -> list[str]:
    if not (project / "overrides").exists():
        (project / "overrides").symlink_to(ROOT / "overrides")
    found = read_project(project, SETTINGS)
    return [str(problem) for problem in found if "overrides" not in problem.path] if isinstance(found, list) else []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.svg", SVG.format("<script>alert(1)</script>"), "x.svg:1: There is <script in this picture"),
        ("x.svg", SVG.format('\n<a xlink:href="javascript:alert(1)"/>'), 'x.svg:2: There is href="javascript in this picture'),
        # the colon as an XML character reference
        ("x.svg", SVG.format('<a href="javascript&#58;alert(1)"/>'), 'x.svg:1: There is href="javascript in this picture'),
        ("x.svg", SVG.format('<g onload="alert(1)"/>'), "x.svg:1: There is onload= in this picture"),
        ("x.svg", SVG.format("<foreignObject/>"), "x.svg:1: There is <foreignObject in this picture"),
        ("x.svg", SVG.format('<image href="https://elsewhere.example/a.png"/>'), "could run in a reader's browser"),
        ("x.js", "alert(1)", "x.js:1: This file could run in a reader's browser."),
        ("x.xml", "<a/>", "x.xml:1: This file could run in a reader's browser."),
        ("robots.txt", "<html><script>alert(1)</script>", "robots.txt:1: This .txt file holds a page of HTML."),
        ("x.png", "<svg onload=alert(1)>", "x.png:1: This .png file holds a page of HTML."),
    ],
)
def test_a_file_that_is_or_holds_a_program_is_refused(small: Path, name: str, content: str, said: str) -> None:
    (small / "content/pages" / name).write_text(content, "utf-8")
    found = told(small)
    assert len(found) == 1
    assert said in found[0]


PICTURE = SVG.format('<style>circle{fill:red}</style><use href="#a"/>')


@pytest.mark.parametrize(("name", "content"), [("x.svg", PICTURE), ("robots.txt", "a < b"), ("x.pdf", "%PDF")])
def test_a_picture_or_a_plain_file_is_taken(small: Path, name: str, content: str) -> None:
    (small / "content/pages" / name).write_text(content, "utf-8")
    about = small / "content/pages/about.md"
    about.write_text(f"{about.read_text('utf-8')}\n[The plan of the beds](x.pdf)\n" if name == "x.pdf" else about.read_text("utf-8"), "utf-8")
    assert told(small) == []


@pytest.mark.parametrize(
    "at", ["content/pages/x.txt", "content/pages/x.md", "content/glossary.yaml", "content/pages/deep", "content/standards/x.yaml", "standards.yaml"]
)
def test_a_link_to_another_file_is_refused_wherever_it_stands(small: Path, tmp_path: Path, at: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("root:x:0:0", "utf-8")
    (small / at).unlink(missing_ok=True)
    (small / at).symlink_to(outside if at.endswith("deep") else outside / "secret.md")
    found = told(small)
    assert len(found) == 1
    assert found[0].startswith(f"{at}:1: This is a link to another file. Put the file itself here")


@pytest.mark.parametrize(
    ("at", "to"),
    [("content", "content"), ("content", "."), ("content/more", ".."), ("content/pages/more", "."), ("content/pages/x.md", "x.md"), ("content/pages", "../..")],
)
def test_a_link_that_leads_back_to_where_it_stands_is_told_once_and_followed_by_nobody(small: Path, at: str, to: str) -> None:
    if (small / at).exists():
        shutil.rmtree(small / at)
    (small / at).symlink_to(to)
    assert [one.partition(" Delete it.")[0] for one in told(small)] == [f"{at}:1: This is a link that leads back to itself, or to a folder that it is in."]


# --- photos ---


def _of_a_camera(tag: int) -> bytes:
    """The beginning of a camera's EXIF data: a directory with one entry, which has this tag."""
    return b"\xff\xd8\xff\xe1\x00\x26Exif\0\0" + b"MM\0*" + (8).to_bytes(4, "big") + b"\0\x01" + tag.to_bytes(2, "big") + bytes(10) + bytes(4)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jpg", _of_a_camera(0x8825), "This photo says where it was taken"),
        ("a.jpg", _of_a_camera(0x0112), ""),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\x1aeXIfII*\0\x08\0\0\0\x01\0\x25\x88" + bytes(14), "This photo says where it was taken"),
        ("a.png", b"<x:xmpmeta exif:GPSLatitude='57,8N'/>", "This photo says where it was taken"),
        ("a.jpg", bytes(2_000_001), "This picture has 2,000,001 bytes"),
        ("a.heic", b"ftypheic", "Many browsers cannot show a picture that ends in .heic."),
    ],
)
def test_a_photo_that_says_where_it_was_taken_or_that_nobody_can_see_is_told(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = list(pictures_can_be_seen.look(Beside(tmp_path / name, name, ())))
    assert [problem.wrong.startswith(said) for problem in found] == ([True] if said else [])


def test_a_picture_named_with_other_capitals_is_told_by_its_name(small: Path) -> None:
    project = with_theme(small)
    (project / "content/pages/taps.png").write_bytes((ROOT / "content/pages/contribute/foot.png").read_bytes())
    page = project / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n![The taps by the gate](Taps.PNG)\n", "utf-8")
    (problem,) = [one for one in all_problems(project, EarlierRun(project)) if "Taps.PNG" in one.wrong]
    assert problem.instead == "Write taps.png"
    assert problem.replacement is not None
    assert problem.replacement.line == "![The taps by the gate](taps.png)"
