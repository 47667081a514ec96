"""Tools, evidence, related frameworks and terms: enough of each, checked by someone, and linked in both directions."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, ViewportSize

from browsing import DESK, PHONE, opened, until
from helpers import Element, build_site, parse_html
from sds.model.field_types import slug
from sds.model.files import FILES
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

Pages = dict[str, Element]
Go: TypeAlias = Callable[[Page, str], None]
EAST_LOTHIAN = "east-lothian-2019"


def links(url: str, part: Element) -> list[str]:
    """The addresses, from the root of the site, of the links in a part of a page."""
    return [urljoin(url, one.attrs["href"]) for one in part.all("a")]


def under(page: Element, id: str) -> Element:
    """The section whose heading has this id."""
    return page.one("section", **{"aria-labelledby": id})


def fact(page: Element, name: str) -> Element:
    """The value of a fact in a page's list of facts."""
    rows = (row for facts in page.all("dl") if facts.has_class("facts") for row in facts.all("div"))
    return next(row.one("dd") for row in rows if row.one("dt").text == name)


def listed(page: Element, title: str) -> Element:
    """The list after the second-level heading with this title."""
    parent = next(one for one in page.all("h2") if one.text == title).parent
    assert parent is not None
    children = [child for child in parent.children if isinstance(child, Element)]
    after = children[[child.text for child in children].index(title) + 1 :]
    return next(child for child in after if child.tag == "ul")


# --- enough of everything ---


def test_every_address_of_a_resource_was_seen_by_someone_on_a_day_that_its_page_names(pages: Pages, framework: Framework) -> None:
    for resource in framework.resources:
        assert resource.checked, resource.id
        day = date.fromisoformat(resource.checked.when)
        assert day <= datetime.now(UTC).date() + timedelta(days=1), resource.id  # where the editor is, it may already be tomorrow
        assert fact(pages[f"/resources/{resource.id}/"], "Last checked").text == f"{day.day} {day:%B %Y}: {resource.checked.how}.", resource.id


def test_there_are_as_many_records_as_were_promised(framework: Framework) -> None:
    counts = {
        "resources": len(framework.resources),
        "links to statements": sum(len(one.actions) for one in framework.resources),
        "findings": len(framework.findings),
        "frameworks": len(framework.alignments),
        "units": len(framework.units),
        "terms": len(framework.terms),
    }
    least = {"resources": 120, "links to statements": 150, "findings": 300, "frameworks": 8, "units": 100, "terms": 80}
    assert {name: counts[name] for name in least if counts[name] < least[name]} == {}


def test_a_resource_is_in_the_library_once(framework: Framework) -> None:
    # several tools can be on one web page, so an address may occur twice
    named = [(one.title, one.address.partition("//")[2].removeprefix("www.").rstrip("/")) for one in framework.resources]
    assert sorted({one for one in named if named.count(one) > 1}) == []


def test_each_standard_has_tools_for_each_role_or_says_that_none_is_known(pages: Pages, framework: Framework, tell: Callable[[str], None]) -> None:
    rows = []
    for standard in framework.standards:
        url = f"/standards/{standard.id}/"
        part, counts = under(pages[url], "resources"), []
        for role in framework.roles:
            count = sum(standard.id in one.standards and role.id in one.roles for one in framework.resources)
            counts.append(count)
            if count:
                link = next(one for one in part.all("a") if one.text == f"{role.short.lower()} ({count})")
                assert urljoin(url, link.attrs["href"]) == f"/standards/{standard.id}/resources/#{role.id}"
            else:
                assert f"none yet for {role.short.lower()}" in part.text
                assert "/contribute/#suggest" in links(url, part)
        rows.append(f"  {standard.number:2} {standard.short:34}" + "".join(f"{count:6}" for count in counts))
    helped = {id for one in framework.resources for id in one.actions} & {one.id for one in framework.current_actions}
    tell("resources by standard and role (" + ", ".join(role.id for role in framework.roles) + ")\n" + "\n".join(rows))
    tell(f"{len(helped)} of {len(framework.current_actions)} statements have a resource ({len(helped) / len(framework.current_actions):.0%})")
    assert len(helped) > len(framework.current_actions) / 2


