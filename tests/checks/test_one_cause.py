"""A slip that several rules could tell is told once, where it was made, and what would only follow from it is not told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import edit, with_theme
from sds.checks.provisions import provisions_are_used
from sds.commands.check import all_problems
from sds.paths import EXCEPTIONS
from sds.problem import Problem, replaced
from sds.project import EarlierRun

SPINE, WATER, PATHS, GLOSSARY = "standards.yaml", "content/standards/water.yaml", "content/standards/paths.yaml", "content/glossary.yaml"
DRY_TAP, PICTURES, EASY, PAGES = "content/situations/dry-tap.yaml", "content/easy-read/pictures.yaml", "content/easy-read/pages.yaml", "content/pages"
CONTACTS = "content/contacts.yaml"
CAN = "content/easy-read/parts/can.svg"


@pytest.fixture
def garden(small_easy_read: Path) -> Path:
    """The small framework with all that an editor may write, the real settings and templates, and nothing to put right."""
    edit(small_easy_read, EASY, '    checked: {by: the reading group, when: "2025-03-01"}\n', "")
    return with_theme(small_easy_read)


def errors(project: Path) -> list[Problem]:
    return [problem for problem in all_problems(project, EarlierRun(project)) if problem.level == "error"]


def renamed(old: str, new: str) -> Callable[[Path], object]:
    return lambda project: (project / old).rename(project / new)


def written(path: str, text: str | bytes) -> Callable[[Path], object]:
    return lambda project: (project / path).write_bytes(text.encode() if isinstance(text, str) else text)


def changed(path: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda project: edit(project, path, old, new)


def copied(project: Path) -> None:
    shutil.copy(project / WATER, project / "content/standards/ponds.yaml")
    edit(project, "content/standards/ponds.yaml", "id: water\n", "id: ponds\n")


def without_place(project: Path) -> None:
    file = project / PAGES / "contribute.md"
    file.write_text(file.read_text("utf-8").replace(" {#suggest}", ""), "utf-8")


def visitors(project: Path) -> None:
    text = (project / SPINE).read_text("utf-8")
    role = text[text.index("  - id: wardens\n") : text.index("roles_note:")]
    other = role.replace("wardens", "visitors").replace("Wardens", "Visitors").replace("code: w", "code: v").replace("I look after", "I come to see")
    edit(project, SPINE, role, role + other)


def misspelt_part(project: Path) -> None:
    file = project / PICTURES
    file.write_text(file.read_text("utf-8").replace("part: dot", "part: doot", 1), "utf-8")


def not_excepted(project: Path) -> None:
    """A provision that nothing names, and an exception for it whose id is wrong."""
    example = provisions_are_used.example
    edit(project, example.file, example.mended, example.broken)
    told = "exceptions:\n  - rule: provisions-are-used\n    record: provisions/bylaw-s70\n    reason: It is new.\n"
    (project / EXCEPTIONS).write_text(told, "utf-8")


SLIPS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a file of the framework with another ending": (renamed(GLOSSARY, "content/glossary.YML"), "content/glossary.YML", f"Name it {GLOSSARY}"),
    "a file of the framework with a capital": (renamed("content/law.yaml", "content/Law.yaml"), "content/Law.yaml", "Name it content/law.yaml"),
    "the main file with another ending": (renamed(SPINE, "standards.yml"), "standards.yml", f"Name it {SPINE}"),
    "a standard's file copied under a new name": (copied, "content/standards/ponds.yaml", f"Add it to {SPINE}, or delete this file."),
    "a field with a name like the one that is missing": (changed(DRY_TAP, "you_can_ask:", "can_ask_you:"), DRY_TAP, 'Did you mean "you_can_ask"?'),
    "a statement pasted with its id": (
        changed(PATHS, "    - id: paths-w2\n", "    - id: paths-w1\n"),
        PATHS,
        "Give this record an id of its own. Write id: new to be told which is free.",
    ),
    "a role that no standard has": (
        visitors,
        SPINE,
        "",
    ),
    "two lists of one name": (changed(WATER, "  wardens:\n", "  growers:\n"), WATER, "Write its own name here, or move what is below it to the first."),
    "an email address with a comma": (
        changed("content/contacts.yaml", "value: warden@gardens.example", "value: warden@gardens,example"),
        "content/contacts.yaml",
        "",
    ),
    "braces with spaces": (changed(SPINE, "Standard {number} of", "Standard { number } of"), SPINE, "Write {number}, or words."),
    "one star on each side of a hard word": (changed(EASY, "Your tap may be dry.", "Your *tap* may be dry."), EASY, 'Write "tap" with nothing around it.'),
    "a space behind the stars of a hard word": (changed(EASY, "Your tap may be dry.", "Your ** bed** may be dry."), EASY, ""),
    "a picture for the eyes only": (changed(EASY, "Your tap may be dry.", "Your tap may be dry \U0001f6b0."), EASY, "Leave it out."),
    "a photo named as a drawing": (written(CAN, b"\xff\xd8\xff\xe0" + bytes(40)), CAN, ""),
    "a drawing with notes of its program": (
        written(CAN, '<svg xmlns="http://www.w3.org/2000/svg" xmlns:serif="http://www.serif.com/" viewBox="0 0 9 9"><serif:a/><metadata/></svg>'),
        CAN,
        "Save it there as plain SVG, with shapes and nothing else.",
    ),
    "a part with a letter too many": (misspelt_part, PICTURES, 'Did you mean "dot"?'),
    "words for a picture that say nothing": (changed(PICTURES, "    alt: A hand holds a spade.", "    alt: h."), PICTURES, ""),
    "a place to which pages lead": (without_place, f"{PAGES}/contribute.md", "Write it behind the heading of that place, as in ## ... {#suggest}"),
    "a note to oneself": (
        changed(WATER, "The by-law gives each ten beds a tap.", "The by-law gives each ten beds a tap (to check with Bo??)."),
        WATER,
        "Write the words, or delete it.",
    ),
    "a time limit without its time": (changed(DRY_TAP, "    by_when: Within a week\n", ""), DRY_TAP, 'Add by_when: "..."'),
    "a role that does not exist": (
        changed("content/resources.yaml", "    roles: [growers]\n", "    roles: [everybody]\n"),
        "content/resources.yaml",
        "Write one of: growers, wardens.",
    ),
    "stars that do not end": (
        changed(EASY, "words: [You can say how it is.]", 'words: ["You can **say how it is."]'),
        EASY,
        "Write 2 stars before the word and 2 after it.",
    ),
    "a sheet with the name of a file of the framework": (
        written("content/glossary.xlsx", b"PK"),
        "content/glossary.xlsx",
        "Copy what is new in it into content/glossary.yaml and delete it, or keep it in another place.",
    ),
    "a photo among the drawings": (
        written("content/easy-read/parts/My hose.jpg", b"\xff\xd8"),
        "content/easy-read/parts/My hose.jpg",
        "A picture is drawn in shapes: save this one as plain SVG, as content/easy-read/parts/my-hose.svg. Or delete it.",
    ),
    "a link where an address belongs": (
        changed("content/resources.yaml", "address: https://gardens.example/taps", "address: '[taps](https://gardens.example/taps)'"),
        "content/resources.yaml",
        "Write address: https://gardens.example/taps",
    ),
    "a field that is set in too far": (
        changed(CONTACTS, '          read: "2025-03"\n        show: number\n', '          read: "2025-03"\n          show: number\n'),
        CONTACTS,
        "Indent this line by 8 spaces.",
    ),
    "a withdrawn statement that is replaced by itself": (
        changed(PATHS, "      status: withdrawn\n", "      status: withdrawn\n      replaced_by: paths-w2\n"),
        PATHS,
        "Delete it.",
    ),
    "a statement of a duty that names no law": (
        changed(WATER, "      basis: duty\n      provisions: [bylaw-s3]\n", "      basis: duty\n"),
        WATER,
        "Name a provision that binds or gives a right under provisions, or write another basis.",
    ),
    "a line of easy read for a statement that is not there": (
        changed(EASY, "{action: water-g2, picture", "{action: water-g12, picture"),
        EASY,
        'Did you mean "water-g2"? It is the only one without a line.',
    ),
    "the mark of a list in easy read": (
        changed(EASY, "- You can ask who helps you.", "- \u2022 You can ask who helps you."),
        EASY,
        "Write - You can ask who helps you.",
    ),
    "a hyphen of print in an id": (
        changed(WATER, "basis: inference", "basis: inference\n      component: water\u2010cc1"),
        WATER,
        "Write component: water-cc1",
    ),
    "an item of a list of ids that is set in too far": (
        changed(WATER, "      stages: [planning, harvest]\n", "      stages:\n        - planning\n          - harvest\n"),
        WATER,
        "Indent this line by 8 spaces: - harvest",
    ),
    "a dash for the hyphen of the only item": (
        changed(EASY, "          - You can ask for a place to grow.\n", "          \u2014 You can ask for a place to grow.\n"),
        EASY,
        "Here, write - You can ask for a place to grow.",
    ),
    "a picture with another ending": (changed(EASY, "      - picture: plant\n", "      - picture: planting\n"), EASY, 'Did you mean "plant"?'),
    "another name that is that of two others": (
        changed(
            GLOSSARY,
            "    also_called: []\n    source: ours\n    related: [bed]\n",
            "    also_called: [A plot of your own]\n    source: ours\n    related: [bed]\n  - id: plot\n    term: A plot of your own\n"
            "    meaning: You grow alone.\n"
            "    easy: You grow alone.\n    also_called: []\n    source: ours\n    pages: [option-1]\n",
        ),
        GLOSSARY,
        "Delete it.",
    ),
    "the id of a box that the example names": (
        changed("content/templates/plot-plan.yaml", "      - id: name\n", "      - id: names\n"),
        "content/templates/plot-plan.yaml",
        "Write id: name",
    ),
    "a part of several pictures that is gone": (
        lambda project: (project / CAN.replace("can", "dot")).unlink(),
        CAN.replace("can", "dot"),
        "Restore it from an earlier version.",
    ),
    "a place under another name, to which pages lead": (
        changed(f"{PAGES}/contribute.md", " {#suggest}", " {#sugest}"),
        f"{PAGES}/contribute.md",
        "Write {#suggest} in place of {#sugest}",
    ),
    "a page beside the folder of pages": (
        written("content/Open Day.md", "# Open day\n\nCome in.\n"),
        "content/Open Day.md",
        "Name it content/pages/open-day.md",
    ),
    "an address without https that has a question in it": (
        changed("content/resources.yaml", "address: https://gardens.example/taps", "address: www.gardens.example/taps?bed=2#north"),
        "content/resources.yaml",
        "Write address: https://www.gardens.example/taps?bed=2#north",
    ),
    "a law by its name": (changed(WATER, "      provisions: [bylaw-s3]\n", "      provisions: [By-law section 3]\n"), WATER, ""),
}


@pytest.mark.parametrize("name", SLIPS)
def test_one_cause_has_one_message(garden: Path, name: str) -> None:
    slip, path, instead = SLIPS[name]
    slip(garden)
    found = errors(garden)
    assert [problem.path for problem in found] == [path], list(map(str, found))
    assert instead in found[0].instead


@pytest.mark.parametrize(
    "name",
    [
        "a part with a letter too many",
        "a field with a name like the one that is missing",
        "a space behind the stars of a hard word",
        "a field that is set in too far",
    ],
)
def test_what_has_one_answer_is_written(garden: Path, name: str) -> None:
    slip, path, _ = SLIPS[name]
    before = (garden / path).read_text("utf-8")
    slip(garden)
    (problem,) = errors(garden)
    assert problem.replacement is not None
    after, count = replaced((garden / path).read_text("utf-8"), [problem.replacement])
    assert (count, after.replace("**bed**", "tap")) == (1, before)


def test_settings_without_the_hook_that_makes_the_site_are_told(garden: Path) -> None:
    edit(garden, "mkdocs.yml", "hooks: [hooks/mkdocs_hooks.py]\n", "hooks: []\n")
    (problem,) = errors(garden)
    assert problem.instead == "Write hooks: [hooks/mkdocs_hooks.py]"


def test_a_record_that_was_set_aside_does_not_leave_the_law_unused(garden: Path) -> None:
    """Whether a law is named anywhere, and whether an exception is still needed, is known only when every record was read."""
    edit(garden, SPINE, "    provisions: [bylaw-s4]\n", "    provisions: [bylaw-s4]\n    lamp: on the gate\n")
    assert [problem.path for problem in all_problems(garden, EarlierRun(garden))] == [SPINE]


def told(project: Path) -> list[Problem]:
    """All errors and warnings."""
    return all_problems(project, EarlierRun(project))


def test_a_note_in_place_of_words_is_told_once(garden: Path) -> None:
    edit(
        garden,
        WATER,
        "      why: The by-law gives each ten beds a tap.\n",
        "      why: >-\n        The by-law gives each ten beds\n        a tap [Bo has the page]\n",
    )
    assert [problem.rule for problem in told(garden) if problem.path == WATER] == ["brackets-hold-no-notes"]


def test_a_page_in_another_encoding_is_told_once(garden: Path) -> None:
    page = garden / PAGES / "about.md"
    page.write_bytes(f"{page.read_text('utf-8')}\nThe gate\u2019s key is the warden\u2019s own.\n".encode("cp1252"))
    assert [problem.instead for problem in told(garden)] == ["Save it again with the encoding UTF-8."]


def test_a_statement_without_a_line_is_told_when_all_lines_are_of_statements(garden: Path) -> None:
    edit(garden, EASY, "      - {action: water-g2, picture: hand, text: You can share a water butt.}\n", "")
    assert ["no easy words" in problem.wrong for problem in told(garden)] == [True]


def test_an_error_in_the_words_of_a_standard_leaves_its_easy_page_in_peace(garden: Path) -> None:
    edit(garden, WATER, "near each bed, all summer.", "near each bed, all summer (check with Bo??).")
    assert [problem.path for problem in told(garden)] == [WATER]


def test_an_exception_with_a_slip_in_its_record_is_told_and_not_what_it_is_for(garden: Path) -> None:
    not_excepted(garden)
    (problem,) = told(garden)
    assert (problem.path, problem.instead) == (EXCEPTIONS, 'Did you mean "bylaw-s7"?')


def test_what_a_file_with_another_suffix_names_is_not_told_as_unused(garden: Path) -> None:
    example = provisions_are_used.example
    edit(garden, example.file, example.mended, example.broken)
    edit(garden, DRY_TAP, "provisions: [bylaw-s3, ", "provisions: [bylaw-s7, bylaw-s3, ")
    (garden / DRY_TAP).rename(garden / DRY_TAP.replace(".yaml", ".yml"))
    assert not [problem for problem in told(garden) if "Nothing names" in problem.wrong]


def test_code_that_is_not_closed_is_all_that_is_told_of_its_page(garden: Path) -> None:
    page = garden / PAGES / "news.md"
    code = "```yaml\nbed: 4\n"
    words = '\nThe taps are open, see [the plann].\n\n```yaml\nchecked: {by: Bo, when: "2025-03-01"}\nlead: <b>[me]\n```\n\nIt opens on 2025-03-01.\n'
    page.write_text(f"---\ntitle: News\ndescription: What is new in the garden.\n---\n\n# News\n\n{code}{words}", "utf-8")
    (problem,) = told(garden)
    assert (problem.path, problem.line, problem.instead) == (f"{PAGES}/news.md", 8, "Write ``` on a line of its own below line 9.")


def test_a_page_of_the_settings_that_was_moved_is_to_be_moved_back(garden: Path) -> None:
    (garden / PAGES / "beds").mkdir()
    (garden / PAGES / "contribute.md").rename(garden / PAGES / "beds/contribute.md")
    assert [problem.instead for problem in told(garden)] == [
        f"Move {PAGES}/beds/contribute.md back to {PAGES}/contribute.md, or write beds/contribute.md here."
    ]


COMPONENT = """  - id: water-cc2
    title: Two butts that are never dry
    text: Rain is kept for a week without rain.
    official: "1.10"
    very_good: Both butts are full in May.
    weak: The lids are lost.
    evidence: [E01-01]
