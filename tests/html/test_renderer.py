"""Templates are indented for people; the HTML made from them has no indentation."""

from __future__ import annotations

import re
from pathlib import Path

from helpers import ROOT, build_site


def test_pages_carry_no_indents_though_their_templates_do(small: Path) -> None:
    assert re.search(r"^ +<", (ROOT / "overrides/pages/standard.html").read_text("utf-8"), re.MULTILINE)
    lines = re.compile(r"<pre>.*?</pre>", re.DOTALL)  # of the files that the page shows as they are
    files = build_site(small)
    pages = {path: lines.sub("", files[path]) for path in files if path.endswith(".html")}
    assert len(pages) > 20
    assert {path for path, text in pages.items() if re.search(r"^[ \t]+\S", text, re.MULTILINE)} == set()
