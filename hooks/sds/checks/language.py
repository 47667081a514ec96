"""The rule about the language of the framework. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.paths import SPINE
from sds.problem import Problem
from sds.rule import Example, rule

SITE = "en"
"""The language of the site's own words, in templates, scripts and the program."""


@rule(
    "site-speaks-the-language",
    "The words of the site are in English",
    Example("  language: de-AT\n", "  language: en-GB\n", SPINE),
    levels={"warning": ""},
    excepted=False,
)
def site_speaks_the_language(context: Context) -> Iterator[Problem]:
    """The language of the framework is English, like the words of the site itself. Screen readers read a whole page in the language of the framework."""
    language = context.framework.spine.framework.language
    if language.partition("-")[0] != SITE:
        line = context.where.documents[SPINE].line(("framework", "language"))
        wrong = f'Menus, headings and buttons are in English, and screen readers would read them as "{language}".'
        yield Problem(SPINE, line, wrong, "Before you publish, translate them in overrides/ and hooks/.")
