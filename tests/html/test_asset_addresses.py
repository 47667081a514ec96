"""Stylesheets, scripts and fonts have their published addresses on pages, and each script is on a page once, after the files that it imports."""

from __future__ import annotations

import pytest

from sds.html.asset_addresses import AssetAddresses

PUBLISHED = AssetAddresses({"js/a.js": "js/a.1234.js", "js/b.js": "js/b.5678.js", "css/a.css": "css/a.90ab.css"}, {"js/a.js": ("js/b.5678.js",)})


def test_every_reference_leads_from_its_page_to_the_root_of_the_site() -> None:
    html = '<link href="~/assets/css/a.css"><a href="~/">Home</a> <a href="~/roles/#ours">"~ours"</a> <img src="~/assets/pictures/bed.svg">'
    led = '<link href="../assets/css/a.90ab.css"><a href="../">Home</a> <a href="../roles/#ours">"~ours"</a> <img src="../assets/pictures/bed.svg">'
    assert PUBLISHED.in_page(html, "../") == led


@pytest.mark.parametrize("between", ["", "<p>Words</p>\n", '<a href="~/roles/">Roles</a>\n'])
def test_a_script_that_two_parts_of_a_page_ask_for_is_there_once_after_what_it_imports(between: str) -> None:
    script = '<script type="module" src="~/assets/js/a.js"></script>\n'
    preloaded = '<link rel="modulepreload" href="./assets/js/b.5678.js">\n<script type="module" src="./assets/js/a.1234.js"></script>\n'
    assert PUBLISHED.in_page(f"{script}{between}{script}<hr>", "./") == preloaded + between.replace("~/", "./") + "<hr>"
