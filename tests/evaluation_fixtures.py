"""Calls the browser modules of the self-evaluation in Node, with the real framework's data as the page gives it to them."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evaluations import Call, Json
from helpers import ROOT
from sds.model.framework import Framework
from sds.pages.self_evaluation_parts import index as index_of

SCRIPTS = ROOT / "overrides/assets/js"


def node() -> Path:
    """The Node program that is installed with the test dependencies."""
    name = "node.exe" if sys.platform == "win32" else "node"
    return next(path for path in (Path(sysconfig.get_path("scripts")) / name, Path(sys.executable).parent / name) if path.exists())


@pytest.fixture(scope="session")
def call(index: Json) -> Iterator[Call]:
    """A function that calls ``name`` of a browser module, such as ``self-evaluation/merge.js``, with JSON values, and returns its result.

    The index is sent only once, because serializing it for each call would take most of a test's time.
    """
    process = subprocess.Popen(
        [node(), Path(__file__).with_name("self_evaluation") / "call.mjs", SCRIPTS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    stdin, stdout = process.stdin, process.stdout

    def send(**line: Any) -> None:
        stdin.write(json.dumps(line) + "\n")
        stdin.flush()

    def call(module: str, name: str, *args: Any) -> Any:
        send(module=module, name=name, args=[{"kept": "index"} if arg is index else arg for arg in args])
        answer = json.loads(stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["value"]

    send(keep="index", value=index)
    yield call
    stdin.close()
    process.wait(timeout=60)
    stdout.close()


@pytest.fixture(scope="session")
def index(framework: Framework) -> Json:
    """The framework's data for the self-evaluation page."""
    assert framework.spine.self_evaluation is not None
    words: Json = json.loads(index_of(framework, framework.spine.self_evaluation))
    return words
