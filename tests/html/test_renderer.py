"""Templates are indented for people; the HTML made from them has no indentation. What is the same on several pages is rendered once."""

from __future__ import annotations

import re
from pathlib import Path

from helpers import ROOT, Element, build_site
from sds.model.framework import Framework


def test_pages_carry_no_indents_though_their_templates_do(small: Path) -> None:
    assert re.search(r"^ +<", (ROOT / "overrides/pages/standard.html").read_text("utf-8"), re.MULTILINE)
    lines = re.compile(r"<pre>.*?</pre>", re.DOTALL)  # of the files that the page shows as they are
    files = build_site(small)
    pages = {path: lines.sub("", files[path]) for path in files if path.endswith(".html")}
    assert len(pages) > 20
    assert {path for path, text in pages.items() if re.search(r"^[ \t]+\S", text, re.MULTILINE)} == set()


def test_what_is_below_a_statement_is_the_same_in_every_list(pages: dict[str, Element], framework: Framework) -> None:
    below: dict[str, set[str]] = {}
    for page in pages.values():
        for one in page.all("li"):
            if one.has_class("action") and (id := one.attrs.get("id") or one.attrs.get("data-action")):
                below.setdefault(id, set()).add(" ".join(part.text for part in one.all("p")[1:]))
    assert below.keys() == {action.id for action in framework.current_actions}
    assert {id: some for id, some in below.items() if len(some) > 1} == {}
    for action in framework.current_actions:
        (words,) = below[action.id]
        assert words.endswith(action.id)
        assert all(framework.record("stages", stage).title in words for stage in action.stages)