def test_a_role_without_a_tool_for_a_standard_is_told_so_and_how_to_suggest_one(small: Path) -> None:
    page = parse_html(build_site(small)["standards/water/index.html"])
    part = under(page, "resources")
    assert "none yet for wardens" in part.text
    assert "/contribute/#suggest" in links("/standards/water/", part)
    assert [one.text for one in part.all("a") if "resources/#" in one.attrs["href"]] == ["growers (1)"]


def test_a_standard_shows_first_the_tools_that_help_with_most_of_its_statements_and_then_the_least_general(pages: Pages, framework: Framework) -> None:
    for standard in framework.standards:
        url = f"/standards/{standard.id}/"
        statements = {action.id for action in standard.actions if action.status == "current"}
        ranks = {
            f"/resources/{one.id}/": (-len(statements & set(one.actions)), len(one.standards)) for one in framework.resources if standard.id in one.standards
        }
        shown = [link for link in links(url, under(pages[url], "resources")) if link in ranks]
        assert [ranks[link] for link in shown] == sorted(ranks.values())[: len(shown)]
        assert shown
        assert len(set(ranks.values())) > 2


def test_the_tools_of_a_standard_stand_under_each_role_they_are_for(pages: Pages, framework: Framework) -> None:
    for standard in framework.standards:
        url = f"/standards/{standard.id}/resources/"
        for role in framework.roles:
            part = next(one for one in pages[url].all("section") if one.attrs.get("aria-labelledby") == role.id)
            wanted = [f"/resources/{one.id}/" for one in framework.resources if standard.id in one.standards and role.id in one.roles]
            assert links(url, part) == (wanted or ["/contribute/#suggest"]), (standard.id, role.id)


def test_the_findings_about_a_standard_stand_on_its_page_of_findings(pages: Pages, framework: Framework) -> None:
    for standard in framework.standards:
        url = f"/standards/{standard.id}/findings/"
        text, there = pages[url].one("main").text, set(links(url, pages[url].one("main")))
        about = [one for one in framework.findings if standard.id in one.standards]
        assert about
        assert [one.id for one in about if one.text not in text or f"/sources/{one.source}/#{one.id}" not in there] == []
        assert url in {urljoin(f"/standards/{standard.id}/", one.attrs["href"]) for one in pages[f"/standards/{standard.id}/"].one("main").all("a")}


def test_a_statement_without_a_tool_says_so_and_how_to_suggest_one(pages: Pages, framework: Framework) -> None:
    helped = {id for one in framework.resources for id in one.actions}
    bare = [one for one in framework.current_actions if one.id not in helped]
    assert bare
    for action in bare:
        url = f"/actions/{action.id}/"
        part = under(pages[url], "tools")
        assert "There are no tools or resources for this statement yet." in part.text
        assert {f"/resources/?role={action.role}&standard={action.standard}", "/contribute/#suggest"} <= set(links(url, part)), action.id


# --- links in both directions ---


def test_a_statement_lists_its_tools_and_a_tool_its_statements(pages: Pages, framework: Framework) -> None:
    for action in framework.current_actions:
        url = f"/actions/{action.id}/"
        tools = [link for link in links(url, under(pages[url], "tools")) if re.fullmatch(r"/resources/[a-z0-9-]+/", link)]
        assert tools == [f"/resources/{one.id}/" for one in framework.resources if action.id in one.actions], action.id
    for resource in framework.resources:
        url = f"/resources/{resource.id}/"
        helped = sorted(f"/actions/{one.id}/" for one in framework.current_actions if one.id in resource.actions)
        assert (pages[url].id("helps") is not None) == bool(helped), resource.id
        assert sorted(links(url, listed(pages[url], "What it helps you do")) if helped else []) == helped, resource.id


def test_a_tool_names_its_roles_standards_and_stages_and_where_it_is(pages: Pages, framework: Framework) -> None:
    for resource in framework.resources:
        url = f"/resources/{resource.id}/"
        for name, kind in (("For", "roles"), ("Standards", "standards"), ("When", "stages")):
            assert sorted(links(url, fact(pages[url], name))) == sorted(f"/{kind}/{id}/" for id in getattr(resource, kind)), (url, name)
        assert links(url, fact(pages[url], "Link")) == [urljoin(url, resource.address)]
        assert resource.publisher in fact(pages[url], "Published by").text
        assert resource.checked, resource.id
        assert fact(pages[url], "Last checked").one("time", datetime=resource.checked.when)


