"""An editor who does exactly what a message says loses nothing, and what readers would see as a slip is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems, text_after
from sds.__main__ import main
from sds.config.read import read_config
from sds.markdown_pages.read import read_pages
from sds.paths import PUBLISHED
from sds.problem import Problem
from sds.reading.unread_files import unread_files

WATER, GLOSSARY, RESOURCES = "content/standards/water.yaml", "content/glossary.yaml", "content/resources.yaml"
LETTER, PLAN, DRY_TAP = "content/templates/water-letter.yaml", "content/templates/plot-plan.yaml", "content/situations/dry-tap.yaml"
CONTACTS, EASY, ABOUT = "content/contacts.yaml", "content/easy-read/pages.yaml", "content/pages/about.md"
TEXT = "      text: Test every tap in March and write the date on its post.\n"
WHY = "      why: The by-law gives each ten beds a tap.\n"


def in_pages(project: Path) -> list[Problem]:
    return list(read_pages(project, read_config(project)[0])[1])


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ('- "{ask}"', '      - "{ask}"'),
        ('- {id: to, kind: address, lines: ["Dear {warden},"]}', '  - {id: to, kind: address, lines: ["{warden}"]}'),
    ],
)
def test_quotes_lost_around_a_box_of_a_letter_are_put_back(small_situations: Path, line: str, mended: str) -> None:
    edit(small_situations, LETTER, line, mended.strip().replace('"', ""))
    (problem,) = find_problems(small_situations)
    assert mended in text_after(small_situations, problem).split("\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"I write about {tap}."', "I write about <<tap>>.", "Write {tap}"),
        ('"I write about {tap}."', '"I write about {{tap}}."', "Write {tap}"),
        ('"I write about {tap}."', '"I write about [tap]."', "Write {tap}"),
        ('"I write about {tap}."', "I write about ________.", "Write the name of a box in braces"),
        ('"I write about {tap}."', "I write about a tap.", "Write {tap} in a line"),
        ("{words: Please come and look., unless: tap}", "{word: Please come and look., unless: tap}", 'Did you mean "words"?'),
        ("{words: Please come and look., unless: tap}", "{unless: tap}", "Add the line words:"),
    ],
)
def test_a_slip_in_a_line_of_a_letter_is_told_once_and_in_words_of_the_letter(small_situations: Path, old: str, new: str, told: str) -> None:
    if new == "I write about a tap.":
        edit(small_situations, LETTER, "{words: Please come and look., unless: tap}", "Please come and look.")
    edit(small_situations, LETTER, old, new)
    (problem,) = [one for one in find_problems(small_situations) if one.level == "error"]
    assert told in problem.instead
    assert "function" not in str(problem)
    assert "LetterLine" not in str(problem)


def test_a_choice_that_is_missing_in_the_easy_form_is_told(small_situations: Path) -> None:
    edit(small_situations, PLAN, "        - {id: butt, label: From the rain.}\n", "")
    (problem,) = find_problems(small_situations)
    assert 'Add {id: butt, label: "..."}' in problem.instead


@pytest.mark.parametrize(
    ("name", "told"), [("water.yaml.txt", ""), ("water.yaml.bak", ""), ("water.yml.txt", ""), ("water.yaml.docx", ", and save it as plain text.")]
)
def test_a_file_with_a_suffix_too_many_gets_its_name_back(small: Path, name: str, told: str) -> None:
    (small / PUBLISHED).write_text("standards/water\nstandards/paths\n", "utf-8")
    (small / WATER).rename(small / f"content/standards/{name}")
    (problem,) = unread_files(small, ())
    assert problem.instead == f"Name it {WATER}{told}"
    assert [one for one in find_problems(small) if one.level == "error"] == []


def test_a_page_with_a_suffix_too_many_gets_its_name_back(small: Path) -> None:
    (small / ABOUT).rename(small / f"{ABOUT}.txt")
    (problem,) = unread_files(small, ())
    assert problem.instead == f"Name it {ABOUT}"


@pytest.mark.parametrize("spaces", [2, 3, 4, 6])
def test_a_field_that_only_a_file_has_goes_back_to_the_left_edge(small_situations: Path, spaces: int) -> None:
    before = (small_situations / DRY_TAP).read_text("utf-8")
    edit(small_situations, DRY_TAP, "\ncases:\n", f"\n{' ' * spaces}cases:\n")
    (problem,) = find_problems(small_situations)
    assert f"indented by {spaces} spaces" in problem.wrong
    assert text_after(small_situations, problem) == before


@pytest.mark.parametrize("words", ["ls", "git status", "asdf"])
def test_words_typed_by_mistake_at_the_end_of_a_file_may_be_deleted(small: Path, words: str) -> None:
    file = small / WATER
    file.write_text(file.read_text("utf-8").rstrip() + f"\n{words}\n", "utf-8")
    (problem,) = find_problems(small)
    assert "elete this line" in problem.instead or "delete them" in problem.instead
    assert problem.replacement is None


def test_a_new_statement_that_is_not_set_in_enough_is_moved_with_all_its_lines(small: Path) -> None:
    before = (small / WATER).read_text("utf-8")
    start = before.index("    - id: water-w1\n")
    end = before.index("\n    - id:", start + 1) + 1 if "\n    - id:" in before[start + 1 :] else before.index("\n  ", before.index("stages", start)) + 1
    item = before[start:end]
    moved = "".join(line[2:] + "\n" for line in item.splitlines())
    (small / WATER).write_text(before.replace(item, moved), "utf-8")
    (problem,) = find_problems(small)
    assert "spaces" in problem.instead


def test_empty_lines_above_the_title_of_a_page_are_deleted(small: Path) -> None:
    before = (small / ABOUT).read_text("utf-8")
    (small / ABOUT).write_text(f"\n  \n{before}", "utf-8")
    (problem,) = in_pages(small)
    assert text_after(small, problem) == before


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("[Write to us](mailto: warden@garden.scot)", "[Write to us](mailto:warden@garden.scot)"),
        ("[Write](mailto:  a.b@garden.scot)", "[Write](mailto:a.b@garden.scot)"),
        ("[us](~/about/ \u201cAbout us\u201d)", "[us](~/about/)"),
        ("[us](~/about/ \u2018About\u2019)", "[us](~/about/)"),
    ],
)
def test_a_link_with_a_space_too_many_is_told_once_and_its_line_is_right(small: Path, written: str, mended: str) -> None:
    page = small / ABOUT
    page.write_text(page.read_text("utf-8").rstrip() + f"\n\nHere: {written}.\n", "utf-8")
    (problem,) = in_pages(small)
    assert text_after(small, problem).endswith(f"\n\nHere: {mended}.\n")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("> [!NOTE]\n> Bring gloves.\n> Bring a spade.\n\nThe gate is open.", "note"),
        ("> [!WARNING]\n> Bring gloves.\n> Bring a spade.\n\nThe gate is open.", "warning"),
        (":::note\nBring gloves.\nBring a spade.\n:::\n\nThe gate is open.", "note"),
        ("::: {.tip}\nBring gloves.\nBring a spade.\n:::\n\nThe gate is open.", "tip"),
    ],
)
def test_a_box_as_other_sites_have_it_becomes_a_box(small: Path, words: str, kind: str) -> None:
    page = small / ABOUT
    page.write_text(page.read_text("utf-8").rstrip() + f"\n\n{words}\n", "utf-8")
    (problem,) = in_pages(small)
    assert "Write !!! " in problem.instead
    assert "by 4 spaces" in problem.instead
    assert text_after(small, problem).endswith(f"\n\n!!! {kind}\n\n    Bring gloves.\n    Bring a spade.\n\nThe gate is open.\n")
    page.write_text(text_after(small, problem), "utf-8")
    assert in_pages(small) == []


@pytest.mark.parametrize("words", ["> [!NOTE] For you\n> Bring gloves.", ":::note For you\nBring gloves.\n:::", ":::note\nBring gloves."])
def test_a_box_with_a_title_or_without_an_end_is_left_to_the_editor(small: Path, words: str) -> None:
    page = small / ABOUT
    page.write_text(page.read_text("utf-8").rstrip() + f"\n\n{words}\n", "utf-8")
    assert [problem.replacement for problem in in_pages(small) if "on other sites" in problem.wrong] == [None]


def test_code_on_the_line_that_begins_it_is_put_on_its_own(small: Path) -> None:
    page = small / ABOUT
    before = page.read_text("utf-8").rstrip()
    page.write_text(f"{before}\n\n```yaml   edition: Spring 2031\nsubject: taps\n```\n", "utf-8")
    (problem,) = in_pages(small)
    assert text_after(small, problem) == f"{before}\n\n```yaml\nedition: Spring 2031\nsubject: taps\n```\n"
    page.write_text(f'{before}\n\n```yaml title="taps"\nsubject: taps\n```\n', "utf-8")
    assert in_pages(small) == []


@pytest.mark.parametrize(
    "listed",
    ["1. Write a list. 2. Publish it.", "(1) Write a list. (2) Publish it."],
)
def test_a_list_with_numbers_that_became_one_line_is_told(small: Path, listed: str) -> None:
    edit(small, WATER, WHY, f'      why: "{listed}"\n')
    assert any("numbers of a list" in problem.wrong for problem in find_problems(small))


def test_a_term_written_over_another_is_told_at_the_one_that_was_published(small: Path) -> None:
    (small / PUBLISHED).write_text("terms/butt\nterms/bed\n", "utf-8")
    lines = [line for line in (small / GLOSSARY).read_text("utf-8").split("\n") if line.startswith(("  - id:", "    term:"))]
    first, second = lines[1].strip().removeprefix("term: "), lines[3].strip()
    edit(small, GLOSSARY, f"    {second}\n", f"    term: {first}\n")
    problem = next(one for one in find_problems(small) if one.rule == "terms-are-defined-once")
    assert "delete" not in problem.instead.lower()
    assert problem.hides


def test_a_hard_word_in_single_stars_is_made_bold_and_told_so_once(small_easy_read: Path) -> None:
    word = "**water butt**"
    edit(small_easy_read, EASY, "words: [You can say how it is.]", f'words: ["Is there a {word}?", It is a big pot for rain.]')
    edit(small_easy_read, EASY, "{picture: hand, words: [You can help.]}", '{picture: hand, words: ["You can ask for a *water butt*."]}')
    line = next(at for at, one in enumerate((small_easy_read / EASY).read_text("utf-8").split("\n"), start=1) if "*water butt*." in one)
    told = [one for one in find_problems(small_easy_read) if one.path == EASY and one.line == line]
    assert told
    assert all("**" in one.instead for one in told if one.level == "error")
    assert not [one for one in told if one.rule == "ER18"]


@pytest.mark.parametrize("field", ["read", "dated"])
def test_no_message_offers_a_date_that_would_pass_when_pasted(small_situations: Path, field: str) -> None:
    file = small_situations / CONTACTS
    text = file.read_text("utf-8")
    line = next(line for line in text.split("\n") if line.strip().startswith('read: "'))
    file.write_text(text.replace(line, line[: line.index("read:")] + 'read: "last week"', 1), "utf-8")
    problems = [one for one in find_problems(small_situations) if "last week" in one.wrong]
    assert problems
    assert all('read: "20' not in one.instead for one in problems), field


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (TEXT, "      text: Should you test every tap in March and write the date on its post?\n", "statements-are-sentences"),
        (TEXT, "      text: 1. Test every tap in March and write the date on its post. 2. Mend it.\n", "statements-are-sentences"),
        (WHY, "      why: '[Comment AB2: is this so?] The by-law gives each ten beds a tap.'\n", "words-are-finished"),
        (WHY, "      why: The by-law gives XX beds a tap.\n", "words-are-finished"),
        (WHY, "      why: The by-law gives each ten beds a tap.\u00b2\n", "words-hold-no-slips"),
        ('    official: "1.10"', '    official: "1,10"', "component-is-official-or-ours"),
        ('    official: "1.10"', '    official: "1;10"', "component-is-official-or-ours"),
    ],
)
def test_what_a_reader_would_see_is_told(small: Path, old: str, new: str, rule: str) -> None:
    edit(small, WATER, old, new)
    assert rule in {problem.rule for problem in find_problems(small)}


def test_a_square_metre_is_no_mark_of_a_note(small: Path) -> None:
    edit(small, WATER, WHY, "      why: The by-law gives each 10 m\u00b2 of a bed a tap.\n")
    assert find_problems(small) == []


@pytest.mark.parametrize(("text", "told"), [("What water do you get?", True), ("Where is the tap?", True), ("When it is dry, can you get water?", False)])
def test_a_question_of_easy_read_can_be_answered_with_yes_or_no(small_easy_read: Path, text: str, told: bool) -> None:
    edit(small_easy_read, EASY, "text: Can you get water?}", f'text: "{text}"}}')
    assert any("Yes or no is no answer" in problem.wrong for problem in find_problems(small_easy_read)) == told


def test_the_description_of_another_resource_is_told(small: Path) -> None:
    text = (small / RESOURCES).read_text("utf-8")
    first = text[text.index("  - id: tap-map") :].rstrip()
    other = first.replace("id: tap-map", "id: hose-map").replace("title: Map of taps", "title: Map of hoses").replace("/taps", "/hoses")
    (small / RESOURCES).write_text(f"{text.rstrip()}\n{other}\n", "utf-8")
    assert any(problem.rule == "resources-stand-once" and "same words" in problem.wrong for problem in find_problems(small))


def test_fix_hides_no_number_where_there_are_two_ways(small_situations: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(small_situations, CONTACTS, 'address: "https://gardens.example/north"', 'address: "https://north.example/who"')
    assert "numbers-stand-on-own-sites" in {problem.rule for problem in find_problems(small_situations)}
    before = (small_situations / CONTACTS).read_text("utf-8")
    main(["fix"], small_situations)
    capsys.readouterr()
    assert (small_situations / CONTACTS).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (WHY, "      why: TODO\n", "Write the words."),
        (TEXT, "      text: to be confirmed\n", "Write the words."),
        (WHY, "      why: The by-law gives each TBC beds a tap.\n", "Write the words, or delete it."),
        ("    very_good: A child can fill a can and carry it.\n", "    very_good: FIXME\n", "Write the words."),
        ("  - There is clean water near each bed, all summer.\n", "  - ???\n", "Write the words."),
    ],
)
def test_a_field_that_is_needed_is_not_to_be_left_out(small: Path, old: str, new: str, told: str) -> None:
    edit(small, WATER, old, new)
    assert told in {one.instead for one in find_problems(small) if "is a placeholder" in one.wrong}


def test_a_placeholder_is_one_in_a_page_as_in_a_record(small: Path) -> None:
    page = small / ABOUT
    page.write_text(page.read_text("utf-8").rstrip() + "\n\nOpen from [insert date] on.\n\nSee [please read this](~/about/).\n\nOpen: FIXME\n", "utf-8")
    assert [one.wrong for one in in_pages(small) if "placeholder" in one.wrong] == ['"[insert date]" is a placeholder.', '"FIXME" is a placeholder.']
