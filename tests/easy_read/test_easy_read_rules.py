"""The easy-read rules: text that breaks a rule is reported with file, line, rule and a better wording, and text that keeps it is not."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS, build_site, parse_html, run_command
from pdfs import Paper
from sds.booklets import path_of
from sds.build import Site, build
from sds.checks import check, diagnostics
from sds.checks.families import EASY_READ
from sds.easy_read.check import problems
from sds.easy_read.english import bases, lix, sentences, words
from sds.easy_read.fingerprint import fingerprint, outdated
from sds.easy_read.manual_rules import MANUAL_RULES
from sds.easy_read.statements import checked_together
from sds.easy_read.text import of_page
from sds.html.renderer import Renderer
from sds.model.framework import Framework
from sds.model.links import links_of
from sds.pages.easy import easy_pages
from sds.problem import Problem, report
from sds.reading.load import Loaded, load

TODAY = datetime.date(2025, 6, 15)
PAGES, PICTURES, TERMS = "content/easy-read/pages.yaml", "content/easy-read/pictures.yaml", "content/glossary.yaml"
WORDS = ROOT / "content/easy-read/words"

TOPIC = """\
pages:
  - kind: topics
    id: my-bed
    title: Your place to grow
    blocks:
      - picture: plant
        words:
          - You can ask for a place to grow.
      - picture: hand
        words:
          - You can ask who helps you.
          - You choose a friend.
"""
FIRST, SECOND, TITLE = "          - You can ask for a place to grow.\n", "          - You choose a friend.\n", "    title: Your place to grow\n"

DRAWN = """\
palette: {ground: "#ffffff", ink: "#000000"}
pictures:
  - {id: plant, meaning: growing, alt: A green shoot in a pot., use: Where a page is about growing., scene: [{part: dot, x: "1", y: "1", size: "9"}]}
  - {id: hand, meaning: help, alt: A hand holds a spade., use: Where someone helps., scene: [{part: dot, x: "1", y: "1", size: "9"}]}
rights: {creator: Ada, licence: free for all, source: made for the garden}
"""


@pytest.fixture
def project(small: Path) -> Path:
    """The small framework with an easy-read page that keeps all rules, two pictures, and the real word lists."""
    folder = small / "content/easy-read"
    (folder / "parts").mkdir(parents=True)
    (folder / "parts/dot.svg").write_text('<svg viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="ink"/></svg>', "utf-8")
    shutil.copytree(WORDS, folder / "words")
    (small / PAGES).write_text(TOPIC, "utf-8")
    (small / PICTURES).write_text(DRAWN, "utf-8")
    return small


def change(project: Path, file: str, find: str, replace: str) -> None:
    text = (project / file).read_text("utf-8")
    assert text.count(find) == 1, f"{text.count(find)} places in {file} hold {find!r}"
    (project / file).write_text(text.replace(find, replace), "utf-8")


def found(project: Path, today: datetime.date = TODAY) -> list[Problem]:
    loaded = load(project)
    assert loaded.framework is not None
    assert loaded.problems == ()
    ids = {rule.id for rule in EASY_READ}
    return [problem for problem in diagnostics(loaded, today) if problem.rule in ids]


def family(problem: Problem) -> str:
    """The part of a rule's id that related rules share: ``ER35`` for ``ER35.2``."""
    return problem.rule.partition(".")[0]


def line(project: Path, words: str, file: str = PAGES) -> int:
    """The number of the first line of a file that contains ``words``."""
    return next(number for number, text in enumerate((project / file).read_text("utf-8").splitlines(), start=1) if words in text)


def test_the_page_that_the_tests_change_keeps_every_rule(project: Path) -> None:
    assert found(project) == []
    assert report(check(load(project))) == ""


# --- each rule: broken and kept ---


@dataclass(frozen=True)
class Case:
    """Text that breaks a rule, what the message must say, and text that keeps the rule. Both replace ``find``."""

    number: str
    level: str
    breaks: str
    wrong: str
    better: str
    keeps: str
    find: str = FIRST
    line: int = 0
    """The line that the message names; 0 for the last line of the text that breaks the rule."""


def item(text: str) -> str:
    return f'          - "{text}"\n'


