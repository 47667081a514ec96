"""Makes the third-party scripts in overrides/assets/vendor/ again, from the npm packages that .config/vendor/package-lock.json names with their hashes.

The first line of each file stays: it names the library, its authors and the licence. --check writes nothing and says whether each file is what npm gives.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from sds.commands.arguments import parser, program
from sds.commands.code_tools import run
from sds.paths import ASSETS

VENDOR_FOLDER = ".config/vendor"
DOCX = 'export { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx"'
"""The input for the bundler: only what shared/word-file.js imports."""
BUNDLE = ("esbuild/bin/esbuild", "--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none")
MINIFY = ("terser/bin/terser", "node_modules/stemmer/index.js", "--module", "--compress", "--mangle")
VENDORED: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType({"docx.js": (BUNDLE, DOCX), "stemmer.js": (MINIFY, "")})
"""Each vendored file: the command that makes it, and the command's standard input."""


def main(arguments: Sequence[str], root: Path) -> int:
    """Writes the files, or compares them with ``--check``. Returns 1 if the packages cannot be installed, or if ``--check`` finds a difference."""
    parse = parser("vendored", __doc__)
    parse.add_argument("--check", action="store_true", help="compare only")
    check_only = parse.parse_args(arguments).check
    if run(("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), root / VENDOR_FOLDER):
        return 1
    different = 0
    for name in VENDORED:
        file = root / ASSETS / "vendor" / name
        about, _, now = file.read_text("utf-8").partition("\n")
        built = build_script(root, name).rstrip("\n") + "\n" * now.endswith("\n")
        different += now != built
        if not check_only:
            file.write_text(f"{about}\n{built}", "utf-8")
        print(f"{name}: {'as it was' if now == built else 'another than npm gives' if check_only else 'made again'}.")
    return int(check_only and bool(different))


def build_script(root: Path, name: str) -> str:
    """The text of a vendored script, without its first line, made from its npm packages. Raises CalledProcessError if the tool fails."""
    (tool, *options), given = VENDORED[name]
    command: list[str | Path] = [*([] if tool == BUNDLE[0] else [program("node")]), str(Path("node_modules") / tool), *options]
    return subprocess.run(command, cwd=root / VENDOR_FOLDER, input=given, capture_output=True, text=True, check=True).stdout  # noqa: S603