def test_the_library_lists_every_tool_once_under_its_kind_with_its_standards(pages: Pages, framework: Framework) -> None:
    numbers = {standard.id: standard.number for standard in framework.standards}
    page, seen = pages["/resources/"], list[str]()
    for kind in framework.resource_words["kinds"]:
        some = [one for one in framework.resources if one.kind == kind.id]
        if not some:
            continue
        items = [one for one in under(page, kind.id).all("li") if "data-item" in one.attrs]
        assert [links("/resources/", item)[0] for item in items] == [f"/resources/{one.id}/" for one in some]
        for item, resource in zip(items, some, strict=True):
            assert resource.about in item.text
            said = re.search(r"Standards? ([\d, ]+)\.", item.text)
            assert said is not None
            assert sorted(map(int, said[1].split(", "))) == sorted(numbers[id] for id in resource.standards)
        seen += [one.id for one in some]
    assert sorted(seen) == sorted(one.id for one in framework.resources)


def finding_on(page: Element, id: str) -> Element:
    """The list item of a finding on its source's page."""
    found = page.id(id)
    assert found is not None, id
    return found


def test_a_source_lists_its_findings_with_place_kind_and_what_each_led_to(pages: Pages, framework: Framework) -> None:
    kinds = {"needed": "What has to change", "working": "Seen working", "weak": "Weakness", "tension": "Tension", "fact": "Background"}
    for finding in framework.findings:
        url = f"/sources/{finding.source}/"
        item = finding_on(pages[url], finding.id)
        for said in (finding.text, finding.id, kinds[finding.kind], finding.place):
            assert said in item.text, finding.id
        actions = [one.id for one in framework.current_actions if finding.id in one.evidence]
        components = [one for one in framework.components if finding.id in one.evidence]
        wanted = {f"/actions/{id}/" for id in actions} | {f"/standards/{one.standard}/#{one.id}" for one in components}
        about = {f"/standards/{id}/" for id in finding.standards}
        assert {link for link in links(url, item) if not link.startswith("/glossary/#")} == wanted | about, finding.id
        assert ("Not used in any statement or component yet" in item.text) == (not wanted), finding.id


def test_findings_that_nothing_rests_on_are_listed_with_the_sources(pages: Pages, framework: Framework) -> None:
    used = {cite for action in framework.current_actions for cite in action.evidence} | {cite for one in framework.components for cite in one.evidence}
    unused = [one for one in framework.findings if one.id not in used]
    assert sorted(links("/sources/", under(pages["/sources/"], "unused"))) == sorted(f"/sources/{one.source}/#{one.id}" for one in unused)
    assert f"{len(unused)} of {len(framework.findings)} findings" in under(pages["/sources/"], "unused").text


def test_a_source_says_how_far_it_was_read_and_what_it_cannot_tell(pages: Pages, framework: Framework) -> None:
    read = {"whole": "We read the whole of this document.", "part": "We read part of this document.", "second-hand": "We have read none of this document"}
    for source in framework.sources:
        page = pages[f"/sources/{source.id}/"]
        assert page.one("main").all("p", **{"class": "small read-note"})[-1].text.startswith(read[source.read]), source.id
        assert fact(page, "Limits").text == source.limits


def test_a_statement_that_cites_a_source_stands_on_the_page_of_that_source(pages: Pages, framework: Framework) -> None:
    findings = {finding.id: finding for finding in framework.findings}
    there = {source.id: set(links(f"/sources/{source.id}/", pages[f"/sources/{source.id}/"].one("main"))) for source in framework.sources}
    for action in framework.current_actions:
        for citation in action.evidence:
            source = findings[citation].source if citation in findings else citation.partition(", ")[0]
            assert f"/actions/{action.id}/" in there[source], (action.id, citation)