LONG = "You can ask the warden for a place to grow in the sun near the gate."
CASES = [
    Case(
        "ER01",
        "error",
        item(LONG),
        "has 16 words",
        "Write 2 sentences, each of 15 words or fewer",
        item("You can ask for a place in the sun there."),
    ),
    Case(
        "ER01",
        "warning",
        item("You can ask for a place in the sun that is just there."),
        "has 13 words",
        'split it before "that"',
        item("You can ask for a place in the sun there."),
    ),
    Case("ER02", "error", item("Ask, look, dig, and grow."), "has 3 commas", "one sentence for each idea", item("Ask and look. Dig and grow.")),
    Case(
        "ER02",
        "warning",
        item("You ask because you want to grow but wait."),
        '"because", "but" join',
        "one sentence for each idea",
        item("You ask because you want to grow."),
    ),
    Case(
        "ER03",
        "error",
        item("Ask.") + item("Look.") + item("Dig.") + item("Grow it."),
        "has 4 sentences",
        "Write 3 at the most, or 2 blocks",
        item("Ask.") + item("Look.") + item("Dig and grow."),
    ),
    Case(
        "ER04",
        "error",
        "      - picture: plantt\n",
        'There is no picture "plantt"',
        'Did you mean "plant"?',
        "      - picture: plant\n",
        "      - picture: plant\n",
    ),
    Case(
        "ER04",
        "warning",
        "      - picture: plant\n",
        'Block 1 of this page has the picture "plant" too',
        "join the 2 blocks",
        "      - picture: hand\n",
        "      - picture: hand\n",
        9,
    ),
    Case(
        "ER06",
        "error",
        item("A hand holds a spade."),
        'The words for the picture "hand" are a sentence',
        "what the picture shows",
        item("You hold a spade."),
        SECOND,
        9,
    ),
    Case("ER11", "error", item("You can NOW ask for it."), '"NOW" is in capitals', 'Write "now"', item("You can now ask for it.")),
    Case("ER11", "error", item("You can _now_ ask for it."), "would be in italics", 'Write "now"', item("You can now ask for it.")),
    Case("ER12", "warning", "    title: What you can do to get a place to grow\n", "has 10 words", "8 words or fewer", TITLE, TITLE),
    Case("ER12", "warning", "    title: Your Place to grow\n", '"Place" has a capital', 'Write "place"', TITLE, TITLE),
    Case("ER13", "error", item("You can ask for two beds."), '"two" is a number in words', 'Write "2"', item("You can ask for 2 beds.")),
    Case("ER13", "error", item("You can wait one week."), '"one week"', 'Write "1 week"', item("Choose the one you want. No one minds.")),
    Case("ER13", "error", item("This is part IV."), '"IV" is a number in Roman figures', "in figures", item("This is part 4.")),
    Case("ER14", "warning", item("25% of the beds are yours."), '"25%" is a hard amount', "1 in 4", item("1 in 4 of the beds is yours.")),
    Case("ER14", "warning", item("It costs 12,000 pounds."), '"12,000" is a big number', "about how much", item("Ask again in 2021. Phone 0345 600 9527.")),
    Case("ER15", "error", item("Come on 04/05/26 for a look."), '"04/05/26" is a date', "Monday 4 May 2026", item("Come on Monday 4 May 2021.")),
    Case("ER15", "error", item("Come at 14:00 for a look."), '"14:00" is a time', '"2pm"', item("Come at 2pm for a look.")),
    Case("ER16", "error", item("You can ask for a place"), "has no full stop", "a full stop or a question mark", item("Can you ask for a place?")),
    Case(
        "ER16",
        "error",
        item("Ask for a place (in the sun)."),
        '"(" and ")" stand in this sentence',
        "2 sentences",
        item("Ask for a place. It can be in the sun."),
    ),
    Case("ER16", "error", item("Ask for tools, e.g. a spade."), '"e.g." is a short form', '"for example"', item("Ask for tools. A spade is an example.")),
    Case("ER16", "error", item("Say what a \u201cplace\u201d is."), "stand in this sentence", "Leave them out", item("Say what a place is.")),
    Case("ER16", "error", item("Ask for a place; dig it."), '";" stands in this sentence', "2 sentences", item("Don't wait: ask for a place.")),
    Case("ER17", "error", item("You can utilise a spade."), '"utilise" is a hard word', "Write easier words: use", item("You can use a spade.")),
    Case(
        "ER17", "warning", item("You can ask for mycorrhiza."), '"mycorrhiza" is not on the list', "easier word", item("You can ask for planting and helpers.")
    ),
    Case(
        "ER18",
        "error",
        item("You can ask for a **spadix**."),
        '"spadix" is bold and not in the word bank',
        "content/glossary.yaml",
        item("You can ask for a **water butt**. It is a big pot for rain."),
    ),
    Case(
        "ER18",
        "warning",
        item("You can ask for a **water butt**."),
        '"water butt" is not explained',
        "A big pot for rain.",
        item("You can ask for a **water butt**. It is a big pot for rain."),
    ),
    Case(
        "ER19",
        "error",
        item("You can ask for a **water butt."),
        "do not come in pairs",
        "2 stars before the word and 2 after it",
        item("You can ask for a **water butt**. It is a big pot for rain."),
    ),
    Case("ER19", "warning", item("**You can ask for it now.**"), "is bold", "Delete the stars", item("You can ask for it now.")),
    Case(
        "ER20",
        "error",
        item("Ask the XQT for a place."),
        '"XQT" are initials that are not in the word bank',
        "Write the whole name",
        item("Ask on the TV for a place."),
    ),
    Case("ER21", "warning", item("The practitioner helps you."), '"practitioner" has another word here', "Write: worker", item("The worker helps you.")),
    Case(
        "ER22",
        "warning",
        item("You are helped to dig."),
        '"are helped" may hide who does it',
        "Start with the person",
        item("You may be worried. A friend helps you. This is called help."),
    ),
    Case("ER23", "warning", item("You should be able to ask."), "should be able to", 'Write "can"', item("You can ask.")),
    Case(
        "ER24",
        "warning",
        item("You will dig and you would rest.") + item("You will grow it."),
        "3 times",
        "as if it happens now",
        item("You dig and rest. You will grow it."),
    ),
    Case(
        "ER25",
        "error",
        item("Do not come without a spade."),
        '"not" and "without" are in one sentence',
        "Say what to do",
        item("Bring a spade. You can say no, with or without a reason."),
    ),
    Case("ER26", "warning", item("Start your journey now."), '"journey" does not mean', "the steps", item("Start now.")),
    Case(
        "ER27",
        "warning",
        item("They help you dig."),
        'starts with "They"',
        "Name the person",
        item("It helps to know who can help."),
        item("You can ask who helps you.").replace('"', ""),
    ),
    Case("ER28", "error", item("* a spade"), 'starts with "*"', "a whole sentence", item("Bring a spade.")),
    Case(
        "ER29", "error", item("Look at www.beds.example now."), '"www.beds.example" is a web address', "who can give the address", item("Ask for the address.")
    ),
    Case(
        "ER36",
        "error",
        '    checked: {by: The Monday group, when: "2025-06-16"}\n' + TITLE,
        "is in the future",
        "the day of the check",
        '    checked: {by: The Monday group, when: "2025-06-15"}\n' + TITLE,
        TITLE,
        4,
    ),
    Case(
        "ER36",
        "warning",
        '    checked: {by: The Monday group, when: "2023-06-15"}\n' + TITLE,
        "more than 24 months ago",
        "check the page again",
        '    checked: {by: The Monday group, when: "2023-06-16"}\n' + TITLE,
        TITLE,
        4,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number} {case.wrong}")
def test_words_that_break_a_rule_are_told_with_the_better_form(project: Path, case: Case) -> None:
    change(project, PAGES, case.find, case.breaks)
    here = [breach for breach in found(project) if family(breach) == case.number]
    assert len(here) == 1, [str(breach) for breach in found(project)]
    problem = here[0]
    expected = case.line or line(project, case.breaks.splitlines()[-1])
    assert (problem.path, problem.line, here[0].level) == (PAGES, expected, case.level)
    assert problem.wrong.startswith(f"{case.number}: ")
    assert case.wrong in problem.wrong
    assert case.better in problem.instead


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number} {case.wrong}")
def test_words_that_keep_a_rule_are_left_alone(project: Path, case: Case) -> None:
    change(project, PAGES, case.find, case.keeps)
    assert [str(breach) for breach in found(project) if family(breach) == case.number] == []


