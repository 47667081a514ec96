"""Follows the guide to adding a new official edition step by step, with its examples, on the made-up framework that they come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS, build_site, edit, parse_html
from repositories import commit, committed, git
from sds.__main__ import main
from sds.commands.check import all_problems
from sds.project import EarlierRun, errors

PAGE = ROOT / "content/pages/contribute/new-edition.md"
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPINE, SOURCES, WATER, PATHS = "standards.yaml", "content/sources.yaml", "content/standards/water.yaml", "content/standards/paths.yaml"


def blocks() -> dict[str, list[str]]:
    """The code blocks of each step, by the step's number."""
    parts = re.split(r"^## (\d)\. .*$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return {parts[at]: BLOCK.findall(parts[at + 1]) for at in range(1, len(parts), 2)}


def wrong(project: Path) -> list[str]:
    earlier = EarlierRun(project)
    found = errors(all_problems(project, earlier))
    earlier.prune()
    return [str(problem) for problem in found]


def after(project: Path, file: str, line: str, block: str) -> None:
    """Inserts a block below a line."""
    edit(project, file, line, line + block)


@pytest.fixture
def published(small: Path) -> Path:
    """The made-up framework after publication: its ids, addresses and changes are recorded."""
    project = committed(small)
    assert main(["record"], project) == 0
    commit(project)
    assert main(["changes", "--record"], project) == 0
    commit(project)
    return project


@pytest.mark.slow("checks a copy of the real content again and again")
def test_the_steps_of_the_page_lead_from_one_edition_to_the_next(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, step = published, blocks()
    assert [len(step[str(number)]) for number in range(1, 8)] == [1, 2, 1, 2, 2, 1, 0]
    after(project, SOURCES, "sources:\n", step["1"][0])
    assert wrong(project) == []
    after(project, SPINE, "\neditions:\n", step["2"][0])
    for line in step["2"][1].splitlines():
        name = line.split(":")[0]
        text = (project / SPINE).read_text("utf-8")
        (project / SPINE).write_text(re.sub(rf"^{name}: .*$", line, text, count=1, flags=re.MULTILINE), "utf-8")
    assert wrong(project) == []
    text = (project / SPINE).read_text("utf-8")
    text = re.sub(r"(?<=\nstandards:\n)  - id: water\n.*?(?=  - id: paths\n)", step["4"][0] + step["3"][0], text, flags=re.DOTALL)
    (project / SPINE).write_text(text.replace('  - id: paths\n    number: "2"\n', '  - id: paths\n    number: "3"\n'), "utf-8")
    (project / "content/standards/soil.yaml").write_text(step["4"][1], "utf-8")
    assert wrong(project) == []
    after(project, SPINE, "\ncomponent_moves:\n", step["5"][0])
    edit(project, WATER, '    official: "1.10"\n', step["5"][1])
    assert wrong(project) == []
    edit(project, WATER, "    - id: water-g2\n", f"    - id: water-g2\n{step['6'][0]}")
    assert len(wrong(project)) == 2, "the checker names each place that still leads to it"
    edit(project, SPINE, "      - action: water-g2\n", "      - action: soil-g1\n")
    edit(project, SPINE, "actions: [water-g1, water-g2]", "actions: [water-g1, soil-g1]")
    assert wrong(project) == []
    edit(project, SOURCES, "    date: April 2021\n    authority: official\n", "    date: April 2021\n    authority: replaced\n")
    assert any("paths-g1" in one for one in wrong(project)), "the checker names each statement that still rests on the old edition"
    edit(project, PATHS, 'evidence: ["garden-charter, page 4"]', 'evidence: ["garden-charter-2031, page 4"]')
    assert wrong(project) == []

    commit(project)
    assert main(["changes", "HEAD~1"], project) == 0
    told = capsys.readouterr().out
    assert "New standard: Soil that stays alive (soil)" in told
    assert re.search(r"The statement water-g2 in Water within reach for .* was withdrawn", told)
    assert main(["changes", "--record"], project) == 0
    assert main(["record"], project) == 0
    assert "/standards/soil/" in git(project, "diff", "--", "content/published.txt")
    files = build_site(project, SETTINGS)
    assert "Spring 2031" in parse_html(files["standards/water/index.html"]).one("footer").text
    assert 'href="../../standards/water/"' in files["standards/water-for-every-bed/index.html"], "the address with the old title leads on"
    assert "2.1" in files["editions/index.html"]
