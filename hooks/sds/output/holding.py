"""What a site's folder holds before a build, and which of it an earlier build wrote: nothing else is ever changed or deleted.

Each build leaves the list of its files in the folder (``MANIFEST``). A path that is not on it belongs to somebody else, at whatever depth, whether its
name begins with a full stop or not, and so does an empty folder.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MANIFEST = ".site-files.txt"
"""The list of the files that a build wrote: their paths in the folder, one a line, sorted."""
INCOMING = ".site-incoming"
"""Where new files wait inside a folder that cannot be renamed. It is ours whole."""
GIT = ".git"
"""Git's own, which is not looked into."""
EARLIER = ("sw.js", "data/framework.json", "assets/site.css")
"""A folder with these and no list was written by a version of this project that left none."""
NAMED = 3
"""How many files a message names before it only counts."""
USUAL = frozenset({".git", ".gitignore", ".gitattributes", ".github", ".nojekyll", ".well-known", ".htaccess", ".DS_Store"})
"""Hidden names that stand in folders of sites: git, GitHub Pages, RFC 8615, Apache, macOS."""


class OutputError(Exception):
    """The site cannot be put in its folder. The message is one whole line for whoever builds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What a site's folder holds before a build, by path in it.

    ``ours`` is what an earlier build wrote. Of others are ``files``, among them ``links`` of whatever leads on, and ``empty`` folders. ``unlisted``
    marks a site of a version of this project that left no list: its files are among ``files``, and nobody can say which of them are whose.
    """

    ours: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    unlisted: bool = False

    def in_the_way(self, new: Collection[str]) -> list[str]:
        """What is not ours and stands where one of the files ``new`` or a folder of theirs has to be, as a message names it."""
        files = self.links if self.unlisted else self.files
        in_place_of_files = files & frozenset(new)
        in_place_of_folders = (self.files | self.links) & folders_of(new)
        folders = (folders_of(self.files) | folders_of(self.empty) | self.empty) & frozenset(new)
        named = {path: f"{path} (a link)" if path in self.links else path for path in in_place_of_files | in_place_of_folders}
        return sorted([*named.values(), *(f"{path}/" for path in folders)])


def inspect(target: Path) -> Holding:
    """What the folder ``target`` holds. Raises OutputError where a site must not be put there."""
    try:
        folder = target.resolve()
    except (OSError, RuntimeError):  # which of them depends on the version of Python
        raise OutputError(f"{target} is a link that leads back to itself. Delete it, or name another folder with -d.") from None
    try:
        if not folder.exists():
            return Holding()
        if not folder.is_dir():
            raise OutputError(f"{target} is a file, and the site needs a folder of that name. Move the file away, or name another folder with -d.")
        if not os.access(folder, os.W_OK):
            raise OutputError(f"The folder {target} cannot be written to. Change its permissions, or name another folder with -d.")
        found, links, empty = _looked_through(folder)
        manifest = folder / MANIFEST
        listed = manifest.exists()
        ours = frozenset(filter(None, manifest.read_text("utf-8").splitlines())) & found if listed else frozenset[str]()
    except UnicodeDecodeError:
        raise OutputError(
            f"{manifest}, the list of the files that a build wrote, cannot be read. Nothing was changed. "
            f"Move {target} away, or name another folder with -d, and build again."
        ) from None
    except OSError as error:
        raise cannot(target, error) from error
    unlisted = not listed and all((folder / name).is_file() for name in EARLIER)
    if not listed and not unlisted and (shown := [path for path in found if not is_usual(path)]):
        raise OutputError(
            f"The folder {target} holds files that no build of this project wrote, such as {some(shown)}. "
            "Nothing was changed in it. Name another folder with -d, or move those files away."
        )
    return Holding(ours=ours, files=found - ours, links=links - ours, empty=empty, unlisted=unlisted)


def cannot(target: Path, error: OSError) -> OutputError:
    """What to say when the system does not let the site be put in ``target``."""
    file = error.filename2 or error.filename  # of two, the one that was to be written
    what = f" ({file})" if file else ""
    return OutputError(
        f"The site could not be put in {target}: {error.strerror or error}{what}. "
        "What was there is not lost. Fix that and build again: it carries on from here."
    )


def unwritten(place: Path, error: OSError) -> OutputError:
    """What to say when the system does not let ``place`` be written while a site is made, before any of it is put where it belongs."""
    return OutputError(
        f"The site could not be made: {error.strerror or error} ({error.filename or place}). The last site is as it was. Fix that and build again."
    )


def files_in(folder: Path) -> Iterator[tuple[str, bool]]:
    """The path of every file and link under ``folder``, relative to it and no link followed, and whether it is a link. An empty folder ends in a slash.

    Left out are the list of a build, what waits in ``INCOMING``, and what is in git's own folder.
    """
    top, to_do = os.fspath(folder), [""]
    while to_do:
        within, empty = to_do.pop(), True
        with os.scandir(f"{top}/{within}") as entries:  # it knows what is a link: to ask the system of each of 7,000 files took longest
            for entry in entries:
                empty, path, link = False, f"{within}{entry.name}", entry.is_symlink()
                below = not link and entry.is_dir()
                if not within and (entry.name == INCOMING or (entry.name == MANIFEST and not below)):
                    continue
                if below and path != GIT:
                    to_do.append(f"{path}/")
                else:
                    yield path, link
        if empty and within:
            yield within, False


def site_files(site: Path) -> frozenset[str]:
    """The path of every file under the folder ``site``, as :func:`files_in` gives it."""
    return frozenset(path for path, _ in files_in(site) if not path.endswith("/"))


def folders_of(paths: Collection[str]) -> frozenset[str]:
    """Every folder in which one of ``paths`` stands, at whatever depth."""
    folders = set[str]()
    for path in paths:
        for above in PurePosixPath(path).parents:
            if (name := above.as_posix()) in folders or name == ".":
                break
            folders.add(name)
    return frozenset(folders)


def is_usual(path: str) -> bool:
    """Whether ``path`` is what git, a web server or a desktop keeps in a site's folder: it stays like all of others, and is not named each time."""
    parts = path.split("/")
    return parts[0] in USUAL or parts[-1] in USUAL


def some(paths: Collection[str]) -> str:
    """The first of ``paths``, and how many more there are."""
    named = sorted(paths)[:NAMED]
    rest = len(paths) - len(named)
    return ", ".join(named) + (f" and {rest} more" if rest else "")


def _looked_through(folder: Path) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Every file and link under ``folder``, the links among them, and every empty folder."""
    found = dict(files_in(folder))
    empty = frozenset(path.rstrip("/") for path in found if path.endswith("/"))
    files = frozenset(path for path in found if not path.endswith("/"))
    return files, frozenset(path for path in files if found[path]), empty
