"""The addresses in ``mkdocs.yml``: where the site is published, and where its files are kept and edited."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from sds.config.read import SiteConfig
from sds.problem import Problem


def edit_url(config: SiteConfig) -> str:
    """The start of the address at which a file is edited, joined as in MkDocs, or an empty string if ``edit_uri`` is empty: then no page links to its file.

    See https://www.mkdocs.org/user-guide/configuration/#edit_uri."""
    repo_url, edit_uri = config.text("repo_url"), config.text("edit_uri")
    if not edit_uri or not (repo_url or "://" in edit_uri):
        return ""
    folder = repo_url if repo_url.endswith("/") or edit_uri.startswith(("?", "#")) else f"{repo_url}/"
    return urljoin(folder, edit_uri)


def wrong_addresses(config: SiteConfig) -> Iterator[Problem]:
    """A problem for each address that is not whole, and for each that would have no effect without another."""
    yield from _not_whole(config, "site_url")  # citations and QR codes would be printed with an address that does not work
    yield from _not_whole(config, "repo_url")
    given = config.values
    if config.text("repo_url") and given.get("edit_uri") is None:
        wrong = "repo_url is given without edit_uri, so that no page could link to its file."
        yield config.problem(("repo_url",), wrong, 'Add the line edit_uri: edit/main/, or edit_uri: "" for no such links.')
    if config.text("edit_uri") and given.get("repo_url") is None and "://" not in config.text("edit_uri"):
        wrong = "edit_uri has no effect without repo_url, which it is a part of."
        yield config.problem(("edit_uri",), wrong, "Add the line repo_url: and the address where the files are kept, or delete this one.")


def _not_whole(config: SiteConfig, name: str) -> Iterator[Problem]:
    address = config.text(name)
    scheme, _, rest = address.rpartition("://")
    if address and (scheme not in {"http", "https"} or not rest.strip("/")):
        yield config.problem((name,), f'{name} is "{address}", which is not a whole address.', f"Write {name}: https://{rest.strip('/') or 'example.org'}/")
