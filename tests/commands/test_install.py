"""An editor installs only what builds the site. Test dependencies are installed by the first command that needs them."""

from __future__ import annotations

import ast
import hashlib
import re
import sys
from pathlib import Path

import pytest
import run

from helpers import ROOT
from sds.__main__ import COMMANDS

PIN = re.compile(r"^([a-z0-9_.-]+)==(\S+)", re.MULTILINE)
SITE, ALL = (hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in ("requirements-site.lock", "requirements.lock"))


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text("utf-8")))


def test_what_an_editor_installs_is_a_part_of_what_a_tester_installs_in_the_same_versions() -> None:
    site, everything = pins("requirements-site.lock"), pins("requirements.lock")
    assert site.items() <= everything.items()
    assert not {"pytest", "playwright", "mypy", "ruff", "linkchecker"} & set(site)
    assert len(site) < len(everything) / 2


def test_each_package_of_the_site_that_the_project_asks_for_is_in_it() -> None:
    asked = re.search(r"\ndependencies = \[(.*?)\n\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.DOTALL)
    assert asked
    assert set(re.findall(r'"([a-z0-9-]+)>', asked[1])) <= set(pins("requirements-site.lock"))


@pytest.mark.parametrize(
    ("command", "installed", "lock"),
    [
        ("site", "", "requirements-site.lock"),
        ("check", SITE, None),
        ("check", ALL, None),
        ("test", SITE, "requirements.lock"),
        ("lint", "", "requirements.lock"),
        ("test", ALL, None),
        ("build", "of another day", "requirements-site.lock"),
    ],
)
def test_a_command_installs_what_it_needs_and_nothing_twice(command: str, installed: str, lock: str | None) -> None:
    found = run.lock_for(command, installed)
    assert (found.name if found else None) == lock


def needs(module: Path) -> set[str]:
    """The packages that a module imports, anywhere in its code."""
    names = set[str]()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"sds"}


def test_nothing_that_makes_the_site_imports_what_only_tests_it() -> None:
    assert set(COMMANDS) >= run.TESTING
    of_site = {
        "mkdocs",
        "material",
        "yaml",
        "jinja2",
        "markupsafe",
        "markdown",
        "pydantic",
        "pydantic_core",
        "typst",
        "fontTools",
        "selectolax",
        "segno",
        "pathspec",
        "brotli",
        "deflate",
    }
    of_site |= {"watchfiles", "pymdownx", "hunspell"}
    used = {name for path in (ROOT / "hooks").rglob("*.py") for name in needs(path)}
    assert used <= of_site, used - of_site


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - run.TESTING))
def test_a_command_of_editors_runs_no_program_of_testers(name: str) -> None:
    text = (ROOT / f"hooks/sds/commands/{name.replace('-', '_')}.py").read_text("utf-8")
    assert not re.search(r'run_module\("(?!mkdocs)|code_tools|commands\.browser', text)
