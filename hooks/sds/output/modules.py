"""A small bundler for ES modules, so that a page requests few script files.

Modules that the same pages need are published in one file. Each module is in one published file only, wrapped in a function that returns an object with its
exports; nothing is renamed. A module that is used both by a script of every page and by another script is in the file ``BASE``. Only the forms of
``import`` and ``export`` that ``run.py format`` writes are understood; any other raises ValueError.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sds.output.reached import reached

BASE = "js/shared/base.js"
"""The published file of the modules that are shared by every page."""
IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<from>[^"]+)";\n', re.MULTILINE)
DYNAMIC = re.compile(r'\bimport\("(?P<from>[^"]+)"\)')
WORKER = re.compile(r'(?<=\bnew URL\(")(?P<from>[^"]+\.js)(?=", import\.meta\.url\))')
"""The address of a script in ``new URL()``: one that runs in a web worker (and may be imported too), or a third-party script."""
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (?P<name>\w+))", re.MULTILINE)
OTHER_FORM = re.compile(r"^(?:import|export)\b(?! *\().*$", re.MULTILINE)


@dataclass(frozen=True)
class Module:
    """A source module: its path in ``assets`` and its text."""

    path: str
    text: str

    @property
    def name(self) -> str:
        """The variable for the object of its exports in published files: ``shared_store`` for ``js/shared/store.js``."""
        return re.sub(r"\W", "_", posixpath.splitext(self.path)[0].removeprefix("js/"))

    @cached_property
    def static(self) -> tuple[str, ...]:
        """The paths of the modules that it imports statically."""
        return tuple(self.at(line["from"]) for line in IMPORT.finditer(self.text))

    @cached_property
    def dynamic(self) -> tuple[str, ...]:
        """The paths of the modules that it loads when needed: by ``import()``, or in a web worker."""
        return tuple(self.at(call["from"]) for form in (DYNAMIC, WORKER) for call in form.finditer(self.text))

    @cached_property
    def exports(self) -> tuple[str, ...]:
        """The names that it exports."""
        return tuple(line["name"] for line in EXPORT.finditer(self.text))

    def at(self, address: str) -> str:
        """The path in ``assets`` of ``address``, which is relative to the module."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), address))


@dataclass(frozen=True)
class Joined:
    """The published files: ``files`` has their text by path, and ``places``, by the path of each module, the path of the file that contains it."""

    files: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def joined_modules(texts: Mapping[str, str], every_page: Collection[str], pages: Collection[str]) -> Joined:
    """Bundles the modules ``texts``, which are given by path.

    ``every_page`` are the paths of the scripts that every page loads, ``pages`` those that only some kinds of page load. An imported file that is not in
    ``texts`` is a third-party script, which stays a file of its own. Raises ValueError for an import or export in another form.
    """
    modules = {path: Module(path, text) for path, text in texts.items()}
    for module in modules.values():
        if other := OTHER_FORM.search(EXPORT.sub("", IMPORT.sub("", module.text))):
            raise ValueError(f'assets/{module.path}: "{other[0]}" is a form of import or export that a build does not understand.')
    later = {path for module in modules.values() for path in module.dynamic}
    reached: dict[str, set[str]] = defaultdict(set)
    for start in {*every_page, *pages, *later}:
        for path in _all_below(start, modules):
            reached[path].add(start)
    places = _places(modules, reached, frozenset(every_page), frozenset(pages), later)
    asked_for = {path for module in modules.values() for path in (*module.static, *module.dynamic)}
    in_files: dict[str, list[Module]] = defaultdict(list)
    for path in _in_order(sorted(modules), modules):
        in_files[places[path]].append(modules[path])
    given = _given(modules, places)
    return Joined({file: _file(file, some, modules, places, asked_for, given) for file, some in in_files.items()}, places)


def one_script(start: str, read: Callable[[str], str]) -> str:
    """The script ``start`` and everything that it imports, as one text without imports and exports. ``read`` returns the text of a module by its path."""
    modules = {path: Module(path, read(path)) for path in reached([start], lambda path: Module(path, read(path)).static)}
    return "".join(_body(modules[path], start, modules, {}, wrapped=path != start) for path in _all_below(start, modules))


def _all_below(start: str, modules: Mapping[str, Module]) -> Iterator[str]:
    """A module and all modules that it imports statically, directly or through others."""
    return _in_order([start], modules)


