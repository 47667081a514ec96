"""A build without MkDocs writes the same bytes, with the same settings."""

from __future__ import annotations

import ast
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ENVIRONMENT, ROOT, edit, mkdocs, with_theme
from sds.config.check import left_out
from sds.config.read import read_config

pytestmark = pytest.mark.builds

BLOCKED = """\
import sys
from pathlib import Path

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "mkdocs":
            raise ImportError("there is no MkDocs here")

sys.meta_path.insert(0, Blocked())
from sds.__main__ import main
sys.exit(main(sys.argv[1:], Path.cwd()))
"""


def without(project: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs ``run.py build`` in a Python in which MkDocs cannot be imported."""
    command = [sys.executable, "-c", BLOCKED, "build", *map(str, arguments)]
    environment = {**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=300, check=False)


def contents(folder: Path) -> dict[str, str]:
    """A hash of every file in a folder."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_nothing_in_the_package_imports_mkdocs() -> None:
    for file in (ROOT / "hooks/sds").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.partition(".")[0] == "mkdocs"], file


def test_the_hooks_use_no_private_name_of_mkdocs() -> None:
    source = ast.parse((ROOT / "hooks/mkdocs_hooks.py").read_text("utf-8"))
    own = {node.name for node in ast.walk(source) if isinstance(node, ast.FunctionDef | ast.ClassDef)} | {"_run"}
    private = {node.attr for node in ast.walk(source) if isinstance(node, ast.Attribute) and node.attr.startswith("_")}
    imported = {alias.name for node in ast.walk(source) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert private <= own
    assert not [name for name in imported if name.startswith("_")]


@pytest.mark.long("builds the whole site once more")
def test_the_real_site_is_the_same_byte_for_byte(built: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    project = with_theme(tmp_path / "real")
    shutil.copy(ROOT / "standards.yaml", project)
    shutil.copytree(ROOT / "content", project / "content")
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == contents(built)


def test_pages_in_folders_and_pages_that_are_not_in_nav_are_the_same_too(project: Path, tmp_path: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    begin, end = settings.index("nav:\n"), settings.index("markdown_extensions:")
    (project / "mkdocs.yml").write_text(settings[:begin] + "not_in_nav: hidden.md\n" + settings[end:], "utf-8")
    for name in ("index-of-beds.md", "beds/index.md", "beds/roses.md", "beds/deep-down/moss.md", "another/page.md", "hidden.md"):
        (project / "content/pages" / name).parent.mkdir(parents=True, exist_ok=True)
        title = name.removesuffix(".md").replace("/", " ")
        head = f"---\ntitle: Page {title}\ndescription: A page.\n---\n\n\n"
        text = "# A page\n\nAn icon :material-flower:, ==a mark== and [another](~/standards/water/).[^1]\n\n[^1]: A note.\n\n## A place\n"
        (project / "content/pages" / name).write_text(head + text, "utf-8")
    assert mkdocs(project, "build").returncode == 0
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f"The site is in {tmp_path / 'out'}.\n")
    assert contents(tmp_path / "out") == contents(project / "site")
    page = (tmp_path / "out/about/index.html").read_text("utf-8")
    assert "Page beds deep-down moss" in page
    assert "Page hidden" not in page, "not_in_nav leaves it out of the list at the foot"
    assert (tmp_path / "out/hidden/index.html").exists(), "and not out of the site"


def test_one_line_says_what_only_mkdocs_does(project: Path, tmp_path: Path) -> None:
    edit(project, "mkdocs.yml", "hooks: [hooks/mkdocs_hooks.py]", "hooks: [hooks/mkdocs_hooks.py, mine.py]")
    edit(project, "mkdocs.yml", "plugins: []", "plugins: [redirects, minify]")
    (project / "mine.py").write_text("", "utf-8")
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "plugins redirects, minify and hooks mine.py: only a build by MkDocs runs them. They are left out here." in done.stdout.splitlines()
    assert left_out(read_config(ROOT)[0]) == "", "nothing is said where there is nothing to leave out"


def test_what_is_wrong_is_told_and_leaves_the_last_site(built_project: Path, tmp_path: Path) -> None:
    project = built_project
    (project / "site").rename(tmp_path / "out")
    before = contents(tmp_path / "out")
    edit(project, "content/glossary.yaml", "    related: [bed]\n", "    related: [bedd]\n")
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.returncode == 1
    assert 'Did you mean "bed"?' in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(tmp_path / "out") == before
    assert not (project / ".site-new").exists()


def test_a_link_of_a_template_that_leads_nowhere_leaves_the_last_site(project: Path, tmp_path: Path) -> None:
    home = project / "overrides/pages/data.html"
    home.write_text(home.read_text("utf-8").replace("{% endblock %}", '<a href="~/nowhere/">There</a>{% endblock %}'), "utf-8")
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.returncode == 1
    assert 'data/index.html: "../nowhere/" is a broken link.' in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_page_that_templates_lead_to_is_named_in_one_line_when_it_is_missing(project: Path, tmp_path: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "content/pages/about.md").unlink()
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.stderr.startswith('mkdocs.yml:14: nav names "about.md", and there is no such page in content/pages. '), "nav says so first"
    (project / "mkdocs.yml").write_text(settings.replace("  - about.md\n", ""), "utf-8")
    contribute = (project / "content/pages/contribute.md").read_text("utf-8")
    edit(project, "content/pages/contribute.md", "{#suggest}", "")
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.startswith("content/pages/contribute.md:"), "what check tells comes first"
    assert 'Other pages of this site lead to the place "#suggest" of this page, and it is not there.' in done.stderr
    (project / "content/pages/contribute.md").write_text(contribute, "utf-8")
    done = without(project, "--no-mkdocs", tmp_path / "out")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0] == "Broken links:"
    assert [line.partition(": ")[0] for line in lines[1:]] == ["content/pages/about.md:1"]
    assert "links lead to this page, which is not there" in lines[1]
    assert mkdocs(project, "build").stderr.count("links lead to this page, which is not there") == 1


@pytest.mark.parametrize("arguments", [["build", "--no-mkdocs"], ["nonsense"], ["site", "--port", "many"]])
def test_a_command_that_is_not_whole_is_told_in_a_few_lines(project: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sds", *arguments],
        cwd=project,
        env={**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 3
