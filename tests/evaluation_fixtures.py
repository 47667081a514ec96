"""The browser's modules for self-evaluation, called in node, and the words of the real framework as they get them."""

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
    """The node that the test extra brings."""
    name = "node.exe" if sys.platform == "win32" else "node"
    return next(path for path in (Path(sysconfig.get_path("scripts")) / name, Path(sys.executable).parent / name) if path.exists())


@pytest.fixture(scope="session")
def call(index: Json) -> Iterator[Call]:
    """Calls ``name`` of a module of the browser, such as ``self-evaluation/merge.js``, with values that JSON can hold.

    The index is sent once, and not with each call: writing it out would take most of a test's time.
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
    """What the page for self-evaluation is given of the framework."""
    assert framework.spine.self_evaluation is not None
    words: Json = json.loads(index_of(framework, framework.spine.self_evaluation))
    return words
