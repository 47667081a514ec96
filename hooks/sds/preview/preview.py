"""What a preview shows: the last site that was in order, and what is to be put right in the last save.

Each page is made when a browser first asks for it, so that a saved sentence is there at once.
"""

from __future__ import annotations

import itertools
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Event, RLock
from urllib.parse import parse_qs

from sds.build import Site
from sds.output.files import Content
from sds.preview.own_pages import OWN, edit_page, own_file, start_page, with_list
from sds.problem import Problem, report

FAILED = "The program has a fault. Your files are fine. The window where you started the preview has details:"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser is given: a status of HTTP, the file's name, by which its type is known, and its content. ``to`` is where it is sent instead."""

    status: int
    name: str
    content: Content = b""
    to: str = ""


class Preview:
    """The last site in order, and the list of what to put right. Several threads may ask at once, and wait while a site is made."""

    def __init__(self, build: Callable[[], Site | list[Problem]], root: str) -> None:
        """``build`` reads the files of the project in folder ``root``, and makes the site or says what is wrong."""
        self._build, self._root = build, root
        self._site: Site | None = None
        self.problems: tuple[str, ...] = ()
        self._count = itertools.count(time.time_ns() // 1_000_000)  # a page of a preview that ended has another number
        self.version = next(self._count)
        self._changing = RLock()  # held while a site is made: who asks for a page then gets the new one
        self._changed = Condition()
        self._begun = Event()  # set when the files have been read once: until then nobody is answered

    def rebuild(self) -> None:
        """Shows the files as they are now, or the list of what is wrong in them on each page. Raises nothing."""
        with self._changing:
            try:
                made = self._build()
                if isinstance(made, Site):
                    self._site, self.problems = made, ()
                else:
                    self.problems = tuple(report(made).splitlines())
            except Exception as error:
                traceback.print_exc()
                self.problems = (f"{FAILED} {type(error).__name__}: {error}",)
            self.version = next(self._count)
        self._begun.set()
        with self._changed:
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """The version that is shown: as soon as it is not ``seen``, or after so many ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, seconds)
        return self.version

    def answer(self, path: str, query: str = "") -> Answer:
        """What is given for an address of the site, which begins with no slash."""
        self._begun.wait()
        with self._changing:
            if path.startswith(OWN):
                return self._own(path.removeprefix(OWN), query)
            if self._site is None:
                return Answer(200, "index.html", start_page(self.problems, self.version))
            name = f"{path}index.html" if path.endswith("/") or not path else path
            if name not in self._site.files:
                if f"{path}/index.html" in self._site.files:
                    return Answer(302, name, to=f"/{path}/")
                name = "404.html"
            return Answer(404 if name == "404.html" and path != name else 200, name, self._content(self._site, name))

    def _content(self, site: Site, name: str) -> Content:
        try:
            content = site.files[name]
        except Exception as error:
            traceback.print_exc()
            return start_page((f"{FAILED} {type(error).__name__}: {error}",), self.version)
        if not name.endswith(".html") or not isinstance(content, str):
            return content
        return with_list(content, self.problems, self.version, site.plan.get(name))

    def _own(self, path: str, query: str) -> Answer:
        """What the preview itself gives: its script and style, and where a page's words are."""
        if path.startswith("edit/"):
            file = path.removeprefix("edit/")
            if self._site and any(page.edit == file for page in self._site.plan.values()):
                line = next(iter(parse_qs(query).get("line", [])), "1")
                return Answer(200, "edit.html", edit_page(self._root, file, int(line) if line.isdecimal() else 1, self.version))
        elif content := own_file(path):
            return Answer(200, path, content)
        return Answer(404, "none.txt", "There is nothing here.")