def many(blocks: int, sentence: str = "You can ask {}.") -> str:
    return "".join(f"      - picture: plant\n        words:\n          - {sentence.format(number)}\n" for number in range(blocks))


@pytest.mark.parametrize(
    ("number", "level", "blocks", "wrong"),
    [
        ("ER30", "warning", many(11), "13 blocks"),
        ("ER30", "error", many(19), "21 blocks and statements"),
        (
            "ER30",
            "warning",
            many(10, "You can ask for it now, and then again later, at any time.\n          - You can ask for it now, and then again later, at any time."),
            "12 blocks with",
        ),
        ("ER33", "warning", many(10, "You can complain together tomorrow if you want it now."), "The LIX of this page is 3"),
        ("ER33", "error", many(10, "Together everyone welcomes planting vegetables tomorrow morning and evening."), "The LIX of this page is"),
    ],
)
def test_a_page_that_is_too_long_or_too_hard_is_told(project: Path, number: str, level: str, blocks: str, wrong: str) -> None:
    change(project, PAGES, "    blocks:\n", "    blocks:\n" + blocks)
    here = [breach for breach in found(project) if family(breach) == number]
    assert [(breach.level, breach.line) for breach in here] == [(level, line(project, "blocks:"))], [str(one) for one in here]
    assert wrong in here[0].wrong


def test_a_page_that_speaks_to_nobody_is_told(project: Path) -> None:
    text = (project / PAGES).read_text("utf-8")
    (project / PAGES).write_text(re.sub(r"\bYou\b|\byou\b", "people", text), "utf-8")
    assert [breach.wrong for breach in found(project) if family(breach) == "ER23"] == ["ER23: This page never says you."]


