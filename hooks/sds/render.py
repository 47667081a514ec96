"""Pages -> HTML, by the templates in ``overrides/``.

Every value is escaped, so nothing in YAML can become markup. Templates write links from the root as
``~/standards/``; here each becomes relative to its page, so that the site works in any folder of any host.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from sds.addresses import address
from sds.booklets import Booklet, path_of
from sds.checks.checked import split_citation
from sds.easy_read.fingerprint import out_of_step
from sds.explain import Glossary, Words
from sds.exports import Download
from sds.filters import FILTERS
from sds.framework import Action, Framework, Standard
from sds.links import Links, cited, page_key
from sds.pages.page import Page
from sds.records import Alignment, EasyPage, Finding, Picture, Resource, Role, Source, Stage, Term, UnitEntry, UnitLink
from sds.schema import FILES
from sds.search import facets
from sds.search.found import KINDS

AUTHORITIES = (
    ("law", "Law", "What has to be done."),
    ("official", "Official documents in force", "Guidance, strategies, plans and the framework itself: what is officially asked for."),
    ("inspection", "Inspection", "What inspectors saw and recommended, in one place at one time."),
    ("review", "Reviews", "What a review or a scrutiny report found or heard."),
    ("research", "Research", "What research found."),
    ("handbook", "Handbooks", "Advice to the public or to workers, from national bodies."),
    ("replaced", "Older official documents", "Guidance and plans that have been replaced, or were drafts. They show what was asked for then."),
    ("account", "Accounts", "What a body says of itself, news, and evidence given to Parliament."),
)
"""Kinds of source in the order the pages list them: the value in the data, its title, what it is."""

FINDING_KINDS = {
    "needed": "Asked for",
    "working": "Seen working",
    "weak": "Weakness",
    "tension": "Tension",
    "fact": "Background",
}

ICON_WRAP = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site is published: its address, the address at which a file is edited, and the icon folder.

    A ``preview`` is for an editor's own screen: it leaves out the content security policy, because MkDocs puts a
    script into each page, and the booklets and the pages that only lead on from other names, to be quick.
    """

    site_url: str
    edit_url: str
    icons: Path
    preview: bool = False


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
        self._framework, self._links, self._settings = framework, links, settings
        self._icons: dict[str, Markup] = {}
        self._parts: dict[tuple[str, str, bool], Markup] = {}
        self._glossary = Glossary(framework.terms)
        self._pictures = {picture.id: picture for picture in framework.pictures}
        self._easy: dict[tuple[str, str], EasyPage] = {(page.kind, page.id): page for page in framework.easy_read}
        environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        environment.filters |= FILTERS
        environment.tests["contains"] = lambda many, one: one in many
        environment.globals |= {
            "framework": framework,
            "search_facets": facets(framework),
            "search_kinds": {kind: one for kind, _, one in KINDS},
            "about": framework.spine.framework,
            "settings": settings,
            "linked": self.linked,
            "record": framework.record,
            "address": self.address,
            "evidence": self.evidence,
            "icon": self.icon,
            "part": self.part,
            "sources_of": self.sources_of,
            "role_at_stage": self.role_at_stage,
            "by_standard": self.by_standard,
            "unused_findings": self.unused_findings,
            "authorities": AUTHORITIES,
            "kinds": FINDING_KINDS,
            "downloads": tables,
            "title_of": self.title_of,
            "units_for": self.units_for,
            "letters": self.letters,
            "pages_of": self.pages_of,
            "tools_for": self.tools_for,
            "schema_files": FILES,
            "picture_of": self.picture_of,
            "word_bank": self.word_bank,
            "easy_twin": self.easy_twin,
            "out_of_step": lambda page: out_of_step(framework, page),
            "booklet": lambda what, kind, id: papers.get(path_of(what, kind, id)),
        }
        self._environment = environment

    def page(self, page: Page) -> str:
        """The whole HTML of ``page``."""
        template = self._environment.get_template(f"pages/{page.template}")
        canonical = self._settings.site_url.rstrip("/") + page.url
        html = template.render(page=page, canonical=canonical, words=Words(self._glossary), **page.data)
        root = "../" * page.url.count("/", 1) or "./"
        if page.url == "/404.html":  # served at any depth, so its links start from the root of the site
            root = urlsplit(self._settings.site_url).path or "/"
        return html.replace('"~/', f'"{root}')

    def linked(self, kind: str, id: str, to: str) -> list[Any]:
        """The records of kind ``to`` that the record is linked to; withdrawn statements are left out."""
        records = (self._framework.record(to, other) for other in self._links.get((kind, id), {}).get(to, ()))
        return [record for record in records if getattr(record, "status", "current") == "current"]

    def sources_of(self, standard: Standard) -> list[Source]:
        """The sources that a standard's statements, components and law rest on, in the order of the files."""
        citations = [
            citation for evidence in ([one.evidence for one in standard.components] + [one.evidence for one in standard.actions]) for citation in evidence
        ]
        named_sources = {item["source"].id for item in self.evidence((*citations, *(law.cite for law in standard.file.law)))}
        return [source for source in self._framework.sources if source.id in named_sources]

    def role_at_stage(self, role: Role, stage: Stage) -> list[Action]:
        """The statements of one role at one stage."""
        return [action for action in self.linked("stages", stage.id, "actions") if action.role == role.id]

    def by_standard(self, actions: Iterable[Action], role: Role) -> list[tuple[Standard, list[Action]]]:
        """The statements of one role among ``actions``, under their standards."""
        of_role = [action for action in actions if action.role == role.id]
        groups = [(standard, [action for action in of_role if action.standard == standard.id]) for standard in self._framework.standards]
        return [(standard, some) for standard, some in groups if some]

    def unused_findings(self) -> list[Finding]:
        """The findings that no statement in force and no component cites."""
        return [
            finding
            for finding in self._framework.findings
            if not self.linked("findings", finding.id, "actions") and not self.linked("findings", finding.id, "components")
        ]

    def units_for(self, alignment: Alignment, standard: Standard) -> list[tuple[UnitEntry, UnitLink]]:
        """The units of another framework that meet a standard, each with its link to it."""
        return [(unit, link) for unit in alignment.units for link in unit.standards if link.id == standard.id]

    def letters(self) -> dict[str, list[Term]]:
        """The terms under their first letters, in the order of the alphabet."""
        result: dict[str, list[Term]] = {}
        for term in sorted(self._framework.terms, key=lambda term: term.term.lower()):
            result.setdefault(term.term[0].upper(), []).append(term)
        return result

    def pages_of(self, term: Term) -> list[tuple[str, Any]]:
        """The kind and record of each page that explains a term further."""
        return [(kind, self._framework.record(kind, id)) for kind, id in (page_key(self._framework, page) for page in term.pages)]

    def tools_for(self, standard: Standard, most: int) -> list[Resource]:
        """The resources most at home in a standard: those that help with most of its statements, then the least general."""

        def rank(resource: Resource) -> tuple[int, int]:
            helps = sum(action.startswith(f"{standard.id}-") for action in resource.actions)
            return (-helps, len(resource.standards))

        return sorted(self.linked("standards", standard.id, "resources"), key=rank)[:most]

    def title_of(self, kind: str, id: str) -> str:
        """The name of a kind, format or language of resource."""
        return next(word.title for word in self._framework.resource_words[kind] if word.id == id)

    def address(self, kind: str, id: str) -> str:
        """The address of a record, in the form that templates write."""
        return "~" + address(self._framework, kind, id)

    def evidence(self, citations: Iterable[str]) -> Iterator[dict[str, Any]]:
        """Each citation with its source, its place there, and its finding where it is one."""
        for citation in citations:
            kind, id = cited(citation)
            finding = self._framework.record(kind, id) if kind == "findings" else None
            source = self._framework.record("sources", finding.source if finding else id)
            yield {"source": source, "place": finding.place if finding else split_citation(citation)[1], "finding": finding, "url": self.address(kind, id)}

    def picture_of(self, id: str) -> Picture | None:
        """The picture with this id; None when there is none, so that a page never breaks for it."""
        return self._pictures.get(id)

    def word_bank(self) -> list[Term]:
        """The terms that easy-read pages set in bold, in the order of the alphabet."""
        words = Words(self._glossary)
        for page in self._framework.easy_read:
            for sentence in (*(sentence for block in page.blocks for sentence in block.words), *(line.text for line in page.lines)):
                words.mark_bold(sentence)
        return sorted(words.used, key=lambda term: term.term.lower())

    def easy_twin(self, kind: str, id: str) -> EasyPage | None:
        """The easy-read twin of a record, if it has one."""
        return self._easy.get((kind, id))

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
            found = ICON_WRAP.search((self._settings.icons / f"{name}.svg").read_text("utf-8"))
            assert found, f"{name} is not an icon"
            self._icons[name] = Markup(  # noqa: S704 (the theme's own file)
                f'<svg class="icon" viewBox="{found[1]}" width="24" height="24" aria-hidden="true" focusable="false">{found[2]}</svg>'
            )
        return self._icons[name]
