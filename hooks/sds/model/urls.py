"""The address of each record on the site, and the host of an address elsewhere. Published addresses must keep working, so all are made here."""

from __future__ import annotations

from urllib.parse import urlsplit

from sds.model.framework import Framework
from sds.model.kinds import KINDS

DOWNLOADS = "downloads"
"""The folder of booklets and of forms to fill in."""
HOME = ("easy_read", "home/home")
"""The kind and id of the easy-read home page, whose address is ``/easy-read/``."""


def url_of(framework: Framework, kind: str, id: str) -> str:
    """The path of a record from the root of the site, starting with a slash: ``/actions/water-g1/``."""
    form = KINDS[kind].url
    if (kind, id) == HOME:
        id, form = "", form.replace("{id}/", "")
    return form.format(id=id, record=framework.record(kind, id)) if "{record" in form else form.format(id=id)


def host_of(address: str) -> str:
    """The host of a web address, without ``www.``: ``https://www.example.org/faqs/`` -> ``example.org``."""
    return urlsplit(address).netloc.removeprefix("www.")
