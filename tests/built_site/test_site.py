"""The built site as files: every page is complete, every link works, and all data is on the pages."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from helpers import ROOT, SETTINGS, Element, build_site, edit, parse_html, read_search_index
from sds.model.duties import ground
from sds.model.framework import Framework
from sds.output.link_check import broken_links, links_and_ids, own_links_and_ids

FIRST_VIEW = 45_000
"""The most bytes, compressed with gzip, for the first view of a standard's page. Until 29 November 2026 the heaviest had 59,500, since then 43,800."""
WITH_COMPLAINTS = 50_000
"""The same for a standard that includes how to complain (what to do, by when and with whom, with phone numbers). Half of it is that page's text."""
OF_A_ROLE = 52_000
"""The same for a role with all its statements on one page."""
MOST_REQUESTS = 8
"""The most requests for a first view, including the icon but not lazy-loaded pictures."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Pages = dict[str, Element]


def meta(page: Element, name: str) -> str:
    """The content of the meta element with a name or property; an empty string if there is none."""
    found = page.all("meta", name=name) + page.all("meta", property=name)
    return found[0].attrs.get("content", "") if found else ""


def canonical(page: Element) -> str:
    return page.one("link", rel="canonical").attrs["href"]


def title(page: Element) -> str:
    """The title of a page (a diagram's SVG has a title too)."""
    return page.one("head").one("title").text


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


# --- words ---


def without_meanings(said: str, framework: Framework) -> str:
    """The text of a page without the explanations that follow a legal term where it first occurs."""
    for term in framework.terms:
        said = said.replace(f" ({term.in_brief})", "")
    return said


def test_words_of_the_law_that_nobody_uses_are_explained_where_a_page_first_has_them(pages: Pages, framework: Framework) -> None:
    """Not in easy read, where only the word list has them."""
    unexplained = []
    for term in (one for one in framework.terms if one.in_brief):
        for url, page in pages.items():
            words = page.one("main").text.lower()
            at = words.find(term.term)
            meaning = str(term.in_brief).split(",")[0]
            if at >= 0 and (url.startswith("/easy-read/") or meaning not in words[at : at + 120]) and not url.startswith("/easy-read/words/"):
                unexplained.append((url, words[max(0, at - 60) : at + 100]))
    assert unexplained == []


# --- links ---


def test_no_link_or_anchor_on_the_site_leads_nowhere(built: Path) -> None:
    assert list(map(str, broken_links(built))) == []


def test_links_of_generated_pages_are_read_by_a_pattern_as_a_parser_reads_them(built: Path) -> None:
    pages = [path.read_bytes() for path in built.rglob("*.html")]
    assert len(pages) > 2_000
    assert [html[:200] for html in pages if own_links_and_ids(html) != links_and_ids(html)] == []


def test_the_links_of_the_page_for_lost_readers_lead_somewhere(built: Path, pages: Pages) -> None:
    links = [urlsplit(one.attrs["href"]).path for one in pages["/404.html"].all("a", "link") if one.attrs["href"].startswith("/")]
    assert len(links) > 5
    assert [link for link in links if not (built / (link[1:] + ("index.html" if link.endswith("/") else ""))).is_file()] == []


def test_the_page_for_lost_readers_of_a_site_in_a_folder_leads_back_into_that_folder(small: Path) -> None:
    page = parse_html(build_site(small, replace(SETTINGS, site_url="https://here.example/shared/gardens/"))["404.html"])
    links = [one.attrs[name] for one in page.walk() for name in ("href", "src") if name in one.attrs]
    own = [link for link in links if not urlsplit(link).scheme and not link.startswith("#")]
    assert {"/shared/gardens/", "/shared/gardens/search/"} <= set(own)
    assert [link for link in own if not link.startswith("/shared/gardens/")] == []


def test_a_page_that_leads_on_says_where_and_gets_there(pages: Pages, redirects: Pages) -> None:
    assert redirects
    for url, page in redirects.items():
        wait, _, target = page.one("meta", **{"http-equiv": "refresh"}).attrs["content"].partition("; url=")
        path, _, anchor = urljoin(url, target).partition("#")
        assert wait == "0"
        assert path in pages, url
        assert not anchor or pages[path].id(anchor) is not None, url
        assert urlsplit(canonical(page)).path == path
        assert urljoin(url, page.one("main").one("a").attrs["href"]) == urljoin(url, target)


def test_every_standard_is_reached_by_its_number(redirects: Pages, framework: Framework) -> None:
    for standard in framework.standards:
        assert redirects[f"/standards/{standard.number}/"].one("main").one("a").attrs["href"] == f"../../standards/{standard.id}/"


# --- the head of each page ---


def test_every_page_has_one_heading_of_the_first_level_with_words(pages: Pages) -> None:
    assert [url for url, page in pages.items() if len(page.all("h1")) != 1 or not page.one("h1").text] == []


def test_every_page_has_a_title_of_its_own(pages: Pages, redirects: Pages) -> None:
    titles = [title(page) for page in pages.values()]
    assert all(titles)
    assert twice(titles) == []
    assert all(map(title, redirects.values())), "the name of the page that it leads to"


def test_every_page_has_a_description_of_its_own_that_a_search_engine_shows_whole(pages: Pages) -> None:
    descriptions = {url: meta(page, "description") for url, page in pages.items()}
    assert [url for url, text in descriptions.items() if not 20 <= len(text) <= 200] == []
    assert twice(list(descriptions.values())) == []


def test_every_page_is_in_british_english_and_fits_a_phone(pages: Pages, redirects: Pages) -> None:
    for url, page in (pages | redirects).items():
        assert page.one("html").attrs["lang"] == "en-GB", url
        assert "width=device-width" in meta(page, "viewport"), url
        assert "user-scalable" not in meta(page, "viewport"), url


def test_every_page_has_its_own_canonical_address(pages: Pages) -> None:
    for url, page in pages.items():
        if url != "/404.html":
            assert urlsplit(canonical(page)).path == url
            assert urlsplit(canonical(page)).scheme == "https"


def test_every_page_has_a_social_preview_of_its_own(pages: Pages) -> None:
    for url, page in pages.items():
        assert meta(page, "og:title") in title(page), url
        assert meta(page, "og:title"), url
        assert meta(page, "og:description") == meta(page, "description"), url
        assert meta(page, "og:locale") == "en_GB", url
        assert urlsplit(meta(page, "og:url")).path == url


def test_the_picture_of_the_social_preview_is_there(pages: Pages, built: Path) -> None:
    pictures = {urlsplit(meta(page, "og:image")).path for page in pages.values()}
    assert [picture for picture in pictures if not (built / picture[1:]).is_file()] == []


def test_headings_do_not_jump_a_level(pages: Pages) -> None:
    for url, page in pages.items():
        levels = [int(one.tag[1]) for one in page.all(*HEADINGS)]
        assert levels[0] == 1, url
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], url


