"""Reading YAML: no text is changed or lost, and every mistake is explained in words for editors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from helpers import ROOT
from sds.easy_read.fingerprint import fingerprint
from sds.problem import Problem, replaced
from sds.reading.load import load
from sds.reading.yaml_text import Document, Value, parse, read

JARGON = re.compile(
    r"\b(mapping|scalar|token|block|node|sequence|anchor|alias|parser?|parsing|YAML|indentation|key|unicode|codec|exception|error)\b", re.IGNORECASE
)
QUOTE = "Put the value in double quotes"
WHOLE = "Put the whole value in double quotes"
APART = "There are words outside the quotes of this value."
LEFT = "These words are too far to the left to belong to the words above them."
CONFLICT = "Two versions of this passage were not merged."


def document(text: str) -> Document:
    """The document parsed from a valid text."""
    found, problems = parse("a.yaml", text)
    assert found is not None
    assert problems == []
    return found


def only(text: str) -> Problem:
    """The only problem of a text."""
    _, problems = parse("content/a.yaml", text)
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]


@pytest.mark.parametrize(
    "written",
    [
        "1.10",
        "no",
        "yes",
        "on",
        "off",
        "null",
        "~",
        "true",
        "2024-05-01",
        "0123",
        "1e3",
        "0x1F",
        "12:30:45",
        "1_000",
        "+44 131 496 0000",
        ".5",
        "NaN",
        "<<",
        "=",
    ],
)
def test_a_value_stays_the_text_that_was_written(written: str) -> None:
    assert document(f"number: {written}\n").data == {"number": written}
    assert document(f"numbers: [{written}]\n").data == {"numbers": [written]}
    assert document(f"{written}: here\n").data == {written: "here"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: Ask for a plan.", "Ask for a plan."),
        ("a: it's no#1 & 50% off*", "it's no#1 & 50% off*"),
        ("a: Ask\n  for a plan.", "Ask for a plan."),
        ("a: >-\n  Ask\n  for # a plan.", "Ask for # a plan."),
        ('a: "Ask: for # a plan."', "Ask: for # a plan."),
        ("a: 'It''s yours'", "It's yours"),
        ('a: "yours"  # a note after a quoted value is a note', "yours"),
        ("a: caf\u00e9 \u2013 \U0001f600", "caf\u00e9 \u2013 \U0001f600"),
        ("a:", ""),
        ("a: [one, two]  # a note after a list is a note", ["one", "two"]),
        ("a:  # a note before a list is a note\n  - one", ["one"]),
        ("# a note on a line of its own\na: one", "one"),
    ],
)
def test_every_way_of_writing_words_gives_the_words(text: str, value: Value) -> None:
    assert document(text + "\n").data == {"a": value}


def test_windows_line_ends_change_nothing() -> None:
    assert document("a: one\r\nb:\r\n  - two\r\n").data == {"a": "one", "b": ["two"]}


def test_every_place_knows_its_line() -> None:
    found = document("# a note\nid: water\ntext: >-\n  Ask\n  for it.\nactions:\n  - id: a-1\n    stages: [x,\n             y]\n\n  - id: a-2\n")
    places = [("id",), ("text",), ("actions",), ("actions", 0), ("actions", 0, "stages"), ("actions", 0, "stages", 1), ("actions", 1, "id")]
    assert [found.line(place) for place in places] == [2, 3, 6, 7, 8, 9, 11]


def test_a_place_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    found = document("id: water\nactions:\n  - id: a-1\n    text: Ask.\n")
    assert found.line(("actions", 0, "why")) == 3
    assert found.line(("limits",)) == 1


def test_a_repeated_field_names_both_lines() -> None:
    problem = only("id: water\nactions:\n  - text: one\n    why: two\n    text: three\n")
    assert str(problem) == 'content/a.yaml:5: The field "text" is here twice; the first is on line 3. Keep one of them, or give one its own name.'


SLIPS = [
    # the editor's text, the line of the problem, what is wrong, what to write instead
    ("id: a\n\twhy: b\n", 2, "There is a tab in this line.", "Write two spaces for each level of indent."),
    ("id: a\nwhy: b\u00a0c\n", 2, "a non-breaking space", "Write why: b c"),
    ("id: a\nwhy: b\u200bc\n", 2, "a zero-width space", "Write why: bc"),
    ("\ufeffid: a\n", 1, "a byte-order mark", "Save it again as UTF-8 without BOM."),
    ("id: a\rwhy: b\r", 1, "This line ends as lines did on an old Mac.", "Save it again with the line ends LF or CRLF"),
    ("id: a\nwhy: b\rc: d\n", 2, "This line ends as lines did on an old Mac.", "Save it again with the line ends LF or CRLF"),
    ("id: a\nwhy: b\x85c\nd: e\n", 2, "a line end of another system", "Delete it and press Enter, or write a space."),
    ("id: a\nwhy: b\u2029c\nd: e\n", 2, "a paragraph separator", "Delete it and press Enter, or write a space."),
    # words lost to a comment
    ("id: a\nwhy: Plot #2 # is mine\n", 2, 'The words "#2 # is mine" are lost', f'{WHOLE}: why: "Plot #2 # is mine"'),
    ('id: a\nwhy: Say "no" # twice\n', 2, 'The words "# twice" are lost', 'without the sign: why: "Say \u201cno\u201d twice"'),
    ("id: a\nwhy:\n  Ask for\n  plot # 2\n", 4, 'The words "# 2" are lost', f'{WHOLE}: why: "Ask for plot # 2"'),
    ("id: a\nasks:\n  - Ask for plot # 2\n", 3, 'The words "# 2" are lost', f'{WHOLE}: - "Ask for plot # 2"'),
    ("id: a\r\nwhy: Plot # 2\r\n", 2, 'The words "# 2" are lost', f'{WHOLE}: why: "Plot # 2"'),
    # colons
    ("id: a\nwhy: Ask: is it mine\nb: c\n", 2, "There is a second colon in this value.", f'{QUOTE}: why: "Ask: is it mine"'),
    ("x:\n  - why: Ask: is it\n", 2, "There is a second colon in this value.", f'{QUOTE}: - why: "Ask: is it"'),
    ("x:\n  - Can I\n    ask: today\n", 3, "There is a colon and a space in these words.", 'Put them in double quotes: - "Can I ask: today"'),
    ("id: a\nwhy: Ask\n  me now: today\n", 3, "There is a colon and a space in these words.", 'Put them in double quotes: why: "Ask me now: today"'),
    ("id: a\nwhy b\nc: d\n", 2, "There is no colon and space after the field name.", "Write the name, a colon and a space: why: b"),
    ("id: a\nwhy:b\nc: d\n", 2, "There is no colon and space after the field name.", "Write the name, a colon and a space: why: b"),
    ("id: a\nwhy b\n", 2, "There is no colon and space after the field name.", "Write the name, a colon and a space: why: b"),
    ("id b\nwhy: c\n", 1, "There is no colon and space after the field name.", "Write the name, a colon and a space: id: b"),
    ("x:\n  - b\n  -Can I have\n", 3, "There is no space after the hyphen.", "Write - Can I have"),
    # quotes
    ('id: a\nwhy: "Ask for it\nb: c\nd: e\n', 2, "A quote is opened and never closed.", 'End the value with the same quote: why: "Ask for it"'),
    ("id: a\nwhy: 'Ask for it\nb: c\n", 2, "A quote is opened and never closed.", "End the value with the same quote: why: 'Ask for it'"),
    ('id: a\nwhy: "Ask for it\nb: "c"\n', 2, "A quote is opened and never closed.", 'End the value with the same quote: why: "Ask for it"'),
    ('id: a\nwhy: ["b, c]\nd: e\n', 2, "A quote is opened and never closed.", "End the value with the same quote"),
    ('id: a\nwhy: "Ask" for it\n', 2, APART, 'Put one pair around the whole: why: "\u201cAsk\u201d for it"'),
    ("x:\n  - 'Can' I\n    go\n", 2, APART, "Put one pair around the whole: - \"'Can' I go\""),
    ("id: a\nwhy: 'Someone's say'\n", 2, APART, 'Put one pair around the whole: why: "Someone\'s say"'),
    # brackets
    ("id: a\nwhy: [b, c\nd: e\nf: g\n", 2, "A bracket is opened and never closed.", "End the list with ] as in why: [b, c]"),
    ("x:\n  - why: {b: c\n    d: e\n", 2, "A brace is opened and never closed.", "End the list with } as in - why: {b: c}"),
    ("id: a\nwhy: [b,, c]\n", 2, "There is a comma with nothing before it.", "Write why: [b, c]"),
    ('id: a\nwhy: ["b" c]\n', 2, "A comma is missing between two values.", 'Write why: ["b", c]'),
    ("id: a\nwhy: [b]]\n", 2, "There is one ] too many.", "Write why: [b]"),
    ("id: a\nwhy: [Ask] for it\n", 2, "There are words after the closing bracket.", f'Delete them, or {WHOLE[0].lower()}{WHOLE[1:]}: why: "[Ask] for it"'),
    # text on several lines, and files with several documents
    ("x:\n  - > words\n", 2, "After > or | the words start on the next line.", 'Leave that character out: - "words"'),
    ("id: a\nwhy: >- words\n  more\n", 2, "After > or | the words start on the next line.", 'Leave that character out: why: "words more"'),
    ("x:\n  why: >-\n    Ask\n  for it\n  b: c\n", 4, LEFT, "Indent this line by 4 spaces."),
    ("x:\n  why: >-\n    Ask\n for it\n  b: c\n", 4, LEFT, "Indent this line by 4 spaces."),
    ("why: >-\nAsk for it\nb: c\n", 2, LEFT, "Indent this line by 2 spaces."),
    ("id: a\n---\nwhy: b\n", 2, "A line of hyphens or dots ends the file here", "Delete this line."),
    ("id: a\n...\nwhy: b\n", 2, "A line of hyphens or dots ends the file here", "Delete this line."),
    ("id: a\n<<<<<<< HEAD\nwhy: b\n=======\nwhy: c\n>>>>>>> main\n", 2, CONFLICT, "Keep one and delete the marks."),
    ("x:\n  - id: a\n    =======\n", 3, CONFLICT, "Keep one and delete the marks."),
    # indentation
    ("id: a\n   why: b\n", 2, "This line is indented further than the field it belongs to.", "Indent this line by "),
    ("x:\n  - id: a\n     why: b\n", 3, "This line is indented further than the field it belongs to.", "Indent this line by "),
    ("x:\n  - id: a\n   why: b\n", 3, "This line is not lined up", "Indent this line by "),
    ("x:\n  id: a\n why: b\n", 3, "This line is not lined up", "Indent this line by "),
    ("why: its own\nexamples are many\nb: c\n", 2, "These words belong to no field.", "If its words belong to those above, indent it by 2 spaces."),
    # special characters
    ("x:\n  * Please\n  * Can I\ny: b\n", 2, "A star stands where an item of a list begins", "Here and on the lines below, write - Please"),
    ("id: a\nwhy: *very* good\n", 2, "A value starts with *, & or !", "Leave the character out: why: very good"),
    ("id: a\nwhy: & more\n", 2, "A value starts with *, & or !", "Leave the character out: why: And more"),
    ("id: a\nwhy: &more water\n", 2, "A value starts with *, & or !", "Leave the character out: why: more water"),
    ("id: a\nwhy: !important ask first\n", 2, "A value starts with *, & or !", "Leave the character out: why: important ask first"),
    ("id: a\nwhy: ! ask first\n", 2, "A value starts with *, & or !", "Leave the character out: why: ask first"),
    ("id: &x a\nwhy: b\n", 1, "A value starts with *, & or !", "Leave the character out: id: x a"),
    ("id: a\nwhy: &x [*x]\n", 2, "A value starts with *, & or !", "Leave the character out: why: [x]"),
    ("id: a\nwhy: @home\n", 2, "A value starts with a character that has a special meaning here.", "Leave the character out: why: home"),
    ("x:\n  - @council says\n", 2, "A value starts with a character that has a special meaning here.", "Leave the character out: - council says"),
    ("id: a\nwhy: [b, @c]\n", 2, "A value starts with a character that has a special meaning here.", f'{QUOTE}: "@c"'),
    ("id: a\nwhy: %50\n", 2, "A value starts with a character that has a special meaning here.", "Leave the character out: why: 50"),
    ("id: a\nwhy: `code`\n", 2, "A value starts with a character that has a special meaning here.", "Leave the character out: why: code"),
    ("id: a\nwhy: b\x0bc\n", 2, "There is", "Delete"),
    ("id: a\nwhy: b\x07c\n", 2, "There is", "Delete"),
    ("", 1, "This file has no fields.", "Start a line with a field name and a colon"),
    ("- a\n- b\n", 1, "This file has no fields.", "Start a line with a field name and a colon"),
]


@pytest.mark.parametrize(("text", "line", "wrong", "instead"), SLIPS, ids=[repr(slip[0])[1:-1] for slip in SLIPS])
def test_a_slip_gives_one_problem_on_its_line_with_what_to_write(text: str, line: int, wrong: str, instead: str) -> None:
    problem = only(text)
    assert (problem.path, problem.line) == ("content/a.yaml", line)
    assert wrong in problem.wrong
    assert instead in problem.instead
    ours = re.sub(r'"[^"]*"', "", f"{problem.wrong} {problem.instead}")  # without the words quoted from the editor
    assert not JARGON.search(ours)


MENDED_BY_HAND = (
    "Write two spaces",
    "Delete them",
    "Delete ",
    "Save it again",
    "Line it up",
    "Set it in by the same",
    "Keep one",
    'Start a line with a field name and a colon, such as "id: a-name".',
    "End the value with the same quote.",
    "Write the name, a colon and a space: why: b",
    "Write the name, a colon and a space: id: b",
    'Put the value in double quotes: "@c"',
    f'{WHOLE}: why: "Ask for plot # 2"',
)
"""The suggestions that leave a decision to the editor: what to delete or keep, what was meant, or where in several lines."""


@pytest.mark.parametrize("text", [slip[0] for slip in SLIPS], ids=[repr(slip[0])[1:-1] for slip in SLIPS])
def test_a_line_that_a_message_proposes_mends_the_slip_when_it_is_written(text: str) -> None:
    problem = only(text)
    proposed = problem.replacement
    if proposed is None:
        assert problem.instead.startswith(MENDED_BY_HAND)
        return
    after, count = replaced(text, [proposed])
    assert count == 1
    assert parse("content/a.yaml", after)[1] == []
    assert problem.instead.endswith(proposed.line.splitlines()[0].strip()) or problem.instead.startswith("Indent this line by"), (
        "and nothing else than the message says"
    )


@pytest.mark.parametrize(
    "text",
    [
        "also_called: [a, braille #2, b\n  c, d]\n",  # the cause is in an earlier line
        'why: "Ask for it\n  and more\nb: c\n',
    ],
)
def test_no_line_is_offered_where_the_cause_may_be_another(text: str) -> None:
    assert [problem.replacement for problem in parse("content/a.yaml", text)[1]] == [None]


ESCAPES = [
    r"\0",
    r"\a",
    r"\b",
    r"\t",
    r"\n",
    r"\v",
    r"\f",
    r"\r",
    r"\e",
    r"\ ",
    r"\_",
    r"\N",
    r"\L",
    r"\P",
    r"\x41",
    r"\u2019",
    r"\u200b",
    r"\U0001F600",
    r"\o",
    r"\d",
]
"""Every YAML escape (https://yaml.org/spec/1.2.2/#57-escaped-characters) except those for quotes and the backslash, and two invalid ones."""


@pytest.mark.parametrize("code", ESCAPES)
def test_a_backslash_that_would_change_a_letter_is_told_wherever_it_stands(code: str) -> None:
    for text, line in (
        (f'why: "support{code}raining"\n', 1),
        (f'a: 1\n"wh{code}y": words\n', 2),
        (f'list:\n  - "one{code}two"\n', 2),
        (f'list: [a, "one{code}two"]\n', 1),
        (f'why: "first line\n  second{code}line"\n', 2),
    ):
        problem = only(text)
        assert (problem.line, problem.hides) == (line, True)
        assert f"A backslash in double quotes changes what follows it: {code} is not read as written." in problem.wrong
        mended = problem.instead.partition(": ")[2]
        lines = text.splitlines()
        space = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
        again, problems = parse("a.yaml", "\n".join([*lines[: line - 1], space + mended, *lines[line:]]))
        assert problems == [], f"what is told to write is right: {mended}"
        assert again is not None


def test_what_a_backslash_message_says_to_write_is_what_was_meant() -> None:
    assert only(r'why: "housing\education and\or \"care\""').instead.endswith(r'why: "housing/education and/or \"care\""')
    assert only(r'why: "people\u2019s"').instead.endswith('why: "people\u2019s"')
    assert only('why: "one \\\n  two"').instead == 'Leave it out: why: "one'


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (r'"C:\users\me"', '"C:/users/me"'),
        (r'"see \Users"', '"see /Users"'),
        (r'"the \xray room"', '"the /xray room"'),
        (r'"C:\users\"', '"C:/users/"'),
        (r'"C:\work\"', '"C:/work/"'),
        (r'"C:\"', '"C:/"'),
    ],
)
def test_the_path_of_a_folder_in_quotes_is_told_of_its_backslashes_and_not_of_an_open_quote(written: str, mended: str) -> None:
    problem = only(f"id: a\nwhy: {written}\nwho: b\n")
    assert problem.line == 2
    assert "quote is opened" not in problem.wrong
    assert problem.instead == f"Write a slash in its place, or two backslashes: why: {mended}"
    assert document(f"id: a\nwhy: {mended}\nwho: b\n").data["why"] == mended.strip('"')


