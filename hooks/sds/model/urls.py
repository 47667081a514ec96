"""Where each record stands on the site. A published address keeps working, so every address is made here."""

from __future__ import annotations

from sds.model.framework import Framework
from sds.model.kinds import KINDS

DOWNLOADS = "downloads"
"""The folder of booklets and of forms to fill in."""
HOME = ("easy_read", "home/home")
"""The first page of easy read stands at the root of its part of the site."""


def url_of(framework: Framework, kind: str, id: str) -> str:
    """The site-relative address of a record, from the root and starting with a slash, in the form that its kind has."""
    form = KINDS[kind].url
    if (kind, id) == HOME:
        id, form = "", form.replace("{id}/", "")
    return form.format(id=id, record=framework.record(kind, id)) if "{record" in form else form.format(id=id)
