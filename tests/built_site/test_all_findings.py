"""The tables of all findings: every count is right and links to exactly those findings, and sparse areas are pointed out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from helpers import Element, build_site, parse_html
from sds.model.framework import Framework
from sds.model.themes import sections_of
from sds.pages.standards import FINDING_KINDS

Pages = dict[str, Element]


def cells(page: Element, id: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """The row, the column, the number and the links of each cell of the table whose caption has this id, without the totals."""
    table = next(one for one in page.all("table") if one.all("caption", id=id))
    heads = [one.text for one in table.one("thead").all("th")][1:-1]
    for row in table.one("tbody").all("tr"):
        for head, cell in zip(heads, row.all("td")[:-1], strict=True):
            yield row.one("th").text, head, cell.text.partition(" ")[0], [urljoin("/findings/", one.attrs["href"]) for one in cell.all("a")]


def test_each_number_by_kind_leads_to_as_many_findings_under_that_heading(pages: Pages, framework: Framework) -> None:
    kinds = {title: kind for kind, title in FINDING_KINDS.items()}
    seen = 0
    for row, head, number, links in cells(pages["/findings/"], "by-kind-table"):
        standard = next(one for one in framework.standards if row == f"{one.number}. {one.short}")
        about = [one for one in framework.findings if standard.id in one.standards and one.kind == kinds[head]]
        assert number == str(len(about)), (row, head)
        assert links == [f"/standards/{standard.id}/findings/?kind={kinds[head]}#{kinds[head]}"] * bool(about)
        for link in links:
            part = next(one for one in pages[urlsplit(link).path].all("section") if one.attrs.get("aria-labelledby") == kinds[head])
            assert len([one for one in part.all("li") if "data-item" in one.attrs]) == len(about), link
        seen += len(about)
    assert seen == sum(len({*one.standards}) for one in framework.findings)


def test_each_number_by_role_is_that_of_the_findings_its_link_narrows_to(pages: Pages, framework: Framework) -> None:
    roles = {role.short: role.id for role in framework.roles}
    for row, head, number, links in cells(pages["/findings/"], "by-role-table"):
        standard = next(one for one in framework.standards if row == f"{one.number}. {one.short}")
        assert links == [f"/standards/{standard.id}/findings/?role={roles[head]}"], (row, head)
        items = [one for one in pages[f"/standards/{standard.id}/findings/"].all("li") if roles[head] in one.attrs.get("data-role", "").split()]
        assert number == str(len(items)), (row, head)


def test_every_finding_is_in_what_the_form_looks_through_with_a_page_that_has_it(built: Path, pages: Pages, framework: Framework) -> None:
    rows = json.loads((built / "findings/all.json").read_text("utf-8"))
    assert [row["id"] for row in rows] == [one.id for one in framework.findings]
    for row in rows:
        path, _, anchor = row["url"].partition("#")
        assert pages[path].id(anchor) is not None or anchor in pages[path].text, row["id"]


def test_each_standard_has_what_was_seen_beside_what_could_be_shown(pages: Pages, framework: Framework) -> None:
    for standard in framework.standards:
        text = pages[f"/findings/{standard.id}/"].one("main").text
        assert [one.id for one in standard.components if one.very_good not in text] == []
        about = [one for one in framework.findings if standard.id in one.standards and one.kind in {"working", "weak", "tension"}]
        looked = [one for one in about if framework.record("sources", one.source).authority in {"inspection", "review"}]
        assert looked
        assert [one.id for one in looked if one.text not in text] == []
        said = [one.id for one in framework.findings if one.kind in {"needed", "fact"} and one.text in text]
        assert said == [], "what is asked for was not seen"


def test_the_themes_of_a_source_hold_its_findings_with_the_evaluation_and_its_limits(pages: Pages, framework: Framework) -> None:
    themed = [source for source in framework.sources if source.themes]
    assert themed
    for source in themed:
        for theme in source.themes:
            main = pages[f"/findings/{source.id}/{theme.section}/"].one("main")
            there = [one for one in framework.findings if one.source == source.id and theme.section in sections_of(one.place)]
            assert len([one for one in main.all("li") if "data-item" in one.attrs]) == len(there)
            assert theme.evaluation in main.text
            assert source.limits in main.text


def test_a_place_names_its_sections_and_no_number_of_anything_else() -> None:
    assert sections_of("sections 5 and 6") == {"5", "6"}
    assert "1" not in sections_of("section 3, first recommendation")
    assert {"8", "4"} <= sections_of("section 8, first recommendation; section 4")
    assert sections_of("paragraph 12") == set()


def test_where_most_of_what_was_seen_is_from_one_document_the_page_names_it(pages: Pages, framework: Framework) -> None:
    rows = pages["/findings/thin/"].one("tbody").all("tr")
    assert len(rows) == len(framework.standards)
    for row, standard in zip(rows, framework.standards, strict=True):
        seen = [one.source for one in framework.findings if standard.id in one.standards and one.kind in {"working", "weak", "tension"}]
        most = max({*seen}, key=seen.count)
        named = f"({seen.count(most)} of {len(seen)}) are from one document: {framework.record('sources', most).short}" in row.text
        assert named == (seen.count(most) > len(seen) / 2), standard.id
        few = [role.short for role in framework.roles if sum(standard.id in one.standards and role.id in one.roles for one in framework.findings) < 5]
        assert all(f"{role}: " in row.text for role in few), standard.id


def test_a_framework_of_two_findings_has_them_at_a_glance_and_one_without_has_no_such_page(small: Path) -> None:
    files = build_site(small)
    page = parse_html(files["findings/index.html"])
    assert "2 findings from 1 document" in page.text
    assert [number for _, _, number, _ in cells(page, "by-kind-table")].count("1") == 3
    assert "findings/thin/index.html" in files
