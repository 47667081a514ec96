"""What the output folder contains before a build, and which of its files an earlier build wrote. Nothing else is ever changed or deleted.

Each build leaves a list of its files in the folder (``MANIFEST``). Every file that is not on the list, also a hidden one or one in a subfolder, belongs to
somebody else, and so does every empty folder.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = ".site-files.txt"
"""The name of the list of files that a build wrote: their paths in the folder, one a line, sorted."""
INCOMING = ".site-incoming"
"""A temporary folder for new files inside an output folder that cannot be renamed. Everything in it is ours."""
GIT = ".git"
"""The folder of git, whose content is not listed."""
EARLIER = ("sw.js", "data/framework.json", "assets/site.css")
"""A folder that has these files but no list was written by an early version of this project."""
NAMED = 3
"""The most files that a message names; of the rest it gives the number."""
USUAL = frozenset({".git", ".gitignore", ".gitattributes", ".github", ".nojekyll", ".well-known", ".htaccess", ".DS_Store"})
"""Hidden files that are common in the folder of a site: of git, GitHub Pages, RFC 8615, Apache and macOS."""


class OutputError(Exception):
    """The site cannot be written or put in place. The message is for the person who runs the build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What the output folder contains before a build, as paths in the folder.

    ``ours`` are the files that an earlier build wrote. ``files`` are all other files, among them ``links``, the symbolic links; ``empty`` are the empty
    folders. ``unlisted`` is true for a site from an early version of this project, which left no list: then ``files`` has its files too, and it is unknown
    which of them are ours.
    """

    ours: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    unlisted: bool = False

    def conflicts(self, new: Collection[str]) -> list[str]:
        """What is not ours and has the path of one of the files ``new``, or of a folder of theirs, as text for a message."""
        files = self.links if self.unlisted else self.files
        in_place_of_files = files & frozenset(new)
        in_place_of_folders = (self.files | self.links) & folders_of(new)
        folders = (folders_of(self.files) | folders_of(self.empty) | self.empty) & frozenset(new)
        named = {path: f"{path} (a link)" if path in self.links else path for path in in_place_of_files | in_place_of_folders}
        return sorted([*named.values(), *(f"{path}/" for path in folders)])


def inspect(target: Path) -> Holding:
    """What the folder ``target`` contains. Raises OutputError when a site must not be put there."""
    try:
        folder = target.resolve()
    except (OSError, RuntimeError):  # the type depends on the version of Python
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
    """The error for a site that could not be put in ``target``."""
    file = error.filename2 or error.filename  # when there are two, the second is the one to be written
    what = f" ({file})" if file else ""
    return OutputError(
        f"The site could not be put in {target}: {error.strerror or error}{what}. "
        "What was there is not lost. Fix that and build again: it carries on from here."
    )


def unwritten(place: Path, error: OSError) -> OutputError:
    """The error for a file ``place`` that could not be written during the build, before anything in the output folder has changed."""
    return OutputError(
        f"The site could not be made: {error.strerror or error} ({error.filename or place}). The last site is as it was. Fix that and build again."
    )


def files_in(folder: Path) -> Iterator[tuple[str, bool]]:
    """The path of every file, symbolic link and empty folder under ``folder``, relative to it, and whether it is a link. Links are not followed.

    The path of an empty folder ends in a slash. ``MANIFEST``, ``INCOMING`` and the content of git's folder are left out.
    """
    top, to_do = os.fspath(folder), [""]
    while to_do:
        within, empty = to_do.pop(), True
        with os.scandir(f"{top}/{within}") as entries:  # it reports links without a system call for each of 7,000 files
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
    """The path of every file and link under the folder ``site``, relative to it."""
    return frozenset(path for path, _ in files_in(site) if not path.endswith("/"))


def read_file(site: Path, path: str) -> bytes:
    """The bytes of the file at ``path`` in the folder ``site``. To open it by :mod:`pathlib` takes twice as long, for each of 6,000 files."""
    with open(f"{site}/{path}", "rb") as file:  # noqa: PTH123
        return file.read()


def folders_of(paths: Collection[str]) -> frozenset[str]:
    """Every folder above one of ``paths``, at all levels."""
    folders = set[str]()
    for path in paths:
        above = path.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    return frozenset(folders)


def is_usual(path: str) -> bool:
    """Whether ``path`` is a file that git, a web server or a desktop commonly keeps in a site's folder. It is kept, but not reported at each build."""
    parts = path.split("/")
    return parts[0] in USUAL or parts[-1] in USUAL


def some(paths: Collection[str]) -> str:
    """The first few of ``paths`` and the number of the others: ``a, b, c and 4 more``."""
    named = sorted(paths)[:NAMED]
    rest = len(paths) - len(named)
    return ", ".join(named) + (f" and {rest} more" if rest else "")


def _looked_through(folder: Path) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The paths under ``folder`` of all files and links, of the links alone, and of all empty folders."""
    found = dict(files_in(folder))
    empty = frozenset(path.rstrip("/") for path in found if path.endswith("/"))
    files = frozenset(path for path in found if not path.endswith("/"))
    return files, frozenset(path for path in files if found[path]), empty