def test_the_inspection_of_one_area_is_shown_theme_by_theme_and_as_one_area_in_one_year(pages: Pages) -> None:
    page = pages[f"/sources/{EAST_LOTHIAN}/"]
    rows = page.one("tbody").all("tr")
    assert [cell.text for row in rows for cell in row.all("td")[:1]] == ["Good", "Adequate", "Good", "Adequate", "Good", "Good", "Good"]
    assert [one.text for row in rows for one in row.all("strong")] == [f"R{number}" for number in range(1, 10)]
    for row in rows:
        assert any(link.startswith("/standards/") for link in links(f"/sources/{EAST_LOTHIAN}/", row)), row.text
    for said in ("of one area", "2018", "nothing about other areas or about today"):
        assert said in page.one("main").text


def test_the_matrix_is_a_table_with_headers_and_each_number_leads_to_its_units(pages: Pages, framework: Framework) -> None:
    page = pages["/alignments/"]
    table = page.one("table")
    columns = table.one("thead").all("th", scope="col")
    assert len(columns) == len(framework.standards) + 1
    for column, standard in zip(columns[1:], framework.standards, strict=True):
        assert str(standard.number) in column.text
        assert standard.short in column.text
    rows = table.one("tbody").all("tr")
    assert [row.one("th", scope="row").text for row in rows] == [one.short for one in framework.alignments]
    for row, alignment in zip(rows, framework.alignments, strict=True):
        for cell, standard in zip(row.all("td"), framework.standards, strict=True):
            count = sum(link.id == standard.id for unit in alignment.units for link in unit.standards)
            if not count:
                assert cell.text == ""
                continue
            target = f"/alignments/{alignment.id}/#{standard.id}"
            assert links("/alignments/", cell) == [target]
            assert cell.text.startswith(str(count))
            part = under(pages[f"/alignments/{alignment.id}/"], standard.id)
            assert len(part.all("li")) == count, target


def test_each_link_to_another_framework_says_who_made_it(pages: Pages, framework: Framework) -> None:
    said = {"ours": "(our match)", "published": "(published match)", "both": "(published match, and ours too)"}
    makers = set()
    for alignment in framework.alignments:
        page = pages[f"/alignments/{alignment.id}/"]
        for standard in framework.standards:
            links_here = [(unit, link) for unit in alignment.units for link in unit.standards if link.id == standard.id]
            items = under(page, standard.id).all("li") if links_here else []
            for item, (unit, link) in zip(items, links_here, strict=True):
                makers.add(link.by)
                assert item.text.startswith(unit.number), unit.id
                assert item.text.endswith(said[link.by]), unit.id
                assert link.why.lower().rstrip(".") in item.text.lower(), unit.id
    assert makers == set(said)


def test_a_unit_that_was_read_only_in_part_says_so(pages: Pages, framework: Framework) -> None:
    for unit in framework.units:
        item = pages[f"/alignments/{unit.alignment}/"].id(unit.id)
        assert item is not None, unit.id
        assert ("We read only part of it." in item.text) == (unit.read == "part"), unit.id


# --- terms, editions, data ---


def test_each_word_has_a_meaning_an_easy_meaning_and_the_other_words_for_it(pages: Pages, framework: Framework) -> None:
    page = pages["/glossary/"]
    for term in framework.terms:
        here = page.id(term.id)
        assert here is not None, term.id
        assert here.one("dt").text.lower() == term.term.lower()
        for said in (term.meaning, f"In easy words: {term.easy}"):
            assert said in here.text, term.id
        if term.also_called:
            assert f"Also called: {', '.join(term.also_called)}." in here.text
        if term.source == "ours":
            assert "We wrote this meaning." in here.text
        else:
            assert f"/sources/{term.source.partition(', ')[0]}/" in [link.partition("#")[0] for link in links("/glossary/", here)], term.id
    assert sum(bool(term.also_called) for term in framework.terms) > len(framework.terms) * 0.8


