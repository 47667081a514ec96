"""Finds files under ``content/`` that the program does not read, because their authors expect to see them on the site."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from sds.model.field_types import slug
from sds.model.files import FILES
from sds.paths import CHANGES, CONTENT, EASY_READ, EASY_WORDS, KNOWN_SPELLINGS, PAGES, PARTS, PUBLISHED, SPINE, STANDARDS, VERSIONS
from sds.problem import Problem
from sds.reading.modelines import schema_of
from sds.reading.versions import ENDING
from sds.suggest import near

OWN = frozenset({f"{CONTENT}/README.md", PUBLISHED, CHANGES, KNOWN_SPELLINGS})
OF_PROGRAMS = frozenset({"Thumbs.db", "desktop.ini"})
"""Files that operating systems create by themselves."""
DOCUMENTS = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages"})
IMAGES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".heic", ".svg", ".eps", ".pdf", ".ai"})
WORDS_IN = DOCUMENTS | {".yaml", ".yml", ".txt"}
"""Suffixes of documents in the folder of pages from which no page is made."""
DOWNLOADS = frozenset({".pdf", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp", ".zip"})
"""Suffixes of files that readers only find by a link on a page."""
FOR_PROGRAMS = frozenset({"robots.txt", "humans.txt", "security.txt", "ads.txt"})
"""Files that programs look for at the root of a site, so no page has to link to them."""
ADDED = re.compile(r"(.+\.(?:ya?ml|md))\.\w+", re.IGNORECASE)
"""A file name with a second suffix, as text editors add one."""
NOT_READ = "Nothing reads this file."
LISTS, DRAWINGS, KEPT = f"{EASY_WORDS}/*.txt", f"{PARTS}/*.svg", f"{VERSIONS}/*{ENDING}"


def unread_files(root: Path, led_to: Collection[str]) -> Iterator[Problem]:
    """A problem for each file under ``content/`` that nothing reads, and for a spine with the suffix ``.yml``.

    ``led_to`` are the addresses to which hand-written pages link: a document with such an address is a download.
    """
    of_spine = (f"{Path(SPINE).stem}.yml", *sorted(one.name for one in root.glob(f"{SPINE}.*") if not one.name.endswith("~")))
    for other in (name for name in of_spine if (root / name).exists()):
        yield replace(_meant_as(root, other, SPINE), hides=True)
    for folder, folders, names in os.walk(root / CONTENT):
        folders.sort()
        for name in sorted(names):
            path = (Path(folder) / name).relative_to(root).as_posix()
            if name.startswith(".") or name.endswith("~") or name in OF_PROGRAMS or _read(path):
                continue
            meant = with_added_suffix(path) if path.startswith(f"{PAGES}/") else ""
            if path.startswith(f"{PAGES}/") and Path(name).suffix.lower() in {".yml", ".yaml"} and (own := _by_schema(root, path)):
                yield _meant_as(root, path, own)
            elif meant.endswith(".md"):
                yield replace(_meant_as(root, path, meant), wrong="No page is made from this file.", hides=True)
            elif path.startswith(f"{PAGES}/"):
                unlinked = f"~/{path.removeprefix(PAGES)[1:]}" not in led_to
                if unlinked and Path(name).suffix.lower() in DOWNLOADS:
                    yield Problem(path, 1, "No page links to this file, so readers do not find it.", "Link to it on a page, or delete it.")
                elif unlinked and Path(name).suffix.lower() in WORDS_IN and name not in FOR_PROGRAMS:
                    yield Problem(
                        path, 1, "No page is made from this file, and no page links to it.", "Write its words in a file that ends in .md, or delete it."
                    )
            elif meant := _meant(root, path):
                yield _meant_as(root, path, meant)
            else:
                yield Problem(path, 1, NOT_READ, _instead(path))


def with_added_suffix(path: str) -> str:
    """The path of the file that a file is meant to be to whose name a program or a person has added something: ``a.yaml.txt`` -> ``a.yaml``. Else empty."""
    found = ADDED.fullmatch(path)
    return re.sub(r"\.yml$", ".yaml", found[1]) if found else ""


def _read(path: str) -> bool:
    """Whether the program reads a file outside the folder of pages. A star in a pattern matches within one folder only."""
    forms = (*(file.path for file in FILES), LISTS, DRAWINGS, KEPT)
    return path in OWN or any(fnmatchcase(path, form) and path.count("/") == form.count("/") for form in forms)


def _instead(path: str) -> str:
    """What to do with a file that nothing reads and that is not meant to be another."""
    if path.startswith(f"{VERSIONS}/"):
        return f"Delete it: publishing writes the files of this folder, as {VERSIONS}/2026-12-15{ENDING}."
    if path.startswith(f"{STANDARDS}/") and Path(path).suffix.lower() in {".yml", ".yaml"}:
        return f"Move anything new into a file that stands in {STANDARDS}/ itself, and delete this one."
    if path.startswith(f"{EASY_READ}/") and Path(path).suffix.lower() in IMAGES:
        return f"A picture is drawn in shapes: save this one as plain SVG, as {PARTS}/{slug(Path(path).stem) or 'a-name'}.svg. Or delete it."
    if _read(words := Path(path).with_suffix(".yaml").as_posix().lower()):
        return f"Copy what is new in it into {words} and delete it, or keep it in another place."
    return "Delete it, or put it where it is read: pictures and pages belong in content/pages/."


def _meant(root: Path, path: str) -> str:
    """The path of the file that one that nothing reads is meant to be, by its name; or an empty string."""
    if path.startswith(f"{VERSIONS}/"):
        return ""
    if (meant := with_added_suffix(path)) and _read(meant):
        return meant
    if Path(path).suffix.lower() == ".md":
        return f"{PAGES}/{slug(Path(path).stem)}.md"
    if Path(path).suffix.lower() not in {".yml", ".yaml"}:
        return ""
    if (own := _by_schema(root, path)) and own != path and _read(own):
        return own
    right = f"{Path(path).parent.as_posix()}/{Path(path).stem.lower()}.yaml"
    if right != path and _read(right):
        return right
    others = [file.path for file in FILES if "*" not in file.path]
    stem = re.sub(r"[ _(-]*(copy|old|new|backup|\d+)[) ]*$", "", Path(path).stem.lower())
    likely = f"{Path(path).parent.as_posix()}/{stem}.yaml"
    alike = [one.relative_to(root).as_posix() for one in (root / CONTENT).glob(f"*/{stem}.yaml")]
    return likely if likely in others else alike[0] if len(alike) == 1 and alike[0] != path and _read(alike[0]) else _near(stem, others)


def _by_schema(root: Path, path: str) -> str:
    """The path of this file in the folder of the kind of file that its first line names, if that kind has a folder; or an empty string."""
    named = schema_of((root / path).read_text("utf-8", errors="replace"))
    return named.path.replace("*", Path(path).stem.lower()) if named and "*" in named.path else ""


def _meant_as(root: Path, path: str, meant: str) -> Problem:
    """The problem of a file that is ``meant`` to be another: give it that name, unless that file is there, and save it as text if it is a document."""
    if (root / meant).exists():
        return Problem(path, 1, NOT_READ, f"Move anything new into {meant}, and delete this file.")
    as_text = ", and save it as plain text." if Path(path).suffix.lower() in DOCUMENTS else ""
    return Problem(path, 1, NOT_READ, f"Name it {meant}{as_text}", hides=True, other=meant)


def _near(stem: str, files: Collection[str]) -> str:
    """The path in ``files`` whose name is nearest to ``stem``, or an empty string."""
    named = {Path(file).stem: file for file in files}
    return named.get(near(stem, named), "")
