"""Every feature of the site, tried once in Firefox and once in WebKit: it loads and does its job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import pytest

from helpers import area_with_a_number
from sds.model.framework import Framework

if TYPE_CHECKING:
    from engines import Engine

pytestmark = [
    pytest.mark.long("needs Firefox and WebKit"),
    # The automation libraries of the two browsers use deprecated functions and leave open files and sockets for Python to close
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Feature(NamedTuple):
    """A feature to try: its address, a JavaScript condition that must hold first, the script that uses the feature, and the condition that must hold
    afterwards."""

    name: str
    path: str
    before: str
    act: str = ""
    after: str = "true"


def there(what: str) -> str:
    """A JavaScript expression for the first element that matches a selector."""
    return f"document.querySelector({what!r})"


def typed(box: str, words: str) -> str:
    """A script that sets the text of an input and dispatches the event that typing would."""
    return f"const box = document.querySelector({box!r}); box.value = {words!r}; box.dispatchEvent(new Event('input', {{bubbles: true}}))"


def chosen(select: str, value: str) -> str:
    """A script that selects an option and dispatches the event that a reader's choice would."""
    return f"const list = document.querySelector({select!r}); list.value = {value!r}; list.dispatchEvent(new Event('change', {{bubbles: true}}))"


def click(what: str) -> str:
    return f"{there(what)}.click()"


def features(framework: Framework) -> list[Feature]:
    """Every feature that needs a script, each on a page that has it."""
    standard, role, situation = framework.standards[0], framework.roles[1], framework.situations[0]
    easy = f"/easy-read/standards/{standard.id}/"
    area, _ = area_with_a_number(framework)
    number = "[...document.querySelectorAll('[data-area-slot] a[href^=\"tel:\"]')].some(one => one.checkVisibility())"
    own = "I want to choose who helps me."
    return [
        Feature("colours", "/", f"{there('button[data-colours]')}.hidden === false", click("button[data-colours]"), "document.documentElement.dataset.colours"),
        Feature("hard word", f"/standards/{standard.id}/", there(".term[role=button]"), click(".term[role=button]"), there(".term[aria-expanded=true]")),
        Feature("search", "/search/?q=budget", there("[data-results] > ol > li")),
        Feature(
            "search in easy read",
            "/easy-read/search/",
            "!document.querySelector('.without-scripts')",  # the script has run
            f"{typed('[data-easy-search] input', 'advocate')}; box.form.requestSubmit()",
            there("main [data-block] a"),
        ),
        Feature("look of easy read", easy, f"{there('[data-tools]')}.hidden === false", click("[data-look]"), f"{there('#look')}.checkVisibility()"),
        Feature("area", f"/situations/{situation.id}/", there("[data-choose-area] select"), chosen("[data-choose-area] select", area.id), number),
        Feature("area on another page", "/contacts/", there(".area.chosen")),
        Feature(
            "my words",
            "/my-words/",
            f"{there('[data-my-words]')}.hidden === false",
            f"{typed('[data-own-words]', own)}; {click('[data-own] button')}",
            f"{there('[data-chosen]')}.textContent.includes({own!r})",
        ),
        Feature("tick list", f"/roles/{role.id}/", f"!{there('[data-ticks][hidden]')}"),
        Feature("library", "/resources/", f"{there('[data-narrow]')}.hidden === false"),
        Feature("self-evaluation", "/self-evaluation/", there("a[href='#new']"), click("a[href='#new']"), there("main input[type=radio]")),
        Feature("pack", f"/pack/?standard={standard.id}&role={role.id}", there(".pack-standard")),
        Feature("type and pictures", easy, "[...document.fonts].some(one => one.status === 'loaded')", "", f"{there('main img')}.naturalWidth > 0"),
        Feature("no sideways scroll", f"/standards/{standard.id}/", "document.documentElement.scrollWidth <= innerWidth"),
    ]


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    from engines import ENGINES

    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as opened:
        yield opened


def test_every_feature_works(engine: Engine, served: str, framework: Framework, tell: Callable[[str], None]) -> None:
    failed = []
    tried = features(framework)
    for feature in tried:
        engine.go(served + feature.path)
        try:
            engine.until(feature.before)
            engine.run(feature.act)
            engine.until(feature.after)
        except AssertionError as error:
            failed.append(f"{feature.name}: {error}")
    tell(f"{engine.version}: {len(tried) - len(failed)} of {len(tried)} features work")
    assert failed == []
