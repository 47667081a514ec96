"""What a rule of content is given: the context, in which it looks for whatever breaks the rule."""

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
"""The two standards of the made-up framework from which the examples are: that of the tests, about a shared garden."""

NEW = "new"
"""The id that an editor writes to be told the next free one."""
