"""A finished site -> files that tell a host how to serve it: headers, permanent redirects, caching, and compressed copies.

``_headers`` and ``_redirects`` are read by Netlify and Cloudflare Pages, ``nginx.conf`` by nginx, and ``.nojekyll`` stops GitHub Pages from leaving out
files. Formats: https://docs.netlify.com/routing/headers/, https://developers.cloudflare.com/pages/configuration/redirects/, https://nginx.org/en/docs/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from sds.browser_rules import CONTENT_SECURITY_POLICY, REFERRER_POLICY
from sds.output.addresses import LETTERS
from sds.output.compressed import compressed
from sds.output.holding import site_files
from sds.output.link_check import NOT_FOUND_PAGE
from sds.output.moved import moved
from sds.output.offline_copy import PIECES

YEAR = 365 * 24 * 60 * 60
"""A year in seconds."""
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",  # has no effect in a meta element
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": REFERRER_POLICY,
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
        "Strict-Transport-Security": f"max-age={YEAR}",
    }
)
"""The headers of every response."""
IMMUTABLE = f"public, max-age={YEAR}, immutable"
"""Cache-Control for a file with a content hash in its name: other content has another name."""
REVALIDATE = "no-cache"
"""Cache-Control for all other files: a browser revalidates its copy each time, which costs a few bytes, so no reader sees an old page."""
HASHED = re.compile(rf".*(?:\.[0-9a-f]{{{LETTERS}}}|-[0-9a-f]{{16}})\.\w+")
"""The path of an asset, or of the offline copy's index, with a content hash. Pieces of the copy are covered by one rule for their folder: Cloudflare reads only
100 rules of ``_headers``."""
TYPES = "text/css text/plain text/csv text/xml application/javascript text/javascript application/json image/svg+xml"
"""The types for which nginx must add the charset; for ``text/html`` it does so by default."""

OPEN_FILES = 10_000
"""For how many files nginx caches the metadata, for one second, so that a new build shows at once. Without it, nginx looks on the disk for the folder of a
page, its file and the compressed copy at each request. Processor time of the server for three pages with gzip, compared with a bare file without this cache:
1.04 to 1.42 times as much without the cache, 0.66 to 0.83 times with it (measured on 29 November 2026)."""


def host_files(site: Path, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The path and content of each file for hosts, for the finished site in the folder ``site``. The same site gives the same bytes.

    ``site_url`` is the whole address of the site; its path comes before the paths of files in addresses on that host.
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
    """A path from the root of the site as a path from the root of its host."""
    return f"{folder.rstrip('/')}{address}"


def _headers(folder: str, hashed: Sequence[str]) -> str:
    """The content of ``_headers``. Cloudflare joins the values when two rules set the same header for a file, so no two rules do.

    For pages, Cache-Control is the default of both hosts: ``public, max-age=0, must-revalidate``.
    """
    blocks = {f"{folder}*": HEADERS, **{path: {"Cache-Control": IMMUTABLE} for path in hashed}}
    return "".join(f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()) for path, headers in blocks.items())


def _nginx(folder: str, hashed: Sequence[str], leads: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The lines of ``nginx.conf``, for ``include`` in a server. They affect only addresses under the site's own path."""
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
    yield from (f"    {line}" for line in _with(HEADERS, REVALIDATE))
    for path in (*(f"= {path}" for path in hashed), _under(folder, f"/{PIECES}")):
        yield f"    location {path} {{"
        yield from (f"        {line}" for line in _with(HEADERS, IMMUTABLE))
        yield "    }"
    yield r"    location ~ \.csv$ { types { } default_type text/csv; }"
    for address, target in leads:
        path, hash_sign, anchor = target.partition("#")
        yield f"    location = {address} {{ return 301 {path}$is_args$args{hash_sign}{anchor}; }}"
    yield "}"


def _with(headers: Mapping[str, str], kept: str) -> Iterator[str]:
    """An ``add_header`` line for each header. ``always`` adds it to error pages too, where ``Cache-Control`` is left out, so that nobody caches them."""
    yield from (f'add_header {name} "{value}" always;' for name, value in headers.items())
    yield f'add_header Cache-Control "{kept}";'
