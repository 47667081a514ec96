"""Runs the tests, in one of three sizes, and says at the end by name what it left out.

without --quick or --all: what every change must pass. It needs a Chromium-based browser, and downloads one if there is none.
with --all: nginx serves the site as it is published, with all headers and redirects for hosts. Missing Debian packages are installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser, run_module
from sds.commands.browser import find_browser
from sds.commands.debian import FAKETIME, NGINX, find_or_install


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs pytest with any other arguments given: ``python3 run.py test tests/checks -x``. Returns its exit status."""
    parse = parser("test", __doc__)
    tier = parse.add_mutually_exclusive_group()
    tier.add_argument("--quick", dest="tier", action="store_const", const="quick", help="only what needs no browser and no build of the site: about a minute")
    tier.add_argument(
        "--all",
        dest="tier",
        action="store_const",
        const="all",
        help="everything, including slow tests: once a week, before a larger change is closed, and before a release",
    )
    parse.set_defaults(tier="change")
    chosen, more = parse.parse_known_args(arguments)
    variables = {} if chosen.tier == "quick" else {"BROWSER_PATH": find_browser()}
    if chosen.tier == "all":
        variables |= {wanted.variable: find_or_install(wanted) for wanted in (NGINX, FAKETIME)}
    return run_module("pytest", f"--tier={chosen.tier}", *more, root=root, **variables)
