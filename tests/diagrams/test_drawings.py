"""Diagrams made from records: each shows the same as the text or table beside it, and nothing is shown by colour alone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from helpers import Element, build_site, parse_html
from sds.diagrams.heat_map import shade
from sds.diagrams.timeline import DATE
from sds.model.framework import Framework

Pages = dict[str, Element]


def drawings(page: Element, name: str) -> list[Element]:
    """The diagrams of one kind on a page."""
    return [one for one in page.all("svg") if one.has_class(name)]


def words(drawing: Element) -> str:
    return " ".join(one.text for one in drawing.all("text"))


def test_every_drawing_has_a_name_and_no_style_or_script_of_its_own(pages: Pages) -> None:
    names = ("coverage", "dependencies", "money", "timeline", "who-decides")
    found = {name: [one for page in pages.values() for one in drawings(page, name)] for name in names}
    assert [name for name in names if not found[name]] == []
    for some in found.values():
        for one in some:
            assert one.attrs["role"] == "img"
            assert one.one("title", id=one.attrs["aria-labelledby"]).text
            assert [inner.tag for inner in one.walk() if "style" in inner.attrs or inner.tag in {"style", "script"}] == []


def test_the_bars_of_what_statements_are_based_on_say_the_numbers_of_the_table(pages: Pages, framework: Framework) -> None:
    page = pages["/actions/"]
    narrow, wide = drawings(page, "coverage")
    table = next(one for one in page.all("table") if one.all("caption", id="coverage-table"))
    rows = table.one("tbody").all("tr")
    assert len(rows) == len(framework.standards)
    for row, standard in zip(rows, framework.standards, strict=True):
        some = [one for one in framework.current_actions if one.standard == standard.id]
        counts = [sum(one.basis == basis.id for one in some) for basis in framework.spine.bases]
        assert [cell.text for cell in row.all("td")] == [*map(str, counts), str(len(some))]
    for drawing in (narrow, wide):
        assert {f"{one.number}. {one.short}" for one in framework.standards} <= {one.text for one in drawing.all("text")}
        widths = [float(one.attrs["width"]) for one in drawing.all("rect") if one.has_class("part")]
        shown = [count for standard in framework.standards for basis in framework.spine.bases if (count := _count(framework, standard.id, basis.id))]
        assert len(widths) == len(shown)
        assert max(abs(width / count - sum(widths) / sum(shown)) * count for width, count in zip(widths, shown, strict=True)) <= 1
        looks = {one.attrs["fill"] for one in drawing.all("rect") if re.search(r"part-\d", one.attrs.get("class", ""))}
        assert len(looks) == len(framework.spine.bases)


def _count(framework: Framework, standard: str, basis: str) -> int:
    return sum(one.standard == standard and one.basis == basis for one in framework.current_actions)


def test_the_drawing_of_a_statement_names_its_law_findings_tools_and_situations(pages: Pages, framework: Framework) -> None:
    drawn = 0
    for action in framework.current_actions:
        page = pages[f"/actions/{action.id}/"]
        some = drawings(page, "dependencies")
        if not some:
            continue
        drawn += 1
        situations = [one.title for one in framework.situations if action.id in one.actions]
        tools = [one.title for one in framework.resources if action.id in one.actions]
        for one in some:
            said = words(one).replace(" ", "")
            assert f"Standard{framework.record('standards', action.standard).number}" in said, action.id
            assert (f"{len(tools)}tool" in said) == bool(tools), action.id
            assert all(title.replace(" ", "").replace("-", "") in said.replace("-", "") for title in situations[:3]), action.id
            assert ("Law" in said) == bool(action.provisions), action.id
    assert drawn > len(framework.current_actions) * 0.9


def test_no_line_of_a_drawing_begins_with_the_number_of_a_section(pages: Pages, framework: Framework) -> None:
    some = [action.id for action in framework.current_actions if action.provisions]
    assert some
    for id in some:
        for drawing in drawings(pages[f"/actions/{id}/"], "dependencies"):
            lines = [one.text for one in drawing.all("text")]
            broken = [line for line, after in pairwise(lines) if line.endswith(("section", "regulation", "article")) and after[0].isdigit()]
            assert broken == [], id


def test_beside_a_statement_its_forms_and_letters_are_counted_by_what_they_are(pages: Pages, framework: Framework) -> None:
    seen = set[str]()
    for action in framework.current_actions:
        shapes = [form.shape for form in framework.templates if action.id in form.actions]
        some = [(shape, shapes.count(shape)) for shape in ("form", "letter") if shape in shapes]
        if some:
            wanted = " and ".join(f"{count} {shape}{'' if count == 1 else 's'}" for shape, count in some)
            figure = next(one for one in pages[f"/actions/{action.id}/"].all("figure") if one.has_class("dependencies"))
            assert wanted in [link.text for link in figure.one("figcaption").all("a")], action.id
            seen.add(wanted)
    assert {"1 form", "1 letter", "1 form and 1 letter"} <= seen


def test_where_the_money_is_is_drawn_and_told_in_the_same_words(pages: Pages, framework: Framework) -> None:
    page = pages["/options/"]
    told = page.one("section", **{"aria-labelledby": "money"}).one("ul").text.lower()
    for drawing in drawings(page, "money"):
        said = words(drawing).lower()
        for option in framework.spine.options:
            for hand in option.money:
                assert f"{hand.who} {hand.does}".lower() in told
                assert hand.who.lower() in said
                assert hand.does.lower() in said


def test_the_timeline_counts_what_its_list_names_in_the_order_of_years(pages: Pages, framework: Framework) -> None:
    page = pages["/editions/"]
    part = page.one("section", **{"aria-labelledby": "timeline"})
    years = [int(one.text) for one in part.all("dt")]
    assert years == sorted(years)
    assert years[0] == framework.spine.framework.timeline_since
    items = len(part.one("dl").all("li"))
    for drawing in drawings(page, "timeline"):
        assert sum(int(one.text) for one in drawing.all("text") if one.has_class("mark-number")) == items
    for edition in framework.spine.editions:
        assert f"Edition: {edition.label}" in part.text
    assert "no date seen" not in part.text.lower()


@pytest.mark.parametrize(
    ("date", "year"),
    [("May 2024", "2024"), ("about autumn 2020", "2020"), ("Made 27 January 2014; in force 1 April 2014", "2014"), ("2002 (asp 5)", "2002")],
)
def test_a_date_that_begins_with_a_day_a_month_or_a_year_is_on_the_timeline(date: str, year: str) -> None:
    found = DATE.match(date)
    assert found
    assert found["year"] == year


@pytest.mark.parametrize("date", ["no date seen", "After November 2024", "As changed by UK law, most recently in 2025", "Before April 2019"])
def test_a_date_that_is_not_known_is_not_on_the_timeline(date: str) -> None:
    assert DATE.match(date) is None


def test_the_largest_number_of_a_table_is_darkest_and_none_has_no_shade() -> None:
    assert [shade(number, 3, 41) for number in (0, 3, 20, 41)] == [0, 1, 3, 5]
    assert shade(7, 7, 7) == 1


def test_the_stages_are_on_the_home_page(pages: Pages, framework: Framework) -> None:
    part = pages["/"].one("section", **{"aria-labelledby": "journey"})
    assert [one.text for one in part.all("strong")] == [one.title for one in sorted(framework.spine.stages, key=lambda one: bool(one.under_all))]


def test_a_framework_without_dates_or_money_has_no_empty_drawing(small: Path) -> None:
    files = build_site(small)
    for path in files:
        if path.endswith(".html"):
            page = parse_html(files[path])
            assert drawings(page, "timeline") == drawings(page, "money") == [], path