@pytest.mark.parametrize("written", [r'"a \\ b"', r'"say \"yes\""', r"'housing\training'", r"housing\training"])
def test_a_backslash_that_changes_nothing_is_taken(written: str) -> None:
    assert "\\" in str(document(f"why: {written}\n").data["why"]) or '"' in str(document(f"why: {written}\n").data["why"])


def test_every_tab_in_a_file_is_reported_at_once() -> None:
    _, problems = parse("a.yaml", "a:\n\t- b\nc: d\te\n")
    assert [problem.line for problem in problems] == [2, 3]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert read(tmp_path, "content/a.yaml") == (None, [Problem("content/a.yaml", 1, "This file is missing.", "Restore it from an earlier version.")])


def test_a_file_in_another_encoding_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("b: tea\na: caf\u00e9\n".encode("latin-1"))
    document, problems = read(tmp_path, "a.yaml")
    assert document is None
    assert [str(problem) for problem in problems] == ["a.yaml:2: This file is not saved as UTF-8 text. Save it again with the encoding UTF-8."]


def test_a_folder_with_the_name_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    document, problems = read(tmp_path, "a.yaml")
    assert document is None
    assert [str(problem) for problem in problems] == ["a.yaml:1: This is a folder with the name of a file. Give it a name without .yaml, or delete it."]


