"""A situation printed on one side of a sheet: it has everything that someone needs, large enough to read, with any chosen area."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import ViewportSize

from browsing import opened, until
from helpers import parse_html
from pdfs import Paper
from sds.model.framework import Framework
from sds.model.records import Area, Situation
from sds.model.situation_lines import lines_about, step_of
from sds.model.urls import url_of
from tiers import Sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Go = Callable[["Page", str], None]
LEAST = 10
"""The smallest readable font size, in points."""
SHEET: ViewportSize = {"width": 703, "height": 1062}
"""The area of an A4 sheet within its margins, in CSS pixels."""
HELD = "document.querySelector('p.on-paper-code').getBoundingClientRect().bottom"
"""The y position where the content ends that does not depend on the area."""
HEIGHTS = """async (ids) => {
  const rooms = [...document.querySelectorAll('[data-area-slot]')].map((room) => [room, room.innerHTML]);
  const heights = {};
  document.documentElement.dataset.areaKept = '';
  for (const id of ids) {
    const { ways } = await (await fetch(`/contacts/areas/${id}.json`)).json();
    for (const [room] of rooms) room.innerHTML = ways[room.dataset.areaSlot];
    heights[id] = document.querySelector('p.on-paper-code').getBoundingClientRect().bottom;
  }
  for (const [room, before] of rooms) room.innerHTML = before;
  delete document.documentElement.dataset.areaKept;
  return heights;
}"""
"""The same for each area."""
SMALLEST = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const one = node.parentElement;
    const points = parseFloat(getComputedStyle(one).fontSize) * 0.75;
    if (node.data.trim() && one.checkVisibility()) found.push([points, node.data.trim()]);
  }
  return found.sort((a, b) => a[0] - b[0])[0];
}"""
SHOWN = "document.querySelector('[data-area-slot] .reach-area')?.textContent.replaceAll('\\u2019', \"'\") === {!r}"


def bare(words: str) -> str:
    """Words without the spaces and typographic characters that line breaks and columns change."""
    return "".join(words.split()).replace("\u2019", "'").replace("\u2011", "-")


def needed(framework: Framework, one: Situation) -> list[str]:
    """The texts that the sheet must contain: what to do first, the words to say, each step with who takes it and by when, and what to do if the
    answer is no."""
    steps = [step_of(framework, step) for step in one.steps]
    return [
        one.title,
        *(step.do for step in one.first_steps),
        *(line.words for line in lines_about(framework, "situations", one.id)),
        *(words for step in steps for words in (step.do, step.who, step.by_when) if words),
        *([one.if_no] if one.if_no else []),
    ]


def national_numbers(framework: Framework, one: Situation) -> list[str]:
    """The first number of each body that the situation names for everyone."""
    named = {*one.contacts, *(who.contact for who in one.anywhere)}
    bodies = [contact for contact in framework.contacts.contacts if contact.id in named]
    numbers = [[way.value for way in body.ways if way.kind == "phone" and way.has_number] for body in bodies]
    return [some[0] for some in numbers if some]


def choose(page: Page, area: Area) -> None:
    """Chooses an area, even if the list is hidden, and waits until its contacts are shown."""
    page.evaluate(
        "id => { const list = document.querySelector('[data-choose-area] select'); list.value = id; list.dispatchEvent(new Event('change')); }", area.id
    )
    until(page, SHOWN.format(area.body or area.title))


def widest(page: Page, framework: Framework) -> Area:
    """The area whose contacts need the most space. Each is inserted as the page itself would."""
    heights = page.evaluate(HEIGHTS, [area.id for area in framework.contacts.areas])
    return max(framework.contacts.areas, key=lambda area: heights[area.id])


def print_on_one_page(page: Page) -> None:
    """Clicks "print on one page". This is needed before each print, because the page returns to normal afterwards."""
    page.locator("[data-print='one-page']").first.evaluate("one => one.click()")


def test_one_side_of_paper_holds_what_to_do_say_and_expect_whichever_area_is_chosen(
    browser: Browser, framework: Framework, go: Go, tmp_path: Path, sample: Sample, tell: Callable[[str], None]
) -> None:
    told = []
    with opened(browser, viewport=SHEET, bypass_csp=True) as page:
        page.add_init_script("window.print = () => {}")
        for one in sample(framework.situations, 6):
            go(page, url_of(framework, "situations", one.id))
            page.emulate_media(media="print")
            print_on_one_page(page)
            area = widest(page, framework)
            shares = []
            for chosen in (None, area) if page.locator("[data-choose-area]").count() else (None,):
                if chosen:
                    choose(page, chosen)
                    print_on_one_page(page)
                where = f"{one.id}, {chosen.id if chosen else 'no area'}"
                size, words = page.evaluate(SMALLEST)
                assert size >= LEAST - 0.01, f"{where}: {words}"
                shares.append(f"{page.evaluate(HELD) / SHEET['height']:.0%}")
                page.pdf(path=tmp_path / "one.pdf", prefer_css_page_size=True)
                paper = Paper(tmp_path / "one.pdf")
                assert len(paper.pages) == 1, where
                said = bare(paper.pages[0])
                assert [words for words in needed(framework, one) if bare(words) not in said] == [], where
                assert [number for number in national_numbers(framework, one) if bare(number) not in said] == [], where
                for words in ("We read each number on a web page in November 2026 or since then.", "The law, more help and where we read the numbers"):
                    assert bare(words) in said, where
                assert not chosen or bare(chosen.body or chosen.title) in said, "whose numbers they are"
            told.append(f"{one.id}: {' and '.join(shares)} of the sheet, without an area and with {area.id}")
            page.evaluate("localStorage.clear()")
    tell("\n  ".join(["what is always there takes", *told]))


def test_lines_for_notes_stand_whole_or_not_at_all(browser: Browser, framework: Framework, go: Go, sample: Sample) -> None:
    with opened(browser, viewport=SHEET) as page:
        page.add_init_script("window.print = () => {}")
        for one in sample(framework.situations, 6):
            go(page, url_of(framework, "situations", one.id))
            page.emulate_media(media="print")
            print_on_one_page(page)
            cut: list[str] = page.evaluate(
                """() => {
                  const room = document.querySelector('.on-paper').getBoundingClientRect();
                  return [...document.querySelectorAll('.on-paper :is(h2, dl > div)')].filter((line) => {
                    const box = line.getBoundingClientRect();
                    return box.left < room.right && box.bottom > room.bottom + 1;
                  }).map((line) => line.textContent.trim());
                }"""
            )
            assert cut == [], one.id


def test_each_page_prints_a_code_that_is_a_file_of_the_site(built: Path, framework: Framework) -> None:
    for one in framework.situations:
        page = parse_html((built / f"situations/{one.id}/index.html").read_text("utf-8"))
        codes = [image.attrs["src"] for image in page.all("img") if "/qr/" in image.attrs["src"]]
        assert codes, one.id
        assert all((built / f"situations/{one.id}" / code).resolve().is_file() for code in codes), codes
