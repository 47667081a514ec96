"""The decorator for rules of content, whose argument is the context."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from sds.checks.context import Context
from sds.paths import STANDARDS
from sds.problem import Problem
from sds.rule import Rule

ContentLook: TypeAlias = Callable[[Context], Iterator[Problem]]
ContentRule: TypeAlias = Rule[ContentLook]

PATHS, WATER = f"{STANDARDS}/paths.yaml", f"{STANDARDS}/water.yaml"
"""Two files of the tests' framework about a shared garden, from which the examples come."""

NEW = "new"
"""The id that an editor writes to find out the next free one."""