@pytest.mark.parametrize("bold", ["water butt", "Water butts", "patch", "patches"])
def test_a_bold_word_that_the_checker_knows_is_explained_on_the_page_and_in_print(project: Path, tmp_path: Path, bold: str) -> None:
    change(project, PAGES, FIRST, item(f"You can have a **{bold}**. It is a place or a big pot."))
    assert [family(breach) for breach in found(project) if breach.level == "error"] == []
    id, easy = ("butt", "A big pot for rain.") if "butt" in bold else ("bed", "A place where plants grow.")
    (project / "overrides").symlink_to(ROOT / "overrides")
    site = build(project, SETTINGS)
    assert isinstance(site, Site)
    page = parse_html(str(site.files["easy-read/topics/my-bed/index.html"]))
    assert [(one.text, one.attrs["href"].partition("#")[2]) for one in page.walk() if one.has_class("term")] == [(bold, id)]
    meaning = page.id(f"meaning-{id}")
    assert meaning is not None
    assert meaning.text == easy
    banked = parse_html(str(site.files["easy-read/words/index.html"])).id(id)
    assert banked is not None
    assert [heading.text for heading in banked.all("dt")] == [bold[:1].upper() + bold[1:]]  # the word bank has the word as it is on the page
    booklet = site.files[path_of("easy read", "topics", "my-bed")]
    assert isinstance(booklet, bytes)
    (tmp_path / "booklet.pdf").write_bytes(booklet)
    assert "It is a place or a big pot." in " ".join(" ".join(Paper(tmp_path / "booklet.pdf").pages).split())  # the block itself explains the word (rule ER18)


@pytest.mark.usefixtures("water")
def test_a_hard_word_in_a_statement_is_explained_under_it_in_print(project: Path, tmp_path: Path) -> None:
    lines = "    lines:\n      - {action: water-g1, picture: hand, text: Ask for a **water butt**.}\n"
    change(project, PAGES, "          - You can have water.\n", f"          - You can have water.\n{lines}")
    (project / "overrides").symlink_to(ROOT / "overrides")
    site = build(project, SETTINGS)
    assert isinstance(site, Site)
    booklet = site.files[path_of("easy read", "standards", "water")]
    assert isinstance(booklet, bytes)
    (tmp_path / "booklet.pdf").write_bytes(booklet)
    assert "Ask for a water butt. Water butt A big pot for rain." in " ".join(Paper(tmp_path / "booklet.pdf").text.split()).replace("butt .", "butt.")


def test_a_page_has_three_hard_words_at_the_most(project: Path) -> None:
    terms = "".join(f"  - {{id: tool-{name}, term: {name} fork, meaning: A fork., easy: A fork., also_called: [], source: ours}}\n" for name in "abcd")
    change(project, TERMS, "terms:\n", "terms:\n" + terms)
    change(project, PAGES, FIRST, "".join(f"          - This is called **{name} fork**.\n" for name in "abc"))
    assert found(project) == []
    change(project, PAGES, SECOND, SECOND + "          - This is called **d fork**.\n")
    assert [(family(breach), breach.line) for breach in found(project)] == [("ER18", line(project, "d fork"))]


def test_a_hard_word_is_bold_where_a_page_first_uses_it(project: Path) -> None:
    other = TOPIC.replace("pages:\n", "").replace("my-bed", "my-rain").replace("a place to grow.", "rain.\n          - A **water butt** is a big pot for rain.")
    change(project, PAGES, TOPIC, TOPIC + other)
    assert found(project) == []
    change(project, PAGES, FIRST, "          - You can ask for a water butt.\n")
    here = found(project)
    assert [(family(breach), breach.level, breach.line) for breach in here] == [("ER18", "warning", line(project, "for a water butt"))]
    assert "Write **water butt**" in here[0].instead


def test_initials_in_the_word_bank_come_after_their_name(project: Path) -> None:
    change(project, TERMS, "    also_called: []\n", "    also_called: [WB]\n")
    change(project, PAGES, FIRST, "          - You can ask for a WB.\n")
    assert [(family(breach), breach.level, breach.instead) for breach in found(project)] == [("ER20", "warning", 'Write "Water butt".')]
    change(project, PAGES, "          - You can ask for a WB.\n", "          - You can ask for a water butt. Say WB.\n")
    assert found(project) == []


def test_the_easy_meaning_of_a_word_is_held_to_the_rules_too(project: Path) -> None:
    change(project, TERMS, "    easy: A big pot for rain.\n", "    easy: A receptacle (for rain).\n")
    here = found(project)
    assert {(breach.path, breach.line) for breach in here} == {(TERMS, line(project, "receptacle", TERMS))}
    assert {family(breach) for breach in here} == {"ER16", "ER17"}


# --- the easy-read page and its full page ---

