"""The pack: chosen by keyboard on a phone, shared by its address, printed, saved, and given strange input."""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from browsing import FILL, PHONE, axe, barriers, opened, until
from helpers import Element, build_site
from pdfs import Paper
from sds.easy_read.hard_words import pieces
from sds.model.duties import ground
from sds.model.framework import Framework, Standard
from sds.pages.pack_parts import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MARKUP = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>&amp;"
FIRST_KIND = ("kind", KINDS[0][0])
"""The choice that is ticked at first."""
SAID = "(document.querySelector('[data-pack-said]')?.textContent ?? '')"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser) as page:
        yield page


@pytest.fixture
def go(served: str) -> Callable[..., None]:
    """A function that opens the page with a choice in its address, and waits until the pack has been built."""

    def go(page: Page, choice: str = "") -> None:
        page.goto(f"{served}/pack/{choice}")
        until(page, f"{SAID} !== ''")

    return go


def chosen(framework: Framework) -> tuple[Standard, Standard, str]:
    """The two standards and the role that most tests use."""
    return framework.standards[3], framework.standards[-1], framework.roles[1].id


def address_of(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query)


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


# --- content ---


def test_a_part_holds_what_the_page_of_its_standard_says(built: Path, framework: Framework) -> None:
    for standard in framework.standards:
        part = json.loads((built / f"pack/parts/{standard.id}.json").read_text("utf-8"))
        assert [one["id"] for one in part["statements"]] == [action.id for action in standard.actions if action.status == "current"]
        grounds = [ground(framework, action, action.role) for action in standard.actions if action.status == "current"]
        assert [one["ground"] for one in part["statements"]] == grounds
        assert [one["very_good"] for one in part["components"]] == [component.very_good for component in standard.components]
        assert {one["address"] for one in part["tools"]} == {resource.address for resource in framework.resources if standard.id in resource.standards}
        inside = [part["url"], part["easy"]["qr"], *(one["url"] for kind in ("statements", "tools", "components") for one in part[kind])]
        for url in inside:
            path = url.partition("#")[0][1:]
            assert (built / (f"{path}index.html" if path.endswith("/") else path)).is_file(), url


def test_a_part_has_the_tools_for_the_fewest_standards_first(built: Path, framework: Framework) -> None:
    generality = {f"/resources/{resource.id}/": len(resource.standards) for resource in framework.resources}
    for standard in framework.standards:
        tools = json.loads((built / f"pack/parts/{standard.id}.json").read_text("utf-8"))["tools"]
        order = [(generality[tool["url"]], tool["title"]) for tool in tools]
        assert order == sorted(order)
        assert order[0][0] < order[-1][0]


def test_a_framework_with_no_easy_read_gets_packs_too(small: Path) -> None:
    files = build_site(small)
    assert json.loads(files["pack/parts/water.json"])["easy"] is None
    assert 'value="water"' in files["pack/index.html"]