def test_the_editions_page_leads_from_old_names_and_numbers_to_new_and_says_what_is_not_known(pages: Pages, framework: Framework) -> None:
    page, spine = pages["/editions/"], framework.spine
    titles, moves = page.all("table")
    for row, standard in zip(titles.one("tbody").all("tr"), framework.standards, strict=True):
        assert links("/editions/", row)[0] == f"/standards/{standard.id}/"
        old = row.all("td")[0].text
        for former in standard.entry.formerly:
            assert f"{former.title} ({former.edition})" in old
        assert standard.entry.formerly or old == "Not known"
        assert ("(title not confirmed)" in row.text) == bool(standard.entry.title_note)
    for row, move in zip(moves.one("tbody").all("tr"), spine.component_moves, strict=True):
        assert [row.one("th").text, *(cell.text for cell in row.all("td"))] == [f"{move.number} ({move.from_edition})", move.to or "Not known", move.what]
    for edition in spine.editions:
        here = under(page, f"edition-{edition.id}").text
        for said in (edition.title, edition.status, edition.note, edition.address):
            assert said in here, edition.id
    assert spine.component_moves_note in page.one("main").text
    assert any(move.to is None for move in spine.component_moves)


def test_the_data_page_lists_every_file_with_its_rows_date_and_licence(pages: Pages, built: Path, framework: Framework) -> None:
    page = pages["/data/"]
    rows = {row.one("th").text: [cell.text for cell in row.all("td")] for table in page.all("table") for row in table.one("tbody").all("tr")}
    assert sorted(rows) == sorted(path.name for path in (built / "data").glob("*.*") if path.suffix in {".csv", ".json", ".zip", ".xlsx", ".ttl"})
    for name, cells in rows.items():
        about, said = [*cells, ""][:2]  # a schema has no count of rows
        assert about, name
        text = "" if name.endswith((".zip", ".xlsx")) else (built / "data" / name).read_text("utf-8-sig")
        if name.endswith(".csv"):
            assert int(said) == len(list(csv.DictReader(io.StringIO(text, newline="")))), name
        elif name == "framework.json":
            counts = {kind: len(records) for kind, records in json.loads(text).items() if kind != "framework"}
            assert said == f"{sum(counts.values())} records"
        else:
            assert name in {"all-data.zip", "all-tables.xlsx", "glossary.ttl", "self-evaluation.schema.json", *(f"{file.name}.schema.json" for file in FILES)}
    said = page.one("main").text
    assert page.one("main").all("time", datetime=framework.spine.framework.updated)
    assert f"version {framework.spine.framework.version}" in said
    assert "https://creativecommons.org/licenses/by/4.0/" in links("/data/", page.one("main"))


def test_every_old_title_and_other_name_leads_somewhere(redirects: Pages, framework: Framework) -> None:
    for standard in framework.standards:
        for name in (standard.title, standard.short, *(former.title for former in standard.entry.formerly), *standard.entry.also_called):
            url = f"/standards/{slug(name)}/"
            target = urljoin(url, redirects[url].one("main").one("a").attrs["href"]) if url in redirects else url
            assert target == f"/standards/{standard.id}/", name
    terms = {term.id for term in framework.terms}
    for term in framework.terms:
        for name in (term.id, *term.also_called):
            target = urljoin("/glossary/x/", redirects[f"/glossary/{slug(name)}/"].one("main").one("a").attrs["href"])
            assert target.partition("#")[2] in terms, name
            if name == term.id:
                assert target == f"/glossary/#{term.id}"


# --- terms on a page ---


def test_a_term_is_a_link_to_the_glossary_once_a_page_and_never_in_a_heading_or_a_link(pages: Pages, framework: Framework) -> None:
    seen = 0
    ids = {term.id for term in framework.terms}
    for url, page in pages.items():
        if page.one("body").has_class("easy-zone"):
            continue
        marked = [one for one in page.walk() if one.has_class("term")]
        named = [one.attrs["href"].partition("#")[2] for one in marked]
        assert len(set(named)) == len(named), url
        for one, id in zip(marked, named, strict=True):
            assert urljoin(url, one.attrs["href"]) == f"/glossary/#{id}"
            assert id in ids
            assert not {holder.tag for holder in one.ancestors} & {"a", "button", "h1", "h2", "h3", "h4", "summary", "label"}, (url, one.text)
            meaning = page.id(f"meaning-{id}")
            assert meaning is not None
            assert meaning.text
        seen += len(marked)
    assert seen > 500


@pytest.fixture
def go(served: str) -> Go:
    """A function that opens an address of the site and waits until its scripts have run."""

    def go(page: Page, path: str) -> None:
        page.goto(served + path, wait_until="load")
        until(page, "document.querySelector('button[data-colours]').hidden === false")

    return go


