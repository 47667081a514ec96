"""Renames published assets so that each file name has a hash of the content (cache busting): a browser may cache such a file for ever.

References between files are updated, and the hash of a file depends on all files that it references, directly or not. So a page never loads files of
different builds, whatever the browser has cached.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping

from sds.output.files import Content
from sds.output.reached import reached

NAMES = re.compile(r"""(?P<before>\bfrom\x20|\bimport\(|\burl\(|\bnew\x20URL\()"(?P<address>\.{1,2}/[^"]*)""")
"""A reference to another file in a script or stylesheet: an import, ``url()`` or ``new URL()``."""
LETTERS = 8
"""The number of hexadecimal digits of the hash (SHA-256). Pages and scripts name dozens of files, and 32 bits tell the few editions of a file apart."""
TEXTS = (".css", ".js")


def addressed(files: Mapping[str, Content]) -> tuple[dict[str, str], dict[str, Content]]:
    """The new path of each of ``files`` by its old path, and the files by their new paths, with updated references.

    A reference to something that is not in ``files``, such as the root of the site, stays as it is.
    """
    names = {path: {other for _, other in named(path, content) if other in files} for path, content in files.items()}
    digests = {path: hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest() for path, content in files.items()}
    new = {path: _with_hash(path, "".join(f"{one} {digests[one]}\n" for one in sorted(reached([path], names.__getitem__)))) for path in files}
    return new, {new[path]: _renamed(path, content, new) for path, content in files.items()}


def named(path: str, content: Content) -> Iterator[tuple[re.Match[str], str]]:
    """Each reference in the file at ``path``: its match in the text, and the path of the other file."""
    if isinstance(content, str) and path.endswith(TEXTS):
        for found in NAMES.finditer(content):
            yield found, posixpath.normpath(posixpath.join(posixpath.dirname(path), found["address"]))


def _with_hash(path: str, text: str) -> str:
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:LETTERS]}{ending}"


def _renamed(path: str, content: Content, new: Mapping[str, str]) -> Content:
    if not isinstance(content, str):
        return content
    made, end = [], 0
    for found, other in named(path, content):
        if other in new:
            address = posixpath.relpath(new[other], posixpath.dirname(path))
            made += [content[end : found.start("address")], address if address.startswith(".") else f"./{address}"]
            end = found.end("address")
    return "".join([*made, content[end:]])
