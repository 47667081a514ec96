"""A project in a git repository of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

from helpers import ROOT


def git(project: Path, *arguments: str) -> str:
    """Runs git in a project, as someone with a name. Returns what it prints."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@garden.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", project, *identity, *arguments], capture_output=True, text=True, check=True).stdout.strip()


def commit(project: Path) -> None:
    """Commits all that changed."""
    git(project, "add", "-A")
    git(project, "commit", "-qm", "more")


def committed(project: Path) -> Path:
    """The project, with what makes its pages, in a new repository."""
    (project / "overrides").symlink_to(ROOT / "overrides")
    (project / ".gitignore").write_text("/.cache/\n/told/\n/overrides\n", "utf-8")
    git(project, "init", "-q")
    commit(project)
    return project
