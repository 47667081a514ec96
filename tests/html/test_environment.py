"""The template environment behaves as Jinja documents it, and rendering a page leaves no memory behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError, pass_context
from markupsafe import Markup

from helpers import ROOT, SETTINGS
from sds.build import Site, build
from sds.html.environment import QuickEnvironment

TEMPLATES = {
    "page.html": """{% extends "base.html" %}{% from "macros.html" import shout, framed with context %}
{% block main %}{{ value }}|{{ [value]|join(", ") }}|{{ value ~ "<" }}
{%- for one in many %}{{ shout(one, mark=loop.index) }}{{ one.upper() if one is string }}{{ asked(one) }}{% endfor %}
{%- call framed() %}{{ value }}{% endcall %}{% set kept %}{{ value }}{% endset %}{{ kept }}{% include "part.html" %}{% endblock %}""",
    "base.html": "{% set content %}{% block main %}{% endblock %}{% endset %}<p title='{{ value }}'>{{ content }}",
    "macros.html": "{% macro shout(word, mark=1) %}{{ word }}{{ mark }}{{ value }}{% endmacro %}{% macro framed() %}[{{ caller() }}]{% endmacro %}",
    "part.html": "{{ value }}{{ many|length }}{{ 1.5 }}{{ true }}",
}


class Html:
    def __html__(self) -> str:
        return "<b>so</b>"


class Word(str):
    """A subclass of str."""

    __slots__ = ()


@pass_context
def asked(context: object, word: str) -> str:
    return f"<{word}&{type(context).__mro__[-2].__name__}>"


def rendered(environment: Environment, **values: object) -> str:
    environment.globals["asked"] = asked
    return environment.get_template("page.html").render(**values)


@pytest.mark.parametrize("value", ["a plain word", '<i title="x">\'&', "", 7, 2.5, None, True, Markup("<b>&amp;</b>"), Html(), Word("<w>"), ["<", Markup("<")]])
def test_values_are_written_as_jinja_writes_them(value: object) -> None:
    values = {"value": value, "many": ["a", "<b>", Markup("<c>")]}
    quick = QuickEnvironment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    plain = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    assert rendered(quick, **values) == rendered(plain, **values)


def test_a_name_that_is_not_there_stops_a_page() -> None:
    with pytest.raises(UndefinedError):
        rendered(QuickEnvironment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined), many=[])


@pytest.fixture
def uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_pages_leave_nothing_for_the_garbage_collector_which_a_build_switches_off(small: Path) -> None:
    (small / "overrides").symlink_to(ROOT / "overrides")
    site = build(small, replace(SETTINGS, preview=True))
    assert isinstance(site, Site)
    pages = [page for page in site.plan.values() if page.template != "redirect.html"]
    for page in pages:  # the first rendering compiles the templates, which stay in memory
        site.renderer.page(page)
    gc.collect()
    for page in pages:
        site.renderer.page(page)
    assert gc.collect() < len(pages)


@pytest.mark.usefixtures("uncollected")
def test_nothing_of_the_framework_is_left_when_its_files_are_written_and_the_offline_copy_is_made(small: Path) -> None:
    (small / "overrides").symlink_to(ROOT / "overrides")
    site = build(small, SETTINGS)
    assert isinstance(site, Site)
    framework = weakref.ref(site.framework)
    for path in site.files:
        site.files.pop(path)
    site.clear()
    del site
    assert framework() is None
