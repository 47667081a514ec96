"""The benchmarks, which measure and assert nothing themselves: what they build passes the checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.times_over import times_over
from helpers import ROOT
from sds.checks import check
from sds.reading.load import load


@pytest.mark.slow("checks the real content twice over")
def test_the_content_that_the_bench_multiplies_has_no_error_so_that_it_can_be_built(tmp_path: Path) -> None:
    assert [str(problem) for problem in check(load(times_over(ROOT, tmp_path, 2)))] == []