def first_term(page: Page) -> Locator:
    """The first marked term in the main part of a page."""
    return page.locator("main .term[role=button]").first


@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
def test_a_term_opens_in_place_by_click_and_by_keyboard_and_esc_closes_it(browser: Browser, framework: Framework, go: Go, width: ViewportSize) -> None:
    with opened(browser, viewport=width) as page:
        go(page, f"/standards/{framework.standards[0].id}/")
        term, meaning = first_term(page), page.locator("main .meaning")
        words = {one.term.lower(): one.meaning for one in framework.terms} | {f"{one.term.lower()}s": one.meaning for one in framework.terms}
        said = words[term.inner_text().lower()]
        assert (term.get_attribute("aria-expanded"), meaning.count()) == ("false", 0)
        term.click()
        assert (term.get_attribute("aria-expanded"), meaning.count()) == ("true", 1)
        assert said in meaning.inner_text()
        box, here = meaning.bounding_box(), term.bounding_box()
        assert box is not None
        assert here is not None
        assert 0 <= box["y"] - here["y"] < 200
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        term.click()
        assert meaning.count() == 0
        for key in ("Enter", "Space"):
            term.focus()
            page.keyboard.press(key)
            assert (term.get_attribute("aria-expanded"), meaning.count()) == ("true", 1), key
            page.keyboard.press("Escape")
            assert (term.get_attribute("aria-expanded"), meaning.count()) == ("false", 0), key
            assert page.evaluate("document.activeElement.classList.contains('term')")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert "/glossary/#" in str(page.evaluate("document.activeElement.href"))
        page.keyboard.press("Escape")
        assert meaning.count() == 0
        assert page.evaluate("document.activeElement.classList.contains('term')"), "the reader is back on the word"


AFTER = """() => [...document.querySelectorAll("main .term[role=button]")].filter((term) => /^[,.;:]/.test(term.nextSibling?.data ?? "")).map((term) => {
  const range = document.createRange(), last = [...term.getClientRects()].at(-1);
  range.setStart(term.nextSibling, 0);
  range.setEnd(term.nextSibling, 1);
  return [term.textContent, Math.round(range.getBoundingClientRect().top - last.top)];
})"""
"""Each term that is followed by a comma or the like, and how many pixels that is below the last line of the term."""