TWIN = """\
  - kind: standards
    id: water
    title: Water for your place
    blocks:
      - picture: plant
        words:
          - You can have water.
  - kind: standards
    id: paths
    title: Ways to your place
    blocks:
      - picture: plant
        words:
          - You can get to it.
    lines:
      - {action: paths-g1, picture: hand, text: You can ask for help.}
"""


def test_a_page_of_a_record_that_does_not_exist_is_told(project: Path) -> None:
    change(project, PAGES, "pages:\n", "pages:\n" + TWIN.replace("id: water", "id: watr"))
    here = [(breach.level, breach.line, breach.wrong, breach.instead) for breach in found(project) if breach.level == "error"]
    assert here == [("error", line(project, "watr"), 'ER35: "watr" is not the id of one of the standards.', 'Did you mean "water"?')]


def test_a_line_names_a_statement_of_its_standard_that_is_in_force(project: Path) -> None:
    change(project, PAGES, "pages:\n", "pages:\n" + TWIN)
    assert [breach for breach in found(project) if breach.level == "error"] == []
    change(project, PAGES, "action: paths-g1", "action: water-g1")
    assert [breach.wrong for breach in found(project) if breach.level == "error"] == ['ER35: "water-g1" is not a statement of "paths".']


def test_a_block_leads_to_a_resource_that_exists(project: Path) -> None:
    change(project, PAGES, "      - picture: plant\n", "      - picture: plant\n        resource: tap-mapp\n")
    assert [str(breach) for breach in found(project)] == [
        f'{PAGES}:{line(project, "tap-mapp")}: ER35: "tap-mapp" is not the id of a resource. Did you mean "tap-map"?'
    ]
    change(project, PAGES, "resource: tap-mapp\n", "resource: tap-map\n")
    assert found(project) == []
    (project / "content/resources.yaml").write_text("resources: [\n", "utf-8")
    assert {problem.path for problem in check(load(project))} == {"content/resources.yaml"}, "what cannot be read is told alone"


def test_a_statement_has_one_line_and_a_line_has_a_statement_of_a_role_that_reads_easy_read(project: Path) -> None:
    change(project, "standards.yaml", "    begins_with: [You can, Ask]\n", '    begins_with: [You can, Ask]\n    easy_first: "yes"\n')
    again = "      - {action: %s, picture: plant, text: You can ask who helps you.}\n"
    change(project, PAGES, "pages:\n", "pages:\n" + TWIN + again % "paths-w1")
    change(project, PAGES, "          - You can have water.\n", f"          - You can have water.\n    lines:\n{again % 'water-g1' * 2}")
    assert [str(breach) for breach in found(project) if breach.level == "error"] == [
        f'{PAGES}:{line(project, "water-g1") + 1}: ER35: The statement "water-g1" has a line above this one already. '
        "Name the statement that these words are about. Without a line: water-g2.",
        f'{PAGES}:{line(project, "paths-w1")}: ER35: "paths-w1" is a statement for another role, "wardens". Delete this line.',
    ]


FORM = [
    (
        "a picture that is not named",
        "      - picture: hand\n",
        "      - picture:\n",
        PAGES,
        'In "picture" of item 2 of "blocks": This field is empty. Write picture: "..."',
    ),
    (
        "a comma in words without quotes",
        "      - {action: paths-g1, picture: hand, text: You can ask for help.}",
        "      - {action: paths-g1, picture: hand, text: You can ask for help, not only for hours, each day.}",
        PAGES,
        'A comma ends the words of "text" there. Write - {action: paths-g1, picture: hand, text: "You can ask for help, not only for hours, each day."}',
    ),
    (
        "a comma in the words for a picture",
        "alt: A hand holds a spade.",
        "alt: A hand, in a glove, holds a spade.",
        PICTURES,
        'A comma ends the words of "alt" there. Write - {id: hand, meaning: help, alt: "A hand, in a glove, holds a spade.", use: ',
    ),
    (
        "too many words for a picture",
        "alt: A hand holds a spade.",
        f"alt: A hand holds a spade{' and a spade' * 10}.",
        PICTURES,
        "These words have 141 characters; the maximum is 125. Say only what is seen and matters.",
    ),
]


@pytest.mark.parametrize(("find", "write", "file", "told"), [row[1:] for row in FORM], ids=[row[0] for row in FORM])
def test_a_slip_in_the_form_of_easy_read_is_told_in_plain_words(project: Path, find: str, write: str, file: str, told: str) -> None:
    change(project, PAGES, "pages:\n", "pages:\n" + TWIN)
    text = (project / file).read_text("utf-8")
    (project / file).write_text(text.replace(find, write, 1), "utf-8")
    said = list(map(str, check(load(project))))
    assert len(said) == 1, said
    assert said[0].startswith(f"{file}:{text[: text.index(find)].count(chr(10)) + 1}: ")
    assert told in said[0]


