"""Helpers for many test files: the project's folder, a page as a tree of elements, sites made in memory, and commands run in a project."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import material
import pytest
from filelock import FileLock

from sds.build import Site, build
from sds.checks import check, diagnostics
from sds.config.read import read_config
from sds.model.framework import Framework
from sds.model.records import Area
from sds.output.files import Files
from sds.paths import PAGES, PDF_CACHE
from sds.problem import Problem, replaced
from sds.reading.load import load
from sds.reading.visible_words import visible_words
from sds.search.codes import SIGNS
from sds.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(__file__).resolve().parent / "data"
VOID_ELEMENTS = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
INLINE_ELEMENTS = frozenset(["a", "abbr", "b", "code", "em", "i", "mark", "q", "small", "span", "strong", "time", "wbr"])
SETTINGS = Settings("https://here.example/", "https://code.example/edit/", Path(material.__file__).parent / "templates" / ".icons")
"""The settings of a site made in memory."""
EXTENSIONS = read_config(ROOT)[0].markdown.extensions
"""The Markdown extensions of this project."""
BINARY_ENDINGS = (".docx", ".pdf", ".png", ".woff2", ".xlsx", ".zip")
"""File name endings of binary files."""
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


@dataclass(eq=False)
class Element:
    """An HTML element, with its child elements and texts."""

    tag: str
    attrs: Mapping[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all elements inside it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str, **attrs: str) -> list[Element]:
        """Every element, including this one, with one of ``tags`` (any, if none is given) and with these attributes."""
        return [one for one in self.walk() if (not tags or one.tag in tags) and all(one.attrs.get(name) == value for name, value in attrs.items())]

    def one(self, *tags: str, **attrs: str) -> Element:
        found = self.all(*tags, **attrs)
        assert len(found) == 1, f"{len(found)} elements are {tags} {attrs}"
        return found[0]

    def id(self, id: str) -> Element | None:
        """The element with this id, or None."""
        return next((one for one in self.walk() if one.attrs.get("id") == id), None)

    def has_class(self, name: str) -> bool:
        return name in self.attrs.get("class", "").split()

    @property
    def text(self) -> str:
        """The text of this element, with white space collapsed."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                gap = "" if child.tag in INLINE_ELEMENTS else " "
                yield gap + "".join(child._pieces()) + gap

    @property
    def ancestors(self) -> Iterator[Element]:
        """The ancestors of this element, the nearest first."""
        holder = self.parent
        while holder is not None:
            yield holder
            holder = holder.parent


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("#page", {})
        self.open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        child = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(child)
        if tag not in VOID_ELEMENTS:
            self.open = child

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.open))

    def handle_endtag(self, tag: str) -> None:
        for holder in (self.open, *self.open.ancestors):
            if holder.tag == tag and holder.parent is not None:
                self.open = holder.parent
                return

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


def parse_html(html: str) -> Element:
    """Parses HTML. Returns the root, whose children are the page's outermost elements."""
    parser = _TreeBuilder()
    parser.feed(html)
    parser.close()
    return parser.root


def is_redirect(page: Element) -> bool:
    """Whether a page is a redirect."""
    return bool(page.all("meta", **{"http-equiv": "refresh"}))


class TextFiles(Mapping[str, str]):
    """The text files of a site by path. Each is rendered when it is first read."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __getitem__(self, path: str) -> str:
        content = self._files[path]
        return content if isinstance(content, str) else content.decode()

    def __iter__(self) -> Iterator[str]:
        return (path for path in self._files if not path.endswith(BINARY_ENDINGS))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def build_site(project: Path, settings: Settings = SETTINGS) -> TextFiles:
    """The text files of a project's site, built in memory and rendered only when read. Fails if the project has errors."""
    if not (project / "overrides").exists():
        (project / "overrides").symlink_to(ROOT / "overrides")
    site = build(project, settings)
    assert isinstance(site, Site), "\n".join(map(str, site))
    return TextFiles(site.files)


