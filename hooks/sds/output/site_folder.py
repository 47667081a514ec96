"""Puts a finished site in place of the one before, and deletes only what an earlier build wrote.

The next build takes away the files of the list that the one before has left, and no others. Where the folder can be renamed and holds nothing of
others, old and new are swapped. On a mount, through a link, on another file system or beside files of others, the new files are written into
``INCOMING`` inside the folder, each is renamed into its place, and what is gone is deleted last: a failure on the way leaves nothing that the next
build cannot mend. What cannot go well, because something of others stands where the site needs the place, is refused before anything changes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from sds.output.holding import INCOMING, MANIFEST, Holding, OutputError, cannot, folders_of, inspect, is_usual, site_files, some
from sds.problem import counted


def put_in_place(built: Path, target: Path) -> list[str]:
    """Makes the folder ``target`` hold the site in the folder ``built``, which is gone afterwards.

    Returns a line for whoever builds on each thing to know: which files of others stay. Raises OutputError where it cannot be done.
    """
    held = inspect(target)
    folder = target.resolve()
    new = site_files(built)
    if blocking := held.in_the_way(new):
        raise OutputError(
            f"{target} holds what no build of this project wrote, in places that the new site needs: {some(blocking)}. "
            f"Nothing was changed in it. Move {'that' if len(blocking) == 1 else 'those'} away, or name another folder with -d."
        )
    kept = replace(held, files=held.files - new, empty=held.empty - folders_of(new))
    try:
        (built / MANIFEST).write_text(_list(new), "utf-8")
        if kept.files or kept.empty or not _swap(built, folder):
            _refill(built, folder, new, held.ours)
    except OSError as error:
        raise cannot(target, error) from error
    return _kept(kept, target)


def _kept(held: Holding, target: Path) -> list[str]:
    files = [path for path in held.files if not is_usual(path)]
    empty = [f"{path}/" for path in held.empty if not is_usual(path)]
    told = " and ".join(counted(len(paths), name) for paths, name in ((files, "file"), (empty, "empty folder")) if paths)
    return [f"{told} not written by this build, kept in {target}: {some([*files, *empty])}."] if told else []


def _list(paths: Collection[str]) -> str:
    return "".join(f"{path}\n" for path in sorted(paths))


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


def _refill(built: Path, folder: Path, new: Collection[str], ours: frozenset[str]) -> None:
    """Puts each new file in its place inside ``folder``; deletes last what only the build before had. Nothing is done through a link in there."""
    folder.mkdir(parents=True, exist_ok=True)
    incoming = folder / INCOMING
    if incoming.is_symlink():
        incoming.unlink()
    shutil.rmtree(incoming, ignore_errors=True)
    for path in (*sorted(new), MANIFEST):  # copytree would go on after a failure, and tell of each of 11,000 files that a full disk has no room for
        (incoming / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(built / path, incoming / path)
    both = incoming / f"{MANIFEST}.both"
    both.write_text(_list({*new, *ours}), "utf-8")
    both.replace(folder / MANIFEST)  # if this ends half-way, the next build knows both
    for path in sorted(new):
        place = folder / path
        _make_room(folder, place, ours)
        (incoming / path).replace(place)
    for path in sorted(ours - frozenset(new)):
        _take_away(folder, folder / path)
    (incoming / MANIFEST).replace(folder / MANIFEST)
    shutil.rmtree(incoming)
    shutil.rmtree(built)


def _make_room(folder: Path, place: Path, ours: Collection[str]) -> None:
    """Makes the folders of ``place``; a file of the build before that stands where a folder has to be, or a folder where a file, gives way."""
    for above in reversed(place.relative_to(folder).parents):
        step = folder / above
        if (step.is_file() or step.is_symlink()) and above.as_posix() in ours:
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
