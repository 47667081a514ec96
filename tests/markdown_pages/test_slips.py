"""Mistakes that Markdown accepts silently are reported with their line, and valid syntax of an extension is not."""

from __future__ import annotations

import re

import pytest

from helpers import EXTENSIONS, ROOT
from sds.config.read import read_config
from sds.markdown_pages.markdown import written
from sds.markdown_pages.rules import in_source
from sds.markdown_pages.source import Source
from sds.problem import Problem, replaced

DETAILS = "pymdownx.details"


SITE = "https://garden.example/book/"


def slips(text: str, *extensions: str) -> list[Problem]:
    """The problems in a page on a site with these Markdown extensions, or with those of this project if none is named."""
    return list(in_source(Source("page.md", text, 0, extensions or EXTENSIONS, SITE)))


def in_rendered(text: str) -> tuple[Problem, ...]:
    """The problems in the rendered page, which is titled Taps."""
    return written("page.md", f"# Taps\n\n{text}", -2, "Taps", read_config(ROOT)[0].markdown)[1]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("See [the taps](https://garden.example/book/taps/#north) today.", "See [the taps](~/taps/#north) today."),
        ("[Home](https://garden.example/book/)", "[Home](~/)"),
        ("See [the taps](~/taps/, or ask.", "See [the taps](~/taps/), or ask."),
        ("[Write](mailto:warden@gardens.scot", "[Write](mailto:warden@gardens.scot)"),
        ("[ ] Turn the tap off", "- [ ] Turn the tap off"),
        ("Ask for (the map)[~/map/] today.", "Ask for [the map](~/map/) today."),
        ("Words.\n\n- *A tap** in reach, and **a hose**.", "Words.\n\n- **A tap** in reach, and **a hose**."),
        ("It is **open* in spring.", "It is **open** in spring."),
        ("Do this:\n\n[X]Lock the gate", "Do this:\n\n- [X] Lock the gate"),
        ("The taps are here.\n| Bed | Tap |\n| --- | --- |\n| 1 | gate |", "The taps are here.\n\n| Bed | Tap |\n| --- | --- |\n| 1 | gate |"),
        ("- a `spade`\n| Bed | Tap |\n|:---|---:|\n| 1 | gate |", "- a `spade`\n\n| Bed | Tap |\n|:---|---:|\n| 1 | gate |"),
        ("| Bed | Tap |\n| --- | --- |\n| 1 | gate |\nAsk the warden.", "| Bed | Tap |\n| --- | --- |\n| 1 | gate |\n\nAsk the warden."),
        ("| Bed | Tap |\n| --- | --- |\n| 1 | gate |\n## Gates", "| Bed | Tap |\n| --- | --- |\n| 1 | gate |\n\n## Gates"),
    ],
)
def test_links_tables_and_boxes_to_tick_that_are_nearly_whole_are_mended(text: str, mended: str) -> None:
    (problem,) = slips(text)
    assert problem.replacement is not None
    assert replaced(text, [problem.replacement]) == (mended, 1)


@pytest.mark.parametrize(
    "text",
    [
        "See [the map](https://garden.example/other/).",
        "[x](~/taps/) and [x][map]\n\n[map]: ~/map/",
        "See [the taps](~/taps/(north)) and [a map](<~/map/>).",
        "- [ ] Turn the tap off\n- [x] Lock the gate",
        "## Taps\n| Bed | Tap |\n| --- | --- |\n| 1 | gate |\n\nAsk the warden.",
    ],
)
def test_links_elsewhere_boxes_behind_hyphens_and_tables_below_headings_are_no_slip(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("??? to be written", 1),
        ("When: ???", 1),
        ('??? tip "???"\n    Words.', 1),
        ("??? tip\n    ??? note\n        TODO", 3),
        ("Words.\n\n**Bold words with no end", 3),
        ("***Both* and bold with no end", 1),
    ],
)
def test_words_still_to_be_written_and_bold_words_with_no_end_are_told(text: str, line: int) -> None:
    assert [problem.line for problem in slips(text, DETAILS)] == [line]


