"""Makes the files of a release from a built site: site.zip, data.zip, booklets.zip, their checksums, and notes on what changed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sds.changes.changelog import as_markdown, changelog
from sds.commands.arguments import parser
from sds.output.release import release
from sds.reading.load import load

NOTES = "notes.md"


def main(arguments: Sequence[str], root: Path) -> int:
    """Writes the files to a folder. Returns 2 if there is no built site."""
    parse = parser("release", __doc__)
    parse.add_argument("site", type=Path, help="the folder of the built site")
    parse.add_argument("out", type=Path, help="the folder to write to")
    given = parse.parse_args(arguments)
    if not (given.site / "index.html").exists():
        print(f"There is no built site in {given.site}. To build it: python3 run.py build", file=sys.stderr)
        return 2
    given.out.mkdir(parents=True, exist_ok=True)
    for name, content in release(given.site).items():
        (given.out / name).write_bytes(content)
        print(f"{name}: {len(content) / 1e6:.1f} MB")
    framework = load(root).framework
    days = changelog(framework) if framework else ()
    (given.out / NOTES).write_text("\n".join(as_markdown(days[0]) if days else ["No list of changes is kept."]) + "\n", "utf-8")
    return 0