def test_a_line_to_write_says_what_the_editor_meant() -> None:
    for slip in ("x:\n  - Can I\n    ask: today\n", 'x:\n  - "Can" I\n', "x:\n  - 'It's mine: all'\n", "x:\n  - back\\slash: here: there\n", "x:\n  - a # b\n"):
        line = only(slip).instead.partition(": ")[2]
        value = document(f"x:\n  {line}\n").data["x"]
        assert isinstance(value, list)
        kept = re.findall(r"\w+", slip.removeprefix("x:"))
        assert re.findall(r"\w+", str(value[0])) == kept


def test_every_yaml_file_of_the_project_is_read_as_the_same_words_by_another_reader() -> None:
    """Another YAML parser reads the same words, so that other programs show an editor what the site says."""
    for path in ("standards.yaml", *sorted(f"content/standards/{file.name}" for file in (ROOT / "content/standards").glob("*.yaml"))):
        document, problems = read(ROOT, path)
        assert document is not None
        assert problems == []
        assert yaml.load((ROOT / path).read_text("utf-8"), Loader=yaml.BaseLoader) == document.data


def test_what_a_preview_keeps_is_made_again_when_its_file_changes(small: Path) -> None:
    file = small / "content/standards/water.yaml"
    before, again = load(small).framework, load(small).framework
    assert before is not None
    assert again is not None
    assert again.standards[0].actions is before.standards[0].actions, "nothing changed"
    text = before.actions[0].text
    file.write_text(file.read_text("utf-8").replace(text, text.replace(".", " today.")), "utf-8")
    after = load(small).framework
    assert after is not None
    assert after.actions[0].text == text.replace(".", " today.")
    assert fingerprint(again, "standards", "water") == fingerprint(before, "standards", "water")
    file.write_text(file.read_text("utf-8").replace("limits: ", "limits: Only in summer. "), "utf-8")
    drier = load(small).framework
    assert drier is not None
    assert fingerprint(drier, "standards", "water") != fingerprint(before, "standards", "water")
