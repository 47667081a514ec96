"""The page of rules, generated from the rules in the code, so that it always agrees with what is checked."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sds.checks.families import EASY_READ, FAMILIES, HAND_WRITTEN, LAST
from sds.easy_read.manual_rules import MANUAL_RULES, ManualRule
from sds.model.framework import Framework
from sds.model.in_print import curly
from sds.pages.page import HOME, Link, Page
from sds.rule import Family, Rule

RULES = "/contribute/rules/"
RULES_FILE = "hooks/sds/checks/families.py"
"""The source file to which the page's edit link leads."""
EXCEPTION = """\
exceptions:
  - rule: statements-are-one-action
    record: actions/water-g1
    reason: Both parts are done in one visit."""
"""An example of an exception from a rule, in the framework of the examples."""
LEVELS = {"error": "Error", "warning": "Warning"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One rule as data for the page. ``levels`` has each level with what is reported at it. ``broken`` and ``mended`` are empty for rules that people check."""

    id: str
    anchor: str
    title: str
    asks: str
    levels: tuple[tuple[str, str], ...]
    source: str
    kept_by: str = ""
    file: str = ""
    """The file from which ``broken`` and ``mended`` are lines. If empty, they are sentences."""
    broken: str = ""
    mended: str = ""
    times: int = 1
    excepted: bool = True

    @property
    def levels_in_words(self) -> str:
        """The levels in words: ``Error, warning``."""
        return ", ".join(level for level, _ in self.levels).capitalize()


@dataclass(frozen=True, slots=True)
class Group:
    """Rules under one heading."""

    title: str
    id: str
    entries: tuple[Entry, ...]


def rules_page(framework: Framework) -> Page:
    """The page of rules by family. Those of easy read come last, if the framework has easy read."""
    chosen = framework.spine.expected.rules
    groups = [group for family in (*FAMILIES, HAND_WRITTEN, LAST) if (group := _group(family, chosen)).entries]
    easy = Group("Easy read", "easy-read", tuple(sorted((_entry(one) for one in _of_easy_read(framework)), key=lambda entry: entry.id)))
    entries = [entry for group in (*groups, easy) for entry in group.entries]
    return Page(
        url=RULES,
        template="rules.html",
        title="The rules for content files",
        description=f"The {len(entries)} rules for the content files: what each asks, an example, what stops a build and what is only a warning.",
        edit=RULES_FILE,
        crumbs=(HOME, Link("Contribute", "/contribute/")),
        data={
            "groups": groups,
            "easy": easy,
            "entries": entries,
            "common": len(framework.easy_words.common),
            "exception": EXCEPTION,
            "phrases": framework.phrases_to_avoid,
        },
    )


def _of_easy_read(framework: Framework) -> Iterable[Rule[Any] | ManualRule]:
    return (*EASY_READ, *MANUAL_RULES) if framework.easy_read else ()


def _group(family: Family, chosen: Collection[str]) -> Group:
    """The rules of a family that hold in this framework: those that hold everywhere, and those in ``chosen``."""
    held = (rule for rule in family.rules if rule.everywhere or rule.id in chosen)
    return Group(family.title, family.title.lower().replace(",", "").replace(" ", "-"), tuple(map(_entry, held)))


def _entry(rule: Rule[Any] | ManualRule) -> Entry:
    title, asks = curly(rule.title), curly(rule.asks)
    if isinstance(rule, ManualRule):
        return Entry(
            id=rule.id,
            anchor=rule.id.lower(),
            title=title,
            asks=asks,
            levels=((rule.level, ""),),
            source=rule.source,
            kept_by=rule.kept_by,
        )
    levels, example = tuple((LEVELS[level], curly(words)) for level, words in rule.levels.items()), rule.example
    broken, mended = textwrap.dedent(example.broken), textwrap.dedent(example.mended)
    return Entry(
        id=rule.id,
        anchor=rule.anchor,
        title=title,
        asks=asks,
        levels=levels,
        source=rule.source,
        file=example.file,
        broken=broken,
        mended=mended,
        times=example.times,
        excepted=rule.excepted,
    )