def test_no_heading_or_link_is_empty(pages: Pages) -> None:
    assert [(url, one.attrs) for url, page in pages.items() for one in page.all("a", "button", *HEADINGS) if not one.text] == []


def test_apostrophes_and_quotation_marks_are_those_of_print(pages: Pages) -> None:
    shown = {url: page.one("main").text for url, page in pages.items() if not url.startswith("/contribute/")}  # these pages show editors what to type
    assert [(url, text[at.start() - 20 : at.end() + 20]) for url, text in shown.items() for at in re.finditer(r"""["']""", text)] == []
    assert any("\u2019" in text for text in shown.values())


def test_no_id_is_on_a_page_twice(pages: Pages) -> None:
    assert [(url, ids) for url, page in pages.items() if (ids := twice([one.attrs["id"] for one in page.walk() if "id" in one.attrs]))] == []


def test_labels_lead_to_elements_of_the_same_page(pages: Pages) -> None:
    for url, page in pages.items():
        ids = {one.attrs["id"] for one in page.walk() if "id" in one.attrs}
        for one in page.walk():
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                assert set(one.attrs.get(name, "").split()) <= ids, (url, one.attrs)


def test_every_page_has_the_skip_link_first_and_one_of_each_landmark(pages: Pages) -> None:
    for url, page in pages.items():
        body = page.one("body")
        first = next(one for one in body.walk() if one.tag in {"a", "button"})
        assert first.attrs["href"] == "#main", url
        assert body.one("main").attrs["id"] == "main"
        assert len([one for one in body.children if isinstance(one, Element) and one.tag == "footer"]) == 1
        assert len([one for one in body.children if isinstance(one, Element) and one.tag == "header"]) == 1