def test_lists_of_words_that_are_gone_are_missed(project: Path) -> None:
    (project / "content/easy-read/words/words-to-avoid.yaml").unlink()
    assert report(check(load(project))).splitlines()[0] == (
        "content/easy-read/words/words-to-avoid.yaml:1: This file is missing. Restore it from an earlier version."
    )


def test_a_record_without_a_twin_and_a_statement_without_easy_words_are_told(project: Path) -> None:
    change(project, "standards.yaml", "    begins_with: [You can, Ask]\n", '    begins_with: [You can, Ask]\n    easy_first: "yes"\n')
    change(project, PAGES, "pages:\n", "pages:\n" + TWIN.split("  - kind: standards\n    id: paths")[0])
    here = {(breach.level, breach.path, breach.wrong) for breach in found(project)}
    assert ("error", "standards.yaml", 'ER35: "paths" has no page in easy read.') in here
    assert ("warning", PAGES, 'ER35: The statement "water-g2" has no easy words.') in here


def checked(project: Path, words_from: str | None) -> None:
    """Records in the easy-read page of the standard "water" that people checked it."""
    given = f'    words_from: "{words_from}"\n' if words_from else ""
    change(
        project,
        PAGES,
        "    title: Water for your place\n",
        f'    title: Water for your place\n    checked: {{by: the Monday group, when: "2025-05-01"}}\n{given}',
    )


@pytest.fixture
def water(project: Path) -> str:
    """Adds the easy-read page of the standard "water" to the project. Returns the fingerprint of the standard's words."""
    change(project, PAGES, "pages:\n", "pages:\n" + TWIN)
    framework = load(project).framework
    assert framework is not None
    return fingerprint(framework, "standards", "water")


def of_water(project: Path) -> list[Problem]:
    """The problems of the easy-read page of "water", which comes before that of "paths"."""
    end = line(project, "id: paths")
    return [breach for breach in found(project) if breach.path == PAGES and breach.line < end - 1]


def easy_water(project: Path) -> str:
    """The text of the easy-read page of "water", including its foot."""
    return parse_html(build_site(project)["easy-read/standards/water/index.html"]).one("body").text


def test_a_checked_page_says_who_and_when(project: Path, water: str) -> None:
    assert re.fullmatch("[0-9a-f]{12}", water)
    assert "Draft: not yet checked by people who use easy read." in easy_water(project)
    checked(project, water)
    assert "Checked by the Monday group on 1 May 2025." in easy_water(project)
    assert "has changed" not in easy_water(project)
    assert of_water(project) == []


@pytest.mark.usefixtures("water")
def test_all_lines_together_are_a_draft_until_each_page_of_them_is_checked_and_in_step(project: Path) -> None:
    change(project, "standards.yaml", "    begins_with: [You can, Ask]\n", '    begins_with: [You can, Ask]\n    easy_first: "yes"\n')
    change(
        project,
        PAGES,
        "          - You can have water.\n",
        "          - You can have water.\n    lines:\n      - {action: water-g1, picture: hand, text: Ask for water.}\n",
    )
    growers = "  - kind: roles\n    id: growers\n    title: You grow\n    blocks:\n      - {picture: plant, words: [You can grow.]}\n"
    (project / PAGES).write_text((project / PAGES).read_text("utf-8") + growers, "utf-8")

    def state() -> str:
        framework = load(project).framework
        assert framework is not None
        page = checked_together(framework, framework.roles[0])
        return f"{page.id}: {'draft' if page.checked is None else 'changed since' if outdated(framework, page) else 'checked'}"

    framework = load(project).framework
    assert framework is not None
    checked(project, fingerprint(framework, "standards", "water"))
    assert state() == "paths: draft"
    change(
        project,
        PAGES,
        "    title: Ways to your place\n",
        f'    title: Ways to your place\n    checked: {{by: the Monday group, when: "2025-05-01"}}\n    words_from: "{"0" * 12}"\n',
    )
    assert state() == "paths: changed since"
    change(project, PAGES, "0" * 12, fingerprint(framework, "standards", "paths"))
    assert state().endswith(": checked")


def test_a_page_whose_full_page_changed_after_the_check_is_out_of_step(project: Path, water: str) -> None:
    checked(project, water)
    change(project, "content/standards/water.yaml", "A child can fill a can and carry it.", "A child can fill a can.")
    here = of_water(project)
    assert [(family(breach), breach.level, breach.line) for breach in here] == [("ER35", "warning", line(project, "words_from"))]
    framework = load(project).framework
    assert framework is not None
    now = fingerprint(framework, "standards", "water")
    assert now != water
    assert f'words_from: "{now}"' in here[0].instead
    assert "Checked by the Monday group on 1 May 2025. The full page has changed since then." in easy_water(project)


