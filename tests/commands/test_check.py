"""``run.py check`` reports in seconds what to fix in the content, and builds nothing."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from helpers import ROOT, edit, run_command, with_theme
from sds.__main__ import COMMANDS, main
from sds.commands import check
from sds.paths import CLEAN_CHECKS
from sds.problem import Problem
from sds.project import EarlierRun, examined
from sds.reading.yaml_text import Document, parse_anew

WATER, PAGES = "content/standards/water.yaml", "content/easy-read/pages.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"
TEST = "      text: Test every tap in March and write the date on its post.\n"


@pytest.fixture
def project(small_easy_read: Path) -> Path:
    """The small framework with easy read and the real templates. Its pages were checked so long ago that there is one warning."""
    edit(small_easy_read, PAGES, '    checked: {by: the reading group, when: "2025-03-01"}\n', "")
    return with_theme(small_easy_read)


def said(project: Path, capsys: pytest.CaptureFixture[str], *files: str) -> tuple[int, list[str]]:
    """The exit status and the output of ``check``."""
    status = check.main(files, project)
    return status, capsys.readouterr().out.splitlines()


def test_content_that_is_in_order_is_called_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(project, capsys) == (0, ["No problems found."])
    assert said(project, capsys, str(project / WATER)) == (0, ["No problems found in 1 file."])
    assert not (project / "site").exists()


def test_errors_come_first_then_warnings_and_both_are_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, WATER, TEST, "      text: Test every tap.\n")
    edit(project, PAGES, "          - You choose a friend.\n", "          - You choose a mycorrhiza.\n")
    assert said(project, capsys) == (
        1,
        [
            f'{WATER}:36: "water-w1" has 3 words. Write one action in 5 to 20 words; put the rest in why. [statements-are-one-action]',
            f'warning: {PAGES}:13: ER17: "mycorrhiza" is not on the list of common words. '
            "Write an easier word, explain it in the word bank, or add it to known-words.txt with the reason.",
            "1 error and 1 warning in 2 files. How to: content/pages/contribute.md",
        ],
    )


def test_a_warning_alone_stops_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, PAGES, "          - You choose a friend.\n", "          - You choose a mycorrhiza.\n")
    status, lines = said(project, capsys)
    assert status == 0
    assert lines[-1] == "1 warning in 1 file. It does not stop the build. How to: content/pages/contribute.md"


def test_named_files_alone_are_told_of_and_others_are_read_all_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, WATER, WHY, "      why: 5\n")
    edit(project, "content/glossary.yaml", "    related: [bed]\n", "    related: [bedd]\n")
    assert said(project, capsys, str(project / "content/glossary.yaml")) == (
        1,
        [
            'content/glossary.yaml:16: "bedd" is not the id of a term. Did you mean "bed"? [named-records-exist]',
            "1 error in 1 file. How to: content/pages/contribute.md",
        ],
    )
    assert said(project, capsys, str(project / "content/resources.yaml"))[0] == 0


def test_a_file_that_is_not_read_is_named_with_the_nearest_that_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([str(project / "content/glossary.yml")], project) == 2
    assert capsys.readouterr().err == 'The checker does not read "content/glossary.yml". Did you mean "content/glossary.yaml"?\n'


def test_links_of_pages_are_looked_at_once_the_rest_is_in_order(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "content/pages/about.md").open("a", encoding="utf-8") as file:
        file.write("\n[there](~/standards/watr/)\n")
    status, lines = said(project, capsys)
    assert status == 1
    assert 'The link "~/standards/watr/" is broken. Write ~/standards/water/' in lines[0]


def test_what_an_earlier_run_left_changes_no_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, PAGES, "          - You choose a friend.\n", "          - You choose a mycorrhiza.\n")
    edit(project, WATER, TEST, "      text: Test every tap.\n")
    edit(project, "content/glossary.yaml", "    related: [bed]\n", "    related: [bedd]\n")
    first = said(project, capsys)
    assert {path.parent.name for path in (project / ".cache").rglob("*.json")} == {"easy-read", "pages", "pictures"}
    assert {path.parent.name for path in (project / ".cache").rglob("*.pickle")} == {"parsed", "records"}
    assert said(project, capsys) == first
    for _ in range(2):  # each file is changed and changed back: cached results must not be mixed up
        edit(project, WATER, "      text: Test every tap.\n", TEST)
        edit(project, PAGES, "          - You choose a mycorrhiza.\n", "          - You choose a friend.\n")
        edit(project, "content/glossary.yaml", "    related: [bedd]\n", "    related: [bed]\n")
        assert said(project, capsys) == (0, ["No problems found."])
        edit(project, WATER, TEST, "      text: Test every tap.\n")
        edit(project, PAGES, "          - You choose a friend.\n", "          - You choose a mycorrhiza.\n")
        edit(project, "content/glossary.yaml", "    related: [bed]\n", "    related: [bedd]\n")
        assert said(project, capsys) == first


def test_a_file_that_did_not_change_is_not_parsed_again(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = list[str]()

    def noted(path: str, text: str) -> tuple[Document | None, list[Problem]]:
        parsed.append(path)
        return parse_anew(path, text)

    monkeypatch.setattr("sds.reading.parse_cache.parse_anew", noted)
    said(project, capsys)
    assert len(parsed) > 8
    parsed.clear()
    edit(project, WATER, WHY, "      why: The by-law gives each bed a tap.\n")
    said(project, capsys)
    assert parsed == [WATER]


@pytest.mark.slow("starts programs of its own")
def test_what_a_program_kept_is_found_by_the_next(project: Path) -> None:
    for _ in range(2):
        done = run_command(project, "check")
        assert done.stdout == "No problems found.\n", done.stdout + done.stderr
        kept = sorted((project / ".cache").rglob("*.json"))
        assert len([file for file in kept if file.parent.name == "pages"]) == 1 + len([*project.glob("content/pages/*.md")])


def test_a_part_of_a_picture_that_changed_is_looked_at_anew(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = sorted((project / "content/easy-read/parts").glob("*.svg"))[0]
    whole = part.read_text("utf-8")
    for text, status in ((whole, 0), (whole.replace("<svg", "<svg onload='x'"), 1), (whole, 0), (whole.replace("</svg>", ""), 1)):
        part.write_text(text, "utf-8")
        found, lines = said(project, capsys)
        assert found == status, lines
        assert (part.name in lines[0]) is bool(status)


def test_where_nothing_was_found_it_is_looked_again_when_the_list_of_phrases_changes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed, about = "content/words-to-avoid.yaml", "content/pages/about.md"
    with (project / about).open("a", encoding="utf-8") as file:
        file.write("\nPlease bring a trowel.\n")
    assert said(project, capsys) == (0, ["No problems found."])
    before = (project / listed).read_text("utf-8")
    edit(project, listed, "never:\n", "never:\n  - {words: [bring a trowel], write: come with a trowel}\n  - {words: [gives each ten], write: gives ten}\n")
    status, lines = said(project, capsys)
    assert status == 1
    assert [line.partition(":")[0] for line in lines[:-1]] == [about, WATER]
    assert lines[0].endswith(
        '"bring a trowel" is on the list of words to avoid. Write: come with a trowel. The line: Please come with a trowel. [words-to-avoid]'
    )
    assert said(project, capsys) == (status, lines)
    (project / listed).write_text(before, "utf-8")
    assert said(project, capsys) == (0, ["No problems found."])


def test_a_record_is_read_anew_when_the_framework_expects_more_of_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(project, capsys) == (0, ["No problems found."])
    edit(project, "standards.yaml", "\nexpected:\n", "\nexpected:\n  fields: {terms: [easy, full]}\n")
    status, lines = said(project, capsys)
    assert status == 1
    assert any(line.startswith("content/glossary.yaml:") and '"full"' in line for line in lines), lines
    assert said(project, capsys) == (status, lines)


def test_a_day_to_come_is_found_in_a_file_that_did_not_change(project: Path) -> None:
    earlier, days = EarlierRun(project), {2091: 0, 2020: 0}
    for year in (2091, 2020, 2091):
        found = examined(project, datetime.date(year, 1, 1), earlier=earlier)[1]
        days[year] = sum(problem.rule == "dates-are-not-to-come" for problem in found)
        assert bool(days[year]) is (year == 2020)


def test_a_file_in_which_something_was_found_is_told_of_again_word_for_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, WATER, WHY, "      why: TBC the **by-law** gives each ten beds a tap.\n")
    first = said(project, capsys)
    assert first[0] == 1
    assert said(project, capsys) == first


def test_what_nobody_asked_for_lately_is_thrown_away(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(project, capsys)
    kept = sorted((project / ".cache").rglob("*.json"))
    os.utime(kept[0], (0, 0))
    EarlierRun(project).prune()
    assert sorted((project / ".cache").rglob("*.json")) == kept[1:]


@pytest.mark.parametrize("left", ["", "not a note\n", "half a no", "abc def\n"])
def test_notes_that_cannot_be_read_are_made_again(project: Path, capsys: pytest.CaptureFixture[str], left: str) -> None:
    said(project, capsys)  # from here on, the templates' text is cached in this process
    notes = project / CLEAN_CHECKS
    notes.unlink()
    clean = said(project, capsys)
    kept = notes.read_text("utf-8")
    assert len(kept.splitlines()) > 20
    notes.write_text(left, "utf-8")
    edit(project, WATER, WHY, "      why: TBC the by-law gives each bed a tap.\n")
    assert any("is a placeholder" in line for line in said(project, capsys)[1])
    edit(project, WATER, "      why: TBC the by-law gives each bed a tap.\n", WHY)
    assert said(project, capsys) == clean
    assert set(notes.read_text("utf-8").splitlines()) >= set(kept.splitlines())


def test_a_note_that_nobody_asked_for_lately_is_thrown_away(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(project, capsys)
    notes = project / CLEAN_CHECKS
    kept = sorted(notes.read_text("utf-8").splitlines())
    notes.write_text("\n".join([*kept, f"{'0' * 64} 19000"]) + "\n", "utf-8")
    said(project, capsys)
    assert sorted(notes.read_text("utf-8").splitlines()) == kept


# --- the commands ---


def test_without_a_name_every_command_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], ROOT) == 0
    listed = capsys.readouterr().out
    for name in ("site", "check", "fix", "easy-read", "build", "test", "lint", "format", "addresses"):
        assert f"\n  {name} " in listed


def test_a_command_that_is_not_there_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chek"], ROOT) == 2
    assert capsys.readouterr().err == 'There is no command "chek". Did you mean "check"?\n'


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"], ROOT)
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: python3 run.py {name}")
    assert len(said.splitlines()) > 3


def test_a_folder_that_is_no_project_is_told_so(tmp_path: Path) -> None:
    done = run_command(tmp_path, "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no standards.yaml here. Run this in the project's folder.\n"
