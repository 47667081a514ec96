"""A hand-written page, rendered by MkDocs or by this program -> a page of the plan, which is rendered in the site's own template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from sds.config.read import Script
from sds.markdown_pages.written import HandWritten
from sds.pages.page import HOME, Page
from sds.settings import Settings

TO_FILES = re.compile(r'<a href="~repo/">(.*?)</a>', re.DOTALL)
"""A link to the repository in a hand-written page."""


def dressed_page(page: HandWritten, html: str, settings: Settings, styles: Sequence[str], scripts: Sequence[Script]) -> Page:
    """A hand-written page as a page of the plan. ``styles`` and ``scripts`` are ``extra_css`` and ``extra_javascript``.

    ``html`` is the rendered Markdown. It is trusted, because HTML tags in the Markdown are not allowed.
    """
    data = {
        "html": Markup(linked_to_files(html, settings.repo_url)),  # noqa: S704
        "styles": tuple(styles),
        "scripts": tuple(scripts),
        "draft": page.draft,
        "changed": page.changed,
    }
    return Page(url=page.url, template="markdown-page.html", title=page.title, description=page.description, edit=page.path, crumbs=(HOME,), data=data)


def linked_to_files(html: str, kept_at: str) -> str:
    """``html`` with each link to ``~repo/`` as a link to ``kept_at``, the address of the repository, or as plain text if that is unknown.

    An address under ``.example`` counts as unknown: it is a placeholder (RFC 2606).
    """
    known = kept_at and not (urlsplit(kept_at).hostname or "").endswith(".example")
    return TO_FILES.sub(lambda link: f'<a href="{escape(kept_at)}">{link[1]}</a>' if known else link[1], html)