@pytest.mark.parametrize(
    "text",
    [
        '??? question "Can I?"\n    Yes.',
        "???+ example\n\n    Set in below an empty line.",
        '??? "Only a title"\n    Words.',
        "**bold *both***",
        "*slanted **both***",
        "***both** slanted*",
        "***",
        r"2 \*\* 3",
    ],
)
def test_a_box_to_open_bold_within_slanted_words_and_a_line_across_are_no_slip(text: str) -> None:
    assert slips(text, DETAILS) == []


def test_three_question_marks_open_no_box_where_the_extension_is_not_on() -> None:
    (problem,) = slips("??? tip\n    Words.", "toc")
    assert "add pymdownx.details to markdown_extensions in mkdocs.yml" in problem.instead


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("!!! note\n\n    Words.", "admonition"),
        ('=== "Spring"\n\n    Sow.', "pymdownx.tabbed"),
        ("A ==new== tap.", "pymdownx.mark"),
        ("A ^^new^^ tap.", "pymdownx.caret"),
        ("A ~~new~~ tap.", "pymdownx.tilde"),
        ("Press ++ctrl+a++ here.", "pymdownx.keys"),
        ("- [ ] Dig", "pymdownx.tasklist"),
        ('--8<-- "about.md"', "pymdownx.snippets"),
        ("/// note\nWords.\n///", "pymdownx.blocks.admonition"),
        ("A {++new++} tap.", "pymdownx.critic"),
        ("See it.[^1]\n\n[^1]: Words.", "footnotes"),
        ("The HSCP.\n\n*[HSCP]: The partnership", "abbr"),
        ("Bed\n\n:   A place to grow.", "def_list"),
        ("An icon :material-flower: here.", "pymdownx.emoji"),
        ("## Taps {#taps}\n\nWords.", "attr_list"),
        ("Words.\n{ .wide }", "attr_list"),
        ("[Go](about.md){ .md-button }", "attr_list"),
        ("Water is H~2~O.", "pymdownx.tilde"),
        ("10 m^2^ of beds.", "pymdownx.caret"),
        ("Write `#!py print(1)`.", "pymdownx.inlinehilite"),
    ],
)
def test_signs_of_an_extension_are_told_where_it_is_not_on(text: str, extension: str) -> None:
    told = [problem for problem in slips(text, "toc") if problem.rule == "signs-have-their-extension"]
    assert told
    assert f"or add {extension}" in told[0].instead
    on = extension if extension != "abbr" else "extra"  # which brings abbr with it
    assert "signs-have-their-extension" not in {problem.rule for problem in slips(text, "toc", on)}


BELOW = "Write them on a line of their own, directly below the words. If readers should see them, write \\{ in place of {."


@pytest.mark.parametrize(
    ("text", "line", "instead"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n{ .wide }", 4, "Leave them out: a whole table takes none."),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n\n{ .wide }", 5, "Write them directly below the words that they are for."),
        ("Words { .wide }", 1, BELOW),
        ("See [the taps](about.md) { .md-button } here.", 1, "Write See [the taps](about.md){ .md-button } here."),
        ("The [mot]{lang=fr} here.", 1, "Leave the brackets and braces out, or add pymdownx.bracketspan to markdown_extensions in mkdocs.yml."),
        ("Words.\n{ .wide }\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n{ .wide }", 8, "Write them directly below the words that they are for."),
        (
            "Words.\n{ .a }\n\nMore words { .a }",
            4,
            BELOW,
        ),
    ],
)
def test_braces_that_reach_nothing_are_told_with_what_to_write(text: str, line: int, instead: str) -> None:
    (problem,) = in_rendered(text)
    assert (problem.line, problem.instead) == (line, instead)


