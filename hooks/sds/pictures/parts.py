"""Reads the parts of the easy-read pictures. Only shapes are allowed, so that a part's file can neither run anything on a page nor load anything from
elsewhere.

A part is a file ``<name>.svg`` with its own viewBox. Any element, attribute or value that is not in the lists below is refused, with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

from sds.problem import Problem
from sds.reading.yaml_text import not_utf8

NUMBER = r"-?(?:\d{1,5}(?:\.\d{0,5})?|\.\d{1,5})"
NUMBERS = rf"\s*{NUMBER}(?:[\s,]+{NUMBER})*\s*"
NAME = r"[a-z][a-z0-9-]*"

PLACE: Mapping[str, str] = {"x": NUMBER, "y": NUMBER, "width": NUMBER, "height": NUMBER, "rx": NUMBER, "ry": NUMBER}
LOOK: Mapping[str, str] = {
    "fill": NAME,
    "stroke": NAME,
    "stroke-width": r"\d{1,5}(?:\.\d{0,5})?(?:\+line)?|line",
    "stroke-dasharray": NUMBERS,
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "miter|round|bevel",
    "opacity": NUMBER,
    "fill-opacity": NUMBER,
    "transform": rf"\s*(?:(?:translate|rotate|scale)\({NUMBERS}\)\s*)+",
}
SHAPES: Mapping[str, Mapping[str, str]] = {
    "g": LOOK,
    "path": {**LOOK, "d": r"[MLHVCSQTAZmlhvcsqtaz\d\s.,-]+"},
    "circle": {**LOOK, "cx": NUMBER, "cy": NUMBER, "r": NUMBER},
    "ellipse": {**LOOK, "cx": NUMBER, "cy": NUMBER, "rx": NUMBER, "ry": NUMBER},
    "rect": {**LOOK, **PLACE},
}
"""The elements that a part may have, with the attributes of each and a regular expression for each value."""

HOLE: Mapping[str, str] = {"name": NAME, "part": f"(?:{NAME})?", "x": NUMBER, "y": NUMBER, "size": NUMBER}
WHOLE: Mapping[str, str] = {"xmlns": r"http://www\.w3\.org/2000/svg", "viewBox": rf"0 0 ({NUMBER}) ({NUMBER})"}
PHOTOS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
"""How files of pictures begin that are no drawings."""
DRAWN_BY = re.compile(rb"xmlns:(?:inkscape|sodipodi|sketch|serif|bx|krita)=")
"""What programs write into a drawing for themselves."""
ALIEN = "?"
"""The tag that replaces a refused element, so that the elements inside it are not reported as well."""
LIKE = {"fill": 'fill="ink"', "stroke": 'stroke="ink"', "stroke-width": 'stroke-width="line"', "viewBox": 'viewBox="0 0 100 100"', "part": 'part="calm"'}
"""Examples, shown in messages, of the attributes that are most often wrong."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One element of a part: its tag, its attributes, and the elements inside it. The attributes of a hole say which part fills it."""

    tag: str
    says: Mapping[str, str]
    inside: list[Shape]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part as it was read: the size of its viewBox, and its shapes. It equals only itself, which makes it a cheap key for a cache."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Parts:
    """The parts by name, the names of the parts that were refused, and the problems that say why."""

    read: Mapping[str, Part]
    refused: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def read_parts(root: Path, folder: str) -> Parts:
    """Reads every part file in ``folder`` of the project in folder ``root``, in order of file name. Bad data raises nothing: it becomes a problem."""
    files = sorted((root / folder).glob("*.svg"))
    found = {path.stem: _file(path, f"{folder}/{path.name}", path.stat().st_mtime_ns) for path in files}
    capitals = [path for path in files if path.stem != path.stem.lower()]
    named = tuple(Problem(f"{folder}/{one.name}", 1, "The name of a part has small letters.", f"Name this file {one.name.lower()}") for one in capitals)
    found |= {path.stem.lower(): (None, ()) for path in capitals if path.stem.lower() not in found}
    return Parts(
        {name: part for name, (part, _) in found.items() if part is not None},
        frozenset(name for name, (part, _) in found.items() if part is None),
        (*named, *(problem for _, problems in found.values() for problem in problems)),
    )


