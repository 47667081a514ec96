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

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from markupsafe import Markup

from sds.booklets import Booklet, path_of
from sds.easy_read.fingerprint import out_of_step
from sds.easy_read.statements import TITLE as STATEMENTS
from sds.exports.csv_tables import Download
from sds.exports.json_schema import FILES
from sds.html.filters import FILTERS
from sds.html.glossary_links import Glossary, Words
from sds.html.queries import AUTHORITIES, FINDING_KINDS, Queries
from sds.model.framework import Framework
from sds.model.links import Links
from sds.pages.page import Page
from sds.search.documents import facets
from sds.search.entry import KINDS

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
ICON_WRAP = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site is published: its address, the address at which a file is edited, the icon folder, and where its files are kept.

    A ``preview`` is for an editor's own screen: it leaves out the content security policy, because MkDocs puts a
    script into each page, and the booklets, to be quick.
    """

    site_url: str
    edit_url: str
    icons: Path
    preview: bool = False
    repo_url: str = ""


class _WithoutIndents(Extension):
    """Leaves the indents out of templates, which are for who reads those: pages are lighter for it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's own names)
        return INDENT.sub("", source)


class _InMemory(BytecodeCache):
    """Keeps compiled templates while the program runs: a preview renders the same ones at each save."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _InMemory()


class Renderer:
    """Turns pages of one framework into HTML."""

    def __init__(
        self, templates: Path, framework: Framework, links: Links, settings: Settings, tables: tuple[Download, ...], papers: Mapping[str, Booklet]
    ) -> None:
        self.settings = settings
        self._icons: dict[str, Markup] = {}
        self._parts: dict[tuple[str, str, bool], Markup] = {}
        self._glossary = Glossary(framework.terms)
        ask = Queries(framework, links)
        environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
            extensions=[_WithoutIndents],
        )
        environment.filters |= FILTERS
        environment.tests["contains"] = lambda many, one: one in many
        environment.globals |= {
            "framework": framework,
            "search_facets": facets(framework),
            "search_kinds": {kind: one for kind, _, one in KINDS},
            "about": framework.spine.framework,
            "settings": settings,
            "linked": ask.linked,
            "record": framework.record,
            "url_of": ask.url_of,
            "evidence": ask.evidence,
            "evidence_by_source": ask.evidence_by_source,
            "icon": self.icon,
            "part": self.part,
            "sources_of": ask.sources_of,
            "laws_on": ask.laws_on,
            "told_elsewhere": ask.told_elsewhere,
            "findings_by_kind": ask.findings_by_kind,
            "documents_of": ask.documents_of,
            "same_section": ask.same_section,
            "naming": ask.naming,
            "role_at_stage": ask.role_at_stage,
            "by_standard": ask.by_standard,
            "unused_findings": ask.unused_findings,
            "authorities": AUTHORITIES,
            "kinds": FINDING_KINDS,
            "downloads": tables,
            "title_of": ask.title_of,
            "units_for": ask.units_for,
            "letters": ask.letters,
            "pages_of": ask.pages_of,
            "tools_for": ask.tools_for,
            "schema_files": FILES,
            "picture_of": ask.picture_of,
            "word_bank": ask.word_bank,
            "other_words": ask.other_words,
            "statements_title": STATEMENTS,
            "easy_twin": ask.easy_twin,
            "out_of_step": lambda page: out_of_step(framework, page),
            "booklet": lambda what, kind, id: papers.get(path_of(what, kind, id)),
        }
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
