"""The rule that the law is looked up before a statement is called an inference. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from sds.cache import Cache
from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.model.duties import bears_on, binds
from sds.model.framework import Action, Framework
from sds.model.records import Provision
from sds.problem import Problem
from sds.rule import Example, rule

WORD = re.compile(r"[a-z]{4,}")
UNCOMMON, AT_LEAST = 0.03, 3
"""A word is specific if at most this share of all statements and provisions have it, or at most this number if there are few."""
IN_COMMON = 2
"""Two texts are about the same subject if they have this many specific words in common. Measured in November 2026: of 131 duties, had they been called
inferences, 99 would be reported; of 120 inferences that cite no law, one is reported, wrongly, because its words have two meanings."""


@rule(
    "inferences-know-the-law",
    "Check the law before calling it an inference",
    Example(
        "      text: Keep every tap working in March and write the date on its post.",
        "      text: Test every tap in March and write the date on its post.",
        WATER,
    ),
    levels={"warning": "The words may be similar, and the subjects different."},
)
def inferences_know_the_law(context: Context) -> Iterator[Problem]:
    """If a provision for the same standard, role and stages is about the same subject as a statement, the statement is based on law or names a provision."""
    if context.unread:
        return
    framework = context.framework
    tells = _tells(framework)
    for standard in framework.standards:
        law = [one for one in framework.provisions if bears_on(one, standard) and _binds(framework, one)]
        for action in standard.actions:
            if action.status != "current" or action.provisions or (framework.has("bases", action.basis) and framework.basis(action.basis).needs):
                continue
            for provision in law:
                if _meet(framework, provision, action) and len(tells(action.text) & tells(f"{provision.title} {provision.text}")) >= IN_COMMON:
                    wrong = f'"{action.id}" names no law, and "{provision.id}" may be about the same thing.'
                    instead = "Read it: write another basis if it asks this, or name it under provisions if it is relevant."
                    yield context.where.problem("actions", action.id, ("basis",), wrong, instead)


def _binds(framework: Framework, provision: Provision) -> bool:
    return framework.has("strengths", provision.strength) and binds(framework, provision)


def _meet(framework: Framework, provision: Provision, action: Action) -> bool:
    """Whether a binding provision applies to a statement: at one of its stages, and to its role, which acts for the body with the duty or has the right."""
    if provision.stages and not set(provision.stages) & set(action.stages):
        return False
    if any(role.id == action.role and role.statement_form for role in framework.roles):
        return bool(framework.record("strengths", provision.strength).gives_right)
    return any(action.role in framework.record("bearers", id).roles for id in provision.bearers if framework.has("bearers", id))


def _tells(framework: Framework) -> Callable[[str], frozenset[str]]:
    """A function that returns the specific words of a text: those that few statements and provisions have."""
    texts = [*(action.text for action in framework.current_actions), *(f"{one.title} {one.text}" for one in framework.provisions)]
    often = Counter(word for text in texts for word in _words(text))
    most = max(AT_LEAST, UNCOMMON * len(texts))
    return lambda text: frozenset(word for word in _words(text) if often[word] <= most)


def _words(text: str) -> frozenset[str]:
    """The words of a text in lower case, without a plural s."""
    return _WORDS.get(text, (), lambda: frozenset(word.removesuffix("s") for word in WORD.findall(text.lower())))


_WORDS = Cache[frozenset[str]]()