def test_navigation_parts_have_names_of_their_own(pages: Pages) -> None:
    for url, page in pages.items():
        names = [one.attrs.get("aria-label") or one.attrs.get("aria-labelledby", "") for one in page.all("nav")]
        assert all(names), url
        assert twice(names) == [], url


def test_every_page_says_its_edition_its_status_and_its_date(pages: Pages, framework: Framework) -> None:
    about = framework.spine.framework
    for url, page in pages.items():
        foot = page.all("footer")[-1]
        assert ("It is not the official easy read." if page.one("body").has_class("easy-zone") else about.status) in foot.text, url
        assert about.edition in foot.text, url
        days = [one.attrs["datetime"] for one in foot.all("time")]  # an easy-read page only shows when its own words changed
        assert days, url
        assert max(days) == about.updated or (page.one("body").has_class("easy-zone") and max(days) < about.updated), url
        assert foot.all("a", href=about.official_address), url


def test_breadcrumbs_lead_from_home_down_to_the_page(pages: Pages) -> None:
    for url, page in pages.items():
        if url in {"/", "/404.html", "/easy-read/"}:
            continue
        crumbs = [urlsplit(urljoin(url, one.attrs["href"])) for one in page.one("nav", **{"aria-label": "You are here"}).all("a")]
        assert crumbs[0].path in ({"/", "/easy-read/"} if page.one("body").has_class("easy-zone") else {"/"}), url
        assert all(crumb.path in pages for crumb in crumbs), url
        assert url not in {crumb.path for crumb in crumbs}


def test_previous_and_next_lead_back_and_forth(pages: Pages) -> None:
    steps = 0
    for url, page in pages.items():
        for one in page.all("a", rel="next"):
            back = pages[urljoin(url, one.attrs["href"])].one("a", rel="prev")
            # if a role's first page is in easy read, its full page is one click away, and both have the same neighbours
            assert urljoin(urljoin(url, one.attrs["href"]), back.attrs["href"]) == url.removesuffix("full/")
            steps += 1
    assert steps > 100


# --- edit links ---


def edited(page: Element) -> str:
    """The file, relative to the project, that a page's edit link opens."""
    links = [one for one in page.all("footer")[-1].all("a") if one.text.startswith("Edit this page")]
    assert len(links) == 1
    return links[0].attrs["href"].partition("edit/main/")[2]


def test_the_edit_link_of_every_page_opens_a_file_of_the_project(pages: Pages) -> None:
    assert [url for url, page in pages.items() if not (ROOT / edited(page)).is_file()] == []


def test_the_edit_link_of_an_action_opens_the_file_that_holds_it_and_names_its_line(pages: Pages, framework: Framework) -> None:
    for action in framework.actions:
        page = pages[f"/actions/{action.id}/"]
        lines = (ROOT / edited(page)).read_text("utf-8").splitlines()
        line = re.search(r"from line (\d+)", page.all("footer")[-1].text)
        assert line is not None, action.id
        assert lines[int(line[1]) - 1].strip() == f"- id: {action.id}"


