"""Measures what a build costs with 1, 6 and 22 times the real content, compared with stock Material for MkDocs on the same pages as Markdown, in the same run.

Run it in the project's folder: ``PYTHONPATH=hooks:tests .venv/bin/python -m bench.build``. You can add other sizes as arguments. ``--rounds 3`` takes
the median of three rounds. Nothing is asserted, and the figures hold for this machine. The ratios come first, because they say most on a busy machine.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.as_markdown import as_markdown
from bench.measured import Cost, measured
from bench.times_over import sentence_changed, times_over
from sds.paths import CACHE

ROOT = Path(__file__).resolve().parent.parent.parent
VARIABLES = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": ""}
"""The same as run.py sets."""
MATERIAL = "Material"
BUILDS = ("cold", "unchanged", "one sentence", MATERIAL)
"""Nothing cached; everything cached; everything cached and one sentence of a statement changed; the same pages built by Material."""
LEADS_ON = b'http-equiv="refresh"'
NAV = ("standards", "actions", "roles", "stages", "principles", "options", "resources", "sources", "alignments", "glossary")
SETTINGS = """\
site_name: Bench
site_url: https://bench.example/
theme: {name: material}
plugins: [search]
validation: {omitted_files: ignore, links: {not_found: ignore, anchors: ignore, unrecognized_links: ignore}}
nav:
  - index.md
"""


def build(project: Path) -> Cost:
    """Builds a copy of this project with ``run.py build``."""
    return measured([sys.executable, "-m", "mkdocs", "build", "--strict"], project, VARIABLES)


def peer_of(site: Path, folder: Path) -> tuple[int, int]:
    """Makes a stock Material project in a new folder, from the pages of the built ``site`` as Markdown. Returns how many pages both sites have.

    Redirects, data and booklets are left out there. Its ``nav`` has 11 entries, like this site's menu: with all pages in ``nav``, every page would contain
    the whole list.
    """
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}
    pages = {path for path, html in found.items() if LEADS_ON not in html and path != "404.html"}
    for path in pages:
        file = folder / "docs" / path.removesuffix(".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_name(f"{file.name}.md").write_text(as_markdown(found[path], path, pages), "utf-8")
    listed = "".join(f"  - {name}/index.md\n" for name in NAV if f"{name}/index.html" in pages)
    (folder / "mkdocs.yml").write_text(SETTINGS + listed, "utf-8")
    return len(found), len(pages)


def costs(times: int, rounds: int, folder: Path) -> tuple[dict[str, Cost], str]:
    """The cost of each build at one size (the median of ``rounds``), and a description of what was built."""
    project, peer = times_over(ROOT, folder / f"ours-{times}", times), folder / f"material-{times}"
    found: dict[str, list[Cost]] = {name: [] for name in BUILDS}
    built = ""
    for _ in range(rounds):
        shutil.rmtree(project / CACHE, ignore_errors=True)
        found["cold"].append(build(project))
        if not built:
            files, pages = peer_of(project / "site", peer)
            built = f"{files:,} pages of ours, {files - pages:,} of which lead on; {pages:,} pages by {MATERIAL}"
        found[MATERIAL].append(measured([sys.executable, "-m", "mkdocs", "build", "--quiet"], peer, VARIABLES))
        found["unchanged"].append(build(project))
        sentence_changed(project)
        found["one sentence"].append(build(project))
    return {name: middle(some) for name, some in found.items()}, built


def middle(some: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(getattr(one, name) for one in some) for name in ("cpu", "wall", "peak")))


def told(times: int, found: Mapping[str, Cost], built: str, first: Mapping[str, Cost]) -> str:
    """The table for one size, as text. ``first`` are the costs at the smallest size."""
    lines = [f"\n{times} times the content: {built}", f"{'':14}{'CPU to Material':>16}{'CPU to first':>14}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}"]
    for name, cost in found.items():
        ratios = f"{cost.cpu / found[MATERIAL].cpu:16.2f}{cost.cpu / first[name].cpu:14.1f}"
        lines.append(f"{name:14}{ratios}{cost.cpu:9.1f}{cost.wall:9.1f}{cost.peak:9.0f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("times", nargs="*", type=int, default=[1, 6, 22], help="how many times the content; 1, 6 and 22 where none is named")
    parser.add_argument("--rounds", type=int, default=1, help="how often each is built")
    given = parser.parse_args()
    first: dict[str, Cost] = {}
    with tempfile.TemporaryDirectory() as folder:
        for times in given.times:
            found, built = costs(times, given.rounds, Path(folder))
            first = first or found
            print(told(times, found, built, first), flush=True)
            shutil.rmtree(Path(folder) / f"ours-{times}")
            shutil.rmtree(Path(folder) / f"material-{times}")


if __name__ == "__main__":
    main()
