"""A test run leaves out the tests of larger tiers and names them; run.py lists its commands before anything is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ROOT

TESTS = """\
import pytest

from tiers import each_with_one, few_in_quick

@pytest.fixture
def browser(): pass

@pytest.fixture
def built(): pass

@pytest.fixture
def served(built): pass

def test_light(): pass

@pytest.mark.parametrize("size", [1, 2])
def test_in_a_browser(browser, size): pass

def test_of_the_site(served): pass

@pytest.mark.builds
def test_that_builds(): pass

@pytest.mark.slow("thinks for long")
def test_that_thinks(): pass

@pytest.mark.long("asks every page")
def test_that_takes_long(): pass

def test_of_many(sample):
    assert len(sample(range(60), 3)) in (5, 20, 60)

def test_of_made_up(): pass

few_in_quick(test_of_made_up, 40)

@pytest.mark.heavy
def test_that_is_heavy(): pass

@pytest.mark.parametrize(("kind", "size"), each_with_one(["a", "b", "c"], [1, 2]))
def test_of_pairs(kind, size): pass
"""
PAIRS = ["test_of_pairs[a-1]", "test_of_pairs[b-2]", "test_of_pairs[c-1]"]
RUNS = "runs pytest itself"
CONFTEST = "from tiers import *\n\ndef pytest_terminal_summary(terminalreporter, config): tell_what_was_left_out(terminalreporter, config)\n"


def run(folder: Path, tier: str, *arguments: str) -> tuple[list[str], str]:
    """The names of the tests that ran in a tier, sorted, and the output at the end of the run."""
    ran, said = run_in_order(folder, tier, *arguments)
    return sorted(ran), said


def run_in_order(folder: Path, tier: str, *arguments: str) -> tuple[list[str], str]:
    """The same, with the tests in the order in which they ran."""
    (folder / "conftest.py").write_text(CONFTEST, "utf-8")
    (folder / "test_some.py").write_text(TESTS, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n  builds\n  heavy\n  slow\n  long\n", "utf-8")
    for name in ("tiers.py", "retries.py"):
        shutil.copy(ROOT / "tests" / name, folder)
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[name]
    own = f"--basetemp={folder / 'own'}"  # otherwise the inner run would delete temporary folders of earlier runs
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", f"--tier={tier}", own, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if "PASSED" in line]
    ran = list(dict.fromkeys(next(word for word in line.split() if "::" in word).partition("::")[2] for line in lines))
    return ran, done.stdout.partition(" left out ")[2]


@pytest.mark.slow(RUNS)
@pytest.mark.parametrize("beside", [(), ("-n", "2")], ids=["alone", "side by side"])
def test_a_quick_run_leaves_out_browsers_and_builds_and_says_which_tests_and_why(tmp_path: Path, beside: tuple[str, ...]) -> None:
    ran, said = run(tmp_path, "quick", *beside)
    assert ran == ["test_light", "test_of_made_up", "test_of_many", *PAIRS, "test_that_is_heavy"]
    for line in (
        "2 tests, each of which needs a browser:",
        "  test_some.py: in_a_browser (2)",
        "1 test, which builds the whole site:",
        "  test_some.py: of_the_site",
        "1 test, which builds a site, or shows one, with a program of its own:",
        "  test_some.py: that_builds",
        "1 test, which thinks for long:",
        "  test_some.py: that_thinks",
        "1 test, which asks every page:",
        "test_some.py::test_of_many tried a sample: 5 of 60",
        "test_some.py::test_of_made_up tried a sample: 5 of 40",
        "To run them: python3 run.py test",
    ):
        assert line in said.splitlines(), said


@pytest.mark.slow(RUNS)
def test_the_run_for_a_change_leaves_out_what_takes_long(tmp_path: Path) -> None:
    ran, said = run(tmp_path, "change")
    assert ran == [
        "test_in_a_browser[1]",
        "test_in_a_browser[2]",
        "test_light",
        "test_of_made_up",
        "test_of_many",
        *PAIRS,
        "test_of_the_site",
        "test_that_builds",
        "test_that_is_heavy",
        "test_that_thinks",
    ]
    assert "test_some.py::test_of_many tried a sample: 20 of 60\n" in said
    assert "made_up" not in said
    assert "1 test, which asks every page:\n  test_some.py: that_takes_long\n" in said
    assert "3 tests, each of which tries each of one lot with each of another:\n  test_some.py: of_pairs (3)\n" in said
    assert "To run them: python3 run.py test --all" in said


@pytest.mark.slow(RUNS)
def test_what_is_heavy_begins_first_and_then_what_needs_the_site(tmp_path: Path) -> None:
    (tmp_path / "test_a_page.py").write_text("def test_of_a_page(): pass\n", "utf-8")
    ran, _ = run_in_order(tmp_path, "change")
    assert (ran[0], ran[-1]) == ("test_that_is_heavy", "test_of_a_page")
    assert ran.index("test_light") < ran.index("test_of_the_site"), "a file stays as it is written"


@pytest.mark.slow(RUNS)
def test_the_largest_run_leaves_out_nothing(tmp_path: Path) -> None:
    ran, said = run(tmp_path, "all")
    assert len(ran) == 10 + 6
    assert said == ""


def test_the_commands_are_listed_before_anything_is_set_up(tmp_path: Path) -> None:
    shutil.copy(ROOT / "run.py", tmp_path)
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run([sys.executable, "-I", tmp_path / "run.py"], cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "\n  check " in done.stdout
    assert not (tmp_path / ".venv").exists()


def test_a_change_has_to_pass_what_the_readme_names() -> None:
    script = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert [line for line in script if line.startswith("python3")] == ["python3 run.py lint", "python3 run.py check", "python3 run.py test"]
    assert "python3 run.py test     #" in (ROOT / "README.md").read_text("utf-8")