def test_the_edit_link_of_a_hand_written_page_opens_its_markdown(pages: Pages) -> None:
    for file in sorted((ROOT / "content/pages").glob("*.md")):
        assert edited(pages[f"/{file.stem}/"]) == f"content/pages/{file.name}"


# --- completeness ---


def test_the_site_map_lists_every_page_but_the_one_for_lost_readers(pages: Pages, built: Path) -> None:
    listed = [element.text or "" for element in ElementTree.parse(built / "sitemap.xml").iter() if element.tag.endswith("loc")]
    assert sorted(listed) == sorted(canonical(page) for url, page in pages.items() if url != "/404.html")


def test_the_address_of_every_page_of_the_contract_is_there(pages: Pages, framework: Framework) -> None:
    indexes = (
        "/ /standards/ /actions/ /roles/ /principles/ /options/ /drivers/ /stages/ /sources/ /search/ /data/ /about/ /accessibility/ /contribute/ /404.html "
        "/law/ /situations/ /contacts/ /contacts/card/ /templates/ /easy-read/ /easy-read/situations/"
    )
    wanted = set(indexes.split())
    for kind, records in framework.kinds():
        if kind not in {"components", "contacts", "findings", "units", "terms", "easy_read"}:
            wanted |= {f"/{'law' if kind == 'provisions' else kind}/{id}/" for id in records}
    wanted |= {f"/easy-read/{page.kind}/{page.id}/" for page in framework.easy_read if page.kind != "home"}
    assert wanted - set(pages) == set()


def full(pages: Pages, role: str) -> str:
    """The address of a role's full page, which is not its first page if that is in easy read."""
    return next(url for url in (f"/roles/{role}/full/", f"/roles/{role}/") if url in pages)


def under(page: Element, id: str) -> Element:
    found = page.id(id)
    assert found is not None, id
    return found


def test_every_action_stands_under_its_id_on_the_pages_of_its_standard_role_and_stages(pages: Pages, framework: Framework) -> None:
    for action in framework.current_actions:
        for url in (f"/standards/{action.standard}/", full(pages, action.role), *(f"/stages/{stage}/" for stage in action.stages)):
            here = under(pages[url], action.id)
            assert action.text in here.text, (url, action.id)
            assert f"/actions/{action.id}/" in [urljoin(url, one.attrs.get("href", "")) for one in here.all("a")]


def test_the_page_of_an_action_says_who_when_why_and_on_what_evidence(pages: Pages, framework: Framework) -> None:
    roles = {role.id: role for role in framework.roles}
    findings = {finding.id: finding for finding in framework.findings}
    for action in framework.actions:
        said = without_meanings(pages[f"/actions/{action.id}/"].one("main").text, framework)
        assert pages[f"/actions/{action.id}/"].one("h1").text == action.text
        stages = [stage.title for stage in framework.spine.stages if stage.id in action.stages]
        for words in (roles[action.role].title, action.why, ground(framework, action, action.role), *stages):
            assert words in said, (action.id, words)
        for citation in action.evidence:
            assert (findings[citation].text if citation in findings else citation.partition(", ")[2]) in said, (action.id, citation)


def test_the_page_of_an_action_says_what_each_source_it_rests_on_cannot_tell(pages: Pages, framework: Framework) -> None:
    sources = {source.id: source for source in framework.sources}
    findings = {finding.id: finding.source for finding in framework.findings}
    for action in framework.actions:
        said = pages[f"/actions/{action.id}/"].one("main").text
        for citation in action.evidence:
            source = sources[findings.get(citation, citation.partition(", ")[0])]
            assert source.limits in said, (action.id, source.id)


def test_every_component_stands_under_its_id_and_says_whose_it_is(pages: Pages, framework: Framework) -> None:
    for component in framework.components:
        here = under(pages[f"/standards/{component.standard}/"], component.id).text
        for words in (component.title, component.text, component.very_good, component.weak):
            assert words in here, component.id
        assert (component.ours or f"Component {component.official}") in here, component.id
        assert ("Ours" in here) == (component.official is None), component.id


