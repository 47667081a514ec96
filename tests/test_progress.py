"""At a terminal, a build shows its progress; in a file or a pipe, only the result."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from helpers import ENVIRONMENT, ROOT, assert_may_build, run_command, with_theme

STAGES = ["Reading", "Checks", "Booklets", "Search", "Pages", "Offline", "Links", "Moving"]


def at_terminal(command: list[str], folder: Path) -> str:
    """The output of a command that runs at a (pseudo-)terminal. Fails if the command fails."""
    ours, its = pty.openpty()
    environment = {**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")}
    with subprocess.Popen(command, cwd=folder, stdin=its, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        said = b""
        with suppress(OSError):  # how Linux signals that the terminal was closed
            while more := os.read(ours, 4096):
                said += more
    os.close(ours)
    assert process.returncode == 0, said.decode()
    return said.decode()


@pytest.mark.builds
@pytest.mark.parametrize("command", [["mkdocs", "build", "--strict"], ["sds", "build", "--no-mkdocs", "out"]], ids=["mkdocs", "without"])
def test_at_a_terminal_each_stage_is_shown_with_its_count_and_time(small: Path, command: list[str]) -> None:
    assert_may_build()
    said = at_terminal([sys.executable, "-m", *command], with_theme(small))
    lines = [line.rpartition("\r")[2] for line in said.replace("\r\n", "\n").splitlines()]
    ended = [match for line in lines if (match := re.fullmatch(r"(\w+) +([\d,]+) (\w+) +(\d+\.\d) s", line))]
    assert [match[1] for match in ended] == STAGES, said
    assert [match[3] for match in ended] == ["files", "rules", "booklets", "files", "files", "files", "pages", "files"]
    assert all(int(match[2].replace(",", "")) > 1 for match in ended)
    begun = [said.index(f"\r{stage}") for stage in STAGES]
    assert begun == sorted(begun)
    assert all(said.index(f"\r{match[1]}") < said.index(match[0]) for match in ended), "a stage is shown when it begins, not only when it has ended"


@pytest.mark.builds
def test_another_program_is_told_no_stages(small: Path) -> None:
    assert_may_build()
    done = run_command(with_theme(small), "build", "--no-mkdocs", "out")
    assert done.returncode == 0, done.stderr
    assert not re.search("|".join(STAGES), done.stdout + done.stderr)
