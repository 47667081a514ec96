"""Retries failed tests that drive a browser or start a program, which a busy machine can make too late. The run names each test that was retried."""

from __future__ import annotations

import pytest


def try_what_waits_twice(items: list[pytest.Function]) -> None:
    """Allows one retry to each test that drives a browser or starts a program."""
    for item in items:
        if "browser" in item.fixturenames or item.get_closest_marker("builds"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def tell_what_was_tried_twice(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the tests that failed at first, with the error. A test that is often on this list has a real fault."""
    failed: list[pytest.TestReport] = terminalreporter.stats.get("rerun", [])
    if failed:
        terminalreporter.section("failed at the first try")
        for report in failed:
            terminalreporter.line(f"{report.nodeid}: {str(getattr(report.longrepr, 'reprcrash', report.longrepr))[:300]}")