def test_a_comma_stays_beside_the_explained_word_before_it(browser: Browser, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/law/awi-2000-s1-2-3/")
        for width in range(300, 420, 10):
            page.set_viewport_size({"width": width, "height": 640})
            after = page.evaluate(AFTER)
            assert after
            assert [(word, lower) for word, lower in after if lower > 4] == [], width


def test_without_scripts_a_term_is_a_plain_link_to_its_meaning(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, viewport=DESK, java_script_enabled=False) as page:
        page.goto(f"{served}/standards/{framework.standards[0].id}/")
        assert page.locator(".term[role=button]").count() == 0
        link = page.locator("main a.term").first
        assert link.is_visible()
        id = str(link.get_attribute("href")).partition("#")[2]
        link.click()
        page.wait_for_url(f"**/glossary/#{id}")  # the long page is rendered in steps: wait until it is complete
        assert page.locator(f"[id='{id}'] dd").first.is_visible()


def test_a_printed_page_ends_with_the_words_that_it_used(browser: Browser, framework: Framework, go: Go) -> None:
    with opened(browser, viewport=DESK) as page:
        go(page, f"/standards/{framework.standards[0].id}/")
        listed = page.locator(".words-used dt")
        assert not listed.first.is_visible()
        first_term(page).click()
        page.emulate_media(media="print")
        assert listed.first.is_visible()
        assert listed.count() == page.locator(".term").count() > 5
        assert not page.locator("main .meaning").is_visible(), "what was open on the screen is not printed twice"
        bottom = page.locator("main").bounding_box()
        words = page.locator(".words-used").bounding_box()
        assert bottom is not None
        assert words is not None
        assert words["y"] >= bottom["y"] + bottom["height"] - 1


# --- the library in a browser ---

SAID = "document.querySelector('[data-narrow] [data-said]')"
WATCH = f"window.said = []; new MutationObserver(() => said.push({SAID}.textContent)).observe({SAID}, {{childList: true, characterData: true, subtree: true}})"


def fitting(framework: Framework, role: str = "", standard: str = "", kind: str = "", format: str = "", easy: bool = False) -> list[str]:
    """The ids of the resources that match a choice of filters."""
    return [
        one.id
        for one in framework.resources
        if (not role or role in one.roles)
        and (not standard or standard in one.standards)
        and (not kind or kind == one.kind)
        and (not format or format in one.formats)
        and (not easy or one.easy_read)
    ]


def shown(page: Page) -> list[str]:
    """The ids of the visible resources."""
    hrefs = page.locator("[data-item]:visible h3 a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return [str(href).rstrip("/").rpartition("/")[2] for href in hrefs]


def status(page: Page) -> str:
    return page.locator("[data-narrow] [role=status]").inner_text()


@pytest.fixture
def library(browser: Browser, go: Go) -> Iterator[Page]:
    """The library in a new window."""
    with opened(browser, viewport=DESK) as page:
        go(page, "/resources/")
        page.wait_for_selector("[data-narrow]:not([hidden])")
        yield page


def test_the_library_is_narrowed_with_the_keyboard_alone(library: Page, framework: Framework) -> None:
    everything = len(framework.resources)
    assert status(library) == f"{everything} of {everything} resources."
    for _ in range(30):
        library.keyboard.press("Tab")
        if library.evaluate("document.activeElement.id") == "by-role":
            break
    role = framework.roles[0]
    library.evaluate(WATCH)
    library.keyboard.press("ArrowDown")
    wanted = fitting(framework, role=role.id)
    until(library, f"{SAID}.textContent.startsWith('{len(wanted)} of')")
    assert sorted(shown(library)) == sorted(wanted)
    assert library.evaluate("said") == [f"{len(wanted)} of {everything} resources."]
    assert library.evaluate("document.activeElement.id") == "by-role", "focus stays where the reader is"
    for wanted_id in ("by-standard", "by-kind", "by-format", "by-easy"):
        library.keyboard.press("Tab")
        assert library.evaluate("document.activeElement.id") == wanted_id
    library.keyboard.press("Space")
    wanted = fitting(framework, role=role.id, easy=True)
    until(library, f"{SAID}.textContent.startsWith('{len(wanted)} of')")
    assert sorted(shown(library)) == sorted(wanted)
    assert library.url.endswith(f"/resources/?role={role.id}&easy=yes")
    library.keyboard.press("Tab")
    assert library.evaluate("document.activeElement.textContent") == "Clear all"
    library.keyboard.press("Enter")
    until(library, f"{SAID}.textContent.startsWith('{everything} of')")
    assert len(shown(library)) == everything
    assert library.url.endswith("/resources/")
    assert len(library.evaluate("said")) == 3, "one announcement for each change"


def test_each_choice_says_how_many_it_would_leave(library: Page, framework: Framework) -> None:
    standard = framework.standards[3]

    def counts(name: str) -> dict[str, int]:
        options = library.locator(f"#by-{name} option").evaluate_all("all => all.map(one => [one.value, one.textContent])")
        return {value: int(re.findall(r"\((\d+)\)$", text)[0]) for value, text in options}

    assert counts("role") == {"": len(framework.resources)} | {one.id: len(fitting(framework, role=one.id)) for one in framework.roles}
    library.get_by_label("Standard").select_option(standard.id)
    until(library, f"{SAID}.textContent.startsWith('{len(fitting(framework, standard=standard.id))} of')")
    roles = {one.id: len(fitting(framework, role=one.id, standard=standard.id)) for one in framework.roles}
    assert counts("role") == {"": len(fitting(framework, standard=standard.id))} | roles
    assert counts("standard")[standard.id] == len(fitting(framework, standard=standard.id))
    assert counts("standard")[""] == len(framework.resources)
    assert library.get_by_text(f"({len(fitting(framework, standard=standard.id, easy=True))})", exact=True).is_visible()


def test_the_choice_stands_in_the_address_and_reload_and_back_keep_it(library: Page, framework: Framework, served: str) -> None:
    role, standard = framework.roles[1].id, framework.standards[4].id
    library.get_by_label("Role").select_option(role)
    library.get_by_label("Standard").select_option(standard)
    assert library.url == f"{served}/resources/?role={role}&standard={standard}"
    both = sorted(fitting(framework, role=role, standard=standard))
    assert sorted(shown(library)) == both
    library.reload()
    until(library, f"{SAID}.textContent.startsWith('{len(both)} of')")
    assert sorted(shown(library)) == both
    assert (library.get_by_label("Role").input_value(), library.get_by_label("Standard").input_value()) == (role, standard)
    library.locator("[data-item]:visible h3 a").first.click()
    library.wait_for_load_state("load")
    library.go_back()
    until(library, f"{SAID}.textContent.startsWith('{len(both)} of')")
    assert sorted(shown(library)) == both
    library.go_back()
    one = fitting(framework, role=role)
    until(library, f"{SAID}.textContent.startsWith('{len(one)} of')")
    assert sorted(shown(library)) == sorted(one)
    assert library.get_by_label("Standard").input_value() == ""
    library.go_forward()
    until(library, f"{SAID}.textContent.startsWith('{len(both)} of')")


def test_a_statement_without_a_tool_opens_the_library_for_its_role_and_standard(library: Page, framework: Framework, go: Go) -> None:
    helped = {id for one in framework.resources for id in one.actions}
    action = next(one for one in framework.current_actions if one.id not in helped)
    go(library, f"/actions/{action.id}/")
    wanted = fitting(framework, role=action.role, standard=action.standard)
    library.locator(f"main a[href$='resources/?role={action.role}&standard={action.standard}']").click()
    until(library, f"{SAID}?.textContent.startsWith('{len(wanted)} of')")
    assert sorted(shown(library)) == sorted(wanted)


@pytest.mark.parametrize("junk", ["?role=zzz&standard=%3Cb%3E&kind=&easy=perhaps", "?role=__proto__&x=1&&=&", "?%E0%A4%A", "?role=leaders%20providers"])
def test_junk_in_the_address_is_ignored(library: Page, framework: Framework, go: Go, junk: str) -> None:
    go(library, f"/resources/{junk}")
    until(library, f"{SAID}.textContent.startsWith('{len(framework.resources)} of')")
    assert len(shown(library)) == len(framework.resources)
    assert [library.get_by_label(name).input_value() for name in ("Role", "Standard", "Type", "Format")] == [""] * 4


def test_a_choice_that_leaves_nothing_says_so_and_what_to_do(library: Page, framework: Framework, go: Go) -> None:
    empty = next(
        (kind.id, format.id)
        for kind in framework.resource_words["kinds"]
        for format in framework.resource_words["formats"]
        if not fitting(framework, kind=kind.id, format=format.id)
    )
    go(library, f"/resources/?kind={empty[0]}&format={empty[1]}")
    until(library, f"{SAID}.textContent.startsWith('0 of')")
    assert shown(library) == []
    assert library.locator("[data-group]:visible").count() == 0
    nothing = library.locator("[data-nothing]")
    assert nothing.is_visible()
    assert nothing.get_by_role("link", name="suggest a resource").is_visible()


def test_without_scripts_the_library_is_a_list_under_each_kind(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(f"{served}/resources/?role={framework.roles[0].id}")
        assert page.locator("[data-item]:visible").count() == len(framework.resources)
        kinds = {one.title for one in framework.resource_words["kinds"] if fitting(framework, kind=one.id)}
        assert set(page.locator("[data-group]:visible h2").all_inner_texts()) == kinds
        assert page.locator("select:visible, input:visible, button:visible").count() == 0
        assert not page.locator("[data-nothing]").is_visible()


def test_where_the_script_of_the_library_does_not_come_the_whole_list_is_there_and_the_page_says_what_is_missing(
    browser: Browser, framework: Framework, served: str
) -> None:
    with opened(browser) as page:
        page.route("**/assets/js/**/base.*.js", lambda route: route.abort())
        page.goto(f"{served}/resources/?q=form", wait_until="load")
        page.locator("[data-incomplete]").wait_for()
        assert "some buttons are missing" in page.locator("[data-incomplete]").inner_text()
        assert page.locator(".find").is_hidden()
        assert page.locator(".shelf > li").count() == len(framework.resources)
        assert page.locator(".shelf > li").filter(visible=True).count() == len(framework.resources)