"""
QUESTION = "      - {component: water-cc1, picture: hand, text: Can you get water?}\n"


@pytest.mark.parametrize("mistyped", ["first", "second"])
def test_a_question_with_the_component_of_another_is_told_with_the_one_that_is_left(garden: Path, mistyped: str) -> None:
    edit(garden, WATER, "actions:\n  growers:\n", f"{COMPONENT}actions:\n  growers:\n")
    other = "      - {component: water-cc2, picture: hand, text: Is the butt full?}\n"
    wrong = f"{QUESTION}{other}".replace(*(("cc1", "cc2") if mistyped == "first" else ("cc2", "cc1")))
    edit(garden, EASY, QUESTION, wrong)
    (problem,) = errors(garden)
    double, free = ("water-cc2", "water-cc1") if mistyped == "first" else ("water-cc1", "water-cc2")
    assert problem.wrong == f'"{double}" has a question above this one already, and none asks about "{free}".'
    assert problem.instead == f"Write component: {free} in one of the two, the one that asks about it."


def test_a_question_too_many_is_to_be_deleted(garden: Path) -> None:
    edit(garden, EASY, QUESTION, f"{QUESTION}{QUESTION.replace('get water', 'fill a can')}")
    (problem,) = errors(garden)
    assert problem.instead == "Delete one of them."
