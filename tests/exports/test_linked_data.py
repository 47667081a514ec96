"""Linked data: JSON-LD on pages, which browsers do not run and no text can break out of, and the glossary as SKOS."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from helpers import Element, build_site, edit, parse_html
from sds.model.in_print import curly


def block(html: str) -> dict[str, Any]:
    """The JSON-LD block of a page; empty if there is none."""
    found = parse_html(html).all("script", type="application/ld+json")
    assert len(found) < 2
    data: dict[str, Any] = json.loads("".join(map(str, found[0].children))) if found else {}
    return data


def test_a_statement_says_whose_it_is_and_what_it_rests_on(small: Path) -> None:
    files = build_site(small)
    told = block(files["actions/water-g1/index.html"])
    assert (told["@type"], told["identifier"], told["url"]) == ("CreativeWork", "water-g1", "https://here.example/actions/water-g1/")
    assert told["name"] == "Ask the warden for a tap near your bed before the summer starts."
    assert told["isPartOf"]["url"] == "https://here.example/standards/water/"
    assert told["dateModified"] == "2021-04-02"
    assert block(files["standards/water/index.html"])["isBasedOn"] == "https://gardens.example/charter/water"
    assert block(files["roles/index.html"]) == {}


def test_the_data_is_a_dataset_whose_files_are_there(small: Path) -> None:
    files = build_site(small)
    told = block(files["data/index.html"])
    assert told["@type"] == "Dataset"
    assert told["license"].startswith("https://")
    addresses = [one["contentUrl"].removeprefix("https://here.example/") for one in told["distribution"]]
    assert "data/framework.json" in addresses
    assert {path for path in addresses if not path.endswith((".zip", ".xlsx"))} <= set(files)


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--", 'A "quoted" end'])
def test_no_words_end_the_block(small: Path, words: str) -> None:
    edit(small, "standards.yaml", '  version: "1.10"\n', f"  version: '{words}'\n")
    files = build_site(small)
    html = files["actions/water-g1/index.html"]
    assert block(html)["version"] == curly(words)
    assert "<script>alert" not in html


def test_the_glossary_is_a_vocabulary_with_each_term(small: Path) -> None:
    files = build_site(small)
    text = files["data/glossary.ttl"]
    ids = [one["id"] for one in json.loads(files["data/framework.json"])["terms"]]
    nodes = re.findall(r"^<https://here\.example/glossary/#(\S+)>\n    a skos:Concept ;$", text, re.MULTILINE)
    assert nodes == ids
    butt = text.partition("/glossary/#butt>\n")[2].partition(" .\n")[0]
    assert 'skos:definition "A barrel that catches rain."@en' in butt
    assert butt.count("skos:prefLabel") == 1
    for line in text.splitlines():
        for literal in re.findall(r'"(?:[^"\\]|\\.)*"', line):
            json.loads(literal)


def test_each_statement_standard_and_the_data_of_the_real_site_say_what_they_are(built: Path) -> None:
    for path in (*built.glob("actions/*/index.html"), *built.glob("standards/*/index.html")):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in html:
            assert '<script type="application/ld+json">{"@context":"https://schema.org"' in html, path


def test_no_page_of_the_real_site_asks_a_browser_to_run_its_block(pages: dict[str, Element]) -> None:
    types = {one.attrs.get("type", "") for page in pages.values() for one in page.all("script") if "src" not in one.attrs}
    assert types == {"application/ld+json"}