@pytest.mark.parametrize(
    "text",
    [
        "[Go](about.md){ .md-button }",
        "*Words*{ .a } and `code`{ .a }",
        "Words.\n{ .a }",
        "- One\n- Two\n{ .a }",
        "## Taps { #taps }",
        "| a { .a } | b |\n| --- | --- |\n| 1 | 2 |",
        "``` { .py .a }\nprint(1)\n```",
        "Write `{ .a }` below it.",
        r"Write \{ .a } below it.",
    ],
)
def test_braces_that_reach_their_words_are_not_told(text: str) -> None:
    assert [*slips(text), *in_rendered(text)] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("```mermaid\ngraph LR\n  A --> B\n```", 1),
        ("Words.\n\n$$\nx^2\n$$", 3),
        ("``` { .yaml .annotate }\na: b\n```", 1),
        ("```yaml\na: b # (1)!\n```", 2),
        ("Words (1)\n{ .annotate }", 2),
        ("![A bed](bed.png#only-light)", 1),
    ],
)
def test_what_only_a_script_of_material_shows_is_told(text: str, line: int) -> None:
    assert line in {problem.line for problem in slips(text) if problem.rule == "pages-need-no-script"}


@pytest.mark.parametrize("text", ["```text\ngraph LR\n```", "It costs 5 $, and $$ is no sum.", "```sh\necho hello!\n```", "Use `==a==` and `$$x$$`."])
def test_words_that_look_like_it_are_not_told(text: str) -> None:
    assert not {problem.rule for problem in slips(text, "toc")} & {"pages-need-no-script", "signs-have-their-extension"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Words.\n\nSee the *charter for more.", 3),
        ("- one *item\n- another", 1),
        ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |", 3),
        ("| a | b |\n| 1 | 2 |", 1),
        ("As it says.[^charter]", 1),
        ("It is {{ page.title }}.", 1),
        ("{% if open %}Open{% endif %}", 1),
        ("See [the map](http://localhost:8000/map/).", 1),
        ("See [the map](http://192.168.0.7/map/).", 1),
        ("See [the map](https://garden.example:8443/map/).", 1),
        ("See [the map](https://maps.example.org/).", 1),
        ("See [the map(~/map/).", 1),
        ("Words.\n\n## A map {#map", 3),
        ("Write to warden@gardens.scot.", 1),
        ("Words of a paragraph.\n---", 2),
        ("Words.\n\n--- The map", 3),
        ("-- The map --", 1),
        ("## What to do:", 1),
        ("### What to do, { #what }", 1),
        ("Words.\n\n> What you can do\n\nMore words.", 3),
        (">Taps and hoses", 1),
    ],
)
def test_signs_without_their_other_half_are_told(text: str, line: int) -> None:
    assert [problem.line for problem in slips(text)] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "A *slanted word* and 2 * 3 and \\*.",
        "* one item\n* another",
        "| a | b |\n| :-- | --: |\n| 1 \\| 2 | 3 |",
        "As it says.[^charter]\n\n[^charter]: Page 4.",
        "Write `{{ page.title }}` and `*`.",
        "*[HSCP]: Health and social care partnership",
        "Words.\n\n---\n\nWrite to <warden@gardens.scot> or [her](mailto:warden@gardens.scot), as in `https://example.org/`.",
        "# A heading {#short}\n\nSee [the map](https://garden.example/map/).",
        "> The by-law gives each ten beds a tap.",
        "> The by-law gives\n> each ten beds a tap",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "## Can I have a tap?\n\n### The by-law: what it says\n\n- a tap\n- -- and no hose",
    ],
)
def test_signs_that_are_whole_are_no_slip(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize("words", ["    See the `charter`.\n    It is long.", "\tSee the charter.", "      **See** the charter & the map."])
def test_a_paragraph_that_is_set_in_is_told_and_is_words_again_when_its_first_line_is_written_so(words: str) -> None:
    config, _ = read_config(ROOT)
    text = f"# A page\n\nWords.\n\n{words}\n\nMore."
    _, (problem,) = written("content/pages/a.md", text, 4, "A page", config.markdown)
    assert (problem.path, problem.line) == ("content/pages/a.md", 9)
    assert problem.replacement is not None
    mended, _ = replaced("---\n" * 4 + text, [problem.replacement])
    page, problems = written("content/pages/a.md", mended.removeprefix("---\n" * 4), 4, "A page", config.markdown)
    assert problems == ()
    assert "<pre>" not in page.html


@pytest.mark.parametrize("text", ["- one\n\n    goes on", "!!! note\n    Words.\n\n    More.", "```\n    code\n```", "See.[^1]\n\n[^1]: Words.\n\n    More."])
def test_what_is_set_in_below_an_item_a_box_a_note_or_between_fences_is_no_slip(text: str) -> None:
    config, _ = read_config(ROOT)
    assert written("content/pages/a.md", f"# A page\n\n{text}", 4, "A page", config.markdown)[1] == ()


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("--- The map", "The map"),
        ("## What to do: {#what}", "## What to do {#what}"),
        ("### Taps\n\n> What you can do", "### Taps\n\n### What you can do"),
    ],
)
def test_a_line_where_a_heading_was_meant_is_offered_as_it_should_be(text: str, mended: str) -> None:
    (problem,) = slips(text)
    assert problem.replacement is not None
    assert replaced(text, [problem.replacement])[0] == mended
    assert slips(mended) == []


