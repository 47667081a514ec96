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

GEOMETRY: Mapping[str, str] = {"x": NUMBER, "y": NUMBER, "width": NUMBER, "height": NUMBER, "rx": NUMBER, "ry": NUMBER}
PRESENTATION: Mapping[str, str] = {
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
    "g": PRESENTATION,
    "path": {**PRESENTATION, "d": r"[MLHVCSQTAZmlhvcsqtaz\d\s.,-]+"},
    "circle": {**PRESENTATION, "cx": NUMBER, "cy": NUMBER, "r": NUMBER},
    "ellipse": {**PRESENTATION, "cx": NUMBER, "cy": NUMBER, "rx": NUMBER, "ry": NUMBER},
    "rect": {**PRESENTATION, **GEOMETRY},
}
"""The elements that a part may have, with the attributes of each and a regular expression for each value."""

HOLE: Mapping[str, str] = {"name": NAME, "part": f"(?:{NAME})?", "x": NUMBER, "y": NUMBER, "size": NUMBER}
SVG_ROOT: Mapping[str, str] = {"xmlns": r"http://www\.w3\.org/2000/svg", "viewBox": rf"0 0 ({NUMBER}) ({NUMBER})"}
RASTER_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
"""How files of pictures begin that are no drawings."""
EDITOR_NAMESPACES = re.compile(rb"xmlns:(?:inkscape|sodipodi|sketch|serif|bx|krita)=")
"""What programs write into a drawing for themselves."""
REFUSED = "?"
"""The tag that replaces a refused element, so that the elements inside it are not reported as well."""
EXAMPLES = {"fill": 'fill="ink"', "stroke": 'stroke="ink"', "stroke-width": 'stroke-width="line"', "viewBox": 'viewBox="0 0 100 100"', "part": 'part="calm"'}
"""Examples, shown in messages, of the attributes that are most often wrong."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One element of a part: its tag, its attributes, and the elements inside it. The attributes of a hole say which part fills it."""

    tag: str
    attributes: Mapping[str, str]
    children: list[Shape]


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
    reading = _Parser(name)
    content = path.read_bytes()
    if content.startswith(RASTER_SIGNATURES):
        wrong = "This file holds a picture made of dots, as photos are, and its name says that it is a drawing."
        return None, (Problem(name, 1, wrong, "Save the drawing as SVG in a program that draws, or restore the file from an earlier version."),)
    if EDITOR_NAMESPACES.search(content):
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
class _Parser:
    """The state while one part file is parsed. ``open_elements`` are the open elements, the outermost first."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    open_elements: list[Shape] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.document = Shape("", {}, [])
        self.open_elements.append(self.document)
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = lambda _: self.open_elements.pop()
        self.parser.CharacterDataHandler = self.text
        self.parser.CommentHandler = lambda _: self.only_shapes("There is a note")
        self.parser.ProcessingInstructionHandler = lambda *_: self.only_shapes("There is an instruction")
        self.parser.StartDoctypeDeclHandler = lambda *_: self.only_shapes("There is a document type")

    def read(self, text: str) -> None:
        self.parser.Parse(text, True)

    def part(self) -> Part:
        """The part that was read. Call it only if there are no problems."""
        svg = self.document.children[0]
        size = re.fullmatch(SVG_ROOT["viewBox"], svg.attributes["viewBox"])
        assert size is not None
        return Part(float(size[1]), float(size[2]), tuple(svg.children))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        shape, around = Shape(tag, attributes, []), self.open_elements[-1]
        if around.tag != REFUSED:
            for wrong, instead in _child_errors(shape, around) if len(self.open_elements) > 1 else _root_errors(shape):
                self.wrong(wrong, instead)
        around.children.append(shape)
        self.open_elements.append(shape if tag in {"svg", "hole", *SHAPES} and around.tag != REFUSED else Shape(REFUSED, {}, []))

    def text(self, text: str) -> None:
        if text.strip() and self.open_elements[-1].tag != REFUSED:
            self.only_shapes("There are words")

    def only_shapes(self, what: str) -> None:
        self.wrong(f"{what} in this drawing.", "Delete it: a part has shapes only.")

    def wrong(self, wrong: str, instead: str) -> None:
        self.problems.append(Problem(self.path, self.parser.CurrentLineNumber, wrong, instead))


def _root_errors(shape: Shape) -> Iterator[tuple[str, str]]:
    if shape.tag != "svg":
        yield f'This drawing starts with "{shape.tag}".', 'Start it with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">.'
        return
    yield from _attribute_errors(shape, SVG_ROOT)
    size = re.fullmatch(SVG_ROOT["viewBox"], shape.attributes.get("viewBox", ""))
    if "viewBox" not in shape.attributes or (size and not (float(size[1]) > 0 and float(size[2]) > 0)):
        yield "This drawing does not say how large it is.", 'Write it as viewBox="0 0 100 100", with its width and height in place of 100.'


def _child_errors(shape: Shape, around: Shape) -> Iterator[tuple[str, str]]:
    if around.tag == "hole":
        yield "There is a shape inside a hole.", "Close the hole first: <hole .../>"
    if shape.tag == "hole":
        yield from _attribute_errors(shape, {**HOLE, **{word: f"(?:{NAME})?" for word in shape.attributes if word not in HOLE and re.fullmatch(NAME, word)}})
        for missing in HOLE.keys() - shape.attributes.keys():
            yield f'This hole has no "{missing}".', 'Write it as <hole name="face" part="calm" x="0" y="0" size="60"/>.'
        if float(_number(shape.attributes.get("size", "1"))) <= 0:
            yield "The size of this hole is not more than 0.", 'Write how wide the part in it is, as in size="60".'
    elif shape.tag in SHAPES:
        yield from _attribute_errors(shape, SHAPES[shape.tag])
    else:
        yield f'"{shape.tag}" is not a shape that a part can have.', f"Use only {', '.join(SHAPES)} and hole."


def _attribute_errors(shape: Shape, allowed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A message and a suggestion for each attribute of ``shape`` that is not ``allowed`` or has an invalid value."""
    for word, value in shape.attributes.items():
        if word not in allowed:
            yield f'"{shape.tag}" may not have "{word}".', f"Delete it. It may have {', '.join(allowed)}."
        elif not re.fullmatch(allowed[word], value):
            numeric = "\\d" in allowed[word]
            like = f"Write it as {EXAMPLES[word]}." if word in EXAMPLES else "Write plain numbers." if numeric else f"Write it as {allowed[word]}."
            yield f'"{value}" cannot be used as the "{word}" of "{shape.tag}".', like


def _number(text: str) -> str:
    """``text`` if it is a number; otherwise "1", because :func:`_attribute_errors` has already reported it."""
    return text if re.fullmatch(NUMBER, text) else "1"
