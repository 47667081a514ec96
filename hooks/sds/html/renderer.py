"""Pages -> HTML, with the templates in ``overrides/``.

Every value is escaped, so nothing in YAML can become markup. In templates, ``~/standards/`` is a link from the root of the site; here each becomes
relative to its page, so that the site works in any folder of any host.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.runtime import Macro
from markupsafe import Markup

from sds.booklets import Booklet
from sds.browser_rules import CONTENT_SECURITY_POLICY, REFERRER_POLICY
from sds.exports.csv_tables.download import Download
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
from sds.model.framework import Framework, in_sentence
from sds.model.links import Links
from sds.model.records import Area, Role
from sds.pages.menu import MENU, foot
from sds.pages.page import Page
from sds.paths import ASSETS
from sds.phone import CallLinks, address
from sds.settings import NavItem, Settings

if TYPE_CHECKING:
    from sds.forms.word_file import WordFile  # for type checking only: at run time, the import would slow down a check of content

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
BEFORE_ATTRIBUTE = re.compile(r"\n[ \t]+(?=[a-z-]+=\")")
NONE: Mapping[str, str] = MappingProxyType({})
ICON_WRAP = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


class _WithoutIndents(Extension):
    """Removes the indentation of templates, and the line breaks before attributes, so that pages have fewer bytes."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's own names)
        return INDENT.sub("", BEFORE_ATTRIBUTE.sub(" ", source))


class Renderer:
    """Turns pages of one framework into HTML."""

    def __init__(
        self,
        templates: Path,
        framework: Framework,
        links: Links,
        settings: Settings,
        tables: tuple[Download, ...],
        booklets: Mapping[str, Booklet],
        nav: tuple[NavItem, ...] = (),
        titles: Mapping[str, str] = NONE,
        word_files: Mapping[str, WordFile] | None = None,
        cache: Path | None = None,
        versions: Sequence[VersionFiles] = (),
        assets: AssetAddresses | None = None,
    ) -> None:
        """``titles`` are the titles of all generated pages by address, so that templates link only to existing pages, by their titles.

        ``tables`` are the CSV tables, ``booklets`` are by path, and ``nav`` has the hand-written pages for the footer. ``word_files`` are keyed by the id of
        the form. ``cache`` is the folder where compiled templates are cached. ``versions`` are the versions of the data, the latest first. ``assets`` has the
        published addresses of stylesheets and scripts, or None if they are unchanged.
        """
        self.settings = settings
        self._assets = templates / Path(ASSETS).name
        self._addresses = assets or AssetAddresses()
        self._icons: dict[str, Markup] = {}
        self._parts: dict[tuple[str, str, bool], Markup] = {}
        self._once: dict[tuple[object, ...], tuple[Markup, tuple[object, ...]]] = {}
        self._glossary = Glossary(framework.terms)
        environment = QuickEnvironment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            auto_reload=False,  # else Jinja checks the file at each use of a template
            cache_size=-1,  # no limit
            optimized=False,  # constant folding takes a tenth of the compilation, and finds nothing
            undefined=StrictUndefined,
            trim_blocks=True,
            bytecode_cache=Compiled(cache),
            extensions=[_WithoutIndents],
        )
        environment.filters |= FILTERS
        environment.filters["uncapitalise"] = partial(in_sentence, framework.spine.framework.language)
        environment.filters["calls"] = CallLinks(framework.contacts.contacts).linked
        environment.tests["contains"] = lambda many, one: one in many
        environment.globals |= answers(Queries(framework, links, tables, booklets)) | answers(FormQueries(framework, word_files or {}, titles))
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
            "once": self.once,
            "size_of": self.size_of,
            "call_address": address,
        }
        environment.globals["has_page"] = lambda address: address.removeprefix("~") in titles
        environment.globals["page_titles"] = titles
        self._environment = environment

    def clear(self) -> None:
        """Lets go of the framework, after the last page."""
        self._once.clear()
        self._environment.clear()

    def page(self, page: Page) -> str:
        """The whole HTML of ``page``."""
        canonical = self.settings.site_url.rstrip("/") + page.url
        html = self._environment.rendered(f"pages/{page.template}", page=page, canonical=canonical, words=Words(self._glossary), **page.data)
        root = "../" * page.url.count("/", 1) or "./"
        if page.url == "/404.html":  # a host serves it at any path, so its links start with the path of the site
            root = urlsplit(self.settings.site_url).path or "/"
        return self._addresses.in_page(html, root)

    def part(self, name: str, section: str = "", at_index: bool = False) -> Markup:
        """The HTML of the template ``parts/<name>``, which is the same on all pages of a section, or on its index. Rendered once."""
        key = (name, section, at_index)
        if key not in self._parts:
            html = self._environment.rendered(f"parts/{name}", here=section, at_index=at_index)
            self._parts[key] = Markup(html)  # noqa: S704 (escaped by the template)
        return self._parts[key]

    def once(self, macro: Macro, *records: object) -> Markup:
        """What ``macro`` prints for some records of the framework, if it is the same on every page. Rendered once: a statement is on seven pages.

        The macro must be imported without context, else each page has a macro of its own.
        """
        key = (macro, *map(id, records))  # records have no hash; they are kept, so that no other object gets the id of one
        if key not in self._once:
            self._once[key] = Markup(macro(*records)), records  # noqa: S704 (escaped by the template)
        return self._once[key][0]

    def size_of(self, asset: str) -> str:
        """The size of a file of ``assets`` in words: ``233 KB``."""
        return f"{round((self._assets / asset).stat().st_size / 1000)} KB"

    def area(self, area: Area, purpose: str, easy: bool) -> str:
        """An HTML fragment with the contacts of an area for a purpose, for full or easy-read pages, into which scripts insert it."""
        return self._environment.rendered("parts/area.html", area=area, purpose=purpose, easy=easy).strip()

    def role_icon(self, role: Role) -> Markup:
        """The icon of a role as SVG; empty if it has none."""
        return self.icon(f"material/{role.icon}") if role.icon else Markup()

    def icon(self, name: str) -> Markup:
        """An icon of the theme, such as ``material/account``, as inline SVG that is hidden from assistive technology."""
        if name not in self._icons:
            found = ICON_WRAP.search((self.settings.icons / f"{name}.svg").read_text("utf-8"))
            assert found, f"{name} is not an icon"
            self._icons[name] = Markup(  # noqa: S704 (the theme's own file)
                f'<svg class="icon" viewBox="{found[1]}" width="24" height="24" aria-hidden="true">{found[2]}</svg>'
            )
        return self._icons[name]