@pytest.mark.parametrize(
    ("text", "line", "mended"),
    [
        ("Bring:\n\n\u2013 a spade\n\u2013 gloves", 3, "- a spade"),
        ("Bring:\n\na) a spade\nb) gloves", 3, "- a spade"),
        ("This is ** very important ** today.", 1, "This is **very important** today."),
        ("See (the map)[~/map/].", 1, "See [the map](~/map/)."),
        ("See [the map](~\\map\\).", 1, "See [the map](~/map/)."),
        ("See <www.gardens.scot> today.", 1, "See <https://www.gardens.scot> today."),
        ("See [[map]] today.", 1, ""),
        ("!!! note\nBring gloves.", 1, "!!! note\n\n    Bring gloves."),
        ("Words.\n\n!!! note", 3, ""),
        ("It is closed.\n\n[^1]: In winter.", 3, ""),
        ("![IMG_2031.png](a.png)", 1, ""),
        ("![IMG 2031](a.png)", 0, ""),
        ("![A bed](My Photo.JPG)", 1, ""),
    ],
)
def test_what_markdown_shows_as_it_is_typed_is_told_with_what_was_meant(text: str, line: int, mended: str) -> None:
    found = slips(text)
    assert [problem.line for problem in found][:1] == ([line] if line else [])
    assert [problem.replacement.line for problem in found[:1] if problem.replacement] == ([mended] if mended else [])


@pytest.mark.parametrize(
    "text",
    [
        "**Taps** and **hoses** are **kept** apart.",
        "See [[the map]](~/map/).",
        "\u2013 A dash may begin words.",
        "a) alone is no list.",
        '!!! note "Before you come"\n\n    Bring gloves.',
        "It is closed.[^1]\n\n[^1]: In winter.",
        "At 9:30:15 it opens: ask first.",
        "![A bed of roses](roses.png)",
        "The taps (all of them)[^1] are open.\n\n[^1]: In summer.",
        "`** x **` and `[[x]]` are code.",
    ],
)
def test_what_is_like_such_a_slip_and_right_is_not_told(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "line", "instead"),
    [
        ("The taps:\n\nNorth | by the gate\nSouth | by the pond", 3, "Write below it --- | ---"),
        ("- One bed\n- Two beds\nBed | Tap\nOne | north", 3, "Write below it --- | ---"),
        ("Bed | Tap | Key\nOne | north | Ada", 1, "Write below it --- | --- | ---"),
        ("Each tap (~/taps/north/) has a key.", 1, "Write it in round brackets"),
        ("Look at ~/beds/ first.", 1, "Write it in round brackets"),
        ("The key hangs in the shed [ask Bo where].", 1, "Delete it, or write it as words."),
        ("The key hangs in the shed.\n\nSent from my Galaxy", 3, "Delete it."),
        ("The key hangs in the shed.\nGet Outlook for Android", 2, "Delete it."),
    ],
)
def test_what_would_stay_as_signs_or_as_a_note_is_told_on_its_line(text: str, line: int, instead: str) -> None:
    (problem,) = slips(text)
    assert problem.line == line
    assert problem.instead.startswith(instead)


