"""The page of the easy-read rules, made from the rules themselves, so that it cannot say anything else than what is checked."""

from __future__ import annotations

from collections.abc import Iterator

from sds.easy_read.manual_rules import ELSEWHERE, Elsewhere
from sds.easy_read.rule import Rule
from sds.easy_read.rules import RULES
from sds.model.framework import Framework
from sds.pages.page import HOME, Link, Page
from sds.paths import WORDS_TO_AVOID


def easy_rules_page(framework: Framework) -> Iterator[Page]:
    """The rules in the order of their numbers; no page where a framework has no easy read."""
    if not framework.easy_read:
        return
    rules: list[Rule | Elsewhere] = sorted((*RULES, *ELSEWHERE), key=lambda rule: rule.number)
    yield Page(
        url="/contribute/easy-read-rules/",
        template="easy-rules.html",
        title="The easy-read rules",
        description=f"{len(rules)} rules for easy read: what each asks, what stops a build, what is only a warning, and how to put it right.",
        edit=WORDS_TO_AVOID,
        crumbs=(HOME, Link("Contribute", "/contribute/")),
        data={"rules": rules, "common": len(framework.easy_words.common)},
    )