def test_a_standards_page_says_all_that_its_file_says(pages: Pages, framework: Framework) -> None:
    rules = {one.id: one for one in framework.provisions}
    for standard in framework.standards:
        page, file = pages[f"/standards/{standard.id}/"], standard.file
        said = without_meanings(page.one("main").text, framework)
        assert file.official, standard.id
        law = [rules[id].text for id in file.provisions]
        for words in (*file.asks, *(line.words for line in file.ask_for), *law, file.limits, file.official.note, file.read_note or "", standard.entry.summary):
            assert words in said, (standard.id, words)
        assert page.all("a", href=file.official.page), standard.id
        links = {urljoin(f"/standards/{standard.id}/", one.attrs["href"]) for one in page.one("main").all("a")}
        assert {f"/standards/{related.id}/" for related in file.related} <= links


def test_a_role_page_holds_every_statement_of_the_role_in_the_order_of_the_standards_and_counts_them(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        page = pages[full(pages, role.id)]
        wanted = [action.id for standard in framework.standards for action in standard.actions_of(role.id)]
        given = [one.attrs["id"] for one in page.walk() if one.has_class("action")]
        assert given == wanted
        contents = page.one("nav", **{"aria-labelledby": "contents"})
        assert contents.one("h2").text == f"{len(wanted)} statements"
        counts = [int(re.findall(r"\d+", one.text)[0]) for one in contents.walk() if one.has_class("count")]
        assert counts == [len(standard.actions_of(role.id)) for standard in framework.standards]
        links = [one.attrs["href"] for one in contents.one("ul").all("a")]
        assert links == [f"#{standard.id}" for standard in framework.standards]


def test_a_role_page_leads_to_every_other_roles_side_of_each_standard(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        url = full(pages, role.id)
        links = {urljoin(url, one.attrs["href"]) for one in pages[url].one("main").all("a")}
        assert {f"/standards/{standard.id}/#{other.id}" for standard in framework.standards for other in framework.roles if other.id != role.id} <= links


def test_home_leads_to_every_role_and_every_standard(pages: Pages, framework: Framework) -> None:
    links = {urljoin("/", one.attrs["href"]) for one in pages["/"].one("main").all("a")}
    assert {f"/roles/{role.id}/" for role in framework.roles} | {f"/standards/{standard.id}/" for standard in framework.standards} <= links


def test_the_search_page_leads_to_every_list_role_and_standard_without_a_script(pages: Pages, framework: Framework) -> None:
    links = {urljoin("/search/", one.attrs["href"]) for one in pages["/search/"].one("main").all("a") if "href" in one.attrs}
    assert {"/actions/", "/standards/", "/stages/", "/resources/", "/glossary/", "/easy-read/"} <= links
    assert {f"/roles/{role.id}/" for role in framework.roles} | {f"/standards/{standard.id}/" for standard in framework.standards} <= links


def test_the_table_of_all_statements_adds_up(pages: Pages, framework: Framework) -> None:
    rows = pages["/actions/"].all("tbody")[0].all("tr")
    assert len(rows) == len(framework.standards)
    for row, standard in zip(rows, framework.standards, strict=True):
        numbers = [int(re.findall(r"\d+", cell.text)[0]) for cell in row.all("td")]
        assert numbers[:-1] == [len(standard.actions_of(role.id)) for role in framework.roles]
        assert numbers[-1] == sum(numbers[:-1])


# --- weight ---


def first_view(url: str, page: Element, built: Path) -> int:
    """The bytes that a browser downloads for a page: HTML, stylesheets, scripts and what they load, with text compressed by gzip."""
    wanted, seen = [urljoin(url, "index.html")], list[str]()
    wanted += [urljoin(url, one.attrs["href"]) for one in page.all("link") if one.attrs["rel"] in {"stylesheet", "preload", "modulepreload", "icon"}]
    wanted += [urljoin(url, one.attrs["src"]) for one in page.all("script", "img") if "src" in one.attrs and one.attrs.get("loading") != "lazy"]
    total = 0
    while wanted:
        path = wanted.pop()
        if path in seen:
            continue
        seen.append(path)
        body = (built / path[1:]).read_bytes()
        if path.endswith(".js"):
            wanted += [urljoin(path, name) for name in re.findall(r"""^import\b[^;]*? from ["']([^"']+)["']""", body.decode("utf-8"), re.MULTILINE)]
        if path.endswith(".css"):
            named = re.findall(r"""url\(["']?([^"')]+)["']?\)""", body.decode("utf-8"))
            # without fonts: those named here are for some letters only, and the one that all pages need is preloaded
            wanted += [urljoin(path, name) for name in named if not name.endswith(".woff2")]
        total += len(body) if path.endswith(".woff2") else len(gzip.compress(body, 9))
    assert any(path.endswith(".woff2") for path in seen)
    assert sum(path.endswith(".js") for path in seen) >= 2
    assert len(seen) <= MOST_REQUESTS
    return total


def test_a_browser_is_told_at_once_of_every_script_that_one_script_names_after_another(pages: Pages, built: Path) -> None:
    for url in ("/search/", "/pack/", "/self-evaluation/", "/my-words/", "/easy-read/search/", "/easy-read/"):
        told = {urljoin(url, one.attrs["src"]) for one in pages[url].all("script") if "src" in one.attrs}
        told |= {urljoin(url, link.attrs["href"]) for link in pages[url].all("link", rel="modulepreload")}
        named, look = set[str](), [*told]
        while look:
            path = look.pop()
            found = {urljoin(path, name) for name in re.findall(r'^import\b[^;]*? from "(.+?)";', (built / path[1:]).read_text("utf-8"), re.MULTILINE)}
            look += found - named
            named |= found
        assert named, url
        assert named <= told, url


def test_the_first_view_of_a_standard_or_a_role_is_light(pages: Pages, built: Path, framework: Framework, tell: Callable[[str], None]) -> None:
    weights = {standard.id: first_view(f"/standards/{standard.id}/", pages[f"/standards/{standard.id}/"], built) for standard in framework.standards}
    complaining = {id for id in weights if pages[f"/standards/{id}/"].id("complaints")}
    assert len(complaining) <= 1
    for some, most in ((complaining, WITH_COMPLAINTS), (weights.keys() - complaining, FIRST_VIEW)):
        heaviest = max(some, key=lambda id: weights[id])
        tell(f"first view of the heaviest standard page, {heaviest}: {weights[heaviest]} bytes compressed")
        assert weights[heaviest] <= most
    roles = {role.id: first_view(f"/roles/{role.id}/", pages[f"/roles/{role.id}/"], built) for role in framework.roles}
    tell(f"first view of the heaviest page of a role: {max(roles.values())} bytes compressed")
    assert max(roles.values()) <= OF_A_ROLE


def rules_of(text: str) -> dict[str, set[str]]:
    """The selectors of a stylesheet, each with the class names (as ``.one``) and element names in it."""
    selectors = {one.strip() for some in re.findall(r"([^{}@;]+)\{", text) for one in re.split(r",(?![^(]*\))", some)}
    plain = {one: re.sub(r"\[[^]]*\]|::?[\w-]+(?:\([^)]*\))?|\([^)]*\)", " ", one) for one in selectors}
    return {one: set(re.findall(r"(?<![\w.-])\.?[a-z][\w-]*|\.[a-z][\w-]*", words)) for one, words in plain.items()}


def test_a_page_that_goes_without_the_styles_of_lists_and_tables_lacks_none_that_it_could_use(built: Path) -> None:
    styles = {path.name: path.read_text("utf-8") for path in (built / "assets/css").glob("*.css")}
    [reference] = [name for name in styles if name.startswith("reference.")]
    rules = {selector: asked for selector, asked in rules_of(styles[reference]).items() if asked}
    assert {"table", ".facts dt"} <= rules.keys()
    without = 0
    for path in built.rglob("*.html"):
        html = path.read_text("utf-8")
        loaded = re.findall(r'rel="stylesheet" href="[^"]*/([^"/]+)"', html)
        if not loaded or reference in loaded:
            continue
        without += 1
        has = {f".{one}" for some in re.findall(r'\bclass="([^"]*)"', html) for one in some.split()} | {*re.findall(r"<([a-z][a-z0-9]*)", html)}
        own = {selector for name in loaded for selector in rules_of(styles[name])}
        assert {selector for selector, asked in rules.items() if asked <= has} <= own, path
    assert without > 50


# --- another framework ---


@pytest.mark.parametrize(
    ("principle", "law", "together"),
    [
        ("bylaw-s4", "bylaw-s4", True),
        ("bylaw-s4", "bylaw-s5, bylaw-s4", True),
        ("bylaw-s4, bylaw-s5", "bylaw-s5", True),
        ("bylaw-s4", "bylaw-s5", False),
        ("bylaw-s5", "bylaw-s4", False),
    ],
)
def test_a_principle_names_the_standards_that_rest_on_the_same_rule_of_law(small: Path, principle: str, law: str, together: bool) -> None:
    edit(small, "standards.yaml", "    provisions: [bylaw-s4]\n", f"    provisions: [{principle}]\n")
    edit(small, "content/standards/paths.yaml", "\nprovisions: [bylaw-s5]\n", f"\nprovisions: [{law}]\n")
    main = parse_html(build_site(small)["principles/open-gate/index.html"]).one("main")
    assert [one.attrs["href"] for one in main.all("a") if "standards/paths" in one.attrs["href"]] == ["../../standards/paths/"] * together


def test_a_withdrawn_statement_keeps_its_address_and_stands_nowhere_else(small: Path) -> None:
    tools = small / "content/resources.yaml"
    text = tools.read_text("utf-8").replace("actions: [water-g1]", "actions: [water-g1, paths-w2]").replace("roles: [growers]", "roles: [growers, wardens]")
    tools.write_text(text.replace("standards: [water]", "standards: [water, paths]").replace("stages: [planning]", "stages: [planning, harvest]"), "utf-8")
    examples = "contribute/rules/index.html"  # this page's examples are about the shared garden
    files = {path: text for path, text in build_site(small).items() if path != examples}
    assert "This statement was withdrawn." in files["actions/paths-w2/index.html"]
    assert "The path is now covered." in files["actions/paths-w2/index.html"]
    # the files that must say that the statement is withdrawn
    data = {"data/framework.json", "data/actions.csv", *(f"actions/paths-w2/cite.{ending}" for ending in ("bib", "ris"))}
    assert {path for path, text in files.items() if "Sweep leaves" in text} == {"actions/paths-w2/index.html", "actions/index.html", *data}
    pages = {path for path, text in files.items() if path.endswith(".html") or path.startswith(("pack/", "search/"))}
    assert {path for path in pages if "paths-w1" in files[path]} > {"standards/paths/index.html", "roles/wardens/index.html"}
    assert "/actions/paths-w1/" in {one["url"] for one in read_search_index(files.__getitem__)[1]}
    # the list of all statements ends with the withdrawn ones and their reasons
    assert {path for path in pages if "paths-w2" in files[path]} == {"actions/paths-w2/index.html", "actions/index.html"}
    listed = parse_html(files["actions/index.html"]).one("section", **{"aria-labelledby": "withdrawn"})
    assert "The path is now covered." in listed.text
    assert files["actions/index.html"].count("/actions/paths-w2/") == 1
