"""A hand-written page, whoever has made HTML of its Markdown -> a page of the plan, which the site's own shell goes around."""

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
"""A link, in a hand-written page, to the place where the files are kept."""


def dressed_page(page: HandWritten, html: str, settings: Settings, styles: Sequence[str], scripts: Sequence[Script]) -> Page:
    """A hand-written page as a page of the plan, with ``extra_css`` and ``extra_javascript``.

    Its ``html`` is trusted: it was made from Markdown, in which no tag counts.
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
    """``html`` with each link to ``~repo/`` leading to the place where the files are kept, or plain words where nobody has said where that is.

    An address under ``.example`` stands for one that is not said yet: it leads nowhere (RFC 2606).
    """
    known = kept_at and not (urlsplit(kept_at).hostname or "").endswith(".example")
    return TO_FILES.sub(lambda link: f'<a href="{escape(kept_at)}">{link[1]}</a>' if known else link[1], html)
