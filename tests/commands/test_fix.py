"""``run.py fix`` writes what messages propose if there is exactly one proposal, and if the line has not changed since it was checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, with_theme
from sds.commands import fix
from sds.problem import Replacement, replaced
from sds.reading.yaml_lines import word_mended
from sds.suggest import near, sure

WATER, GLOSSARY = "content/standards/water.yaml", "content/glossary.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"
COLON = "      why: The by-law says: a tap.\n"
STAGES = "      stages: [planning, harvest]\n"


@pytest.fixture
def project(small: Path) -> Path:
    """The small framework with the real templates and settings."""
    return with_theme(small)


def text(project: Path, file: str) -> str:
    return (project / file).read_text("utf-8")


def test_each_proposed_line_is_written_and_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = text(project, WATER)
    edit(project, WATER, WHY, COLON)
    edit(project, WATER, STAGES, "      stages: planning, harvest\n")
    assert fix.main([], project) == 0
    assert text(project, WATER) == before.replace(WHY, '      why: "The by-law says: a tap."\n'), "the second slip is seen once the first is mended"
    assert capsys.readouterr().out.splitlines() == [
        f"{WATER}:21: There is a second colon in this value.",
        "  - why: The by-law says: a tap.",
        '  + why: "The by-law says: a tap."',
        f'{WATER}:31: There are words where a list belongs, in "stages" of "water-g2".',
        "  - stages: planning, harvest",
        "  + stages: [planning, harvest]",
        "2 lines written.",
    ]


def test_what_only_an_editor_can_know_is_left_and_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, WATER, WHY, "")
    edit(project, GLOSSARY, "    related: [bed]\n", "    related: [shed]\n")
    before = {file: text(project, file) for file in (WATER, GLOSSARY)}
    assert fix.main([], project) == 1
    assert {file: text(project, file) for file in (WATER, GLOSSARY)} == before, "what is meant is not known, and words are the editor's"
    assert capsys.readouterr().out == "0 lines written. 2 errors left: python3 run.py check says what to write.\n"


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        (WATER, "      driver: compost\n      stages: [planning, harvest]\n", "      driver: composst\n      stages: [planning, harvest]\n"),
        (WATER, STAGES, "      stages: [planning, harvst]\n"),
        (WATER, STAGES, "      stages: [planning, 'harvst']\n"),
        (WATER, WHY, WHY.replace("why:", "wyh:")),
        (GLOSSARY, "    related: [bed]\n", "    related: [bedd]\n"),
        (GLOSSARY, "    related: [bed]\n", "    related:\n      - bedd\n"),
    ],
)
def test_a_misspelt_name_is_written_right_where_one_alone_is_near(project: Path, file: str, right: str, wrong: str) -> None:
    edit(project, file, right, wrong)
    assert fix.main([], project) == 0
    assert text(project, file).replace("'harvest'", "harvest").replace("related:\n      - bed\n", "related: [bed]\n").count(right) == 1


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("Read [this](~/standards/watr/) and [that](~/about/).", "Read [this](~/standards/water/) and [that](~/about/)."),
        ("Read [this](abuot.md).", "Read [this](about.md)."),
        ("Read [this](~/about/#nowhere-like-it).", "Read [this](~/about/)."),
    ],
)
def test_a_link_that_leads_nowhere_is_written_as_it_was_meant(project: Path, broken: str, meant: str) -> None:
    about = project / "content/pages/about.md"
    before = about.read_text("utf-8")
    about.write_text(f"{before}\n{broken}\n", "utf-8")
    assert fix.main([], project) == 0
    assert about.read_text("utf-8") == f"{before}\n{meant}\n"


def test_a_link_like_no_address_and_one_that_stands_twice_in_its_line_are_left(project: Path) -> None:
    about = project / "content/pages/about.md"
    written = about.read_text("utf-8") + "\n[this](nowhere.md)\n\n[one](abuot.md) and [two](abuot.md)\n"
    about.write_text(written, "utf-8")
    assert fix.main([], project) == 1
    assert about.read_text("utf-8") == written


def test_a_name_that_may_be_one_of_two_is_left(project: Path) -> None:
    edit(project, WATER, WHY, WHY + WHY.replace("why:", "whyy:"))
    before = text(project, WATER)
    assert fix.main([], project) == 1
    assert text(project, WATER) == before, "the right field is there too"
    assert sure("bedd", ["bed", "bend"]) == ""
    assert near("bedd", ["bed", "bend"]) == "bed"


def test_a_word_is_mended_only_where_it_stands_once() -> None:
    assert word_mended(["a: [bedd, can]"], 1, "bedd", "bed") == Replacement(1, 1, ("a: [bedd, can]",), "a: [bed, can]")
    for line in ("a: [bedd, bedd]", "a: [bedd, bed]", "a: [bedd-1]", "bedd: bedd", "a: terms/bedd"):
        assert word_mended([line], 1, "bedd", "bed") is None


def test_a_dry_run_shows_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, WATER, WHY, COLON)
    before = text(project, WATER)
    assert fix.main(["--dry-run"], project) == 1
    assert text(project, WATER) == before
    assert capsys.readouterr().out.splitlines()[-2:] == ['  + why: "The by-law says: a tap."', "1 line would change. Nothing was changed."]


def test_only_named_files_are_written(project: Path) -> None:
    edit(project, WATER, WHY, COLON)
    edit(project, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: A barrel: for rain.\n")
    before = text(project, WATER)
    assert fix.main([str(project / GLOSSARY)], project) == 1
    assert text(project, WATER) == before
    assert '    meaning: "A barrel: for rain."\n' in text(project, GLOSSARY)
    assert fix.main([str(project / "content/nothing.yaml")], project) == 2


def test_two_new_records_get_an_id_each(project: Path) -> None:
    added = "".join(
        f"    - id: new\n      text: {words}\n      why: It was asked for.\n      driver: compost\n      stages: [planning]\n"
        "      basis: inference\n      evidence: [E01-01]\n"
        for words in ("Open the gate each morning before eight.", "Close every tap at night in winter months.")
    )
    edit(project, WATER, "ask_for:\n", added + "ask_for:\n")
    assert fix.main([], project) == 0
    assert "    - id: water-w2\n      text: Open" in text(project, WATER)
    assert "    - id: water-w3\n      text: Close" in text(project, WATER)


def test_line_ends_and_permissions_stay_as_they_are(project: Path) -> None:
    file = project / WATER
    file.write_bytes(text(project, WATER).replace(WHY, COLON).replace("\n", "\r\n").encode())
    file.chmod(0o640)
    assert fix.main([], project) == 0
    written = file.read_bytes()
    assert b'      why: "The by-law says: a tap."\r\n' in written
    assert written.count(b"\r\n") == written.count(b"\n")
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []


def test_a_file_that_cannot_be_written_is_told_in_one_line_and_stays(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project, WATER, WHY, COLON)
    before, folder, real = text(project, WATER), (project / WATER).parent, Path.replace

    def refuse(path: Path, to: Path) -> Path:
        if Path(to) == project / WATER:
            raise PermissionError(13, "Permission denied", str(to))
        return real(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    names = sorted(folder.iterdir())
    assert fix.main([], project) == 1
    said = f"{WATER} could not be written: Permission denied. 0 lines written before it, and nothing else was changed. Fix that and run fix again.\n"
    assert capsys.readouterr().err == said
    assert text(project, WATER) == before
    assert sorted(folder.iterdir()) == names, "nothing half-written is left beside it"


def test_a_line_that_is_not_what_was_judged_is_left_alone() -> None:
    new = Replacement(2, 3, ("why: Ask: it", "  now"), 'why: "Ask: it now"')
    assert replaced("id: a\nwhy: Ask: it\n  now\nb: c\n", [new]) == ('id: a\nwhy: "Ask: it now"\nb: c\n', 1)
    for changed in ("id: a\nwhy: Ask: them\n  now\nb: c\n", "id: a\nmore: x\nwhy: Ask: it\n  now\n", "id: a\n"):
        assert replaced(changed, [new]) == (changed, 0)


def test_several_lines_of_a_file_are_written_each_in_its_place() -> None:
    new = [Replacement(1, 2, ("a: 1", "  2"), "a: 12"), Replacement(4, 4, ("c: 4",), "c: 5")]
    assert replaced("a: 1\n  2\nb: 3\nc: 4\n", new) == ("a: 12\nb: 3\nc: 5\n", 2)
