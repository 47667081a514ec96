"""The link check of a finished site: it finds broken links and accepts working ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from sds.output.link_check import Broken, broken_links


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A made-up site with two pages, a picture and a download."""
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text('<h1 id="top">About</h1><p id="caf\u00e9">Coffee</p>', "utf-8")
    (tmp_path / "data.csv").write_text("a,b\n", "utf-8")
    (tmp_path / "logo.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "404.html").write_text('<a href="/nowhere/">x</a>', "utf-8")
    return tmp_path


def home(site: Path, html: str, page: str = "index.html") -> list[Broken]:
    (site / page).write_text(html, "utf-8")
    return broken_links(site)


@pytest.mark.parametrize(
    "link",
    [
        "about/",
        "./about/",
        "/about/",
        "about/index.html",
        "about/#top",
        "about/#caf%C3%A9",
        "about/?q=x#top",
        "#here",
        "#",
        "",
        "data.csv",
        "https://example.org/nowhere",
        "mailto:a@example.org",
        "//example.org/x",
    ],
)
def test_a_link_that_leads_somewhere_or_away_is_not_reported(site: Path, link: str) -> None:
    assert home(site, f'<p id="here"><a href="{link}">x</a>') == []


@pytest.mark.parametrize("link", ["abuot/", "about", "/abuot/", "about/#tpo", "#there", "data.cvs", "../about/x", "about/index.htm", "logo.svg/"])
def test_a_link_that_leads_nowhere_is_reported_with_its_page(site: Path, link: str) -> None:
    assert home(site, f'<p id="here"><a href="{link}">x</a>') == [Broken("index.html", link)]


def test_a_link_in_a_template_that_scripts_show_is_walked_too(site: Path) -> None:
    assert home(site, '<template><p><a href="abuot/">x</a><template><a href="about/#tpo">y</a></template></template>') == [
        Broken("index.html", "about/#tpo"),
        Broken("index.html", "abuot/"),
    ]


def test_a_page_further_down_counts_from_its_own_folder(site: Path) -> None:
    (site / "a").mkdir()
    assert home(site, '<a href="../about/#top">x</a><a href="about/">y</a>', "a/index.html") == [Broken("a/index.html", "about/")]


@pytest.mark.parametrize("html", ['<img src="lgoo.svg">', '<script src="lgoo.svg"></script>', '<link rel="stylesheet" href="lgoo.svg">'])
def test_a_picture_script_or_style_that_is_not_there_is_reported(site: Path, html: str) -> None:
    assert home(site, html) == [Broken("index.html", "lgoo.svg")]
    assert home(site, html.replace("lgoo", "logo")) == []


def test_a_link_that_leads_nowhere_twice_on_a_page_is_told_once_and_pages_come_in_order(site: Path) -> None:
    (site / "about/index.html").write_text('<a href="#gone">x</a>', "utf-8")
    found = home(site, '<a href="z/">x</a><a href="z/">x</a><a href="y/">x</a>')
    assert found == [Broken("about/index.html", "#gone"), Broken("index.html", "y/"), Broken("index.html", "z/")]
    assert str(found[0]) == 'about/index.html: "#gone" is a broken link.'


def test_a_generated_page_is_read_by_a_pattern_and_its_links_are_walked_too(site: Path) -> None:
    (site / "index.html").write_text(
        '<p id="here">x</p><a class="a"\n href="about/?a=1&amp;b=2#top">x</a><a href="gone/?a&amp;b">y</a><a href="#hree">', "utf-8"
    )
    found = [Broken("index.html", "#hree"), Broken("index.html", "gone/?a&b")]
    assert broken_links(site, generated={"index.html"}) == broken_links(site) == found


def test_a_link_of_generated_pages_is_followed_from_each_depth_and_told_for_each_page(site: Path) -> None:
    links = "".join(f'<a href="{link}">x</a>' for link in ("../about/", "../../about/", "../../abuot/", "../about/#tpo", "#there", "here/"))
    pages = ["a/index.html", "a/here/index.html", "b/index.html", "b/here/index.html"]
    for page in pages:
        (site / page).parent.mkdir(parents=True, exist_ok=True)
        (site / page).write_text(links, "utf-8")
    found = broken_links(site, generated=pages)
    assert found == broken_links(site)
    everywhere = {"../../abuot/", "../about/#tpo", "#there"}
    assert {page: {one.link for one in found if one.page == page} for page in pages} == {
        "a/index.html": {*everywhere, "../../about/"},
        "a/here/index.html": {*everywhere, "../about/", "here/"},
        "b/index.html": {*everywhere, "../../about/"},
        "b/here/index.html": {*everywhere, "../about/", "here/"},
    }
