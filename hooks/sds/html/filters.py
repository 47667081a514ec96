"""Jinja filters: ``{{ about.updated|day }}``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from sds.easy_read.english import sentences
from sds.easy_read.hard_words import plain
from sds.html.glossary_links import Words
from sds.model.edition_names import edition_in_brief, edition_named, the_edition
from sds.model.field_types import slug
from sds.model.in_print import capitalise, day
from sds.model.urls import host_of
from sds.pages.page import named, shorten
from sds.phone import unbroken
from sds.problem import all_of, counted


def noun(number: int, thing: str) -> str:
    """The noun after a number, without the number: ``statement`` after 1, else ``statements``."""
    return counted(number, thing).removeprefix(f"{number} ")


def with_the(title: str) -> str:
    """A title after ``the``, which it may begin with itself: ``the Charter``, ``The Promise``."""
    return title if title.lower().startswith("the ") else f"the {title}"


@cache  # the address of the repository is on every page
def host(address: str) -> Markup:
    """``https://www.example.org/a/`` -> ``example.org``, with ``<wbr>`` before each dot, where a line may break."""
    return Markup("<wbr>.").join(host_of(address).split("."))


def day_or_month(date: str) -> str:
    """``2026-11-21`` -> ``21 November 2026``, and ``2026-11`` -> ``November 2026``."""
    return day(date) if date.count("-") > 1 else day(f"{date}-01").removeprefix("1 ")


@pass_context
def explained(context: Context, text: str) -> Markup:
    """``text`` with the first use on the page of each term made a link to its meaning."""
    words: Words = context["words"]
    return words.mark(text)


@pass_context
def easy_words(context: Context, text: str) -> Markup:
    """Easy-read ``text`` with its hard words bold, each a link to its easy meaning."""
    words: Words = context["words"]
    return words.mark_bold(text)


FILTERS: Mapping[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        shorten,
        named,
        slug,
        day,
        day_or_month,
        capitalise,
        counted,
        all_of,
        noun,
        with_the,
        edition_named,
        the_edition,
        edition_in_brief,
        host,
        unbroken,
        explained,
        easy_words,
        plain,
        sentences,
    )
}
