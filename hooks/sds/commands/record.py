"""Adds what the site has now to the list of what was published: ids, addresses and files that from then on have to stay. Run it when the site was published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.build import Site, build
from sds.checks.published_cases import case_anchors
from sds.commands.arguments import parser
from sds.icons import ICONS
from sds.model.files import FILES
from sds.model.kinds import ANY
from sds.paths import CONTENT, EASY_WORDS, KNOWN_SPELLINGS, PUBLISHED, VERSIONS
from sds.problem import counted, report
from sds.reading.published import written
from sds.reading.versions import ENDING
from sds.settings import Settings


def main(arguments: Sequence[str], root: Path) -> int:
    """Writes the list, and prints how many lines are new. Returns 1 if the content has errors."""
    parser("record", __doc__).parse_args(arguments)
    site = build(root, Settings("/", "", ICONS, preview=True))
    if not isinstance(site, Site):
        print(report(site))
        return 1
    path = root / PUBLISHED
    before = path.read_text("utf-8") if path.exists() else ""
    after = updated_list(before, site, root)
    path.write_text(after, "utf-8")
    print(f"{counted(_entry_count(after) - _entry_count(before), 'line')} added to {PUBLISHED}.")
    return 0


def _entry_count(text: str) -> int:
    """How many entries the list has, without comments and empty lines."""
    return sum(1 for line in text.splitlines() if line.strip() and not line.startswith("#"))


def updated_list(before: str, site: Site, root: Path) -> str:
    """The text of the list ``before``, with the ids, addresses and files of ``site`` added."""
    ids = (f"{kind}/{id}" for kind, records in site.framework.listed() for id in records)
    pages = {page.url: str(page.data["target"]) if page.template == "redirect.html" else "" for page in site.plan.values() if page.url.endswith("/")}
    data = {f"/{path}": "" for path in site.files if path.startswith("data/")}
    lists = (one.relative_to(root).as_posix() for one in (root / EASY_WORDS).glob("*.txt"))
    files = [file.path for file in FILES if file.path.startswith(CONTENT) and ANY not in file.path] + [
        one.relative_to(root).as_posix() for one in (root / EASY_WORDS).glob("*.txt")
    ]
    kept = (one.relative_to(root).as_posix() for one in (root / VERSIONS).glob(f"*{ENDING}"))
    cases = case_anchors(site.framework)
    return written(before, (*ids, *cases), {**pages, **data}, (file for file in (*files, *lists, KNOWN_SPELLINGS, *kept) if (root / file).exists()))
