"""Turns off the rules about wording, which a made-up test text may break."""

from __future__ import annotations

from typing import Any

import pytest

from sds import project as reading
from sds.checks import diagnostics
from sds.checks.families import EASY_READ, FAMILIES
from sds.checks.roles import two_minute_pages_are_short
from sds.problem import Problem

OF_WORDS = frozenset(["Words", "Names", "Statements", "Situations"])
"""The families of rules about wording. Some rules of other families check a value's format, such as a date, and stay on."""
SET_ASIDE = frozenset(rule.id for family in FAMILIES if family.title in OF_WORDS for rule in family.rules)
SET_ASIDE |= {two_minute_pages_are_short.id, *(rule.id for rule in EASY_READ)}


def without_rules_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ignores problems of the rules about wording, as exceptions would. Errors about a value's format remain."""

    def few(*given: Any) -> list[Problem]:
        return [problem for problem in diagnostics(*given) if problem.rule not in SET_ASIDE]

    monkeypatch.setattr(reading, "diagnostics", few)
