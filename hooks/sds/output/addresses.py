"""Published files -> the same under addresses that hold a hash of what is in them, so that a browser may keep each for ever.

A file that names others has their new addresses in it, and another hash when one of them changes, however far away: what a page asks for is of one
edition, whatever a browser kept of another.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping

from sds.output.files import Content
from sds.output.reached import reached

NAMES = re.compile(r"""(?P<before>\bfrom\x20|\bimport\(|\burl\(|\bnew\x20URL\()"(?P<address>\.{1,2}/[^"]*)""")
"""Where a script or a style names another file: the end of an import, a call, a picture or typeface."""
LETTERS = 16
"""Hexadecimal digits of SHA-256: 64 bits, for some dozens of files."""
TEXTS = (".css", ".js")


def addressed(files: Mapping[str, Content]) -> tuple[dict[str, str], dict[str, Content]]:
    """Files by their paths -> by each path the new one, and the files by these, with the addresses in them made new.

    What a file names that is none of ``files``, such as the root of the site, stays as it is.
    """
    names = {path: {other for _, other in named(path, content) if other in files} for path, content in files.items()}
    digests = {path: hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest() for path, content in files.items()}
    new = {path: _with_hash(path, "".join(f"{one} {digests[one]}\n" for one in sorted(reached([path], names.__getitem__)))) for path in files}
    return new, {new[path]: _renamed(path, content, new) for path, content in files.items()}


def named(path: str, content: Content) -> Iterator[tuple[re.Match[str], str]]:
    """Each place in a file that names another, and the path of that one."""
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
