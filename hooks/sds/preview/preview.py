"""The state of a preview: the last site that could be built, and the problems of the last save.

Each page is rendered when a browser first requests it, so that a saved sentence shows at once.
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
from sds.preview.own_pages import PREVIEW_PATH, edit_page, own_file, start_page, with_problems
from sds.problem import Problem, report

FAILED = "The program has a fault. Your files are fine. The window where you started the preview has details:"


@dataclass(frozen=True, slots=True)
class Response:
    """A response: its HTTP status, a file name (whose ending gives the media type), and the content. ``redirect`` is the address of a redirect."""

    status: int
    name: str
    content: Content = b""
    redirect: str = ""


class Preview:
    """The last site that could be built, and the current problems. It is thread-safe: requests wait while a build runs."""

    def __init__(self, build: Callable[[], Site | list[Problem]], root: str) -> None:
        """``build`` reads the project in folder ``root`` and returns the site, or its errors."""
        self._build, self._root = build, root
        self._site: Site | None = None
        self.problems: tuple[str, ...] = ()
        self._versions = itertools.count(time.time_ns() // 1_000_000)  # begins with the time, so pages of an earlier preview reload
        self.version = next(self._versions)
        self._build_lock = RLock()  # held during a build: requests wait for it and then get the new page
        self._changed = Condition()
        self._first_build = Event()  # set after the first build: until then, requests wait

    def rebuild(self) -> None:
        """Builds the site from the files as they are now. If there are errors, keeps the earlier site and shows the errors on each page. Raises nothing."""
        with self._build_lock:
            try:
                result = self._build()
                if isinstance(result, Site):
                    self._site, self.problems = result, ()
                else:
                    self.problems = tuple(report(result).splitlines())
            except Exception as error:
                traceback.print_exc()
                self.problems = (f"{FAILED} {type(error).__name__}: {error}",)
            self.version = next(self._versions)
        self._first_build.set()
        with self._changed:
            self._changed.notify_all()

    def wait_for_change(self, seen: int, seconds: float) -> int:
        """Waits until the version is not ``seen``, for at most ``seconds``. Returns the current version."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, seconds)
        return self.version

    def respond(self, path: str, query: str = "") -> Response:
        """The response for ``path``, the path of an address without its first slash."""
        self._first_build.wait()
        with self._build_lock:
            if path.startswith(PREVIEW_PATH):
                return self._own(path.removeprefix(PREVIEW_PATH), query)
            if self._site is None:
                return Response(200, "index.html", start_page(self.problems, self.version))
            name = f"{path}index.html" if path.endswith("/") or not path else path
            if name not in self._site.files:
                if f"{path}/index.html" in self._site.files:
                    return Response(302, name, redirect=f"/{path}/")
                name = "404.html"
            return Response(404 if name == "404.html" and path != name else 200, name, self._content(self._site, name))

    def _content(self, site: Site, name: str) -> Content:
        try:
            content = site.files[name]
        except Exception as error:
            traceback.print_exc()
            return start_page((f"{FAILED} {type(error).__name__}: {error}",), self.version)
        if not name.endswith(".html") or not isinstance(content, str):
            return content
        return with_problems(content, self.problems, self.version, site.plan.get(name))

    def _own(self, path: str, query: str) -> Response:
        """The preview's own files and pages: its script, its stylesheet, and the page that says where the words of a page are."""
        if path.startswith("edit/"):
            file = path.removeprefix("edit/")
            if self._site and any(page.edit == file for page in self._site.plan.values()):
                line = next(iter(parse_qs(query).get("line", [])), "1")
                return Response(200, "edit.html", edit_page(self._root, file, int(line) if line.isdecimal() else 1, self.version))
        elif content := own_file(path):
            return Response(200, path, content)
        return Response(404, "none.txt", "There is nothing here.")