@pytest.mark.parametrize(
    "text",
    [
        "Bed | Tap\n--- | ---\nOne | north",
        "It is open | shut.",
        "See [beds](~/beds/), [a map][map] and `~/taps/`.\n\n[map]: ~/map/",
        "See [the map] and [^1].\n\n[the map]: ~/map/\n\n[^1]: By Bo.",
        "- [ ] Turn the tap off",
        "She sent from my shed a key.",
    ],
)
def test_tables_links_and_notes_that_work_are_no_slip(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize("spaces", [2, 3])
def test_items_of_an_item_are_set_in_far_enough(spaces: int) -> None:
    text = f"Bring with you:\n\n1. Tools:\n{' ' * spaces}- a spade\n{' ' * spaces}- a fork\n2. Gloves\n"
    (problem,) = slips(text)
    assert problem.line == 4
    assert problem.replacement is not None
    after, _ = replaced(text, [problem.replacement])
    page, problems = written("content/pages/a.md", f"# A page\n\n{after}", 4, "A page", read_config(ROOT)[0].markdown)
    assert problems == ()
    assert page.html.count("<ol>") == page.html.count("<ul>") == 1
    assert page.html.index("<ul>") < page.html.index("a fork") < page.html.index("</ul>") < page.html.index("Gloves")
    assert slips(after) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("![A rose bed](D:/garden/Rose Bed.JPG)", "under the name rose-bed.jpg, and write ![A rose bed](rose-bed.jpg)"),
        ("![A rose bed](file:///home/jo/rose.png)", "under the name rose.png, and write ![A rose bed](rose.png)"),
        ("See [the form](\\\\garden-pc\\shared\\form.pdf).", "under the name form.pdf, and write [the form](form.pdf)"),
    ],
)
def test_a_file_of_ones_own_computer_is_told_once_with_where_to_put_it(text: str, told: str) -> None:
    wrong = written("content/pages/beds/page.md", text, 0, "Beds", read_config(ROOT)[0].markdown)[1]
    source = Source("content/pages/beds/page.md", text, 0, EXTENSIONS, SITE)
    (problem,) = (*in_source(source), *(one for one in wrong if "heading of its own" not in one.wrong))
    assert "in content/pages/beds/, beside this page," in problem.instead
    assert problem.instead.endswith(told)


def test_one_cell_is_one() -> None:
    (problem,) = slips("| a | b |\n| --- | --- |\n| 1 |\n")
    assert "has 1 cell," in problem.wrong


OTHER_CODE = "\n\n```yaml\nautumn: shut\n```\n\nAsk [the warden] by 2031-11-02.\n"


@pytest.mark.parametrize(
    ("code", "last", "words"),
    [
        ("```yaml\nspring: open\n\n# a note\nsummer: open", 5, "\n\nThe taps are open in spring."),
        ("```sh\nturn --on tap", 2, "\n\n1. **Hoses.** Take them back.\n2. Shut the tap."),
        ("```sh\nturn --on tap", 2, "\n\n`--on` opens it."),
        ("```text\nThe tap is open.", 2, ""),
        ("````yaml\nspring: open\n```", 3, "\n\n## In summer"),
    ],
)
def test_code_that_is_not_closed_before_other_code_is_told_once_with_where_it_ends(code: str, last: int, words: str) -> None:
    fence = re.match("`+", code)
    assert fence
    text = f"{code}{words}{OTHER_CODE}".replace("```yaml\nautumn", f"{fence[0]}yaml\nautumn")
    (problem,) = slips(text)
    other = text.split("\n").index(f"{fence[0]}yaml", 1) + 1
    assert (problem.line, problem.wrong) == (1, f"Code is opened here and not closed before line {other}, which opens other code.")
    assert problem.instead == f"Write {fence[0]} on a line of its own below line {last}."


def test_where_code_ends_among_words_is_left_to_the_editor() -> None:
    (problem,) = slips(f"```text\nThe tap is open.\n\nThe gate is shut.{OTHER_CODE}")
    assert problem.instead == "Write ``` on a line of its own below the last line of the code."


@pytest.mark.parametrize("text", ["````markdown\n```yaml\nspring: open\n```\n````", "~~~\n```yaml\n~~~", "```yaml\nspring: open\n```\n\n```sh\nturn\n```"])
def test_code_in_longer_fences_and_code_after_code_are_closed(text: str) -> None:
    assert slips(text) == []