@pytest.mark.parametrize(
    ("file", "find", "replace"),
    [
        ("content/standards/water.yaml", "      evidence: [E01-02]\n", "      evidence: [E01-01, E01-02]\n"),
        (
            "content/standards/water.yaml",
            "  - There is clean water near each bed, all summer.\n",
            "  - >-\n    There is clean water\n    near each bed, all summer.\n",
        ),
        ("content/standards/paths.yaml", "limits: No garden on a hill was seen.\n", "limits: No garden was seen.\n"),
    ],
    ids=["its evidence", "line ends", "another page"],
)
def test_what_is_not_the_words_of_its_full_page_leaves_a_page_in_step(project: Path, water: str, file: str, find: str, replace: str) -> None:
    checked(project, water)
    change(project, file, find, replace)
    assert of_water(project) == []


def test_what_an_option_is_compared_by_is_among_the_words_of_its_page(project: Path) -> None:
    """The person who has the money is in a field whose name the framework chooses."""

    def now() -> str:
        framework = load(project).framework
        assert framework is not None
        return fingerprint(framework, "options", "option-1")

    before = now()
    change(project, "standards.yaml", "      holds: You\n", "      holds: The parish\n")
    assert now() != before


def test_a_check_that_names_no_words_is_told_which_to_name(project: Path, water: str) -> None:
    checked(project, None)
    here = [(family(breach), breach.level, breach.line, breach.instead) for breach in of_water(project)]
    assert here == [("ER36", "warning", line(project, "checked:"), f'Add the line words_from: "{water}"')]


def test_a_draft_names_the_words_it_was_written_from_and_is_told_when_they_change(project: Path, water: str) -> None:
    title = line(project, "Water for your place")
    here = [(family(breach), breach.level, breach.line, breach.instead) for breach in of_water(project)]
    assert here == [("ER35", "warning", title, f'Read both, then add the line words_from: "{water}"')]
    change(project, PAGES, "    title: Water for your place\n", f'    title: Water for your place\n    words_from: "{water}"\n')
    assert of_water(project) == []
    change(project, "content/standards/water.yaml", "A child can fill a can and carry it.", "A child can fill a can.")
    assert [(family(breach), breach.level, breach.line) for breach in of_water(project)] == [("ER35", "warning", title + 1)]
    assert "Read both again and fix what is different" in of_water(project)[0].instead


# --- errors stop a build, warnings do not ---


def test_all_that_is_wrong_is_told_at_once_with_file_line_rule_and_better_form(project: Path) -> None:
    change(project, PAGES, "      - picture: hand\n        words:\n", "      - words:\n")
    change(project, PAGES, "      - picture: plant\n", "      - picture: plannt\n")
    change(project, PAGES, SECOND, item(LONG) + item("Ask the XQT."))
    said = report(check(load(project))).splitlines()
    assert said[:-1] == [
        f'{PAGES}:{line(project, "plannt")}: ER04: There is no picture "plannt". Did you mean "plant"?',
        f'{PAGES}:{line(project, "- words:")}: ER04: This block has no picture. Add the line picture: and the id of a picture, as in "picture: ask".',
        f"{PAGES}:{line(project, LONG)}: ER01: This sentence has 16 words: {LONG} Write 2 sentences, each of 15 words or fewer.",
        f'{PAGES}:{line(project, "XQT")}: ER20: "XQT" are initials that are not in the word bank. '
        "Write the whole name, or add it to content/glossary.yaml: also_called: [XQT].",
    ]
    assert said[-1].startswith("4 problems to fix in 1 file.")


def test_warnings_stop_nothing_and_are_counted_in_one_line(project: Path) -> None:
    change(project, PAGES, FIRST, "          - You can ask for mycorrhiza.\n")
    (project / "overrides").symlink_to(ROOT / "overrides")
    site = build(project, SETTINGS)
    assert isinstance(site, Site), "\n".join(map(str, site))
    assert site.notes == ("1 warning (it does not stop the build). To see it: python3 run.py check",)


def test_a_missing_picture_never_breaks_the_page(project: Path) -> None:
    change(project, PAGES, "      - picture: plant\n", "      - picture: plannt\n")
    change(project, PAGES, "      - picture: hand\n        words:\n", "      - words:\n")
    loaded = load(project)
    framework = loaded.framework
    assert framework is not None
    assert [problem.wrong[:4] for problem in check(loaded)] == ["ER04", "ER04"]
    renderer = Renderer(ROOT / "overrides", framework, links_of(framework), SETTINGS, (), {})
    page = next(page for page in easy_pages(framework, loaded.where) if page.url.endswith("/my-bed/"))
    seen = parse_html(renderer.page(page)).one("main")
    assert not seen.all("img")
    for sentence in ("You can ask for a place to grow.", "You can ask who helps you.", "You choose a friend."):
        assert sentence in seen.text


