"""``mkdocs.yml`` -> its settings with line numbers, and the problems in the file."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from inspect import isfunction
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pathspec import GitIgnoreSpec

from sds.config.shapes import meant, unfit
from sds.config.yaml_values import KeyPath, values_and_lines
from sds.paths import CONFIG
from sds.problem import Problem
from sds.reading.yaml_errors import yaml_problem
from sds.reading.yaml_text import tabs

BUILTIN_EXTENSIONS = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs always uses: https://www.mkdocs.org/user-guide/configuration/#markdown_extensions."""
WITHOUT_FILE: Mapping[str, Any] = {
    "markdown_extensions": ["abbr", "admonition", "attr_list", "def_list", "footnotes", {"smarty": {"smart_dashes": False, "smart_ellipses": False}}],
    "plugins": [],
}
"""The settings of a project without ``mkdocs.yml``."""
NEVER = (".*", "/templates/")
"""Patterns of files that MkDocs always leaves out, in addition to ``exclude_docs``: https://www.mkdocs.org/user-guide/configuration/#exclude_docs."""


@dataclass(frozen=True, slots=True)
class Script:
    """An entry of ``extra_javascript``: its path in the folder of hand-written pages, and the attributes of its ``script`` element."""

    path: str
    type: str = ""
    is_async: bool = False
    defer: bool = False


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """The Markdown extensions by name, in order, and the options of each.

    ``described`` is the options as text, which is the same in each run. Two settings are equal when they render pages alike.
    """

    extensions: tuple[str, ...]
    options: Mapping[str, dict[str, Any]] = field(compare=False)
    described: str


class Place(NamedTuple):
    """Where a setting is: how many keys of its path are in ``file``, on ``line`` (from 1)."""

    depth: int
    file: str
    line: int


@dataclass(frozen=True, eq=False)
class SiteConfig:
    """The settings of ``mkdocs.yml`` with those of the file that it inherits from, and the line of each of its own by its key path."""

    values: Mapping[str, Any] = field(default_factory=lambda: WITHOUT_FILE)
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    file: str = CONFIG
    inherited: SiteConfig | None = None

    def place(self, path: KeyPath) -> Place:
        """The place of a setting, or of the nearest setting around it that is in a file, or the first line of this file."""
        own = path
        while own and own not in self.lines:
            own = own[:-1]
        here = Place(len(own), self.file, self.lines.get(own, 1))
        above = self.inherited.place(path) if self.inherited else here
        return above if above.depth > here.depth else here

    def problem(self, path: KeyPath, wrong: str, instead: str) -> Problem:
        """A problem at the place of a setting."""
        _, file, line = self.place(path)
        return Problem(file, line, wrong, instead)

    def path_of(self, setting: str, name: str) -> KeyPath:
        """The key path of ``name`` in a list or mapping of plugins or extensions."""
        given = self.values.get(setting)
        if isinstance(given, dict):
            return (setting, name)
        return (setting, next((index for index, one in enumerate(given or ()) if name == one or (isinstance(one, dict) and name in one)), 0))

    def text(self, name: str, otherwise: str = "") -> str:
        """The value of a text setting such as ``site_url``, or ``otherwise`` when it is missing or empty."""
        return str(self.values.get(name) or otherwise)

    def names(self, name: str) -> tuple[str, ...]:
        """The names in a list of plugins, hooks or extensions, with or without options."""
        return tuple(self.options(name))

    def options(self, name: str) -> dict[str, dict[str, Any]]:
        """The names in a list of plugins, hooks or extensions, each with its options (an empty dict if it has none)."""
        given = self.values.get(name) or []
        pairs = given.items() if isinstance(given, dict) else [pair for one in given for pair in (one.items() if isinstance(one, dict) else [(one, None)])]
        return {str(one): options if isinstance(options, dict) else {} for one, options in pairs}

    @cached_property
    def markdown(self) -> MarkdownSettings:
        """The Markdown extensions for hand-written pages, in the order in which MkDocs loads them."""
        options = self.options("markdown_extensions")
        return MarkdownSettings(tuple(dict.fromkeys((*BUILTIN_EXTENSIONS, *options))), options, _described(options))

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """The entries of ``extra_javascript``. As in MkDocs, a script whose name ends in ``.mjs`` is a module."""
        found = []
        for one in self.values.get("extra_javascript") or ():
            more = one if isinstance(one, dict) else {}
            path = str(more.get("path", one))
            type = str(more.get("type") or ("module" if path.endswith(".mjs") else ""))
            found.append(Script(path, type, bool(more.get("async")), bool(more.get("defer"))))
        return tuple(found)

    @cached_property
    def styles(self) -> tuple[str, ...]:
        """The paths in ``extra_css``, relative to the folder of hand-written pages."""
        return tuple(map(str, self.values.get("extra_css") or ()))

    @cached_property
    def _excluded(self) -> GitIgnoreSpec:
        return GitIgnoreSpec.from_lines([*NEVER, *self.text("exclude_docs").splitlines()])

    @cached_property
    def _drafts(self) -> GitIgnoreSpec:
        return GitIgnoreSpec.from_lines(self.text("draft_docs").splitlines())

    @cached_property
    def _not_in_nav(self) -> GitIgnoreSpec:
        return GitIgnoreSpec.from_lines(self.text("not_in_nav").splitlines())

    def excluded(self, name: str) -> bool:
        """Whether ``exclude_docs`` leaves a file out of the site; ``name`` is relative to the folder of hand-written pages."""
        return self._excluded.match_file(name)

    def draft(self, name: str) -> bool:
        """Whether ``draft_docs`` makes a file a draft, which only a preview shows; ``name`` is relative to the folder of hand-written pages."""
        return self._drafts.match_file(name)

    def not_in_nav(self, name: str) -> bool:
        """Whether ``not_in_nav`` leaves a page out of the list in the footer when there is no ``nav``."""
        return self._not_in_nav.match_file(name)


