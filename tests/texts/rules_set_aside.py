"""The rules of wording, which a text made up for a test may break."""

from __future__ import annotations

from typing import Any

import pytest

from sds import project as reading
from sds.checks import diagnostics
from sds.checks.families import EASY_READ, FAMILIES
from sds.checks.roles import two_minute_pages_are_short
from sds.problem import Problem

OF_WORDS = frozenset(["Words", "Names", "Statements", "Situations"])
"""The families of rules that say how words are written; of the others some hold a field to a form, as that of a day."""
SET_ASIDE = frozenset(rule.id for family in FAMILIES if family.title in OF_WORDS for rule in family.rules)
SET_ASIDE |= {two_minute_pages_are_short.id, *(rule.id for rule in EASY_READ)}


def without_rules_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets words through that a rule of wording refuses, as exceptions from these rules would: what a field is refused for by its form still is."""

    def few(*given: Any) -> list[Problem]:
        return [problem for problem in diagnostics(*given) if problem.rule not in SET_ASIDE]

    monkeypatch.setattr(reading, "diagnostics", few)
