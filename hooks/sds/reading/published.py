"""``content/published.txt``: the list of ids, addresses and files that were published and must stay. Only publishing adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sds.paths import PUBLISHED
from sds.problem import Problem, counted

NOTE = "# What was published, and stays: ids as kind/id, addresses, where an old address leads on, and files. Publishing adds lines; no line is deleted.\n"
COUNT = re.compile(r"# Lines: (\d+)")
"""The line with the number of entries, which publishing writes, so that a deleted line is noticed."""
LINE = re.compile(r"(?P<address>/\S*)(?: -> (?P<target>/\S*))?|(?P<file>content/\S+)|(?P<id>[a-z_]+/\S+)")


@dataclass(frozen=True)
class Published:
    """The entries of the list: each id, address and file with its line number."""

    ids: Mapping[str, int] = field(default_factory=dict)
    """Ids in the form ``kind/id``."""
    addresses: Mapping[str, int] = field(default_factory=dict)
    leads_on: Mapping[str, str] = field(default_factory=dict)
    """The addresses that are redirects, each with its target."""
    files: Mapping[str, int] = field(default_factory=dict)


def read_published(root: Path) -> tuple[Published, tuple[Problem, ...]]:
    """The list of the project in ``root`` (empty if nothing was published yet), and a problem for each invalid or deleted line."""
    path = root / PUBLISHED
    return parsed(path.read_text("utf-8", errors="replace")) if path.exists() else (Published(), ())


def parsed(text: str) -> tuple[Published, tuple[Problem, ...]]:
    """The list in ``text``, and the problems in it."""
    ids, addresses, leads_on, files, problems = dict[str, int](), dict[str, int](), dict[str, str](), dict[str, int](), list[Problem]()
    counted_at, written_once = 0, 0
    for number, line in enumerate(text.splitlines(), start=1):
        if count := COUNT.fullmatch(line.rstrip()):
            counted_at, written_once = number, int(count[1])
        if not line.strip() or line.startswith("#"):
            continue
        found = LINE.fullmatch(line.rstrip())
        if found is None:
            told = "Write kind/id, an address, or two addresses: /old/ -> /new/"
            problems.append(Problem(PUBLISHED, number, f'"{line.strip()}" is neither an id nor an address.', told))
        elif address := found["address"]:
            addresses[address] = number
            if found["target"]:
                leads_on[address] = found["target"]
        else:
            (files if found["file"] else ids)[found["file"] or found["id"]] = number
    if (missing := written_once - len(ids) - len(addresses) - len(files)) > 0 and not problems:
        wrong = f"{counted(missing, 'line')} of this list {'was' if missing == 1 else 'were'} deleted, and what was published stays."
        problems.append(Problem(PUBLISHED, counted_at, wrong, "Restore this file from an earlier version: only publishing changes it."))
    return Published(ids, addresses, leads_on, files), tuple(problems)


def written(before: str, ids: Iterable[str], addresses: Mapping[str, str], files: Iterable[str]) -> str:
    """The text of the list: the old text ``before`` with the new ids, addresses and files added. ``addresses`` has the target of a redirect, else an empty
    string."""
    old, _ = parsed(before)
    led = {**addresses, **{address: old.leads_on.get(address, "") for address in old.addresses}}
    lines = [*{*old.ids, *ids}, *(f"{address} -> {target}" if target else address for address, target in led.items()), *{*old.files, *files}]
    return f"{NOTE}# Lines: {len(lines)}\n" + "".join(f"{line}\n" for line in sorted(lines))
