"""Pages -> HTML, by the templates in ``overrides/``.

Every value is escaped, so nothing in YAML can become markup. Templates write links from the root as
``~/standards/``; here each becomes relative to its page, so that the site works in any folder of any host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from sds.booklets import Booklet
from sds.browser_rules import CONTENT_SECURITY_POLICY, REFERRER_POLICY
from sds.exports.csv_tables import Download
from sds.exports.version_files import VersionFiles
from sds.html.asset_addresses import AssetAddresses
from sds.html.change_queries import ChangeQueries
from sds.html.citation_queries import CitationQueries
from sds.html.compiled import Compiled
from sds.html.contact_queries import ContactQueries
from sds.html.diagram_queries import DiagramQueries
from sds.html.environment import QuickEnvironment
from sds.html.filters import FILTERS
from sds.html.finding_queries import FindingQueries
from sds.html.form_queries import FormQueries
from sds.html.glossary_links import Glossary, Words
from sds.html.law_queries import LawQueries
from sds.html.list_queries import ListQueries
from sds.html.queries import Queries, answers
from sds.html.saying_queries import SayingQueries
from sds.model.framework import Framework
from sds.model.links import Links
from sds.model.records import Area, Role
from sds.pages.menu import MENU, foot
from sds.pages.page import Page
from sds.paths import ASSETS
from sds.phone import CallLinks, address
from sds.settings import NavItem, Settings

if TYPE_CHECKING:
    from sds.forms.word_file import WordFile  # a check of content makes none, and would wait for it

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
NONE: Mapping[str, str] = MappingProxyType({})
ICON_WRAP = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


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
        titles: Mapping[str, str] = NONE,
        word_files: Mapping[str, WordFile] | None = None,
        cache: Path | None = None,
        versions: Sequence[VersionFiles] = (),
        assets: AssetAddresses | None = None,
    ) -> None:
        """``titles`` are those of all generated pages, by address: a template leads only to what is there, by the name that it has there.

        ``word_files`` are those of the forms, by id. ``versions`` are those of the data that are kept, the latest first. ``cache`` is the folder where compiled
        templates are kept for the next build. ``assets`` says under which addresses styles and scripts are published, where those are not their own.
        """
        self.settings = settings
        self._assets = templates / Path(ASSETS).name
        self._addresses = assets or AssetAddresses()
        self._icons: dict[str, Markup] = {}
        self._parts: dict[tuple[str, str, bool], Markup] = {}
        self._glossary = Glossary(framework.terms)
        environment = QuickEnvironment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            auto_reload=False,  # it would look at the file each time a template is asked for
            cache_size=-1,  # all are kept: none has to make room for another
            optimized=False,  # to look for what is constant takes a tenth of compiling, and finds nothing
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled(cache),
            extensions=[_WithoutIndents],
        )
        environment.filters |= FILTERS
        environment.filters["calls"] = CallLinks(framework.contacts.contacts).linked
        environment.tests["contains"] = lambda many, one: one in many
        environment.globals |= answers(Queries(framework, links, tables, papers)) | answers(FormQueries(framework, word_files or {}, titles))
        environment.globals |= answers(ContactQueries(framework)) | answers(ChangeQueries(framework)) | answers(LawQueries(framework, links))
        environment.globals |= answers(CitationQueries(framework, settings.site_url, versions))
        environment.globals |= answers(FindingQueries(framework)) | answers(DiagramQueries(framework, links))
        environment.globals |= answers(ListQueries(framework, links, titles)) | answers(SayingQueries(framework))
        environment.globals |= {
            "settings": settings,
            "content_security_policy": CONTENT_SECURITY_POLICY,
            "referrer_policy": REFERRER_POLICY,
            "menu": MENU,
            "foot": foot(titles),
            "nav": nav,
            "icon": self.icon,
            "role_icon": self.role_icon,
            "part": self.part,
            "size_of": self.size_of,
            "call_address": address,
        }
        environment.globals["has_page"] = lambda address: address.removeprefix("~") in titles
        environment.globals["page_titles"] = titles
        self._environment = environment

    def page(self, page: Page) -> str:
        """The whole HTML of ``page``."""
        canonical = self.settings.site_url.rstrip("/") + page.url
        html = self._environment.rendered(f"pages/{page.template}", page=page, canonical=canonical, words=Words(self._glossary), **page.data)
        root = "../" * page.url.count("/", 1) or "./"
        if page.url == "/404.html":  # served at any depth, so its links start from the root of the site
            root = urlsplit(self.settings.site_url).path or "/"
        return self._addresses.in_page(html).replace('"~/', f'"{root}')

    def part(self, name: str, section: str = "", at_index: bool = False) -> Markup:
        """A part of the shell that is the same on all pages of a section, or on its index, rendered once."""
        key = (name, section, at_index)
        if key not in self._parts:
            html = self._environment.rendered(f"parts/{name}", here=section, at_index=at_index)
            self._parts[key] = Markup(html)  # noqa: S704 (escaped by the template)
        return self._parts[key]

    def size_of(self, asset: str) -> str:
        """How much a reader fetches who asks for a file of ``assets``, in words: ``233 KB``."""
        return f"{round((self._assets / asset).stat().st_size / 1000)} KB"

    def area(self, area: Area, purpose: str, easy: bool) -> str:
        """How to reach whom there is in an area for a purpose, as a piece of a full or an easy-read page: scripts put it where a page leaves room for it."""
        return self._environment.rendered("parts/area.html", area=area, purpose=purpose, easy=easy).strip()

    def role_icon(self, role: Role) -> Markup:
        """The icon of a role, where it has one."""
        return self.icon(f"material/{role.icon}") if role.icon else Markup()

    def icon(self, name: str) -> Markup:
        """An icon of the theme, such as ``material/account``, as inline SVG that assistive technology passes over."""
        if name not in self._icons:
            found = ICON_WRAP.search((self.settings.icons / f"{name}.svg").read_text("utf-8"))
            assert found, f"{name} is not an icon"
            self._icons[name] = Markup(  # noqa: S704 (the theme's own file)
                f'<svg class="icon" viewBox="{found[1]}" width="24" height="24" aria-hidden="true">{found[2]}</svg>'
            )
        return self._icons[name]
