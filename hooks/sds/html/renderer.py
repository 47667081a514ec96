"""Pages -> HTML, by the templates in ``overrides/``.

Every value is escaped, so nothing in YAML can become markup. Templates write links from the root as
``~/standards/``; here each becomes relative to its page, so that the site works in any folder of any host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from sds.booklets import Booklet
from sds.exports.csv_tables import Download
from sds.html.compiled import Compiled
from sds.html.filters import FILTERS
from sds.html.glossary_links import Glossary, Words
from sds.html.queries import Queries, answers
from sds.markdown_pages.nav import NavItem
from sds.model.framework import Framework
from sds.model.links import Links
from sds.pages.page import Page

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
ICON_WRAP = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site is published: its address, the address at which a file is edited, the icon folder, and where its files are kept.

    A ``preview`` is for an editor's own screen: it leaves out the booklets, to be quick, and shows drafts. ``livereload`` leaves out the content
    security policy, because ``mkdocs serve`` writes a script into each page.
    """

    site_url: str
    edit_url: str
    icons: Path
    preview: bool = False
    repo_url: str = ""
    livereload: bool = False


class _WithoutIndents(Extension):
    """Leaves the indents out of templates, which are for who reads those: pages are lighter for it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's own names)
        return INDENT.sub("", source)


class Renderer:
    """Turns pages of one framework into HTML."""

    def __init__(
        self,
        templates: Path,
        framework: Framework,
        links: Links,
        settings: Settings,
        tables: tuple[Download, ...],
        papers: Mapping[str, Booklet],
        nav: tuple[NavItem, ...] = (),
        cache: Path | None = None,
    ) -> None:
        """``cache`` is the folder where compiled templates are kept for the next build."""
        self.settings = settings
        self._icons: dict[str, Markup] = {}
        self._parts: dict[tuple[str, str, bool], Markup] = {}
        self._glossary = Glossary(framework.terms)
        environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            auto_reload=False,  # it would look at the file each time a template is asked for
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled(cache),
            extensions=[_WithoutIndents],
        )
        environment.filters |= FILTERS
        environment.tests["contains"] = lambda many, one: one in many
        environment.globals |= answers(Queries(framework, links, tables, papers)) | {"settings": settings, "nav": nav, "icon": self.icon, "part": self.part}
        self._environment = environment

    def page(self, page: Page) -> str:
        """The whole HTML of ``page``."""
        template = self._environment.get_template(f"pages/{page.template}")
        canonical = self.settings.site_url.rstrip("/") + page.url
        html = template.render(page=page, canonical=canonical, words=Words(self._glossary), **page.data)
        root = "../" * page.url.count("/", 1) or "./"
        if page.url == "/404.html":  # served at any depth, so its links start from the root of the site
            root = urlsplit(self.settings.site_url).path or "/"
        return html.replace('"~/', f'"{root}')

    def part(self, name: str, section: str = "", at_index: bool = False) -> Markup:
        """A part of the shell that is the same on all pages of a section, or on its index, rendered once."""
        key = (name, section, at_index)
        if key not in self._parts:
            html = self._environment.get_template(f"parts/{name}").render(here=section, at_index=at_index)
            self._parts[key] = Markup(html)  # noqa: S704 (escaped by the template)
        return self._parts[key]

    def icon(self, name: str) -> Markup:
        """An icon of the theme, such as ``material/account``, as inline SVG that assistive technology passes over."""
        if name not in self._icons:
            found = ICON_WRAP.search((self.settings.icons / f"{name}.svg").read_text("utf-8"))
            assert found, f"{name} is not an icon"
            self._icons[name] = Markup(  # noqa: S704 (the theme's own file)
                f'<svg class="icon" viewBox="{found[1]}" width="24" height="24" aria-hidden="true" focusable="false">{found[2]}</svg>'
            )
        return self._icons[name]
