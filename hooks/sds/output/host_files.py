"""A finished site -> what tells a host how to serve it: headers, permanent redirects, how long a browser may keep what, and compressed copies.

``_headers`` and ``_redirects`` are read by Netlify and Cloudflare Pages, ``nginx.conf`` by nginx, and ``.nojekyll`` keeps GitHub Pages from leaving out
files. Their forms: https://docs.netlify.com/routing/headers/, https://developers.cloudflare.com/pages/configuration/redirects/, https://nginx.org/en/docs/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from sds.browser_rules import CONTENT_SECURITY_POLICY, REFERRER_POLICY
from sds.output.compressed import compressed
from sds.output.holding import site_files
from sds.output.link_check import NOT_FOUND_PAGE
from sds.output.moved import moved
from sds.output.offline_copy import PIECES

YEAR = 365 * 24 * 60 * 60
"""In seconds."""
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",  # which a page cannot say itself
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER_POLICY,
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
        "Strict-Transport-Security": f"max-age={YEAR}",
    }
)
"""What goes with every answer."""
CACHED = f"public, max-age={YEAR}, immutable"
"""For a file whose address holds a hash of what is in it: another content has another address."""
ASKED_ANEW = "no-cache"
"""For all else: a browser keeps it and asks each time whether it is still so, which costs a few bytes, and no reader sees an old page."""
HASHED = re.compile(r".*[-.][0-9a-f]{16}\.\w+")
"""Pieces of the copy for reading offline have a folder of their own instead, as Cloudflare reads the first 100 blocks of ``_headers`` only."""
TYPES = "text/css text/plain text/csv text/xml application/javascript text/javascript application/json image/svg+xml"
"""What holds letters, as nginx has to be told; it knows ``text/html`` itself."""

OPEN_FILES = 10_000
"""How many files nginx keeps in sight, and for one second at a time, so that a new edition shows at once: else it looks on the disk for the folder of a page,
its file and the compressed copy at each request. Measured on three pages, gzip, in seconds of the server's processor, beside a bare file for which nothing
is kept: 1.04 to 1.42 times as much without, 0.66 to 0.83 times with it (29 November 2026)."""


def host_files(site: Path, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Each file for hosts of the site in a folder, by its path there. The same site gives the same bytes.

    ``site_url`` is the whole address of the site: what comes before its files in addresses on that host is known from it.
    """
    paths = site_files(site)
    folder = urlsplit(site_url).path or "/"
    leads = [(_under(folder, address), _under(folder, target)) for address, target in moved(site, paths)]
    hashed = [_under(folder, f"/{path}") for path in sorted(paths) if HASHED.fullmatch(path)]
    yield ".nojekyll", b""
    yield "_headers", _headers(folder, [*hashed, _under(folder, f"/{PIECES}*")]).encode()
    yield "_redirects", "".join(f"{address} {target} 301\n" for address, target in leads).encode()
    yield "nginx.conf", "\n".join([*_nginx(folder, hashed, leads), ""]).encode()
    yield from compressed(site, paths)


def _under(folder: str, address: str) -> str:
    """An address from the root of the site as one from the root of its host."""
    return f"{folder.rstrip('/')}{address}"


def _headers(folder: str, hashed: Sequence[str]) -> str:
    """``_headers``. Cloudflare puts a header that two blocks give together from both, so no file is given the same one twice.

    How long pages are kept is what both hosts say themselves: ``public, max-age=0, must-revalidate``.
    """
    blocks = {f"{folder}*": HEADERS, **{path: {"Cache-Control": CACHED} for path in hashed}}
    return "".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()) for path, headers in blocks.items())


def _nginx(folder: str, hashed: Sequence[str], leads: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The lines of ``nginx.conf``, for ``include`` in a server: it touches nothing outside the site's own folder."""
    yield "# How to serve this site, for nginx: to be included in a server whose root holds the site. Each build writes it again."
    yield f"location {folder} {{"
    yield f"    error_page 404 {_under(folder, f'/{NOT_FOUND_PAGE}')};"
    yield "    absolute_redirect off;"
    yield "    charset utf-8;"
    yield f"    charset_types {TYPES};"
    yield f"    open_file_cache max={OPEN_FILES} inactive=60s;"
    yield "    open_file_cache_valid 1s;"
    yield "    gzip_static on;"
    yield "    gzip_vary on;"
    yield from (f"    {line}" for line in _with(HEADERS, ASKED_ANEW))
    for path in (*(f"= {path}" for path in hashed), _under(folder, f"/{PIECES}")):
        yield f"    location {path} {{"
        yield from (f"        {line}" for line in _with(HEADERS, CACHED))
        yield "    }"
    yield r"    location ~ \.csv$ { types { } default_type text/csv; }"
    for address, target in leads:
        path, hash_sign, anchor = target.partition("#")
        yield f"    location = {address} {{ return 301 {path}$is_args$args{hash_sign}{anchor}; }}"
    yield "}"


def _with(headers: Mapping[str, str], kept: str) -> Iterator[str]:
    """A line for each header. ``always``: with the page for what is not found too, which nobody should keep for a year."""
    yield from (f'add_header {name} "{value}" always;' for name, value in headers.items())
    yield f'add_header Cache-Control "{kept}";'
