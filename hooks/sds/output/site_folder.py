"""Replaces the old site by the new one, and deletes only files that an earlier build wrote (those on its ``MANIFEST``).

If the output folder has no other files and can be renamed, the old and the new folder are swapped. Otherwise (a mount, a symbolic link, another file
system, other files in the folder), the new files are written to ``INCOMING`` inside the folder, each is renamed to its place, and outdated files are deleted
last, so that after a failure at any point the next build can finish the work. If another file has the path of a new one, nothing is changed at all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from sds.output.holding import INCOMING, MANIFEST, Holding, OutputError, cannot, folders_of, inspect, is_usual, site_files, some
from sds.problem import counted
from sds.progress import Stage


def put_in_place(built: Path, target: Path, stage: Stage | None = None) -> list[str]:
    """Moves the site in the folder ``built`` to the folder ``target``. ``stage`` shows how many files.

    Returns lines for the log: which files that no build wrote were kept. Raises OutputError when the site cannot be put there.
    """
    held = inspect(target)
    folder = target.resolve()
    new = site_files(built)
    if stage:
        stage.count(len(new), "files")
    if blocking := held.conflicts(new):
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
    """Replaces ``folder`` by ``built`` by renaming both. Returns False, with everything as before, when the system does not allow that."""
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
    except OSError:  # another file system, a mount, or a file that a program has open
        return False
    return True


def _refill(built: Path, folder: Path, new: Collection[str], ours: frozenset[str]) -> None:
    """Moves each new file to its place inside ``folder``, then deletes the files that only the last build had. Follows no symbolic link inside ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    incoming = folder / INCOMING
    if incoming.is_symlink():
        incoming.unlink()
    shutil.rmtree(incoming, ignore_errors=True)
    for path in (*sorted(new), MANIFEST):  # shutil.copytree would go on after a failure, and report each of 11,000 files on a full disk
        (incoming / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(built / path, incoming / path)
    both = incoming / f"{MANIFEST}.both"
    both.write_text(_list({*new, *ours}), "utf-8")
    both.replace(folder / MANIFEST)  # if this build stops half-way, the next one knows the files of both
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
    """Creates the folders above ``place``. Deletes files of the last build that are where a folder must be, and those in a folder where a file must be."""
    for above in reversed(place.relative_to(folder).parents):
        step = folder / above
        if (step.is_file() or step.is_symlink()) and above.as_posix() in ours:
            step.unlink()
    if place.is_dir():
        for path in [path for path in ours if path.startswith(f"{place.relative_to(folder).as_posix()}/")]:
            _take_away(folder, folder / path)
    place.parent.mkdir(parents=True, exist_ok=True)


def _take_away(folder: Path, file: Path) -> None:
    """Deletes a file of an earlier build, and the folders that are then empty."""
    if not (file.is_file() or file.is_symlink()):  # already deleted, or the new site has a folder with its name, or a file with the name of its folder
        return
    file.unlink()
    for above in file.parents:
        if above == folder or not above.is_dir() or any(above.iterdir()):
            return
        above.rmdir()
