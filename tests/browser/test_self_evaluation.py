"""Self-evaluation for those who do it: a team, a worker, and a person who uses support; files sent back and forth; and everything that can go wrong."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from browsing import PHONE, barriers, focus, opened, set_storage, until, until_here
from evaluations import Call, Json
from pdfs import Paper
from sds.model.framework import Framework
from sds.pages.self_evaluation import URL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

MODEL, WRITE = "self-evaluation/model.js", "self-evaluation/write-file.js"
MARKUP = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
NOW = "2026-11-01T10:00:00Z"
SHOWN = "document.querySelector('[data-screen-title]')"
REFUSE = """() => {
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, text) {
    if (name.includes('evaluation')) throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, name, text);
  };
}"""
TO = """async (hash) => {
  const shown = new Promise(done => addEventListener('screen', done, {once: true}));
  location.hash = hash;
  await shown;
}"""
BROKEN = """(word) => {
  const range = document.createRange(), walk = document.createTreeWalker(document.querySelector('.report'), NodeFilter.SHOW_TEXT);
  let broken = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const start = node.data.indexOf(word);
    if (start < 0 || !node.parentElement.checkVisibility()) continue;
    range.setStart(node, start); range.setEnd(node, start + word.length);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) broken += 1;
  }
  return broken;
}"""
"""How often a word of a report is broken over two lines."""
ADDRESS = "https://example.org/publications/" + "a-report-of-many-words/" * 6 + "?page=4#part-2"
SLOWEST = 300  # the most milliseconds of script time to open an evaluation of all standards


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser, accept_downloads=True) as page:
        yield page


@pytest.fixture
def at(served: str) -> Callable[..., None]:
    """A function that opens a screen of the tool, and waits until it is shown. ``kept`` are evaluations that are on the device already."""

    def at(page: Page, screen: str = "", kept: list[Json] | None = None) -> None:
        page.goto(f"{served}{URL}")
        set_storage(page, {f"evaluation-{one['id']}": json.dumps(one) for one in kept or []})
        page.goto(f"{served}{URL}#{screen}")
        page.reload()
        until(page, f"{SHOWN} !== null")

    return at


@pytest.fixture
def team(call: Call, index: Json, framework: Framework) -> Json:
    """A team's evaluation of the fourth standard, with one component rated."""
    chosen = {"id": "team0001", "now": NOW, "title": "Team north", "view": "leaders", "standards": [framework.standards[3].id]}
    made: Json = call(MODEL, "newEvaluation", index, chosen)
    made["items"][0] |= {"state": "rated", "rating": 4, "strengths": "We listen."}
    return made


def go(page: Page, link: str) -> None:
    """Follows a link of the tool, and waits for the next screen."""
    before = page.url
    page.get_by_role("link", name=link).first.click()
    until(page, f"location.href !== {before!r} && document.activeElement === {SHOWN}")


