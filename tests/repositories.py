"""Puts a project into its own git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

from helpers import ROOT


def git(project: Path, *arguments: str) -> str:
    """Runs git in a project, with a name and email set. Returns its output."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@garden.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", project, *identity, *arguments], capture_output=True, text=True, check=True).stdout.strip()


def commit(project: Path) -> None:
    """Commits all changes."""
    git(project, "add", "-A")
    git(project, "commit", "-qm", "more")


def committed(project: Path) -> Path:
    """Adds templates and settings to a project and commits it in a new repository. Returns the project."""
    (project / "overrides").symlink_to(ROOT / "overrides")
    (project / ".gitignore").write_text("/.cache/\n/report/\n/overrides\n", "utf-8")
    git(project, "init", "-q")
    commit(project)
    return project
