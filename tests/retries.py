"""A test that waits for a browser or for a program of its own is tried once more when it fails, as a busy machine makes those late; and the run says which."""

from __future__ import annotations

import pytest


def try_what_waits_twice(items: list[pytest.Function]) -> None:
    """Gives each test that drives a browser or starts a program one further try."""
    for item in items:
        if "browser" in item.fixturenames or item.get_closest_marker("builds"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def tell_what_was_tried_twice(terminalreporter: pytest.TerminalReporter) -> None:
    """Names what failed at its first try, with what was wrong: a test that is often named here has a fault of its own."""
    failed: list[pytest.TestReport] = terminalreporter.stats.get("rerun", [])
    if failed:
        terminalreporter.section("failed at the first try")
        for report in failed:
            terminalreporter.line(f"{report.nodeid}: {str(getattr(report.longrepr, 'reprcrash', report.longrepr))[:300]}")
