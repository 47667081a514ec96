"""``run.py new`` prints a record to fill in: with the next free id, where to put it, and dots only where an editor must write something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sds.__main__ import main
from sds.model.kinds import KINDS
from sds.reading.load import load
from sds.reading.template_record import may_be_new, place_of


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["action", "water", "wardens"], "    - id: water-w2\n"),
        (["term"], '  - id: "..."\n'),
        (["finding", "paths"], "  - id: E02-01\n"),
        (["component", "paths"], "  - id: paths-cc2\n"),
    ],
)
def test_a_new_record_has_the_next_free_id_and_the_indent_of_its_neighbours(
    small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["new", *arguments], small) == 0
    out = capsys.readouterr().out
    assert said in out
    path, line = (one.strip(",") for one in (out.split()[4], out.split()[7]))
    lines = (small / path).read_text("utf-8").split("\n")
    block = out.split("\n", 1)[1].rstrip("\n").split("\n")
    (small / path).write_text("\n".join([*lines[: int(line)], *block, *lines[int(line) :]]), "utf-8")
    told = [str(problem) for problem in load(small).problems]
    assert told, "the dots are asked for"
    assert not any("lined up" in one or "cannot be read" in one or "is not a field" in one for one in told), told


WITHIN = {"statement": ("water", "growers"), "component": ("water",), "sentence to say": ("water",)}
"""Records of a standard need the standard (and some the role) as an argument."""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["action"], "Say where it belongs: new action STANDARD ROLE. The standards are: paths, water. The roles are: growers, wardens."),
        (["action", "water"], "The roles are: growers, wardens."),
        (["action", "watr", "growers"], '"watr" is not the id of a standard or a role. Did you mean "water"?'),
        (["ask_for"], "Say where it belongs: new ask_for STANDARD."),
        (["actoin"], 'Did you mean "action"?'),
        (["page"], "A hand-written page is no record. Copy content/pages/about.md"),
    ],
)
def test_who_does_not_say_what_or_where_is_told_what_to_type(small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    assert main(["new", *arguments], small) == 2
    assert said in capsys.readouterr().err


def test_a_sentence_to_say_is_printed_by_the_name_that_the_files_have(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "ask_for", "water"], small) == 0
    assert "id: water-a" in capsys.readouterr().out


@pytest.mark.parametrize("kind", [kind.one for kind in KINDS.values() if may_be_new(kind) and kind.steps])
def test_every_kind_is_printed_where_it_belongs_and_asks_for_nothing_but_what_the_dots_stand_for(
    small_easy_read: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    assert main(["new", *kind.split(), *WITHIN.get(kind, ())], small_easy_read) == 0
    first, *block = capsys.readouterr().out.rstrip("\n").split("\n")
    place = re.fullmatch(r"# Put this into (\S+), below (?:line (\d+)|the line (\S+): that you add), as printed here, indented by .*", first)
    assert place is not None, first
    lines = (small_easy_read / place[1]).read_text("utf-8").rstrip("\n").split("\n")
    at = int(place[2]) if place[2] else len(lines)
    new = [*lines[:at], *([f"{place[3]}:"] if place[3] else []), *block, *lines[at:]]
    (small_easy_read / place[1]).write_text("\n".join(new) + "\n", "utf-8")
    told = [problem for problem in load(small_easy_read).problems if problem.path == place[1]]
    assert told, "the dots are asked for"
    assert not [str(one) for one in told if not at < one.line <= at + len(block) + 1 or "..." not in (one.wrong + new[one.line - 1])], told


@pytest.mark.parametrize(("kind", "folder"), [("situation", "content/situations"), ("template", "content/templates")])
def test_what_is_a_file_of_its_own_is_printed_as_one(small: Path, capsys: pytest.CaptureFixture[str], kind: str, folder: str) -> None:
    assert main(["new", kind], small) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert f"a new file, {folder}/the-id.yaml" in first
    made_file = small / folder / "my-new-one.yaml"
    made_file.parent.mkdir(exist_ok=True)
    made_file.write_text("\n".join(lines).replace('id: "..."', "id: my-new-one") + "\n", "utf-8")
    told = [str(problem) for problem in load(small).problems if problem.path == f"{folder}/my-new-one.yaml"]
    assert told, "the dots are asked for"
    assert not any("lined up" in one or "cannot be read" in one or "is not a field" in one or "first line" in one for one in told), told


def test_no_kind_of_which_there_is_one_is_printed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "accessibility statement"], small) == 2
    assert "There is no kind of record" in capsys.readouterr().err


def test_a_record_goes_behind_the_last_of_its_kind_there(small: Path) -> None:
    where = load(small).where
    place = place_of(where, KINDS["actions"], ["water", "growers"])
    assert place is not None
    assert (place.path, place.column) == ("content/standards/water.yaml", 4)
    assert place_of(where, KINDS["actions"], ["no-such"]) is None
