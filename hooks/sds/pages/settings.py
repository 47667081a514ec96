"""The page of the settings of ``mkdocs.yml``, generated from the table by which they are checked."""

from __future__ import annotations

from sds.config.check import GROUPS, SETTINGS
from sds.config.setting import Use
from sds.pages.page import HOME, Link, Page
from sds.paths import CONFIG


def settings_page() -> Page:
    """The page, with each setting of MkDocs and Material and whether it works here."""
    refused = sum(setting.use is Use.REFUSED for setting in SETTINGS)
    return Page(
        url="/contribute/settings/",
        template="settings.html",
        title="MkDocs and Material settings",
        description=f"{len(SETTINGS)} settings: the {len(SETTINGS) - refused} that work on this site, and why {refused} are refused.",
        edit=CONFIG,
        crumbs=(HOME, Link("Contribute", "/contribute/")),
        data={"groups": GROUPS},
    )
