"""Templates are compiled once for all builds, and again when their source changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from sds.html.compiled import Compiled


def rendered(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A page rendered from a template with this source, as by a program that has just started."""
    monkeypatch.setattr(Compiled, "_memory", {})
    return Environment(loader=DictLoader({"page.html": text}), bytecode_cache=Compiled(folder), autoescape=True).get_template("page.html").render(name="a & b")


def test_the_next_build_does_not_compile_a_template_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered("Hello {{ name }}", tmp_path, monkeypatch) == "Hello a &amp; b"

    def compiled(*_: object) -> None:
        raise AssertionError("compiled again")

    with monkeypatch.context() as patched:
        patched.setattr(Environment, "_parse", compiled)
        assert rendered("Hello {{ name }}", tmp_path, monkeypatch) == "Hello a &amp; b"
        with pytest.raises(AssertionError, match="compiled again"):
            rendered("Goodbye {{ name }}", tmp_path, monkeypatch)
    assert rendered("Goodbye {{ name }}", tmp_path, monkeypatch) == "Goodbye a &amp; b"


def test_what_is_not_whole_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered("Hello {{ name }}", tmp_path, monkeypatch)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"")
    assert rendered("Hello {{ name }}", tmp_path, monkeypatch) == "Hello a &amp; b"
