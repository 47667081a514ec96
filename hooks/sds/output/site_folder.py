"""Puts a finished site in place of the one before, and deletes only what an earlier build wrote.

Each build leaves the list of its files in the site's folder (``MANIFEST``). The next build takes away the files of that list and no others: what
somebody else put there stays, ``.git`` and files whose names begin with a full stop among it. Where the folder can be renamed, old and new are
swapped. On a mount, through a link, on another file system or beside files of others, the new files are written into ``INCOMING`` inside the
folder, each is renamed into its place, and what is gone is deleted last: a failure on the way leaves nothing that the next build cannot mend.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = ".site-files.txt"
"""The list of the files that a build wrote: their paths in the folder, one a line, sorted."""
INCOMING = ".site-incoming"
"""Where new files wait inside a folder that cannot be renamed. It is ours whole."""
EARLIER = ("sw.js", "data/framework.json", "assets/site.css")
"""A folder with these and no list was written by a version of this project that left none."""
NAMED = 3
"""How many files a message names before it only counts."""


class OutputError(Exception):
    """The site cannot be put in its folder. The message is one whole line for whoever builds."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a site's folder holds before a build.

    ``ours`` are the paths of what an earlier build wrote, ``others`` those of other files, ``hidden`` the names beside them that begin with a full
    stop, which are left alone and not counted. ``listed`` says whether the earlier build left its list.
    """

    ours: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    listed: bool = False


def inspect(target: Path) -> Holding:
    """What the folder ``target`` holds. Raises OutputError where a site must not be put there."""
    folder = target.resolve()
    try:
        if not folder.exists():
            return Holding()
        if not folder.is_dir():
            raise OutputError(f"{target} is a file, and the site needs a folder of that name. Move the file away, or name another folder with -d.")
        if not os.access(folder, os.W_OK):
            raise OutputError(f"The folder {target} cannot be written to. Change its permissions, or name another folder with -d.")
        found = frozenset(files_in(folder))
        manifest = folder / MANIFEST
        listed = manifest.exists()
        ours = frozenset(filter(None, manifest.read_text("utf-8").splitlines())) & found if listed else frozenset[str]()
    except OSError as error:
        raise _cannot(target, error) from error
    others = frozenset(path for path in found - ours if not _is_hidden(path))
    hidden = frozenset(path.name for path in folder.iterdir() if path.name.startswith(".")) - {MANIFEST, INCOMING} - ours
    if others and not listed and not all((folder / name).is_file() for name in EARLIER):
        raise OutputError(
            f"The folder {target} holds files that no build of this project wrote, such as {_some(others)}. "
            "Nothing was changed in it. Name another folder with -d, or move those files away."
        )
    return Holding(ours, others, hidden, listed)


def put_in_place(built: Path, target: Path) -> list[str]:
    """Makes the folder ``target`` hold the site in the folder ``built``, which is gone afterwards.

    Returns a line for whoever builds on each thing to know: which files of others stay. Raises OutputError where it cannot be done.
    """
    held = inspect(target)
    folder = target.resolve()
    new = frozenset(files_in(built))
    if clash := new & held.others if held.listed else frozenset[str]():
        raise OutputError(
            f"{target} has files of the same name as files of the new site, which no build wrote: {_some(clash)}. Nothing was changed in it. Move them away."
        )
    (built / MANIFEST).write_text("".join(f"{path}\n" for path in sorted(new)), "utf-8")
    foreign = held.others - new
    try:
        if foreign or held.hidden or not _swap(built, folder):
            _refill(built, folder, new, held)
    except OSError as error:
        raise _cannot(target, error) from error
    if not foreign:
        return []
    return [f"{len(foreign)} files in {target} were not written by this build and stay: {_some(foreign)}."]


def _cannot(target: Path, error: OSError) -> OutputError:
    what = f" ({error.filename})" if error.filename else ""
    return OutputError(
        f"The site could not be put in {target}: {error.strerror or error}{what}. "
        "What was there is not lost. Put that right and build again: it goes on from here."
    )


def _swap(built: Path, folder: Path) -> bool:
    """Renames the old folder away and the new one into its place; False where the system does not let it, with all as it was."""
    if os.path.ismount(folder):
        return False
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        return _renamed(built, folder)
    old = built.with_name(f"{built.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if not _renamed(folder, old):
        return False
    if not _renamed(built, folder):
        old.rename(folder)
        return False
    shutil.rmtree(old, ignore_errors=True)
    return True


def _renamed(path: Path, to: Path) -> bool:
    try:
        path.rename(to)
    except OSError:  # another file system, a mount, a file that a program holds open
        return False
    return True


def _refill(built: Path, folder: Path, new: Collection[str], held: Holding) -> None:
    """Puts each new file in its place inside ``folder``; deletes last what only the build before had."""
    folder.mkdir(parents=True, exist_ok=True)
    incoming = folder / INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    shutil.copytree(built, incoming)
    every = sorted({*new, *held.ours})
    (folder / MANIFEST).write_text("".join(f"{path}\n" for path in every), "utf-8")  # if this ends half-way, the next build knows both
    for path in sorted(new):
        place = folder / path
        _make_room(folder, place, held.ours)
        (incoming / path).replace(place)
    for path in sorted(held.ours - frozenset(new)):
        _take_away(folder, folder / path)
    (incoming / MANIFEST).replace(folder / MANIFEST)
    shutil.rmtree(incoming)
    shutil.rmtree(built)


def _make_room(folder: Path, place: Path, ours: Collection[str]) -> None:
    """Makes the folders of ``place``; a file of the build before that stands where a folder has to be, or a folder where a file, gives way."""
    for above in reversed(place.relative_to(folder).parents):
        step = folder / above
        if step.is_file() and above.as_posix() in ours:
            step.unlink()
    if place.is_dir():
        for path in [path for path in ours if path.startswith(f"{place.relative_to(folder).as_posix()}/")]:
            _take_away(folder, folder / path)
    place.parent.mkdir(parents=True, exist_ok=True)


def _take_away(folder: Path, file: Path) -> None:
    """Deletes a file of an earlier build, and the folders that are empty without it."""
    if not (file.is_file() or file.is_symlink()):  # gone before, or the new site has a folder of its name, or a file in place of its folder
        return
    file.unlink()
    for above in file.parents:
        if above == folder or not above.is_dir() or any(above.iterdir()):
            return
        above.rmdir()


def files_in(folder: Path) -> Iterator[str]:
    """The path of every file and link under ``folder``, relative to it, those that wait in ``INCOMING`` and git's own apart."""
    top = os.fspath(folder)
    for where, folders, names in os.walk(top):
        here = where[len(top) + 1 :].replace(os.sep, "/")
        if not here:
            folders[:] = [name for name in folders if name not in {INCOMING, ".git"}]
        for name in (*names, *(name for name in folders if os.path.islink(f"{where}/{name}"))):  # noqa: PTH114 (pathlib takes ten times as long)
            yield f"{here}/{name}" if here else name


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _some(paths: Collection[str]) -> str:
    named = sorted(paths)[:NAMED]
    rest = len(paths) - len(named)
    return ", ".join(named) + (f" and {rest} more" if rest else "")
