"""``mkdocs.yml`` -> the settings that pages need: where the site is published and edited."""

from __future__ import annotations

from sds.config.addresses import edit_url
from sds.config.read import SiteConfig
from sds.icons import ICONS
from sds.settings import Settings


def settings(config: SiteConfig) -> Settings:
    """The settings for pages. ``site_url`` gets a closing slash."""
    site_url = config.text("site_url", "/")
    return Settings(site_url if site_url.endswith("/") else f"{site_url}/", edit_url(config), ICONS, repo_url=config.text("repo_url"))
