"""A rule for content, easy read or hand-written pages: a function whose docstring is the rule in plain words, with an id, a title, levels and an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from sds.problem import Level, Problem

Given = TypeVar("Given")
"""The argument of a rule's function: the content that it checks."""
Look = TypeVar("Look", bound=Callable[..., Iterator[Any]])
"""The function of a rule, which finds what breaks it. Each kind of rule has its own argument and yields its own type."""


@dataclass(frozen=True)
class Example:
    """Text that breaks a rule (``broken``), and the same text corrected (``mended``). A test runs the rule on both.

    Without ``file`` they are sentences of an easy-read page. With ``file`` they are lines of that file, with their indentation, and ``mended`` occurs in
    the tests' small framework. When ``file`` is a hand-written page, they are the whole page or all below its heading; when it is a folder, they are
    names of files in it. ``times`` is how many copies of ``broken`` break the rule, for a rule about a page as a whole.
    """

    broken: str
    mended: str
    file: str = ""
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class Rule(Generic[Look]):
    """A rule. ``id`` never changes: exceptions and addresses name it. ``asks`` is the text of the rule, and ``look`` the function that finds what breaks it.

    ``levels`` has the levels at which the rule reports, each with a description of what it reports at that level (empty if there is one level).
    ``source`` is where the rule comes from, and empty for a rule of this project.
    """

    id: str
    title: str
    asks: str
    levels: Mapping[Level, str]
    example: Example
    source: str
    look: Look
    everywhere: bool = field(default=True, kw_only=True)
    """Whether the rule holds in every framework. If not, it holds in those whose list ``expected`` names it."""
    excepted: bool = field(default=True, kw_only=True)
    """Whether editors may list exceptions from the rule."""

    @property
    def anchor(self) -> str:
        """The anchor of the rule on the page of rules."""
        return self.id.lower().replace(".", "-")


@dataclass(frozen=True)
class Family:
    """Rules about one subject, under the title that they have on the page of rules."""

    title: str
    rules: tuple[Rule[Any], ...]


ERROR: Mapping[Level, str] = {"error": ""}


def rule(
    id: str,
    title: str,
    example: Example,
    levels: Mapping[Level, str] = ERROR,
    source: str = "",
    everywhere: bool = True,
    excepted: bool = True,
) -> Callable[[Callable[[Given], Iterator[Problem]]], Rule[Callable[[Given], Iterator[Problem]]]]:
    """A decorator that makes a rule of a function. The function must not raise.

    Each problem that it yields gets the id of the rule and, if the rule has only one level, that level; if it has two, the function sets the level.
    The other arguments are the fields of ``Rule``. A rule that is not ``everywhere`` is about a way of writing that other frameworks need not share.
    """

    def made(look: Callable[[Given], Iterator[Problem]]) -> Rule[Callable[[Given], Iterator[Problem]]]:
        def found(given: Given) -> Iterator[Problem]:
            only = next(iter(levels)) if len(levels) == 1 else None
            yield from (replace(problem, rule=id, level=only or problem.level) for problem in look(given))

        asks = asked(look)
        return Rule(id=id, title=title, asks=asks, levels=levels, example=example, source=source, look=found, everywhere=everywhere, excepted=excepted)

    return made


def asked(look: Callable[..., Any]) -> str:
    """The text of a rule: the docstring of its function, as one line."""
    assert look.__doc__, f"{look.__name__} does not say what it asks for"
    return " ".join(look.__doc__.split())