def read_search_index(read: Callable[[str], str]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The search index of a site: its start file, and the fields that results show of each record, in order. ``read`` takes a path and returns its text."""
    start = json.loads(read("search/start.json"))
    records = sum(sign in SIGNS[:32] for sign in start["rows"])  # a number ends with such a digit
    pieces = range(-(-records // start["together"]))
    columns = [start["pieces"][f"r{at}"] if "pieces" in start else json.loads(read(f"search/{start['edition']}/r{at}.json")) for at in pieces]
    return start, [dict(zip(start["shown"], values, strict=True)) for some in columns for values in zip(*some, strict=True)]


def edit(project: Path, file: str, find: str, replace: str) -> None:
    """Replaces ``find``, which must occur exactly once in ``file``."""
    assert (project / file).resolve().is_relative_to(project.resolve()), "a link leads to the real project"
    text = (project / file).read_text("utf-8")
    assert text.count(find) == 1, f"{text.count(find)} places in {file} hold {find!r}"
    (project / file).write_text(text.replace(find, replace), "utf-8")


def words(text: str) -> list[str]:
    """The words of a text, for finding overlaps: lower-case letters, digits and apostrophes."""
    return re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))


def with_theme(project: Path) -> Path:
    """Adds templates and settings to a folder of YAML files, so that it can be built, and returns it. The program is a symbolic link to the real one."""
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    (project / "hooks").symlink_to(ROOT / "hooks")
    return with_booklet_cache(project)


def with_booklet_cache(project: Path) -> Path:
    """Links a project to the real project's cache of PDFs, where each is found by a hash of all its inputs."""
    (ROOT / PDF_CACHE).mkdir(parents=True, exist_ok=True)
    if not (project / PDF_CACHE).exists():
        (project / PDF_CACHE).parent.mkdir(exist_ok=True)
        (project / PDF_CACHE).symlink_to(ROOT / PDF_CACHE)
    return project


def with_own_program(project: Path) -> Path:
    """The same as :func:`with_theme`, but with a copy of the program that a test may change."""
    with_theme(project)
    (project / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    return project


def assert_may_build() -> None:
    """Call this before building a site in another process. It fails in a quick run, which must not run such tests."""
    assert os.environ.get("TEST_TIER") != "quick", "Mark this test with pytest.mark.builds: a quick run builds nothing."


def mkdocs(project: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs in a project's folder, as an editor would."""
    assert_may_build()
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *map(str, arguments)], cwd=project, env=ENVIRONMENT, capture_output=True, text=True, timeout=300, check=False
    )


def run_command(project: Path, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as ``run.py`` does, in a project's folder, with extra environment ``variables``."""
    environment = {**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks"), **variables}
    command = [sys.executable, "-m", "sds", *map(str, arguments)]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=300, check=False)


def make_folder_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that ``make`` fills, once for all xdist processes: the first that needs it makes it. Tests must not change it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with FileLock(folder.with_name(f"{name}.lock")):
        if not folder.exists():
            new = folder.with_name(f"{name}.new")
            shutil.rmtree(new, ignore_errors=True)  # left by a process that failed
            make(new)
            new.rename(folder)
    return folder


def full_page_url(pages: Mapping[str, Element], role: str) -> str:
    """The address of a role's full page (not its easy-read page)."""
    return next(url for url in (f"/roles/{role}/full/", f"/roles/{role}/") if url in pages)


def labelled_section(page: Element, id: str) -> Element:
    """The section whose heading has this id."""
    return page.one("section", **{"aria-labelledby": id})


def find_problems(project: Path) -> list[Problem]:
    """Every problem in the YAML files of a project, as it would be reported on 2 April 2026."""
    return diagnostics(load(project), datetime.date(2026, 4, 2))


def find_errors(project: Path) -> list[Problem]:
    """The errors among ``find_problems``."""
    return [problem for problem in find_problems(project) if problem.level == "error"]


def find_problems_in_page(project: Path, words: str) -> list[Problem]:
    """Every problem that is found when ``words`` are the text of a hand-written page, with lines counted from the first of the words."""
    page = f"{PAGES}/words.md"
    (project / page).write_text(words, "utf-8")
    return [one for one in diagnostics(load(project), datetime.date(2026, 4, 2), visible=visible_words(project)) if one.path == page]


def text_after(project: Path, problem: Problem) -> str:
    """The text of the problem's file after its replacement was made."""
    assert problem.replacement is not None, str(problem)
    return replaced((project / problem.path).read_text("utf-8"), [problem.replacement])[0]


def problems_after(project: Path, old: str, new: str) -> list[str]:
    """The checker's messages after ``old`` was replaced by ``new`` in the project's standards.yaml."""
    file = project / "standards.yaml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8")
    return [str(problem) for problem in check(load(project))]


def area_with_a_number(framework: Framework, purpose: str = "council-first") -> tuple[Area, str]:
    """The first area with a phone number for a purpose, and the number as in a ``tel:`` link. If no area has one, the first with a number of the council."""
    return next(
        (area, way.value.replace(" ", ""))
        for wanted in (purpose, "council-first")
        for area in framework.contacts.areas
        for contact in area.contacts
        if contact.purpose == wanted
        for way in contact.ways
        if way.kind == "phone" and way.has_number
    )