def saved(page: Page, button: str, folder: Path) -> Path:
    """The file that a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def begin(page: Page, sheet: str, view: str, standards: list[str]) -> None:
    page.get_by_role("radio", name=sheet).check()
    page.get_by_label("Whose view is it?").select_option(label=view)
    for standard in standards:
        page.get_by_label(standard, exact=True).check()
    page.get_by_role("button", name="Begin", exact=True).click()
    until(page, "document.querySelector('.task-list') !== null")


def choose(page: Page, *files: Path) -> None:
    page.set_input_files("input[type=file]", [*map(str, files)])
    until(page, "document.querySelector('.file, .people [role=status]') !== null")


# --- a whole evaluation ---


def test_a_leader_a_practitioner_and_a_person_fill_in_two_standards_and_are_put_side_by_side(
    page: Page, at: Callable[..., None], served: str, framework: Framework, tmp_path: Path
) -> None:
    sheets = {sheet.id: sheet for sheet in framework.spine.self_evaluation.sheets}  # type: ignore[union-attr]
    roles = {role.id: role.title for role in framework.roles}
    standards = [f"{one.number}. {one.short}" for one in (framework.standards[3], framework.standards[-1])]
    first = framework.standards[3].components[0]

    at(page, "new")
    begin(page, sheets["components"].title, roles["leaders"], standards)
    go(page, first.title)
    page.get_by_role("radio", name="6 Excellent").check()
    page.get_by_role("textbox", name="Strengths").fill(f"Records tell a story. {MARKUP}")
    page.get_by_role("button", name="Add evidence").click()
    page.get_by_role("textbox", name="What it shows").fill("We read 20 files.")
    page.get_by_role("button", name="Add an action").click()
    page.get_by_role("textbox", name="What will we do?").fill("Ask people what they read.")
    page.get_by_label("By when").fill("2020-02-01")
    until(page, "document.querySelector('[data-kept]').textContent.startsWith('Saved on this device')")
    leader = saved(page, "Save a file", tmp_path)
    assert re.fullmatch(r"self-evaluation-leaders-2-standards-\d{4}-\d\d-\d\d-\w{4}\.json", leader.name), "whose view, how much, the day, and a number"

    at(page, "new")
    begin(page, sheets["statements"].title, roles["practitioners"], standards)
    page.get_by_role("link", name=f"Standard {standards[0]}").click()
    until(page, "document.querySelector('.statement-sheet') !== null")
    for group in page.locator(".statement-sheet").all():
        group.get_by_role("radio", name="Not yet").check()
    sheet = page.locator(".statement-sheet").first
    sheet.get_by_role("textbox", name="Next step").fill("Read my records aloud.")
    sheet.get_by_role("textbox", name="Who does it").fill("Each worker")
    practitioner = saved(page, "Save a file", tmp_path)

    page.goto(f"{served}/easy-read/questions/{framework.standards[3].id}/")
    until(page, "!document.querySelector('[data-then]').hidden")
    page.locator(".question").first.get_by_role("radio", name="No", exact=True).check()
    page.locator(".question textarea").first.fill("They are too long.")
    person = saved(page, "Save a file", tmp_path)
    assert person.name.startswith(f"easy-read-answers-{framework.standards[3].id}-20")

    at(page)
    page.get_by_role("button", name="Delete all evaluations").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator(".evaluation-list li").count() == 2, "a key pressed twice deletes nothing"
    page.get_by_role("button", name="Delete all evaluations").click()
    page.get_by_role("button", name="Yes, delete all").click()
    until(page, "document.querySelector('[data-screen]').textContent.includes('Nothing is saved')")
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    assert page.evaluate("Object.keys(localStorage).filter(name => name.includes('evaluation'))") == []

    choose(page, leader, practitioner, person)
    page.get_by_role("button", name="Save all 3 on this device").click()
    assert page.evaluate("document.activeElement.textContent").startswith("Every file that could be saved"), "the focus stays at what was said"
    for box in page.locator(".several input").all():
        box.check()
    page.get_by_role("button", name="Compare side by side").click()
    until(page, "document.querySelector('.report') !== null")
    words = page.locator(".report").inner_text()
    assert words.index("Where views differ most") < words.index(first.title) < words.index("Where evidence is missing")
    assert "Some see a strength and some a weakness" in words
    assert "6, Excellent" in words
    assert "1\u00a0February\u00a02020 (overdue)" in words, "no day breaks at the end of a line"
    assert "1 person answered. No: 1" in words
    assert "Strengths: Records tell a story." in words, "what each view is built on stands beside the ratings"
    assert "They are too long." in words, "and so do people's own words"
    step = page.locator(".report tr", has_text="Read my records aloud.")
    assert "Each worker" in step.first.inner_text()

    page.get_by_role("button", name="Start a joint evaluation").click()
    until(page, "document.querySelector('.task-list') !== null")
    go(page, first.title)
    assert "6, Excellent" in page.locator(".views").inner_text()
    assert page.get_by_role("textbox", name="What it shows").first.input_value() == "We read 20 files."
    people_said = page.locator(".piece", has_text="What each person said")
    assert "1 person answered. No: 1." in people_said.inner_text()
    people_said.locator("summary").click()
    assert "“They are too long.”" in people_said.inner_text()
    assert page.locator(".picks input:checked").count() == 0, "nothing is rated before the team has agreed"
    assert page.title().startswith("Self-evaluation"), "no markup of a reader ran"


def rated(page: Page, scale: list[Json], kinds: list[str]) -> list[str]:
    """Fills in every part of the open evaluation, in every field of its screen. Returns a text that is in each of them."""
    texts = []
    parts = page.locator(".task").count()
    for place in range(parts):
        page.locator(".task").nth(place).click()
        until(page, "document.querySelector('.two') !== null")
        step = scale[place % len(scale)]
        page.get_by_role("radio", name=f"{step['number']} {step['name']}").check()
        texts.append(f"We keep what people say, {place}.")
        page.get_by_role("textbox", name="Why?").fill("We agreed it together.")
        page.get_by_role("textbox", name="Strengths").fill(texts[-1])
        page.get_by_role("textbox", name="What to improve").fill("Ask sooner.\nAsk more people.")
        page.get_by_role("checkbox", name="This is one of our priorities").set_checked(place == 0)
        page.get_by_role("button", name="Add evidence").click()
        page.get_by_label("Kind of evidence").select_option(label=kinds[place % len(kinds)])
        page.get_by_role("textbox", name="What it shows").fill(f"What we read, {place}.")
        page.get_by_role("textbox", name="Where to find it").fill(ADDRESS)
        page.get_by_label("Date").fill("2026-10-01")
        page.get_by_role("textbox", name="Who took part in this").fill("Three team leaders")
        page.get_by_role("button", name="Add an action").click()
        page.get_by_role("textbox", name="What will we do?").fill(f"Read files together, {place}.")
        page.get_by_role("textbox", name="Who does it").fill("Team manager")
        page.get_by_label("By when").fill("2027-01-31")
        page.get_by_role("textbox", name="How will we know").fill("People say so.")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        page.get_by_role("link", name="Overview").first.click()
        until(page, "document.querySelector('.task-list') !== null")
    assert f"{parts} of {parts} done" in page.locator(".progress").inner_text()
    return texts


@pytest.mark.long("fills in two whole standards three times over, by every field of every screen")
def test_two_whole_standards_are_filled_in_taken_away_deleted_brought_back_and_put_together_on_a_phone(
    page: Page, at: Callable[..., None], served: str, framework: Framework, index: Json, tmp_path: Path
) -> None:
    def sound() -> None:
        assert barriers(page) == []
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(PHONE)
        page.reload()
        until(page, f"{SHOWN} !== null")

    page.set_viewport_size(PHONE)
    sheets = {sheet.id: sheet.title for sheet in framework.spine.self_evaluation.sheets}  # type: ignore[union-attr]
    roles = {role.id: role.title for role in framework.roles}
    chosen = (framework.standards[3], framework.standards[-1])
    standards = [f"{one.number}. {one.short}" for one in chosen]

    at(page, "new")
    begin(page, sheets["components"], roles["leaders"], standards)
    texts = rated(page, index["scale"], [kind["title"] for kind in index["evidence_kinds"]])
    sound()
    leader = saved(page, "Save a file", tmp_path)

    at(page, "new")
    begin(page, sheets["statements"], roles["practitioners"], standards)
    answers = [one["title"] for one in index["statement_answers"]]
    for title in standards:
        page.get_by_role("link", name=f"Standard {title}").click()
        until(page, "document.querySelector('.statement-sheet') !== null")
        for place, sheet in enumerate(page.locator(".statement-sheet").all()):
            sheet.get_by_role("radio", name=answers[place % len(answers)]).check()
            sheet.get_by_role("textbox", name="Our evidence").fill("We have a copy.")
            sheet.get_by_role("textbox", name="Next step").fill(f"Read my records aloud, {place}.")
            sheet.get_by_role("textbox", name="Who does it").fill("Each worker")
            sheet.get_by_label("By when").fill("2027-02-28")
        sound()
        page.get_by_role("link", name="Overview").first.click()
        until(page, "document.querySelector('.task-list') !== null")
    said = page.locator(".progress").inner_text()
    assert re.match(r"(\d+) of \1 done", said), said
    practitioner = saved(page, "Save a file", tmp_path)

    for standard in chosen:
        page.goto(f"{served}/easy-read/questions/{standard.id}/")
        until(page, "!document.querySelector('[data-then]').hidden")
        for place, question in enumerate(page.locator(".question").all()):
            question.get_by_role("radio", name=index["question_answers"][place % 4]["title"], exact=True).check()
            question.get_by_role("textbox").fill(f"That is how it is for me, {place}.")
        asked = page.locator(".question").count()
        assert f"{asked} of {asked} answered on this page." in page.locator("[data-answers-said]").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    person = saved(page, "Save a file", tmp_path)

    at(page)
    page.get_by_role("button", name="Delete all evaluations").click()
    page.get_by_role("button", name="Yes, delete all").click()
    assert page.evaluate("Object.keys(localStorage).filter(name => name.includes('evaluation'))") == []
    earlier = json.loads(leader.read_text("utf-8"))
    earlier |= {"id": "lastyear", "title": "Last year", "updated": "2025-11-01T10:00:00Z"}
    for item in earlier["items"]:
        item["rating"] = 3
    last_year = tmp_path / "last-year.json"
    last_year.write_text(json.dumps(earlier), "utf-8")
    at(page)
    choose(page, leader, practitioner, person, last_year)
    page.get_by_role("button", name="Save all 4 on this device").click()
    kept = page.evaluate("Object.entries(localStorage).filter(([name]) => /evaluation-[^s]/.test(name)).map(([, text]) => JSON.parse(text))")
    for file in (leader, practitioner, person):
        taken = json.loads(file.read_text("utf-8"))
        assert taken in kept, f"nothing of {file.name} is lost or changed"

    for box in page.locator(".several input").all():
        box.set_checked("Last year" not in box.evaluate("box => box.closest('label').textContent"))
    page.get_by_role("button", name="Compare side by side").click()
    until(page, "document.querySelector('.report') !== null")
    words = page.locator(".report").inner_text()
    for text in (*texts, "That is how it is for me, 0.", "Read my records aloud, 0.", "Read files together, 11."):
        assert text in words
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    sound()
    page.pdf(path=tmp_path / "side.pdf", format="A4")
    assert all("".join(text.split()) in "".join(Paper(tmp_path / "side.pdf").text.split()) for text in texts)
    page.get_by_role("button", name="Start a joint evaluation").click()
    until(page, "document.querySelector('.task-list') !== null")
    assert f"0 of {len(texts)} done" in page.locator(".progress").inner_text(), "nothing is rated before all have agreed"

    at(page)
    own = json.loads(leader.read_text("utf-8"))["id"]
    for box in page.locator(".several input").all():
        box.set_checked(box.get_attribute("value") in (own, "lastyear"))
    page.get_by_role("button", name="What has changed over time").click()
    until(page, "document.querySelector('.report') !== null")
    words = page.locator(".report").inner_text()
    assert words.count("▲ Up") == words.count("▼ Down") + 2 == 6, (
        "two standards of six parts, rated from 6 to 1, and 3 before: 3 up, 1 the same, 2 down in each"
    )
    sound()

    at(page, f"e/{own}/report")
    sound()
    with zipfile.ZipFile(saved(page, "Word report", tmp_path)) as word:
        document = word.read("word/document.xml").decode()
    assert all(text in document for text in (*texts, "What we read, 11.", "Read files together, 11.", ADDRESS.replace("&", "&amp;")))
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    assert "".join(ADDRESS.split()) in "".join(Paper(tmp_path / "report.pdf").text.split())


def test_no_words_of_a_reader_are_in_the_name_of_a_file_or_the_title_or_address_of_a_screen(
    page: Page, at: Callable[..., None], team: Json, tmp_path: Path
) -> None:
    team |= {"title": "Mairi and Ewan", "view": "mairi-ewan", "took_part": "Mairi"}
    at(page, "e/team0001/report", [team])
    for button in ("Save a file", "Word report", "Excel file", "CSV file"):
        name = saved(page, button, tmp_path).name
        assert re.fullmatch(rf"self-evaluation-{team['standards'][0]}-\d{{4}}-\d\d-\d\d-team\.\w+", name), name
    with zipfile.ZipFile(next(tmp_path.glob("*.docx"))) as word:
        assert "Mairi" not in word.read("docProps/core.xml").decode()
    assert "mairi" not in f"{page.url} {page.title()}".lower()


def test_what_was_exported_and_opened_elsewhere_is_the_same(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    team["items"][0] |= {"x_later": {"kept": [1, None]}, "improve": "\u2028 \U0001f600 é\n\t“"}
    at(page, "e/team0001", [team])
    first = json.loads(saved(page, "Save a file", tmp_path).read_text("utf-8"))
    page.evaluate("localStorage.clear()")
    at(page)
    (tmp_path / "x.json").write_text(json.dumps(first), "utf-8")
    choose(page, tmp_path / "x.json")
    page.get_by_role("button", name="Save it on this device").click()
    go(page, "Team north")
    again = json.loads(saved(page, "Save a file", tmp_path).read_text("utf-8"))
    assert again == first
    assert again["items"][0]["x_later"] == {"kept": [1, None]}


def test_side_by_side_of_five_breaks_no_word_and_says_no_heading_twice(page: Page, at: Callable[..., None], index: Json, team: Json) -> None:
    five = []
    for n in range(5):
        items = [{**item, "state": "rated", "rating": (1, 6)[(place + n) % 2]} for place, item in enumerate(team["items"])]
        five.append({**team, "id": f"team000{n}", "title": f"Team {n}", "items": items})
    at(page, f"side/{','.join(one['id'] for one in five)}", five)
    worst = next(step["name"] for step in index["scale"] if step["number"] == 1)
    assert page.locator(".report td", has_text=worst).count() > len(five)
    assert page.evaluate(BROKEN, worst) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    captions = page.locator(".report caption").all()
    assert captions
    for caption in captions:
        above = caption.evaluate("one => one.closest('.table-box').previousElementSibling.textContent")
        assert (caption.inner_text().strip() == above) == (caption.locator(".vh").count() == 1)


def test_answers_of_people_become_evidence_and_are_counted_once(
    page: Page, at: Callable[..., None], call: Call, index: Json, team: Json, tmp_path: Path
) -> None:
    made = call(MODEL, "newEvaluation", index, {"id": "person01", "now": NOW, "sheet": "questions", "view": "supported-people", "standards": team["standards"]})
    made["items"][0]["answer"] = "sometimes"
    file = tmp_path / "answers.json"
    file.write_text(call(WRITE, "writeFile", made), "utf-8")
    at(page, "e/team0001", [team])
    choose(page, file)
    until(page, "document.querySelector('.people [role=status]').textContent.startsWith('1 answer from 1 person added')")
    choose(page, file)
    until(page, "document.querySelector('.people [role=status]').textContent === 'Nothing new. 1 answer is here already.'")
    go(page, "Report")
    people = page.locator("table", has_text="How many people gave each answer")
    assert people.locator("tbody tr td").all_inner_texts() == ["4, Good", "1", "0", "1", "0", "0"]


def test_a_cut_off_file_of_a_persons_answers_says_so_where_it_is_added(
    page: Page, at: Callable[..., None], call: Call, index: Json, team: Json, tmp_path: Path
) -> None:
    made = call(MODEL, "newEvaluation", index, {"id": "person01", "now": NOW, "sheet": "questions", "view": "supported-people", "standards": team["standards"]})
    for item in made["items"]:
        item["answer"] = "no"
    text = call(WRITE, "writeFile", made)
    file = tmp_path / "cut.json"
    file.write_text(text[: text.index(made["items"][2]["about"]) + 40], "utf-8")
    at(page, "e/team0001", [team])
    choose(page, file)
    people = page.locator(".people")
    assert "2 answers from 1 person added" in people.inner_text()
    assert "cut.json: The file is cut off or damaged." in people.inner_text()
    document = page.evaluate("document.querySelector('.takes-away').innerText")
    assert "CSV file" in document
    assert "Said “No”" in (csv := saved(page, "CSV file", tmp_path).read_text("utf-8-sig"))
    assert "person01" in csv, "what was just added is in the files that this screen makes"


def test_a_person_carries_on_with_the_answers_of_a_file_and_stays_one_person(
    page: Page, at: Callable[..., None], call: Call, index: Json, framework: Framework, tmp_path: Path
) -> None:
    two = [one.id for one in framework.standards[3:5]]
    chosen = {"id": "person01", "now": NOW, "title": "At home", "sheet": "questions", "view": "supported-people", "standards": two}
    made = call(MODEL, "newEvaluation", index, chosen)
    made["items"][0] |= {"answer": "no", "note": "They never show me."}
    at(page, "e/person01", [made])
    assert page.get_by_role("link", name="Actions by date").count() == 0, "answers have no actions"
    standard = f"Standard {framework.standards[3].number}."
    page.get_by_role("link", name=standard).click()
    page.wait_for_url("**/easy-read/questions/**")
    until(page, "!document.querySelector('[data-then]').hidden")
    assert page.locator(".question").first.get_by_role("radio", name="No", exact=True).is_checked()
    assert page.locator(".question textarea").first.input_value() == "They never show me."
    page.locator(".question").nth(1).get_by_role("radio", name="Yes", exact=True).check()
    again = json.loads(saved(page, "Save a file", tmp_path).read_text("utf-8"))
    assert (again["id"], again["title"], again["standards"]) == ("person01", "At home", two)
    assert [item["answer"] for item in again["items"]][:3] == ["no", "yes", ""]
    page.goto(page.url.split("/easy-read/")[0] + f"{URL}#e/person01")
    page.get_by_role("link", name=standard).click()
    assert "This tab has other answers" in page.locator("[role=alert]", has_text="other answers").inner_text(), "what was answered since is not thrown away"
    page.get_by_role("button", name="No, keep the other answers").click()
    page.get_by_role("link", name=standard).click()
    page.get_by_role("button", name="Yes, carry on with these").click()
    page.wait_for_url("**/easy-read/questions/**")
    until(page, "document.querySelector('[data-answers-said]').textContent.startsWith('1 of ')")


def test_a_period_that_ends_before_it_begins_is_refused_and_two_kinds_are_not_compared_over_time(
    page: Page, at: Callable[..., None], call: Call, index: Json, team: Json
) -> None:
    sheet = call(MODEL, "newEvaluation", index, {"id": "sheet001", "now": NOW, "sheet": "statements", "view": "leaders", "standards": team["standards"]})
    at(page, "e/team0001/about", [team, sheet])
    page.get_by_label("Period covered, from").fill("2027-01-01")
    page.get_by_label("to", exact=True).fill("2026-01-01")
    assert "ends before it begins" in page.get_by_role("alert").last.inner_text()
    go(page, "Overview")
    assert "1 January 2026" not in page.locator("[data-screen]").inner_text()
    page.evaluate(TO, "time/team0001,sheet001")
    assert "These two are of different types." in page.locator("[data-screen]").inner_text()


def test_evidence_and_actions_that_are_put_back_are_as_they_were_last_and_others_of_their_id_stay(page: Page, at: Callable[..., None], team: Json) -> None:
    piece = {"id": "unknown", "kind": "data", "note": "Old note", "on": "", "ref": ""}
    action = {"id": "unknown", "what": "Old action", "role": "", "by": "", "how_known": "", "status": "planned", "changed": ""}
    team["items"][0] |= {"evidence": [piece, {**piece, "note": "Another"}], "actions": [action, {**action, "what": "Another action"}]}
    at(page, f"e/team0001/c/{team['items'][0]['about']}", [team])
    for label, remove, words in (("What it shows", "Remove this evidence", "Another"), ("What will we do?", "Remove this action", "Another action")):
        page.get_by_label(label).first.fill("A long new finding of this morning")
        page.get_by_role("button", name=remove).first.click()
        assert [box.input_value() for box in page.get_by_label(label).all()] == [words]
        page.get_by_role("button", name="Put it back").click()
        assert [box.input_value() for box in page.get_by_label(label).all()] == ["A long new finding of this morning", words]
        first = page.locator("fieldset.piece").filter(has=page.get_by_label(label)).first
        assert first.evaluate("piece => piece.contains(document.activeElement)"), "whoever uses a keyboard goes on from where they were"


def test_two_dates_are_compared_and_what_is_gone_is_shown(page: Page, at: Callable[..., None], index: Json, team: Json) -> None:
    earlier = {**json.loads(json.dumps(team)), "id": "team0000", "updated": "2025-11-01T10:00:00Z"}
    earlier["items"][0]["rating"] = 2
    evidence = {"id": "e9", "kind": "data", "note": "12 of 20", "on": "", "ref": "Shared drive"}
    earlier["kept"] = [{**earlier["items"][0], "about": "gone-cc9", "strengths": "It was good.", "evidence": [evidence]}]
    at(page, "time/team0001,team0000", [team, earlier])
    words = page.locator(".report").inner_text()
    assert "▲ Up" in words
    assert words.index("2, Weak") < words.index("4, Good"), "the earlier one first, however they were chosen"
    assert index["own_view"] in words, "a board reads that nothing here is a grade"
    assert "gone-cc9: 2, Weak" in words
    assert "It was good." in words
    assert "12 of 20, Shared drive" in words, "what could not be matched is shown whole"


def test_an_address_that_changes_before_the_words_are_there_is_the_screen_that_opens(page: Page, served: str, team: Json) -> None:
    held: list[Route] = []
    page.goto(f"{served}{URL}")
    set_storage(page, {f"evaluation-{team['id']}": json.dumps(team)})
    page.route("**/self-evaluation/parts/index.json", lambda route: held.append(route))
    page.goto(f"{served}{URL}", wait_until="domcontentloaded")
    until_here(page, lambda: held)
    page.evaluate(f"location.hash = 'e/{team['id']}'")
    page.wait_for_timeout(100)
    held[0].continue_()
    until(page, f"{SHOWN}?.textContent.includes('Team north')")


def test_before_anything_is_deleted_the_page_says_what_would_be_lost(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    at(page, "e/team0001", [team, {**team, "id": "team0002", "title": "Team south"}])
    saved(page, "Save a file", tmp_path)
    go(page, "Your self-evaluations")
    page.get_by_role("button", name="Delete all evaluations").click()
    question = page.locator(".sure").last
    assert "Delete 2 evaluations" in question.inner_text()
    assert question.locator("li").all_inner_texts() == ["Team south"], "what is in no file is named"
    assert page.evaluate("document.activeElement.textContent") == "No, keep them"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Delete all evaluations on this device"
    go(page, "Team south")
    page.get_by_role("button", name="Delete this evaluation").focus()
    page.keyboard.press("Enter")
    assert "It is not saved as a file." in page.locator(".sure").inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("localStorage.length") >= 2
    assert page.get_by_role("button", name="Delete this evaluation").is_visible()


def test_what_was_deleted_comes_back_as_it_was_until_the_page_is_left(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    everything = "JSON.stringify(Object.entries(localStorage).filter(([name]) => name.includes('evaluation')).sort())"
    at(page, "e/team0001", [team, {**team, "id": "team0002", "title": "Team south"}])
    saved(page, "Save a file", tmp_path)
    set_storage(page, {"evaluation-odd": "{"})
    at(page)
    before = page.evaluate(everything)
    page.get_by_role("button", name="Delete all evaluations").click()
    assert "You can undo this until you leave or reload this page." in page.locator(".sure").last.inner_text()
    page.get_by_role("button", name="Yes, delete all").click()
    assert page.evaluate(everything) == "[]", "it is gone from the device at once"
    assert "3 evaluations are deleted from this device. You can undo this" in page.locator("[data-deleted]").inner_text()
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('.evaluation-list li').length === 2")
    assert page.evaluate(everything) == before, "letter by letter, the damaged one too, and when each was saved as a file"

    go(page, "Team south")
    page.get_by_role("button", name="Delete this evaluation").click()
    page.get_by_role("button", name="Yes, delete it").click()
    until(page, "document.querySelector('[data-deleted]') !== null")
    page.get_by_role("button", name="Undo").click()
    until(page, "document.querySelectorAll('.evaluation-list li').length === 2")

    page.get_by_role("button", name="Delete all evaluations").click()
    page.get_by_role("button", name="Yes, delete all").click()
    page.get_by_role("button", name="Delete them for good now").click()
    assert page.locator("[data-deleted]").count() == 0
    assert "Nothing is saved on this device yet." in page.locator("[data-screen]").inner_text()

    at(page, "", [team])
    page.get_by_role("button", name="Delete all evaluations").click()
    page.get_by_role("button", name="Yes, delete all").click()
    assert barriers(page) == []


def test_answers_in_easy_read_are_deleted_only_when_somebody_says_so(page: Page, served: str, framework: Framework) -> None:
    page.goto(f"{served}/easy-read/questions/{framework.standards[3].id}/")
    until(page, "!document.querySelector('[data-then]').hidden")
    no = page.locator(".question").first.get_by_role("radio", name="No", exact=True)
    no.check()
    delete = page.get_by_role("button", name="Delete all my answers")
    delete.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert no.is_checked(), "a press too many deletes nothing"
    delete.click()
    page.get_by_role("button", name="Delete them").click()
    assert not no.is_checked()
    assert "All your answers are deleted." in page.locator("[data-answers-said]").inner_text()


# --- saving and printing ---


def test_the_report_says_the_same_in_word_and_excel_and_csv(page: Page, at: Callable[..., None], index: Json, team: Json, tmp_path: Path) -> None:
    asked: list[str] = []
    team["items"][0]["strengths"] = "=1+1 & <b>"
    first = team["items"][0]
    first |= {"took_part": "Three team leaders", "priority": True, "improve": "Ask sooner.\n\nAsk more people."}
    first["evidence"] = [
        {"id": "e1", "kind": "records", "note": "Most of the files that we read show what was said about the choices. " * 3, "on": "", "ref": ""},
        {"id": "e2", "kind": "people", "note": "", "on": "", "ref": ""},
    ]
    first["actions"] = [{"id": "a1", "what": "Ask", "role": "", "by": "2020-02-01", "how_known": "", "status": "planned", "changed": ""}]
    at(page, "e/team0001/report", [team])
    shown = page.locator(".report").inner_text()
    assert "Three team leaders" in shown
    assert shown.index("Our priorities") < shown.index("Each component")
    assert "4, Good: 1, of " in shown, "the chart is said in words too"
    assert "save a file with the button" in page.locator(".takes-away").inner_text().lower()
    page.emulate_media(media="print")
    evidence = page.locator("table", has_text="What it shows").last.locator("thead th")
    broad = [box["width"] for cell in evidence.all() if (box := cell.bounding_box())]
    assert max(broad) == broad[2], "on paper too, the longest texts have the widest column"
    page.emulate_media(media="screen")
    people = next(one["title"] for one in index["evidence_kinds"] if one.get("from_people"))
    assert f"Rated without {people.lower()}" in shown, "a piece of evidence with nothing in it is none"
    page.on("request", lambda request: asked.append(request.url))
    assert not any("/docx." in url for url in asked)
    with zipfile.ZipFile(saved(page, "Word report", tmp_path)) as word:
        document = word.read("word/document.xml").decode()
        assert "=1+1 &amp; &lt;b&gt;" in document
        assert "Three team leaders" in document
        assert "4, Good: 1, of " in document
        assert re.search(r"Ask sooner\.</w:t></w:r><w:r><w:br/>", document), "a list in Word has the lines that the page has"
        table = document[document.index("What it shows") - 3000 :]
        widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', table)]
    assert max(widths[:5]) == widths[2], "the longest texts have the widest column"
    assert sum(widths[:5]) <= 9026
    assert any("/docx." in url for url in asked), "what makes Word files is fetched on the click"
    with zipfile.ZipFile(saved(page, "Excel file", tmp_path)) as excel:
        assert excel.testzip() is None
        sheet = excel.read("xl/worksheets/sheet1.xml").decode()
        assert 't="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt;</t>' in sheet
        assert "<f>" not in sheet
        assert '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' in sheet
        sheets = [excel.read(name).decode() for name in excel.namelist() if "/sheet" in name]
        assert any('<c r="A2" s="2"><v>43862</v></c><c r="B2" s="0" t="inlineStr"><is><t xml:space="preserve">Yes</t>' in one for one in sheets), (
            "the first of February 2020 is a day, and overdue"
        )
        second = excel.read("xl/worksheets/sheet2.xml").decode()
        height = re.search(r'<row r="2" ht="(\d+)" customHeight="1">', second)
        assert height, "all lines of a long text have room, in whatever program opens it"
        assert int(height[1]) >= 60
    assert '"\'=1+1 & <b>"' in saved(page, "CSV file", tmp_path).read_text("utf-8-sig")


def test_no_table_of_a_printed_report_begins_at_the_foot_of_a_page(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    for lines in range(4, 40, 4):  # at one of these lengths, the table of evidence reaches the end of a page
        team["items"][0] |= {"strengths": "One of many.\n" * lines}
        team["items"][1]["evidence"] = [{"id": f"e{n}", "kind": "records", "note": f"Piece {n}", "on": "", "ref": ""} for n in range(3)]
        at(page, "e/team0001/report", [team])
        page.pdf(path=tmp_path / "report.pdf", format="A4")
        for words in Paper(tmp_path / "report.pdf").pages:
            if "What it shows" in words:
                assert "Piece" in words, lines


def test_no_heading_of_a_printed_reflection_stands_alone_at_the_foot_of_a_page(
    page: Page, at: Callable[..., None], call: Call, index: Json, team: Json, tmp_path: Path
) -> None:
    chosen = {"id": "workers1", "now": NOW, "sheet": "statements", "view": "practitioners", "standards": team["standards"]}
    made: Json = call(MODEL, "newEvaluation", index, chosen)
    for place, item in enumerate(made["items"]):
        item |= {"answer": index["statement_answers"][place % 3]["id"], "next_step": "Read it aloud.", "by": "2027-02-01"}
    headings = {*(one["title"] for one in index["statement_answers"]), "What we will do next", "Actions by date", "What we looked at"}
    for words in range(0, 60, 6):  # at one of these lengths, each heading reaches the end of a page
        made["items"][0]["evidence"] = "Most of the files show it. " * words
        at(page, "e/workers1/report", [made])
        page.pdf(path=tmp_path / "report.pdf", format="A4")
        assert not [sheet for sheet in Paper(tmp_path / "report.pdf").pages if sheet.strip().splitlines()[-1].strip() in headings], words


def test_what_was_written_in_a_field_is_printed_whole(page: Page, at: Callable[..., None], call: Call, index: Json, team: Json, tmp_path: Path) -> None:
    def printed() -> str:
        page.pdf(path=tmp_path / "screen.pdf", format="A4")
        return re.sub(r"\s+", "", Paper(tmp_path / "screen.pdf").text)

    long = f"{'We read many files, and talked about each. ' * 20}The end."
    chosen = {"id": "workers1", "now": NOW, "sheet": "statements", "view": "practitioners", "standards": team["standards"]}
    made: Json = call(MODEL, "newEvaluation", index, chosen)
    made["items"][0] |= {"evidence": long, "by": "2027-02-01"}
    team["items"][0]["evidence"] = [{"id": "e1", "kind": "records", "note": long, "on": "2026-10-01", "ref": ADDRESS}]
    at(page, f"e/workers1/s/{team['standards'][0]}", [made, team])
    boxes = page.locator(".statement-sheet textarea")
    assert boxes.first.evaluate("box => box.scrollHeight <= box.clientHeight"), "on screen a box grows with what is typed"
    words = printed()
    assert re.sub(r"\s+", "", long) in words
    assert "1February2027" in words
    assert boxes.first.is_visible(), "and after that it is a box again"
    assert page.locator(".written").count() == 0
    at(page, f"e/team0001/c/{team['items'][0]['about']}")
    assert ADDRESS in printed(), "in a box of one line, too"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_long_address_leaves_room_for_the_words_beside_it(page: Page, at: Callable[..., None], team: Json, media: Literal["screen", "print"]) -> None:
    note = "Most of the files that we read show what was said about the choices, and when. " * 2
    team["items"][0]["evidence"] = [{"id": "e1", "kind": "people", "note": note, "on": "2026-10-01", "ref": ADDRESS}]
    for width in (1280, 768):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media=media)
        at(page, "e/team0001/report", [team])
        row = page.locator("table", has_text="What it shows").last.locator("tbody tr").first
        widths = [cell.evaluate("cell => cell.offsetWidth") for cell in row.locator("td").all()]
        assert widths[1] >= widths[3], widths
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_word_too_a_long_address_leaves_room_for_the_words_beside_it(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    note = "Most of the files that we read show what was said about the choices, and when. " * 2
    team["items"][0]["evidence"] = [{"id": "e1", "kind": "people", "note": note, "on": "2026-10-01", "ref": ADDRESS}]
    at(page, "e/team0001/report", [team])
    with zipfile.ZipFile(saved(page, "Word report", tmp_path)) as word:
        document = word.read("word/document.xml").decode()
    grid = document.rindex("<w:tblGrid>", 0, document.index("What it shows"))
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', document[grid : document.index("</w:tblGrid>", grid)])]
    assert widths[2] > widths[4], "what it shows has more room than where to find it"


def test_each_step_of_a_chart_has_a_pattern_of_its_own(page: Page, at: Callable[..., None], index: Json, team: Json) -> None:
    for place, item in enumerate(team["items"]):
        item |= {"state": "rated", "rating": 1 + place % len(index["scale"])}
    at(page, "e/team0001/report", [team])
    drawn = page.locator(".chart-key svg svg")
    looks = [one.evaluate("one => [...one.children].map(part => `${part.getAttribute('class')} ${part.getAttribute('d')}`).join()") for one in drawn.all()]
    assert len(looks) == len(set(looks)) == len(index["scale"])
    patterns = [one.locator("path").get_attribute("d") for one in drawn.all()[1:-1]]
    assert len(set(patterns)) == len(patterns), "all but the first and the last, which are full and empty, have strokes of their own"


def test_side_by_side_says_nothing_of_what_there_is_not_and_counts_one_as_one(page: Page, at: Callable[..., None], call: Call, index: Json, team: Json) -> None:
    chosen = {"id": "workers1", "now": NOW, "sheet": "statements", "view": "practitioners", "standards": team["standards"]}
    workers: Json = call(MODEL, "newEvaluation", index, chosen)
    for item in workers["items"]:
        item["answer"] = "not-yet"
    action = {"id": "a1", "what": "Ask", "role": "Manager", "by": "2027-01-31", "how_known": "", "status": "planned", "changed": NOW}
    team["items"][0]["actions"] = [action]
    others = [{**json.loads(json.dumps(team)), "id": f"team000{n}", "created": f"2026-0{n}-01T10:00:00Z"} for n in (2, 3)]
    at(page, "side/team0001,team0002,team0003,workers1", [team, *others, workers])
    actions = page.locator(".report table", has_text="By when")
    assert "In another file" not in actions.inner_text(), "where no file says something else, no column is for it"
    assert "B, C, D" in actions.inner_text(), "letters stand in their order"
    assert "Period covered" not in page.locator(".report").inner_text()
    words = page.locator(".report").inner_text()
    assert "(of 1 statement)" in words
    assert "(of 1 statements)" not in words


def test_two_peoples_answers_side_by_side_are_no_ratings_and_no_views_that_agree(
    page: Page, at: Callable[..., None], call: Call, index: Json, team: Json
) -> None:
    both = []
    for n, answer in enumerate(("yes", "no")):
        chosen = {"id": f"person0{n}", "now": NOW, "sheet": "questions", "view": "supported-people", "standards": team["standards"]}
        both.append(call(MODEL, "newEvaluation", index, chosen))
        for item in both[-1]["items"]:
            item["answer"] = answer
    at(page, "side/person00,person01", both)
    words = page.locator(".report").inner_text()
    assert "2 people answered. Yes: 1, No: 1" in words
    assert "Nothing is rated yet." in words
    assert "Every rating has evidence" not in words
    assert "No two views differ" not in words


def test_the_form_of_a_standard_prints_whole_and_clean(page: Page, served: str, framework: Framework, tmp_path: Path) -> None:
    standard = framework.standards[3]
    page.goto(f"{served}{URL}{standard.id}/")
    page.pdf(path=tmp_path / "form.pdf", format="A4")
    paper = Paper(tmp_path / "form.pdf")
    words = re.sub(r"\s+", " ", paper.text)
    for component in standard.components:
        assert component.title in words
        assert component.very_good in words
    for asked in ("What will we do next?", "Why?", "This is one of our priorities", "Status: planned, under way, done or dropped"):
        assert words.count(asked) == len(standard.components)
    assert "Print the form" not in words
    first = re.sub(r"\s+", " ", paper.pages[0])
    assert all(component.title in first for component in standard.components), "the page before those of the components is no half-empty one"


def test_the_form_of_every_standard_has_a_page_for_each_component_and_lines_that_a_hand_can_write_on(
    page: Page, served: str, framework: Framework, tmp_path: Path
) -> None:
    for standard in framework.standards:
        page.goto(f"{served}{URL}{standard.id}/")
        page.pdf(path=tmp_path / "form.pdf", format="A4")
        assert len(Paper(tmp_path / "form.pdf").pages) == len(standard.components) + 1, standard.id
    page.emulate_media(media="print")
    lines = page.locator(".check-component").first.locator(".check-line")
    least = 8 / 25.4 * 96  # 8 mm
    assert min(line.evaluate("line => line.getBoundingClientRect().height") for line in lines.all()) >= least
    for asked in ("Strengths", "What to improve"):
        assert page.locator(".check-written > div", has_text=asked).first.locator(".check-line").count() >= 3


# --- failures ---


def test_files_that_are_no_evaluation_are_refused_in_words_and_nothing_changes(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    at(page, "", [team])
    before = page.evaluate("JSON.stringify(localStorage)")
    foreign, empty, huge = tmp_path / "letter.json", tmp_path / "empty.json", tmp_path / "huge.json"
    foreign.write_text('{"hello": 1}', "utf-8")
    empty.write_text("", "utf-8")
    huge.write_bytes(b"[" * 50_000_000)
    choose(page, foreign, empty, huge)
    words = page.locator(".file").all_inner_texts()
    assert "not a file that this page saved" in words[0]
    assert "The file is empty" in words[1]
    assert "50 MB" in words[2]
    assert "smaller than 5 MB" in words[2]
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_a_file_cut_off_is_read_as_far_as_it_goes_and_says_so_before_it_is_kept(
    page: Page, at: Callable[..., None], call: Call, team: Json, tmp_path: Path
) -> None:
    text = call(WRITE, "writeFile", team)
    cut = tmp_path / "cut.json"
    cut.write_text(text[: text.index('"about"', text.index("We listen.")) + 30], "utf-8")
    at(page)
    choose(page, cut)
    assert "cut off or damaged" in page.locator(".file").inner_text()
    assert page.locator(".file").inner_text().count("Only part of “") == 1
    assert "is missing" not in page.locator(".file").inner_text(), "the cut is said once, in plain words"
    assert not page.evaluate("Object.keys(localStorage).some(name => name.includes('evaluation-'))")
    at(page, "", [team])
    choose(page, cut)
    assert "Both were last changed at the same time." in page.locator(".file").inner_text(), "nothing says that a part is newer than the whole"
    page.evaluate("localStorage.clear()")
    at(page)
    choose(page, cut)
    page.get_by_role("button", name="Save it on this device").click()
    go(page, "Team north")
    assert "4, Good" in page.locator(".task-list").inner_text()


def test_a_file_of_a_newer_version_is_for_reading_only(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps({**team, "schema_version": 3}), "utf-8")
    at(page)
    choose(page, newer)
    page.get_by_role("button", name="Open it to read").click()
    until(page, "document.querySelector('.task-list') !== null")
    assert "newer version" in page.locator("[data-warning]").inner_text()
    page.locator(".task").first.click()
    until(page, "document.querySelector('.two') !== null")
    assert page.get_by_role("textbox", name="Strengths").is_disabled()
    assert json.loads(saved(page, "Save a file", tmp_path).read_text("utf-8"))["schema_version"] == 3


def test_the_same_evaluation_again_asks_and_both_can_stay(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    other = json.loads(json.dumps(team))
    other["items"][0]["strengths"] = "Written elsewhere."
    file = tmp_path / "other.json"
    file.write_text(json.dumps({**other, "updated": "2026-11-20T10:00:00Z"}), "utf-8")
    at(page, "", [team])
    choose(page, file)
    assert "on this device already" in page.locator(".file").inner_text()
    page.get_by_role("button", name="Keep", exact=True).click()
    until(page, "document.querySelectorAll('.evaluation-list li').length === 2")
    kept = page.evaluate("Object.keys(localStorage).filter(name => /evaluation-[^s]/.test(name)).map(name => localStorage.getItem(name)).join()")
    assert "We listen." in kept
    assert "Written elsewhere." in kept


@pytest.mark.parametrize("way", ["all at once", "one by one", "another tab"])
def test_of_two_files_of_one_evaluation_the_second_asks_before_it_takes_the_place_of_the_first(
    page: Page, at: Callable[..., None], served: str, team: Json, tmp_path: Path, way: str
) -> None:
    newer, older = json.loads(json.dumps(team)), json.loads(json.dumps(team))
    newer |= {"updated": "2026-11-20T10:00:00Z", "revision": 9}
    newer["items"][0]["strengths"] = "New words"
    older["items"][0]["strengths"] = "Old words"
    files = [tmp_path / "new.json", tmp_path / "old.json"]
    for file, evaluation in zip(files, (newer, older), strict=True):
        file.write_text(json.dumps(evaluation), "utf-8")
    at(page)
    if way == "another tab":
        choose(page, files[1])
        other = page.context.new_page()
        other.goto(f"{served}{URL}")
        set_storage(other, {"evaluation-team0001": json.dumps(newer)})
        page.get_by_role("button", name="Save it on this device").click()
    else:
        choose(page, *files)
        if way == "all at once":
            page.get_by_role("button", name="Save both on this device").click()
            assert "One file holds another version" in page.locator("[aria-live]").inner_text()
        else:
            page.get_by_role("button", name="Save it on this device").first.click()
            until(page, "[...document.querySelectorAll('button')].filter(button => button.textContent === 'Save it on this device').length === 1")
            page.get_by_role("button", name="Save it on this device").click()
    until(page, "[...document.querySelectorAll('.file')].at(-1)?.innerText.includes('The one on this device is newer.')")
    kept = "Object.keys(localStorage).filter(name => /evaluation-[^s]/.test(name)).map(name => localStorage.getItem(name)).join()"
    assert ("New words" in page.evaluate(kept), "Old words" in page.evaluate(kept)) == (True, False)
    page.get_by_role("button", name="Keep", exact=True).click()
    until(page, "document.querySelectorAll('.evaluation-list li').length === 2")
    assert "New words" in page.evaluate(kept)
    assert "Old words" in page.evaluate(kept)


def test_what_the_browser_does_not_keep_stays_in_the_tab_and_can_be_saved(page: Page, at: Callable[..., None], team: Json, tmp_path: Path) -> None:
    at(page, f"e/team0001/c/{team['items'][0]['about']}", [team])
    page.evaluate(REFUSE)
    page.get_by_role("textbox", name="What to improve").fill("Not lost")
    until(page, "!document.querySelector('[data-warning]').hidden")
    assert "no room left" in page.locator("[data-warning]").inner_text()
    page.get_by_role("link", name="Overview").first.click()
    until(page, "document.querySelector('.task-list') !== null")
    go(page, "Your self-evaluations")
    assert "Only in this tab" in page.locator(".evaluation-list").inner_text()
    go(page, "Team north")
    assert json.loads(saved(page, "Save a file", tmp_path).read_text("utf-8"))["items"][0]["improve"] == "Not lost"


@pytest.mark.parametrize("way", ["a link", "the back button", "a reload", "closed", "put away"])
def test_what_was_typed_last_is_kept_when_the_page_is_left_at_once(page: Page, at: Callable[..., None], served: str, team: Json, way: str) -> None:
    at(page, f"e/team0001/c/{team['items'][0]['about']}", [team])
    page.evaluate("window.setTimeout = () => 0")  # disables the autosave that runs a moment after the last key press
    page.get_by_role("textbox", name="Strengths").press_sequentially("The last word")
    kept = "Object.entries(localStorage).find(([name]) => name.endsWith('evaluation-team0001'))[1]"
    assert "The last word" not in page.evaluate(kept), "it is leaving that keeps it"
    then = page
    if way == "a link":
        page.locator("nav.crumbs a, .crumbs a").first.click()
        page.wait_for_url(f"{served}/")
    elif way == "the back button":
        page.go_back()
    elif way == "a reload":
        page.reload()
    elif way == "closed":
        then = page.context.new_page()
        page.close(run_before_unload=True)
        then.goto(f"{served}/")
    else:
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # a phone fires this event before it may end the page
    assert json.loads(then.evaluate(kept))["items"][0]["strengths"].endswith("The last word")


def test_of_two_tabs_on_one_evaluation_the_older_says_so_and_loses_nothing(page: Page, at: Callable[..., None], team: Json) -> None:
    screen = f"e/team0001/c/{team['items'][0]['about']}"
    at(page, screen, [team])
    other = page.context.new_page()
    other.goto(page.url)
    until(other, f"{SHOWN} !== null")
    other.get_by_role("textbox", name="Strengths").fill("From the other tab")
    until(page, "!document.querySelector('[data-warning]').hidden")
    assert "changed in another tab" in page.locator("[data-warning]").inner_text()
    assert page.get_by_role("textbox", name="Strengths").is_disabled()
    page.get_by_role("button", name="Show the version from the other tab").click()
    until(page, "!document.querySelector('[data-screen] textarea').disabled")
    assert page.get_by_role("textbox", name="Strengths").input_value() == "From the other tab"
    other.close()


def test_what_the_device_keeps_damaged_stays_until_somebody_deletes_it(page: Page, at: Callable[..., None], served: str, call: Call, team: Json) -> None:
    text = call(WRITE, "writeFile", team)
    page.goto(f"{served}{URL}")
    set_storage(page, {"evaluation-team0001": text[: len(text) // 2], "evaluation-odd": "{"})
    at(page)
    assert page.locator(".damaged").count() == 2
    page.get_by_role("button", name="Save what could be read").click()
    until(page, "document.querySelector('.task-list') !== null")
    assert "4, Good" in page.locator(".task-list").inner_text()
    at(page)
    assert page.locator(".damaged").count() == 2


@pytest.mark.parametrize("junk", ["e/../../x", "side/a,b", "time/%", "e/team0001/c/none", "new/%3Cimg%20src=x%20onerror=alert(1)%3E", "x" * 3000])
def test_an_address_with_junk_shows_something_that_works(page: Page, at: Callable[..., None], team: Json, junk: str) -> None:
    at(page, junk, [team])
    assert page.locator("[data-screen] a, [data-screen] button").count() > 0
    assert page.locator("[data-screen] img").count() == 0


# --- accessibility ---


def test_a_part_is_rated_by_keyboard_alone_and_each_screen_takes_the_focus(page: Page, at: Callable[..., None], team: Json) -> None:
    page.set_viewport_size(PHONE)
    at(page, "e/team0001", [team])
    page.evaluate(f"{SHOWN}.focus()")

    def tab_to(words: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            here = focus(page)
            assert here["ring"], here
            if words in here["text"] or page.evaluate("words => document.activeElement.closest('label')?.textContent.includes(words) ?? false", words):
                return
        raise AssertionError(f"no way by keyboard to {words}")

    tab_to(page.locator(".task").nth(1).inner_text())
    page.keyboard.press("Enter")
    until(page, f"document.querySelector('.two') !== null && document.activeElement === {SHOWN}")
    tab_to("6 Excellent")
    page.keyboard.press("ArrowDown")
    until(page, "document.querySelector('.picks input:checked')?.value === '5'")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    tab_to("Add evidence")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.piece input[type=date]') !== null")
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'date'"):
            stops.append(focus(page)["ring"])
    assert len(stops) > 1, "day, month, year and the button of a date are stops of their own"
    assert all(stops), "the ring stays around a date until the focus leaves it"
    page.keyboard.press("Control+s")
    until(page, "document.querySelector('[data-kept]').textContent.includes('saved as a file today')")


def test_a_sheet_of_statements_a_file_and_two_dates_are_gone_through_by_keyboard_alone(
    page: Page, at: Callable[..., None], call: Call, index: Json, team: Json, tmp_path: Path
) -> None:
    """At a width of 320 pixels. The file dialog belongs to the system, so the test sets the chosen file directly."""
    file = tmp_path / "last-year.json"
    page.on("filechooser", lambda chooser: chooser.set_files(file))
    page.set_viewport_size(PHONE)

    def tab_to(words: str, most: int = 80) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            here = focus(page)
            assert here["ring"], here
            named = page.evaluate("(one => one.labels?.[0]?.textContent ?? '')(document.activeElement)")
            if words in here["text"] or words in named:
                assert here["left"] >= 0, here
                assert here["right"] <= PHONE["width"], here
                return
        raise AssertionError(f"no way by keyboard to {words}")

    chosen = {"id": "workers1", "now": NOW, "sheet": "statements", "view": "practitioners", "standards": team["standards"]}
    made: Json = call(MODEL, "newEvaluation", index, chosen)
    earlier = {**json.loads(json.dumps(team)), "id": "team0000", "title": "Last year", "updated": "2025-11-01T10:00:00Z"}
    file.write_text(json.dumps(earlier), "utf-8")

    at(page, f"e/workers1/s/{team['standards'][0]}", [made, team])
    page.evaluate(f"{SHOWN}.focus()")
    tab_to("In place")
    page.keyboard.press("ArrowDown")
    until(page, "document.querySelector('.picks input:checked')?.value === 'under-way'")
    tab_to("Our evidence")
    page.keyboard.type("We read ten files.")
    tab_to("Next step")
    page.keyboard.type("Read them aloud.")
    tab_to("By when")
    page.keyboard.type("02012027")
    tab_to("Overview", 200)
    page.keyboard.press("Enter")
    until(page, f"document.querySelector('.task-list') !== null && document.activeElement === {SHOWN}")
    kept = json.loads(page.evaluate("Object.entries(localStorage).find(([name]) => name.endsWith('evaluation-workers1'))[1]"))
    first = kept["items"][0]
    assert (first["answer"], first["evidence"], first["next_step"]) == ("under-way", "We read ten files.", "Read them aloud.")
    assert first["by"]

    at(page)
    page.evaluate(f"{SHOWN}.focus()")
    tab_to("Open a saved file")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.file') !== null")
    tab_to("Save it on this device")
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('.evaluation-list li').length === 3")

    leaders = next(role["title"] for role in index["roles"] if role["id"] == "leaders")
    for title in ("Team north", "Last year"):
        page.evaluate(f"{SHOWN}.focus()")
        tab_to(f"{title}{leaders}")  # the label of a checkbox: its title, and whose view it is
        page.keyboard.press("Space")
    tab_to("What has changed over time")
    page.keyboard.press("Enter")
    until(page, f"document.querySelector('.report') !== null && document.activeElement === {SHOWN}")
    assert "Then and now" in page.locator(".report").inner_text()


@pytest.mark.parametrize(
    "screen",
    [
        "",
        "new",
        "e/team0001",
        "e/team0001/about",
        "e/team0001/c/",
        "e/team0001/report",
        "e/team0001/actions",
        "side/team0001,team0002",
        "time/team0001,team0002",
        "e/workers1",
        "e/workers1/s/{}",
        "e/workers1/report",
    ],
)
def test_no_screen_has_a_barrier(page: Page, at: Callable[..., None], call: Call, index: Json, team: Json, screen: str) -> None:
    chosen = {"id": "workers1", "now": NOW, "sheet": "statements", "view": "practitioners", "standards": team["standards"]}
    workers: Json = call(MODEL, "newEvaluation", index, chosen)
    full = json.loads(json.dumps(team))
    full["items"][0] |= {
        "evidence": [{"id": "e1", "kind": "people", "note": "x" * 90, "on": "", "ref": "", "answers": {"yes": 3}}],
        "actions": [{"id": "a1", "what": "Ask", "role": "Manager", "by": "2020-01-31", "how_known": "", "status": "planned", "changed": ""}],
    }
    about = full["items"][0]["about"] if screen.endswith("/c/") else ""
    at(page, screen.format(team["standards"][0]) + about, [full, {**team, "id": "team0002"}, workers])
    assert barriers(page) == []


@pytest.mark.parametrize("path", ["/easy-read/questions/", "/easy-read/questions/{}/", "/self-evaluation/{}/"])
def test_neither_questions_nor_the_form_have_a_barrier(page: Page, served: str, framework: Framework, path: str) -> None:
    page.goto(served + path.format(framework.standards[3].id))
    assert barriers(page) == []


def test_nothing_leaves_the_device_and_no_rule_of_the_page_is_broken(page: Page, at: Callable[..., None], served: str, team: Json) -> None:
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    at(page, f"e/team0001/c/{team['items'][0]['about']}", [team])
    page.get_by_role("textbox", name="Strengths").fill("A secret of ours")
    until(page, "document.querySelector('[data-kept]').textContent.startsWith('Saved on this device,')")
    go(page, "Overview")
    go(page, "Report")
    assert {one.split()[0] for one in asked} == {"GET"}
    assert all(one.split()[1].startswith(served) for one in asked)
    assert told == []


def test_an_evaluation_of_all_standards_opens_quickly(page: Page, at: Callable[..., None], call: Call, index: Json, tell: Callable[[str], None]) -> None:
    made = call(MODEL, "newEvaluation", index, {"id": "all00001", "now": NOW, "standards": [one["id"] for one in index["standards"]]})
    for item in made["items"]:
        item |= {"state": "rated", "rating": 4, "strengths": "x" * 600, "improve": "y" * 600, "reason": "z" * 200}
        item["evidence"] = [{"id": f"e{n}", "kind": "records", "note": "n" * 300, "on": "2026-10-01", "ref": "folder"} for n in range(4)]
        item["actions"] = [
            {"id": f"a{n}", "what": "w" * 200, "role": "Manager", "by": "2027-01-31", "how_known": "k" * 100, "status": "planned", "changed": NOW}
            for n in range(3)
        ]
    at(page, "", [made])
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})  # processor time of the page's main thread, whatever else runs

    def worked() -> float:
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["TaskDuration"]) * 1000

    times = []
    for _ in range(3):
        page.evaluate(TO, "new")
        before = worked()
        page.evaluate(TO, "e/all00001")
        times.append(worked() - before)
    took = min(times)
    assert page.locator(".task").count() == len(made["items"])
    size = len(json.dumps(made)) // 1000
    tell(f"an evaluation of all {len(index['standards'])} standards, {size} KB, opened with {took:.0f} ms of work, script and layout together")
    assert 0 < took < SLOWEST


def test_without_scripts_there_is_the_form_and_the_scale(browser: Browser, served: str) -> None:
    with opened(browser, java_script_enabled=False, viewport=PHONE) as page:
        page.goto(f"{served}{URL}")
        assert page.get_by_role("link", name="form to print").is_visible()
        assert page.get_by_text("Unsatisfactory").first.is_visible()
        assert not page.get_by_text("Start a self-evaluation").count()