def test_while_no_picture_is_drawn_none_is_missed(project: Path) -> None:
    (project / PICTURES).unlink()
    assert found(project) == []


def command(project: Path) -> subprocess.CompletedProcess[str]:
    """Runs ``python3 run.py easy-read``."""
    return run_command(project, "easy-read")


def test_the_command_lists_every_warning_and_the_figures(project: Path) -> None:
    change(project, PAGES, FIRST, "          - You can ask for mycorrhiza.\n")
    done = command(project)
    assert done.returncode == 0, done.stderr
    assert "Pages: 1, with 2 blocks and 0 statements. Not yet checked by people: 1." in done.stdout
    assert "Words in a sentence: 5 (median), 6 (most)." in done.stdout
    assert "ER17 Words people know: 0 errors, 1 warning" in done.stdout
    assert f'warning: {PAGES}:{line(project, "mycorrhiza")}: ER17: "mycorrhiza" is not on the list of common words.' in done.stdout


def test_the_command_fails_when_there_is_an_error(project: Path) -> None:
    change(project, PAGES, FIRST, "          - You can utilise a spade.\n")
    done = command(project)
    assert done.returncode == 1
    assert "ER17 Words people know: 1 error, 0 warnings" in done.stdout


# --- the published rules ---


def test_the_numbers_of_the_rules_have_no_gap() -> None:
    numbers = {rule.id.partition(".")[0] for rule in EASY_READ} | {rule.id for rule in MANUAL_RULES}
    assert sorted(numbers) == [f"ER{number:02}" for number in range(1, 39)]


def test_editors_are_led_to_the_rules(pages: dict[str, object]) -> None:
    assert "/contribute/rules/" in pages
    assert "(~/contribute/rules/)" in (ROOT / "content/pages/contribute.md").read_text("utf-8")


# --- the word lists and counting words ---


def test_the_base_list_says_where_it_comes_from_and_is_all_there() -> None:
    lines = (WORDS / "common-words.txt").read_text("utf-8").splitlines()
    head = "\n".join(text for text in lines if text.startswith("#"))
    for said in ("dale-chall 2.0.1", "spache 2.0.1", "MIT", "https://github.com/words/dale-chall", "https://github.com/words/spache"):
        assert said in head
    listed = [text for text in lines if not text.startswith("#")]
    assert len(listed) == 2999
    assert listed == sorted(set(listed))


def test_each_group_of_added_words_says_why() -> None:
    groups = (WORDS / "known-words.txt").read_text("utf-8").strip().split("\n\n")
    assert len(groups) > 4
    for group in groups:
        assert group.startswith("# ")


def test_no_word_is_both_known_and_to_be_avoided(framework: Framework) -> None:
    avoid = framework.easy_words.avoid
    hard = {word for entry in avoid.never for word in entry.words if " " not in word}
    assert not hard & framework.easy_words.common


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("plans", "plan"),
        ("planning", "plan"),
        ("worries", "worry"),
        ("worried", "worry"),
        ("making", "make"),
        ("carer's", "carer"),
        ("carers\u2019", "carer"),
        ("wrote", "write"),
        ("easily", "easy"),
        ("biggest", "big"),
    ],
)
def test_a_word_counts_in_all_its_forms(word: str, base: str) -> None:
    assert base in bases(word)


def test_words_and_sentences_are_counted_as_readers_count_them() -> None:
    assert words("Phone 0345 600 9527 about self-directed support.") == ("Phone", "0345 600 9527", "about", "self-directed", "support")
    assert words("A **hard** word, isn't it?") == ("A", "hard", "word", "isn't", "it")
    assert sentences("Ask now. Who helps? You.") == ("Ask now.", "Who helps?", "You.")
    assert lix(["You can ask.", "Somebody answers."]) == pytest.approx(5 / 2 + 100 * 2 / 5)


# --- the real easy-read pages ---


def test_the_real_easy_read_has_no_errors_and_short_sentences(loaded: Loaded, framework: Framework) -> None:
    here = problems(framework, loaded.where, datetime.date.today())
    assert [str(breach) for breach in here if breach.level == "error"] == []
    texts = [of_page(page) for page in framework.easy_read]
    assert max(len(sentence.words) for text in texts for sentence in text.sentences) <= 15
    assert max(lix(sentence.plain for sentence in text.sentences) for text in texts) <= 35


def test_a_bold_word_without_a_meaning_is_told_by_one_rule(project: Path) -> None:
    change(project, PAGES, FIRST, item("You can ask for a **bergschrund**, or a mycorrhiza."))
    told = [(family(breach), breach.wrong.split('"')[1]) for breach in found(project)]
    assert [one for one in told if one[1] in {"bergschrund", "mycorrhiza"}] == [("ER17", "mycorrhiza"), ("ER18", "bergschrund")]