def _in_order(starts: Iterable[str], modules: Mapping[str, Module]) -> Iterator[str]:
    """The paths of some modules and of all that they import, each after its imports. There are no cycles: the linter forbids them."""
    seen: set[str] = set()

    def below(path: str) -> Iterator[str]:
        if path in seen or path not in modules:
            return
        seen.add(path)
        for imported in modules[path].static:
            yield from below(imported)
        yield path

    for start in starts:
        yield from below(start)


def _places(
    modules: Mapping[str, Module], reached: Mapping[str, set[str]], every_page: frozenset[str], pages: frozenset[str], later: Collection[str]
) -> dict[str, str]:
    """The path of the file in which each module is published. Modules that the same scripts import are in one file.

    A module that is imported by two scripts, one of which is loaded only when needed, is in the file of that one; the other imports it from there.
    """
    groups: dict[frozenset[str], list[str]] = defaultdict(list)
    places: dict[str, str] = {}
    for path in modules:
        by = frozenset(reached[path])
        if by & every_page and len(by) > 1:
            places[path] = BASE
        else:
            groups[by or frozenset({path})].append(path)
    for by, paths in groups.items():
        alone = sorted(one for one in by if one in later and one not in pages and one in groups.get(frozenset({one}), ()))
        entries = sorted(by & frozenset(paths))
        file = alone[0] if len(by) == 2 and alone else (entries or sorted(paths))[0]
        places |= dict.fromkeys(paths, file)
    return places


def _given(modules: Mapping[str, Module], places: Mapping[str, str]) -> set[str]:
    """The paths of the modules that must be exported from their file: those that modules in other files import, and those that are loaded when needed."""
    taken = {path for module in modules.values() for path in module.static if path in places and places[path] != places[module.path]}
    return taken | {path for module in modules.values() for path in module.dynamic}


def _file(
    file: str, some: list[Module], modules: Mapping[str, Module], places: Mapping[str, str], asked_for: Collection[str], others_ask_for: Collection[str]
) -> str:
    """The text of a published file: imports from other files, its modules, and its exports. A module that nobody imports is published unwrapped."""
    if len(some) == 1 and not some[0].static and not some[0].dynamic and some[0].path not in asked_for:
        return some[0].text
    own = {module.path for module in some}
    given = sorted(modules[path].name for path in own & set(others_ask_for))
    lines = [*_taken(file, some, own, modules, places), *(_body(module, file, modules, places, module.path in asked_for) for module in some)]
    if given:
        lines.append(f"export {{ {', '.join(given)} }};\n")
    return "".join(lines)


def _taken(file: str, some: Iterable[Module], own: Collection[str], modules: Mapping[str, Module], places: Mapping[str, str]) -> Iterator[str]:
    """The import lines of a published file, for modules in other files."""
    needed: dict[str, set[str]] = defaultdict(set)
    for module in some:
        for path in module.static:
            if path not in modules:
                needed[path].add("")
            elif path not in own:
                needed[places[path]].add(modules[path].name)
    for place, names in sorted(needed.items()):
        what = f"{{ {', '.join(sorted(names))} }}" if "" not in names else f"* as {Module(place, '').name}"
        yield f'import {what} from "{_from(file, place)}";\n'


def _body(module: Module, file: str, modules: Mapping[str, Module], places: Mapping[str, str], wrapped: bool) -> str:
    """The text of a module in a published file, in a function of its own if it is ``wrapped``, with its imports rewritten."""

    def imported(line: re.Match[str]) -> str:
        names = " ".join(line["names"].split()).replace(" as ", ": ")
        return f"const {{ {names} }} = {Module(module.at(line['from']), '').name};\n"

    def later(call: re.Match[str]) -> str:
        path = module.at(call["from"])
        return f'import("{_from(file, places[path])}").then((all) => all.{modules[path].name})'

    def named(address: re.Match[str]) -> str:
        path = module.at(address["from"])
        return _from(file, places.get(path, path))

    text = EXPORT.sub("", IMPORT.sub(imported, module.text))
    if module.dynamic:
        text = WORKER.sub(named, DYNAMIC.sub(later, text))
    return f"const {module.name} = (() => {{\n{text}return {{ {', '.join(module.exports)} }};\n}})();\n" if wrapped else text


def _from(file: str, place: str) -> str:
    """The address of the file ``place``, relative to the file ``file``."""
    address = posixpath.relpath(place, posixpath.dirname(file))
    return address if address.startswith(".") else f"./{address}"
