"""Three sizes (tiers) of a test run. At its end, a run names what it left out. A test's tier follows from its fixtures and marks.

quick   tests that need no browser and build no whole site, neither through a fixture nor in a program of their own
change  what every change must pass
all     everything: also tests marked ``long``, and all cases where the other tiers try a fixed sample

A test marked ``slow`` takes seconds and is left out of a quick run; a quick run also tries fewer cases of a sample. A test marked ``heavy`` takes as long as
twenty others and starts first, so that at the end of a run no process is still busy with it while the others have nothing left to do.
"""

from __future__ import annotations

import os
import textwrap
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import pytest

from retries import try_what_waits_twice

TIERS = ("quick", "change", "all")
FIXTURES = {"browser": "needs a browser", "built": "builds the whole site"}
"""The fixtures that no quick test uses, with the reason to print."""
BUILDS = "builds a site, or shows one, with a program of its own"
FEW = 5
"""About how many similar cases a quick run tries."""
LOOKS = (
    "axe looks at a page narrow and light, and wide and dark, with long rows cut; with --all at each size in each colour, at whole pages, "
    "and at styles that turn a page with its screen"
)
"""What the accessibility tests (axe) check only with --all: printed at the end of a smaller run."""
LEFT_OUT = pytest.StashKey[dict[str, dict[str, int]]]()
"""For each reason, how many tests (parametrized cases) of each name were left out."""

ALL_PAIRS = "tries each of one lot with each of another"
Test: TypeAlias = Callable[..., None]
Sample: TypeAlias = Callable[[Sequence[Any], int], Sequence[Any]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tier", choices=TIERS, default="change", help="how much is run: see tests/tiers.py")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = {}
    os.environ["TEST_TIER"] = config.getoption("tier")  # read by helpers.assert_may_build, which lets no quick test build a site


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process more than there are cores, because browser tests spend part of their time waiting. Quick tests do not wait, and get xdist's own number."""
    if config.getoption("tier") == "quick":
        return None
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def tier_of(item: pytest.Function) -> tuple[str, str]:
    """The smallest tier that runs a test, and the reason why no smaller tier does."""
    if long := item.get_closest_marker("long"):
        return "all", str(long.args[0])
    if slow := item.get_closest_marker("slow"):
        return "change", str(slow.args[0])
    if item.get_closest_marker("builds"):
        return "change", BUILDS
    reason = next((why for fixture, why in FIXTURES.items() if fixture in item.fixturenames), "")
    return ("change", reason) if reason else ("quick", "")


def everything() -> bool:
    """Whether this run has the tier "all"."""
    return os.environ["TEST_TIER"] == "all"


def each_with_one(ones: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """Parameters for a test of every pair of ``ones`` and ``others``. In the tier "all" it tries all pairs; in others it tries each of ``ones`` only once, with
    a different one of ``others`` in turn (the rest are marked ``long``)."""
    long = pytest.mark.long(ALL_PAIRS)
    chosen = {(at, at % len(others)) for at in range(len(ones))}
    return [pytest.param(one, other, marks=() if (at, number) in chosen else long) for at, one in enumerate(ones) for number, other in enumerate(others)]


def few_in_quick(test: Test, most: int) -> int:
    """How many generated examples a ``test`` tries: ``most``, or :data:`FEW` in a quick run, which names the test at its end."""
    few = FEW if os.environ["TEST_TIER"] == "quick" else most
    test.__dict__["examples"] = (few, most)
    return few


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Function]) -> None:
    chosen, kept, left = TIERS.index(config.getoption("tier")), list[pytest.Function](), defaultdict[str, Counter[str]](Counter)
    for item in items:
        tier, why = tier_of(item)
        if TIERS.index(tier) <= chosen:
            kept.append(item)
            few, most = item.function.__dict__.get("examples", (0, 0))
            if few < most:
                item.user_properties.append(("sampled", [item.nodeid, few, most]))
        else:
            left[why][item.nodeid.partition("[")[0]] += 1
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = in_order(kept)
    try_what_waits_twice(items)
    config.stash[LEFT_OUT] = {why: dict(names) for why, names in left.items()}


def in_order(items: Sequence[pytest.Function]) -> list[pytest.Function]:
    """Heavy tests first, then the files that need the built site or a browser, then the others.

    xdist gives each process a part of this list, so that one builds the site while the others run tests that do not need it.
    """
    needing = {item.path for item in items if not FIXTURES.keys().isdisjoint(item.fixturenames)}
    return sorted(items, key=lambda item: (item.get_closest_marker("heavy") is None, item.path not in needing))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In a worker process of xdist: passes the list of tests left out to the main process, which prints it."""
    if (output := getattr(session.config, "workeroutput", None)) is not None:
        output["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    node.config.stash[LEFT_OUT] |= getattr(node, "workeroutput", {}).get("left_out", {})


@pytest.fixture
def sample(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Sample:
    """A function ``sample(items, one_in)`` that takes every ``one_in``-th item, always the same ones. It takes all with "all", and fewer in a quick run."""

    def sample(items: Sequence[Any], one_in: int) -> Sequence[Any]:
        tier = request.config.getoption("tier")
        if tier == "all":
            return items
        if tier == "quick":
            one_in = max(one_in, len(items) // FEW)
        record_property("sampled", [request.node.nodeid.partition("[")[0], len(items[::one_in]), len(items)])
        return items[::one_in]

    return sample


def tell_what_was_left_out(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints the tests that were left out, with the reasons and with the command that runs them."""
    left, tier = config.stash[LEFT_OUT], config.getoption("tier")
    sampled = Counter[str](), Counter[str]()
    for name, value in properties(terminalreporter):
        if name == "sampled":
            sampled[0][value[0]] += value[1]
            sampled[1][value[0]] += value[2]
    if not left and not sampled[0]:
        return
    terminalreporter.section("left out" if tier == "all" else f"left out of this run ({tier})")
    for why, names in left.items():
        count = sum(names.values())
        terminalreporter.line(f"1 test, which {why}:" if count == 1 else f"{count} tests, each of which {why}:")
        files = defaultdict[str, list[str]](list)
        for nodeid, count in names.items():
            file, _, test = nodeid.partition("::")
            files[file].append(test.removeprefix("test_") + (f" ({count})" if count > 1 else ""))
        for file, tests in files.items():
            terminalreporter.line(textwrap.fill(f"{file}: {', '.join(tests)}", 150, initial_indent="  ", subsequent_indent="    "))
    if tier == "change":
        terminalreporter.line(LOOKS)
    for nodeid, count in sampled[0].items():
        terminalreporter.line(f"{nodeid} tried a sample: {count} of {sampled[1][nodeid]}")
    terminalreporter.line(f"To run {'them' if left else 'all'}: python3 run.py test{'' if tier == 'quick' else ' --all'}")


def properties(terminalreporter: pytest.TerminalReporter) -> list[tuple[str, Any]]:
    """What tests recorded with ``record_property``, as pairs of name and value."""
    reports = (report for reports in terminalreporter.stats.values() for report in reports if getattr(report, "when", "") == "call")
    return [one for report in reports for one in report.user_properties]