@lru_cache(maxsize=1024)  # a preview reads the parts at each save; comparing times of change is quicker than parsing hundreds of small files again
def _file(path: Path, name: str, changed: int) -> tuple[Part | None, tuple[Problem, ...]]:  # noqa: ARG001
    """Reads one part file. Returns the part, or None and its problems. ``changed`` (the modification time) is only a key of the cache."""
    reading = _Reading(name)
    content = path.read_bytes()
    if content.startswith(PHOTOS):
        wrong = "This file holds a picture made of dots, as photos are, and its name says that it is a drawing."
        return None, (Problem(name, 1, wrong, "Save the drawing as SVG in a program that draws, or restore the file from an earlier version."),)
    if DRAWN_BY.search(content):
        wrong = "This drawing holds notes of the program in which it was drawn."
        return None, (Problem(name, 1, wrong, "Save it there as plain SVG, with shapes and nothing else."),)
    try:
        reading.read(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        reading.problems.append(not_utf8(name, error))
    except expat.ExpatError as error:
        reading.problems.append(
            Problem(name, error.lineno, f"This drawing is not whole ({expat.ErrorString(error.code)}).", 'Close each shape, as in <path d="M0 0 L9 9"/>.')
        )
    return (None if reading.problems else reading.part()), tuple(reading.problems)


@dataclass
class _Reading:
    """The state while one part file is parsed. ``holders`` are the open elements, the outermost first."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    holders: list[Shape] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.whole = Shape("", {}, [])
        self.holders.append(self.whole)
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = lambda _: self.holders.pop()
        self.parser.CharacterDataHandler = self.words
        self.parser.CommentHandler = lambda _: self.only_shapes("There is a note")
        self.parser.ProcessingInstructionHandler = lambda *_: self.only_shapes("There is an instruction")
        self.parser.StartDoctypeDeclHandler = lambda *_: self.only_shapes("There is a document type")

    def read(self, text: str) -> None:
        self.parser.Parse(text, True)

    def part(self) -> Part:
        """The part that was read. Call it only if there are no problems."""
        svg = self.whole.inside[0]
        size = re.fullmatch(WHOLE["viewBox"], svg.says["viewBox"])
        assert size is not None
        return Part(float(size[1]), float(size[2]), tuple(svg.inside))

    def start(self, tag: str, says: dict[str, str]) -> None:
        shape, around = Shape(tag, says, []), self.holders[-1]
        if around.tag != ALIEN:
            for wrong, instead in _within(shape, around) if len(self.holders) > 1 else _outermost(shape):
                self.wrong(wrong, instead)
        around.inside.append(shape)
        self.holders.append(shape if tag in {"svg", "hole", *SHAPES} and around.tag != ALIEN else Shape(ALIEN, {}, []))

    def words(self, text: str) -> None:
        if text.strip() and self.holders[-1].tag != ALIEN:
            self.only_shapes("There are words")

    def only_shapes(self, what: str) -> None:
        self.wrong(f"{what} in this drawing.", "Delete it: a part has shapes only.")

    def wrong(self, wrong: str, instead: str) -> None:
        self.problems.append(Problem(self.path, self.parser.CurrentLineNumber, wrong, instead))


def _outermost(shape: Shape) -> Iterator[tuple[str, str]]:
    if shape.tag != "svg":
        yield f'This drawing starts with "{shape.tag}".', 'Start it with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">.'
        return
    yield from _said(shape, WHOLE)
    size = re.fullmatch(WHOLE["viewBox"], shape.says.get("viewBox", ""))
    if "viewBox" not in shape.says or (size and not (float(size[1]) > 0 and float(size[2]) > 0)):
        yield "This drawing does not say how large it is.", 'Write it as viewBox="0 0 100 100", with its width and height in place of 100.'


def _within(shape: Shape, around: Shape) -> Iterator[tuple[str, str]]:
    if around.tag == "hole":
        yield "There is a shape inside a hole.", "Close the hole first: <hole .../>"
    if shape.tag == "hole":
        yield from _said(shape, {**HOLE, **{word: f"(?:{NAME})?" for word in shape.says if word not in HOLE and re.fullmatch(NAME, word)}})
        for missing in HOLE.keys() - shape.says.keys():
            yield f'This hole has no "{missing}".', 'Write it as <hole name="face" part="calm" x="0" y="0" size="60"/>.'
        if float(_number(shape.says.get("size", "1"))) <= 0:
            yield "The size of this hole is not more than 0.", 'Write how wide the part in it is, as in size="60".'
    elif shape.tag in SHAPES:
        yield from _said(shape, SHAPES[shape.tag])
    else:
        yield f'"{shape.tag}" is not a shape that a part can have.', f"Use only {', '.join(SHAPES)} and hole."


def _said(shape: Shape, allowed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A message and a suggestion for each attribute of ``shape`` that is not ``allowed`` or has an invalid value."""
    for word, value in shape.says.items():
        if word not in allowed:
            yield f'"{shape.tag}" may not have "{word}".', f"Delete it. It may have {', '.join(allowed)}."
        elif not re.fullmatch(allowed[word], value):
            like = f"Write it as {LIKE[word]}." if word in LIKE else "Write plain numbers." if "\\d" in allowed[word] else f"Write it as {allowed[word]}."
            yield f'"{value}" cannot be used as the "{word}" of "{shape.tag}".', like


def _number(text: str) -> str:
    """``text`` if it is a number; otherwise "1", because :func:`_said` has already reported it."""
    return text if re.fullmatch(NUMBER, text) else "1"