def test_a_pack_holds_just_the_statements_tools_and_questions_that_were_chosen(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    one, two, role = chosen(framework)
    go(page, f"?standard={one.id}&standard={two.id}&role={role}")
    pack = page.locator("[data-pack-document]")
    statements = [*one.actions_of(role), *two.actions_of(role)]
    assert pack.locator(".pack-statement").all_inner_texts() == [action.text for action in statements]
    meta = " ".join(pack.locator(".pack-meta").all_inner_texts())
    for action in statements:
        rests_on = ground(framework, action, role)
        assert f"{f'{rests_on}. ' if rests_on else ''}{action.id}. sds-standards.example/actions/{action.id}/" in meta
    assert pack.locator(".pack-component .pack-ask").all_inner_texts() == [action.text for action in statements], "the role reflects on its own statements"
    words = pack.inner_text()
    ids = {action.id for action in statements}
    for resource in framework.resources:
        if role in resource.roles and ids & set(resource.actions):
            assert resource.title in words
            assert resource.publisher in words
            assert resource.address.removeprefix("https://") in words
    twins = [easy for easy in framework.easy_read if easy.kind == "standards" and easy.id in {one.id, two.id}]
    assert [easy.title for easy in twins if easy.title not in words] == []
    hard = [piece.words for easy in twins for sentence in easy.sentences for piece in pieces(sentence) if piece.hard]
    assert hard
    assert sorted(pack.locator(".pack-block strong").all_inner_texts()) == sorted(hard)
    assert "**" not in words
    assert page.evaluate("[...document.querySelectorAll('.pack-easy img')].every(one => one.complete && one.naturalWidth > 0)")
    assert page.locator("#pack-title").inner_text() == f"Pack: {one.short} and {two.short}, for {framework.roles[1].title.lower()}"
    links = pack.locator("[data-pack-contents] a").all()
    assert [link.inner_text() for link in links if link.inner_text().startswith("Standard")] == [f"Standard {x.number}: {x.title}" for x in (one, two)]
    assert page.evaluate("[...document.querySelectorAll('[data-pack-contents] a')].filter(a => !document.getElementById(a.hash.slice(1))).length") == 0


def test_one_kind_alone_gives_that_kind_alone(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    one, _, role = chosen(framework)
    marks = {"statements": ".pack-statement", "law": ".pack-rule", "words": ".pack-words-said", "easy-read": ".pack-easy", "self-check": ".pack-component"}
    for kind, title, _ in KINDS:
        go(page, f"?standard={one.id}&role={role}&kind={kind}")
        assert {name for name, mark in marks.items() if page.locator(mark).count()} == {kind} & set(marks)
        assert page.locator("[data-pack-contents] ul a").count() == 1, title


def test_with_nothing_chosen_the_page_offers_examples_and_each_of_them_makes_a_pack(page: Page, go: Callable[..., None]) -> None:
    go(page)
    assert page.evaluate(SAID).startswith("Tick a standard, a role")
    assert not page.locator("[data-pack-document]").is_visible()
    examples = [link.get_attribute("href") for link in page.locator("[data-pack-start] a").all()]
    assert len(examples) >= 3
    for href in examples:
        assert href is not None
        go(page, f"?{urlsplit(href).query}")
        assert page.locator(".pack-standard").count() >= 1
        assert "not here" not in page.evaluate(SAID)
        assert not page.locator("[data-pack-start]").is_visible()


# --- choosing by keyboard, on a phone, and by address ---


def test_on_a_phone_a_pack_is_made_by_keyboard_alone_and_said_once_a_change(browser: Browser, framework: Framework, go: Callable[..., None]) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page)
        page.evaluate("window.said = []; new MutationObserver(() => said.push(1)).observe(document.querySelector('[data-pack-said]'), {childList: true})")
        wanted = {("standard", framework.standards[3].id), ("role", framework.roles[1].id)}
        for _ in range(80):
            page.keyboard.press("Tab")
            here = page.evaluate("[document.activeElement.name, document.activeElement.value]")
            if tuple(here) in wanted:
                before = page.evaluate("said.length")
                page.keyboard.press("Space")
                until(page, f"said.length > {before}")
                page.wait_for_timeout(300)
                assert page.evaluate("said.length") == before + 1
                assert page.evaluate("[document.activeElement.name, document.activeElement.value]") == here
            if page.evaluate("document.activeElement.hasAttribute('data-pack-file')"):
                break
        assert page.evaluate("document.activeElement.hasAttribute('data-pack-file')")
        assert set(address_of(page)) == {*wanted, FIRST_KIND}
        assert page.locator(".pack-easy, .pack-component").count() == 0, "a first pack is a short one"
        assert page.locator(".pack-statement").all_inner_texts() == [action.text for action in framework.standards[3].actions_of(framework.roles[1].id)]
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        for box in page.locator(".pack-choices label").all():
            size = box.bounding_box()
            assert size is not None
            assert size["height"] >= 44


def test_the_address_makes_the_same_pack_again_and_the_back_button_undoes_a_choice(
    browser: Browser, page: Page, framework: Framework, go: Callable[..., None]
) -> None:
    one, two, role = chosen(framework)
    go(page)
    for count, label in enumerate((f"{one.number}. {one.short}", f"{two.number}. {two.short}", framework.roles[1].title), start=1):
        page.get_by_label(label, exact=True).check()
        until(page, f"[...new URLSearchParams(location.search).keys()].filter(name => name !== 'kind').length === {count}")
    until(page, "document.querySelectorAll('.pack-standard').length === 2")
    until(page, f"{SAID}.includes('2 standards, 1 role')")
    assert address_of(page) == [("standard", one.id), ("standard", two.id), ("role", role), FIRST_KIND]
    assert page.locator("#pack-address").inner_text() == f"https://sds-standards.example/pack/?{urlsplit(page.url).query}"
    document, address = page.locator("[data-pack-document]").inner_text(), page.url
    with opened(browser) as other:
        other.goto(address)
        until(other, f"{SAID} !== ''")
        assert other.locator("[data-pack-document]").inner_text() == document
        assert other.get_by_label(f"{one.number}. {one.short}", exact=True).is_checked()
    page.go_back()
    until(page, f"!{SAID}.includes('1 role')")
    assert address_of(page) == [("standard", one.id), ("standard", two.id), FIRST_KIND]
    assert not page.get_by_label(framework.roles[1].title, exact=True).is_checked()
    page.get_by_role("button", name="Clear all").click()
    until(page, f"{SAID}.startsWith('Tick a standard, a role')")
    assert urlsplit(page.url).query == ""


def test_a_link_of_the_contents_leads_down_the_page_and_leaves_the_pack_as_it_is(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    one, two, role = chosen(framework)
    go(page, f"?standard={one.id}&standard={two.id}&role={role}")
    page.evaluate("document.querySelector('.pack-statement').dataset.same = 'yes'")
    page.locator(f"[data-pack-contents] a[href='#in-{two.id}']").click()
    until(page, f"Math.abs(document.getElementById('in-{two.id}').getBoundingClientRect().top) < innerHeight / 2")
    page.go_back()
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('.pack-statement').dataset.same") == "yes"
    assert page.url.endswith(f"role={role}")


def test_an_own_title_and_note_stand_in_the_pack_and_not_in_the_address(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    one, two, _ = chosen(framework)
    go(page, f"?standard={one.id}")
    address = page.url
    assert page.get_by_label("Title of the pack").input_value() == f"Pack: {one.short}"
    page.get_by_label("Title of the pack").fill("Our Tuesday meeting")
    page.get_by_label("A note under the title").fill("1 December, room 4")
    assert page.locator("#pack-title").inner_text() == "Our Tuesday meeting"
    assert page.locator("[data-pack-note]").inner_text() == "1 December, room 4"
    assert page.url == address
    page.get_by_label(f"{two.number}. {two.short}", exact=True).check()
    until(page, "document.querySelectorAll('.pack-standard').length === 2")
    assert page.locator("#pack-title").inner_text() == "Our Tuesday meeting"
    page.get_by_label("Title of the pack").fill("")
    assert page.locator("#pack-title").inner_text() == f"Pack: {one.short} and {two.short}"


# --- strange input ---


def test_junk_in_the_address_is_left_out_and_named_and_the_rest_is_made(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    one, _, role = chosen(framework)
    junk = [("standard", "zzz"), ("standard", ""), ("role", MARKUP), ("kind", "a" * 10_000), ("standard", "constructor"), ("kind", "x1"), ("kind", "x2")]
    go(page, "?" + urlencode([("standard", one.id), ("standard", one.id), ("role", role), *junk, ("utm_source", "elsewhere")]))
    said = page.evaluate(SAID)
    assert "1 standard, 1 role:" in said
    assert "standard “zzz”" in said
    assert f"role “{MARKUP[:40]}…”" in said
    assert "2 more" in said
    assert len(said) < 500
    assert page.locator(".pack-standard").count() == 1
    assert address_of(page) == [("standard", one.id), ("role", role)]
    assert page.title().startswith("Make a pack")
    assert page.locator("[data-pack-said] *").count() == 0


def test_an_address_of_nothing_but_junk_gives_the_beginning_and_says_why(page: Page, go: Callable[..., None]) -> None:
    go(page, "?standard=%00%ff%3Cb%3E&role&&&=&kind=%E0%A4%A")
    assert page.evaluate(SAID).startswith(
        "Tick a standard, a role, a stage or a situation to begin. The link also asked for content that is no longer here: standard “"
    )
    assert page.locator("[data-pack-start]").is_visible()


def test_a_field_of_the_address_that_there_is_not_is_named(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    go(page, f"?standard={framework.standards[3].id}&statement=x1")
    assert "no longer here: “statement”." in page.evaluate(SAID)
    assert page.locator(".pack-standard").count() == 1
    assert " 0 " not in page.evaluate(SAID), "what there is none of is left out"


def test_markup_and_10000_characters_typed_stay_words_and_within_bounds(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    go(page, f"?standard={framework.standards[0].id}")
    title, note = page.get_by_label("Title of the pack"), page.get_by_label("A note under the title")
    title.fill(MARKUP)
    note.fill(MARKUP)
    assert page.locator("#pack-title").inner_text() == MARKUP
    assert page.locator("#pack-title *, [data-pack-note] *").count() == 0
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as one HTML file").click()
    html = waiting.value.path().read_text("utf-8")
    assert "<script" not in html
    assert "<img src=x" not in html
    assert page.title().startswith("Make a pack")
    title.evaluate(
        "(field, words) => { field.value = words; field.dispatchEvent(new Event('input')); field.dispatchEvent(new Event('change')); }", "w" * 10_000
    )
    assert len(page.locator("#pack-title").inner_text()) <= 120
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_when_a_part_does_not_come_the_page_says_so_and_stays_usable(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    one, two, _ = chosen(framework)
    page.route(f"**/pack/parts/{one.id}.json", lambda route: route.abort())
    go(page, f"?standard={one.id}")
    assert "could not be made" in page.evaluate(SAID)
    page.get_by_label(f"{one.number}. {one.short}", exact=True).uncheck()
    page.get_by_label(f"{two.number}. {two.short}", exact=True).check()
    until(page, "document.querySelectorAll('.pack-standard').length === 1")
    page.unroute(f"**/pack/parts/{one.id}.json")
    page.get_by_label(f"{one.number}. {one.short}", exact=True).check()
    until(page, "document.querySelectorAll('.pack-standard').length === 2")


def test_without_scripts_the_page_says_so_and_lists_ready_made_documents(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{served}/pack/?standard={framework.standards[0].id}")
        assert page.locator(".without-scripts").is_visible()
        assert page.locator("main form:visible, main [data-pack-document]:visible, main button:visible").count() == 0
        links = [link.get_attribute("href") or "" for link in page.locator(".pack-ready a:visible").all()]
        for kind, records in (("standards", framework.standards), ("roles", framework.roles)):
            for record in records:
                assert f"../{kind}/{record.id}/" in links
                assert any(link.endswith(f"full-text-{kind}-{record.id}.pdf") for link in links)


# --- saving and printing ---


def test_a_printed_pack_holds_its_contents_addresses_edition_and_date_and_no_form(
    page: Page, tmp_path: Path, framework: Framework, go: Callable[..., None]
) -> None:
    one, two, role = chosen(framework)
    go(page, f"?standard={one.id}&standard={two.id}&role={role}")
    page.pdf(path=tmp_path / "pack.pdf", format="A4", prefer_css_page_size=True, tagged=True)
    paper = Paper(tmp_path / "pack.pdf")
    text, about = flat(paper.text), framework.spine.framework
    assert text.startswith(flat(f"{about.title}Pack: {one.short} and {two.short}"))
    for action in (*one.actions_of(role), *two.actions_of(role)):
        assert flat(action.text) in text
        assert flat(f"sds-standards.example/actions/{action.id}/") in text
    assert text.count(flat("Next step, who, and by when")) == len([*one.actions_of(role), *two.actions_of(role)])
    for words in (about.status, about.edition, about.version, f"Content last changed on {int(about.updated[8:])}", urlsplit(page.url).query):
        assert flat(words) in text, words
    for words in ("Make a pack", "Clear all", "Ready-made", "Skip to the content", "Edit this page"):
        assert flat(words) not in text, words
    first = next(number for number, words in enumerate(paper.pages) if flat(two.title) in flat(words) and number > 0)
    assert flat(paper.pages[first]).startswith(flat(f"Standard {two.number}: {two.title}"))


def test_no_name_of_a_standard_stands_alone_at_the_foot_of_a_printed_page(page: Page, framework: Framework, go: Callable[..., None], tmp_path: Path) -> None:
    go(page, f"?stage={framework.spine.stages[1].id}&role={framework.roles[1].id}&kind=statements&kind=tools&kind=forms&kind=easy-read")
    page.pdf(path=tmp_path / "pack.pdf", format="A4")
    sheets = ["".join(sheet.split()) for sheet in Paper(tmp_path / "pack.pdf").pages]
    addresses = tuple(f"sds-standards.example/standards/{one.id}/" for one in framework.standards)
    assert not [sheet[-80:] for sheet in sheets if sheet.endswith(addresses)]
    for one in framework.standards:
        whole = "".join(f"Standard {one.number}: {one.title}".split())
        assert any(whole in sheet for sheet in sheets[1:]) or not any("".join(f"Standard {one.number}:".split()) in sheet for sheet in sheets[1:]), (
            "no page ends within a name"
        )


def test_on_a_phone_print_and_save_stay_in_reach_all_along_the_form_and_the_pack(browser: Browser, framework: Framework, go: Callable[..., None]) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page)
        bar = page.locator(".pack-bar")
        assert not bar.is_visible(), "before there is a pack, nothing is offered"
        page.get_by_role("checkbox", name=framework.spine.stages[1].title, exact=True).check()
        until(page, f"{SAID}.includes('1 stage')")
        page.evaluate("window.print = () => { window.printed = true }")
        for place in ("0", "1000", "document.querySelector('.pack').offsetTop", "document.querySelector('.pack').offsetTop + 4000"):
            page.evaluate(f"scrollTo(0, {place})")
            box = bar.get_by_role("button", name="Print").bounding_box()
            assert box is not None
            assert 0 < box["y"] < PHONE["height"] - box["height"], place
        bar.get_by_role("button", name="Print").click()
        assert page.evaluate("window.printed")
        bar.get_by_role("link", name="Save").click()
        until(page, "document.querySelector('#take').getBoundingClientRect().top < innerHeight / 2")
        assert page.locator(".pack").is_visible(), "the pack is not made anew, and does not go"


def test_the_saved_file_needs_nothing_else_and_says_the_same(
    browser: Browser, page: Page, tmp_path: Path, framework: Framework, go: Callable[..., None]
) -> None:
    one, _, role = chosen(framework)
    go(page, f"?standard={one.id}&role={role}")
    ours = page.get_by_label("Title of the pack").input_value()
    page.get_by_label("Title of the pack").fill("For Morag at home")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as one HTML file").click()
    download = waiting.value
    assert re.fullmatch(rf"pack-{one.id}-{role}-\d{{4}}-\d\d-\d\d\.html", download.suggested_filename)
    assert "morag" not in download.suggested_filename, "a file's name has no words of a person"
    download.save_as(tmp_path / "pack.html")
    with opened(browser, viewport=PHONE) as file:
        asked, errors = list[str](), list[str]()
        file.on("request", lambda request: asked.append(request.url))
        file.on("console", lambda message: errors.append(message.text))
        file.goto(f"file://{tmp_path}/pack.html")
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert errors == []
        assert file.locator("h1").all_inner_texts() == [page.locator("#pack-title").inner_text()]
        assert file.title() == ours
        assert file.locator(".pack-statement").all_inner_texts() == [action.text for action in one.actions_of(role)]
        assert file.evaluate("[...document.images].every(one => one.naturalWidth > 0)")
        links = file.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
        assert [link for link in links if not link.startswith(("https://", "#"))] == []
        assert f"https://sds-standards.example/actions/{one.actions_of(role)[0].id}/" in links
        contents = file.locator("[data-pack-contents] a")
        assert contents.count() > 1
        contents.last.click()  # links within the file work without internet
        assert file.url.startswith("file://")
        assert file.evaluate("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top < innerHeight / 2")
        assert [link for link in links if link.startswith("#")] == file.evaluate("[...document.querySelectorAll('[data-pack-contents] a')].map(a => a.hash)")
        assert file.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        assert framework.spine.framework.edition in file.locator("footer").inner_text()
        assert [violation["id"] for violation in axe(file)["violations"]] == []


# --- accessibility ---


@pytest.mark.parametrize("choice", ["", "all"])
def test_axe_finds_nothing_in_light_or_dark_narrow_or_wide(page: Page, framework: Framework, go: Callable[..., None], choice: str) -> None:
    one, two, role = chosen(framework)
    go(page, f"?standard={one.id}&standard={two.id}&role={role}" if choice else "")
    assert barriers(page) == []


def test_a_standard_page_leads_to_a_pack_of_itself(pages: dict[str, Element], framework: Framework) -> None:
    for standard in framework.standards:
        links = [one.attrs["href"] for one in pages[f"/standards/{standard.id}/"].all("a")]
        assert f"../../pack/?standard={standard.id}" in links


# --- a pack for one visit ---


def shown_statements(page: Page) -> list[str]:
    """The ids of the statements in the pack."""
    return re.findall(r"\b([a-z-]+-[a-z]\d+)\. ", " ".join(page.locator(".pack-standard .pack-meta").all_inner_texts()))


def test_a_pack_for_a_stage_holds_just_the_statements_of_that_stage_and_role(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    stage, role = framework.spine.stages[1], framework.roles[1]
    go(page, f"?stage={stage.id}&role={role.id}&kind=statements")
    there = [action.id for action in framework.current_actions if action.role == role.id and stage.id in action.stages]
    assert sorted(shown_statements(page)) == sorted(there)


def test_each_example_of_a_visit_holds_what_it_says(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    visits = [pack for pack in framework.spine.framework.packs if pack.stages]
    assert visits
    for pack in visits:
        go(page)
        page.get_by_role("link", name=pack.title).click()
        until(page, "document.querySelectorAll('.pack-statement').length > 0")
        there = [action.id for action in framework.current_actions if action.role in pack.roles and set(pack.stages) & set(action.stages)]
        assert sorted(shown_statements(page)) == sorted(there)
        assert re.search(r"\d+ tools?\b", page.evaluate(SAID)), "what a worker takes along has its tools"
        assert page.locator(".pack-meta", has_text="The blank form to print").locator("a[href$='.pdf']").count() > 0
        assert "Print these forms too" in page.locator("[data-pack-document]").inner_text(), "nobody leaves thinking that the forms are in the print"
        papers = page.locator("[data-pack-papers] a")
        forms = [form for form in framework.templates if set(form.stages) & set(pack.stages)]
        assert [words.split(" (PDF")[0] for words in papers.all_inner_texts()] == [form.title for form in forms], "beside the button that prints"
        shapes = [form.shape for form in forms]
        for shape in {*shapes}:
            assert f"{shapes.count(shape)} {shape}{'' if shapes.count(shape) == 1 else 's'}" in page.evaluate(SAID), "a letter is not called a form or letter"
        assert page.request.get(papers.first.get_attribute("href") or "").body().startswith(b"%PDF")
    page.locator("[name=kind][value=forms]").uncheck()
    until(page, "document.querySelector('[data-pack-papers]').hidden")


def test_a_pack_of_a_situation_says_first_what_to_do_and_then_what_each_role_does(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    situation = next(one for one in framework.situations if one.actions and one.first_steps)
    go(page, f"?situation={situation.id}")
    assert page.locator(".pack-standard h3").first.inner_text() == situation.title
    assert situation.first_steps[0].do in page.locator(".pack-standard").first.inner_text()
    assert set(shown_statements(page)) == set(situation.actions)


def test_a_pack_calls_a_right_what_the_page_of_the_situation_calls_it(
    page: Page, pages: dict[str, Element], framework: Framework, go: Callable[..., None]
) -> None:
    names = set[str]()
    for workers in (False, True):
        first = {role.id for role in framework.roles if role.easy_first}
        situation = next(one for one in framework.situations if any(line.right for line in one.words) and workers != bool(first & set(one.roles)))
        said = pages[f"/situations/{situation.id}/"].one("section", **{"aria-labelledby": "say"})
        name = next(one.text for one in said.all("span") if one.has_class("saying-right"))
        go(page, f"?situation={situation.id}&kind=words")
        words = page.locator(".pack-standard").first.inner_text()
        assert f"{name}: " in words
        assert f"\u201c{name}\u201d" in words
        names.add(name)
    assert len(names) == 2


def test_single_statements_are_added_by_their_ids_and_unknown_ones_are_named(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    first, other = framework.current_actions[0], framework.current_actions[-1]
    go(page, f"?action={first.id}&kind=statements")
    assert shown_statements(page) == [first.id]
    page.locator("[data-pack-add]").fill(other.id)
    page.get_by_role("button", name="Add", exact=True).click()
    until(page, f"{SAID}.includes('2 statements')")
    assert sorted(shown_statements(page)) == sorted([first.id, other.id])
    assert page.get_by_role("checkbox", name=other.text).is_checked()
    page.locator("[data-pack-add]").fill("nobody-x1")
    page.get_by_role("button", name="Add", exact=True).click()
    assert "There is no statement “nobody-x1”" in page.locator("[data-pack-said]").inner_text()
    go(page, f"?action={first.standard}-{first.id[-2]}999&kind=statements")
    assert "There is no statement" in page.locator("[data-pack-said]").inner_text()


def test_the_self_check_is_that_of_the_role(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    standard, words = framework.standards[3], framework.spine.self_evaluation
    assert words is not None
    marks = {
        "components": [f"{step.number} {step.name}" for step in words.scale],
        "statements": [answer.title for answer in words.statement_answers],
        "questions": [answer.title for answer in words.question_answers],
    }
    for sheet in words.sheets:
        go(page, f"?standard={standard.id}&role={sheet.roles[0]}&kind=self-check")
        shown = page.locator(".pack-component").first.locator(".pack-marks li").all_inner_texts()
        assert shown[: len(marks[sheet.id])] == marks[sheet.id]
    many = page.locator(".pack-component").count()
    assert many == len(next(one.questions for one in framework.easy_read if one.kind == "questions" and one.id == standard.id))


def test_a_pack_is_kept_by_name_with_its_note_and_both_survive_a_reload(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    choice = f"?stage={framework.spine.stages[1].id}&role={framework.roles[1].id}&kind=statements"
    go(page, choice)
    page.get_by_label("Title of the pack").fill(f"Tuesday {MARKUP}")
    page.get_by_label("A note under the title").fill("Bring the form")
    go(page, choice)
    assert page.get_by_label("A note under the title").input_value() == "Bring the form"
    assert page.locator("[data-pack-title]").inner_text().startswith("Tuesday <img")
    page.get_by_role("button", name="Save on this device").click()
    go(page)
    page.locator(".pack-kept a").click()
    until(page, "document.querySelectorAll('.pack-statement').length > 0")
    assert page.get_by_label("A note under the title").input_value() == "Bring the form"
    page.locator(".pack-kept").get_by_role("button", name="Delete").click()
    assert "is deleted." in page.locator(".pack-kept").inner_text()
    page.keyboard.press("Enter")
    assert page.locator(".pack-kept a").count() == 1, "what was deleted comes back with Undo, which has the focus"
    page.locator(".pack-kept").get_by_role("button", name="Delete").click()
    go(page)
    assert page.locator(".pack-kept").is_hidden()
    assert page.title() != "broken"


PACKS = "localStorage.getItem(`${document.documentElement.dataset.site}:packs`)"


def test_no_saved_pack_is_lost_to_another_to_the_limit_or_to_what_cannot_be_read(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    def save(choice: str, title: str) -> str:
        go(page, choice)
        page.get_by_label("Title of the pack").fill(title)
        page.get_by_role("button", name="Save on this device").click()
        return str(page.evaluate(SAID))

    one, two = (f"?standard={standard.id}" for standard in framework.standards[:2])
    titles = page.locator(".pack-kept a")
    assert save(one, "Team meeting") == "“Team meeting” is saved on this device."
    assert save(two, "Team meeting").endswith("This one is saved on this device as “Team meeting (2)”.")
    assert titles.all_inner_texts() == ["Team meeting (2)", "Team meeting"]
    assert "It replaced the saved pack" in save(one, "Team meeting")
    note = page.get_by_label("A note under the title")
    for words, told in (("On Monday", "It replaced"), ("On Tuesday", "It replaced"), ("", "It replaced"), ("On Monday", "It replaced")):
        note.fill(words)
        page.get_by_role("button", name="Save on this device").click()
        assert told in page.evaluate(SAID), "who saved a note may change it"
    assert "(2)" not in page.evaluate(SAID)
    go(page, one)
    page.get_by_label("Title of the pack").fill("Team meeting")
    note.fill("On Friday")
    page.get_by_role("button", name="Save on this device").click()
    assert page.evaluate(SAID).endswith("as “Team meeting (3)”."), "a note saved at another time is not lost"
    page.locator(".pack-kept").get_by_role("button", name="Delete Team meeting (3)", exact=True).click()
    assert titles.all_inner_texts() == ["Team meeting", "Team meeting (2)"]
    page.locator(".pack-kept").get_by_role("button", name="Delete Team meeting", exact=True).click()
    second = page.context.new_page()
    go(second, two)
    second.get_by_label("Title of the pack").fill("From another tab")
    second.get_by_role("button", name="Save on this device").click()
    page.get_by_role("button", name="Undo").click()
    assert sorted(titles.all_inner_texts()) == ["From another tab", "Team meeting", "Team meeting (2)"]
    full = json.dumps([{"name": f"Pack {number}", "remark": "", "choice": one[1:]} for number in range(50)])
    page.evaluate("kept => localStorage.setItem(`${document.documentElement.dataset.site}:packs`, kept)", full)
    assert save(one, "One too many").startswith("This pack is not saved. This device has 50 saved packs")
    assert page.evaluate(PACKS) == full
    cut = full[:200]
    page.evaluate("kept => localStorage.setItem(`${document.documentElement.dataset.site}:packs`, kept)", cut)
    go(page, one)
    assert "could not be read" in page.locator(".pack-make").inner_text()
    save(one, "After damage")
    assert titles.all_inner_texts() == ["After damage"]
    assert cut in page.evaluate("Object.values(localStorage)")


def test_a_title_and_note_outlive_ticking_the_way_back_and_a_reload(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    def written() -> list[str]:
        return [page.get_by_label(label).input_value() for label in ("Title of the pack", "A note under the title")]

    one, _, role = chosen(framework)
    go(page, f"?standard={one.id}")
    page.get_by_label("Title of the pack").fill("My visit")
    page.get_by_label("A note under the title").fill("Ward 4")
    page.get_by_role("checkbox", name=framework.roles[1].title, exact=True).check()
    until(page, f"location.search.includes('role={role}')")
    for way in (page.reload, page.go_back, page.reload):
        way()
        until(page, f"{SAID} !== ''")
        assert written() == ["My visit", "Ward 4"]
    page.get_by_role("button", name="Clear all").click()
    assert written()[1] == ""
    page.go_back()
    until(page, "document.querySelector('[data-pack-remark]').value === 'Ward 4'")
    assert written() == ["My visit", "Ward 4"]


def test_an_address_of_several_unknown_ids_names_them_all_and_is_tidied(page: Page, framework: Framework, go: Callable[..., None]) -> None:
    missing = f"{framework.standards[3].id}-p999"
    go(page, f"?standard=nope&role=xx&action={missing}")
    for words in ("standard “nope”", "role “xx”", missing):
        assert words in page.evaluate(SAID)
    assert urlsplit(page.url).query == ""


def test_where_the_device_is_full_a_pack_says_that_it_is_not_saved_and_can_be_taken_along(
    page: Page, framework: Framework, go: Callable[..., None], tmp_path: Path
) -> None:
    go(page, f"?stage={framework.spine.stages[1].id}&role={framework.roles[1].id}&kind=statements")
    page.get_by_label("Title of the pack").fill("Kept before")
    page.get_by_role("button", name="Save on this device").click()
    before = page.evaluate("Object.entries(localStorage).filter(([name]) => name.endsWith('packs'))")
    page.evaluate(FILL)
    page.get_by_label("Title of the pack").fill("Too much")
    page.get_by_role("button", name="Save on this device").click()
    assert "We could not save this pack." in page.evaluate(SAID)
    assert page.evaluate("Object.entries(localStorage).filter(([name]) => name.endsWith('packs'))") == before, "what was kept stays"
    with page.expect_download() as download:
        page.locator("[data-pack-file]").click()
    download.value.save_as(tmp_path / "pack.html")
    assert "Too much" in (tmp_path / "pack.html").read_text(encoding="utf-8")


def test_no_words_of_a_reader_are_in_the_name_or_the_title_of_a_file(page: Page, framework: Framework, go: Callable[..., None], tmp_path: Path) -> None:
    case = framework.situations[0]
    go(page, f"?situation={case.id}&role={framework.roles[1].id}&kind=statements")
    page.get_by_label("Title of the pack").fill("For Mairi on Tuesday")
    for button, ending in (("Word file", "docx"), ("Download as one HTML file", "html")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        name = download.value.suggested_filename
        assert re.fullmatch(rf"pack-{framework.roles[1].id}-\d{{4}}-\d\d-\d\d\.{ending}", name), "nor the situation, which others would see too"
        download.value.save_as(tmp_path / name)
        assert name in page.evaluate(SAID)
    file = next(tmp_path.glob("*.html")).read_text("utf-8")
    assert "Mairi" not in file.split("</title>", 1)[0]
    assert "For Mairi on Tuesday" in file, "the title stands in the pack itself"


def test_a_pack_comes_as_a_word_file_too(page: Page, framework: Framework, go: Callable[..., None], tmp_path: Path) -> None:
    go(page, f"?standard={framework.standards[3].id}&role={framework.roles[1].id}&kind=statements&kind=self-check")
    with page.expect_download() as download:
        page.get_by_role("button", name="Word file").click()
    download.value.save_as(tmp_path / "pack.docx")
    with zipfile.ZipFile(tmp_path / "pack.docx") as word:
        text = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", word.read("word/document.xml").decode()))
        address = word.read("word/document.xml").decode().split(f"/standards/{framework.standards[3].id}/<", 1)[0].rsplit("<w:p>", 1)[-1]
        assert "<w:keepNext" in address, "the address under the name of a standard stays with what follows"
    for action in framework.standards[3].actions_of(framework.roles[1].id):
        assert action.text in html.unescape(text)


def test_the_word_file_of_a_pack_has_the_easy_read_pictures_and_the_code_to_scan(
    page: Page, framework: Framework, go: Callable[..., None], tmp_path: Path
) -> None:
    go(page, f"?standard={framework.standards[3].id}&role={framework.roles[1].id}&kind=easy-read")
    shown = page.locator("[data-pack-standards] img").count()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word file").click()
    download.value.save_as(tmp_path / "pack.docx")
    with zipfile.ZipFile(tmp_path / "pack.docx") as word:
        document = word.read("word/document.xml").decode()
        pictures = [word.read(name) for name in word.namelist() if name.startswith("word/media/")]
    assert shown > 5
    assert document.count("<w:drawing>") == shown
    assert "QR code that opens the easy-read page." in document, "each says what it shows"
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 500 for picture in pictures)
    assert page.locator("[data-pack-said]").inner_text().startswith("The file ")


def test_a_visits_pack_takes_five_taps_on_a_phone_for_any_stage_and_role(browser: Browser, served: str, framework: Framework) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(f"{served}/")
        page.get_by_role("button", name="Menu").click()
        page.get_by_role("link", name="Stages of support", exact=True).first.click()
        page.get_by_role("main").get_by_role("link", name=framework.spine.stages[1].title).first.click()
        page.get_by_role("link", name=f"For {framework.roles[1].title.lower()}", exact=True).click()
        until(page, f"{SAID}.includes('1 stage') && {SAID}.includes('1 role')")
        page.evaluate("window.print = () => { window.printed = true; }")
        page.get_by_role("button", name="Print", exact=True).click()  # the fifth tap
        assert page.evaluate("printed")
        take = page.get_by_role("button", name="Print or save as PDF").bounding_box()
        assert take is not None
        assert take["y"] < 2 * PHONE["height"], "the pack and its buttons come before the long form"
        assert page.get_by_role("checkbox", name=framework.roles[1].title, exact=True).is_hidden()
