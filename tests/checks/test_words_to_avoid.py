"""Words to avoid are found wherever readers see them: in content, hand-written pages, templates, scripts, booklets and messages."""

from __future__ import annotations

import ast
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import ROOT, Element, edit
from sds.checks import diagnostics
from sds.checks.phrases import Phrases
from sds.model.framework import Framework
from sds.reading.load import load
from sds.reading.visible_words import visible_words
from tiers import Sample

TODAY = datetime.date(2026, 4, 2)
WATER, LIST = "content/standards/water.yaml", "content/words-to-avoid.yaml"
WHY = "      why: Taps froze and nobody knew until June.\n"


def found(project: Path) -> list[str]:
    return [f"{problem.level}: {problem}" for problem in diagnostics(load(project), TODAY, visible=visible_words(project)) if problem.rule == "words-to-avoid"]


def test_a_phrase_is_told_with_its_line_and_the_line_to_write(small: Path) -> None:
    edit(small, WATER, WHY, WHY.replace("knew", "was\u00a0apprised").replace("\u00a0", " "))
    line = (small / WATER).read_text("utf-8").split("\n").index(WHY.rstrip().replace("knew", "was apprised")) + 1
    instead = "Write: knew. The line: why: Taps froze and nobody knew until June."
    assert found(small) == [f'error: {WATER}:{line}: "was apprised" is on the list of words to avoid. {instead}']


def test_a_phrase_over_two_lines_is_found(small: Path) -> None:
    edit(small, WATER, WHY, "      why: >-\n        Taps froze and nobody was\n        apprised until June.\n")
    assert len(found(small)) == 1


def test_a_word_that_is_rarely_right_is_a_warning(small: Path) -> None:
    edit(small, WATER, WHY, WHY.replace("until", "yonder until"))
    assert [one.split(":")[0] for one in found(small)] == ["warning"]


@pytest.mark.parametrize("words", ["was apprised by post", "was-apprised", "knew # was apprised"])
def test_what_the_list_allows_an_id_and_a_comment_are_passed_over(small: Path, words: str) -> None:
    edit(small, WATER, WHY, WHY.replace("knew until June.", words))
    assert found(small) == []


def test_words_that_are_not_ours_are_passed_over(small: Path) -> None:
    edit(small, "content/glossary.yaml", "    also_called: [Patch]", "    also_called: [Patch, was apprised]")
    assert len(found(small)) == 1
    edit(small, LIST, "never:", "not_ours:\n  fields: [also_called]\nnever:")
    assert found(small) == []


def test_an_entry_that_is_everywhere_is_told_once_where_it_is(small: Path) -> None:
    edit(small, LIST, "never:\n", "never:\n  - {words: [tap, taps], write: spout}\n")
    file = small / "content/pages/about.md"
    file.write_text(file.read_text("utf-8") + "".join(f"\nThe tap is near bed {number}.\n" for number in range(12)), "utf-8")
    assert 1 < len(found(small)) <= 20 or found(small)[0].startswith(f"error: {LIST}:2: These words are in ")
    file.write_text(file.read_text("utf-8") + "".join(f"\nThe tap is near shed {number}.\n" for number in range(12)), "utf-8")
    [told] = found(small)
    assert told.startswith(f"error: {LIST}:2: These words are in ")
    assert told.endswith("Or delete this line of the list, if it is new.")


def test_a_record_can_be_excepted(small: Path) -> None:
    edit(small, WATER, WHY, WHY.replace("knew", "was apprised"))
    (small / "content/exceptions.yaml").write_text(
        "exceptions:\n  - rule: words-to-avoid\n    record: actions/water-w1\n    reason: It is a quotation.\n", "utf-8"
    )
    assert found(small) == []


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        ("overrides/pages/a.html", "<p>\n  Nobody was apprised.\n</p>\n", [2]),
        ("overrides/pages/a.html", '<img alt="Nobody was apprised" class="was apprised">\n{# was apprised #}\n<!-- was apprised -->\n', [1]),
        ("overrides/pages/a.html", '{% set words = "Nobody\u00b7was apprised" %}\n{{ was apprised }}\n', [1]),
        ("overrides/assets/js/a.js", '// was apprised\n/* was\n apprised */\nsay("Nobody was apprised.");\n', [4]),
        ("overrides/assets/js/a.js", "const one = /was apprised['\"]/;\nsay(`Nobody\n was apprised ${was apprised}`);\n", [3]),
        ("overrides/assets/vendor/a.js", 'say("Nobody was apprised.");\n', []),
        ("overrides/booklets/a.typ", "// was apprised\npar[Nobody was apprised.]\n", [2]),
        (
            "content/pages/news.md",
            "---\ntitle: News\ndescription: Old.\n---\n\n# News\n\nNobody was\napprised. `was apprised`\n\n```text\nwas apprised\n```\n",
            [8],
        ),
    ],
)
def test_only_what_a_reader_sees_of_a_file_is_judged(small: Path, path: str, text: str, lines: list[int]) -> None:
    (small / path).parent.mkdir(parents=True, exist_ok=True)
    (small / path).write_text(text.replace("\u00b7", " "), "utf-8")
    assert [one.partition(" is on")[0] for one in found(small)] == [f'error: {path}:{line}: "was apprised"' for line in lines]


def test_no_page_of_the_site_has_one_of_them(all_pages: dict[str, Element], framework: Framework, sample: Sample) -> None:
    """Content is also checked in its files. This test is about text that templates put together."""
    phrases = Phrases(framework.phrases_to_avoid)
    told = []
    for path in sample(sorted(all_pages), 5):
        page = all_pages[path]
        listed = page.id("phrases")
        words = page.one("body").text if listed is None or listed.parent is None else page.one("body").text.replace(listed.parent.text, "")
        told += [f"{path}: {at[0]}" for at, level, _ in phrases.found_in(words) if level == "error"]
    assert told == []


def test_no_message_of_the_program_has_one_of_them(framework: Framework) -> None:
    phrases = Phrases(framework.phrases_to_avoid)
    told = [f"{file}: {text}" for file, text in _messages() if any(level == "error" for _, level, _ in phrases.found_in(text))]
    assert told == []


def _messages() -> Iterator[tuple[str, str]]:
    """Every string in the program with a space in it, except docstrings."""
    for file in sorted((ROOT / "hooks").rglob("*.py")):
        made = ast.parse(file.read_text("utf-8"))
        docs = {id(one.value) for one in ast.walk(made) if isinstance(one, ast.Expr)}
        for one in ast.walk(made):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in docs and " " in one.value:
                yield file.name, one.value


def test_a_list_that_says_what_to_do_and_one_of_several_forms_propose_no_line(small: Path) -> None:
    edit(small, LIST, "never:\n", "never:\n  - {words: [in the usual way], write: Say how.}\n  - {words: [utilise, utilised], write: use}\n")
    edit(small, WATER, WHY, "      why: Taps were utilised in the usual way until June.\n")
    assert sorted(one.partition("avoid. ")[2] for one in found(small)) == ["Say how.", "Write: use."]