def read_config(root: Path, file: str = CONFIG, below: tuple[str, ...] = ()) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """The settings in ``file`` under ``root``, including those that it inherits, and the problems in them. Without the file: the defaults.

    ``below`` are the files that inherit from it. A setting whose value has the wrong form is a problem.
    """
    try:
        text = (root / file).read_text("utf-8")
    except FileNotFoundError:
        return SiteConfig(), ()
    except (OSError, UnicodeDecodeError) as error:
        return SiteConfig(), (Problem(file, 1, f"This file cannot be read: {error}.", "Fix that, or restore it from an earlier version."),)
    try:
        values, lines, misread = values_and_lines(text)
    except yaml.constructor.ConstructorError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return SiteConfig(), (Problem(file, line, f"{error.problem}.", "Compare it with the example of whoever wrote what it names."),)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        by_tab = [one for one in tabs(file, text) if one.line == line]  # a tab that does no harm, as in a comment, raises no error
        return SiteConfig(), (by_tab[0] if by_tab else yaml_problem(file, text, error),)
    own, wrong = SiteConfig(values, lines, file), tuple(unfit(values))
    problems = (*(one.problem(file) for one in misread), *(own.problem(*one) for one in wrong))
    values |= {name: meant(values[name], name) for name in (str(path[0]) for path, _, _ in wrong)}
    above = str(values.pop("INHERIT", None) or "")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(file), above))  # as in MkDocs, relative to the folder of the file
    if not above:
        return replace(own, values=values), problems
    if name in {file, *below} or not (root / name).is_file():
        told = f'INHERIT names "{above}", which {"inherits from this file itself" if (root / name).is_file() else "is not there"}.'
        return replace(own, values=values), (*problems, own.problem(("INHERIT",), told, "Write the name of another file."))
    inherited, problems_above = read_config(root, name, (*below, file))
    return replace(own, values=_merged(inherited.values, values), inherited=inherited), (*problems, *problems_above)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Settings with inheritance: mappings are merged, every other value of ``above`` replaces that of ``below``, as in
    https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance."""
    both = {name: _merged(value, above[name]) for name, value in below.items() if isinstance(value, dict) and isinstance(above.get(name), dict)}
    return {**below, **above, **both}


def _described(value: Any) -> str:
    """A setting's value as text that is the same in each run: a function is named by its module and name, as its ``repr`` has a memory address."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name!r}: {_described(inner)}' for name, inner in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_described, value))}]"
    if isinstance(value, partial):  # the function that makes slugs for headings is often one
        return f"{_described(value.func)}{_described(value.args)}{_described(value.keywords)}"
    return f"{value.__module__}.{value.__qualname__}" if isfunction(value) else repr(value)
