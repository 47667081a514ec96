"""Hand-written pages: correct ones are built, and each mistake is reported with file, line and what to write."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS, parse_html
from sds.build import Site, build
from sds.problem import replaced

PAGE = "content/pages/news.md"
HEAD = "---\ntitle: News\ndescription: What is new in the garden.\n---\n"
TOP = f"{HEAD}# News\n\n"
"""The first six lines of a valid page."""


@pytest.fixture
def garden(small: Path) -> Path:
    """The small framework with the real templates."""
    (small / "overrides").symlink_to(ROOT / "overrides")
    return small


def write(garden: Path, file: str, content: str | bytes) -> None:
    (garden / file).parent.mkdir(parents=True, exist_ok=True)
    (garden / file).write_bytes(content if isinstance(content, bytes) else content.encode())


def told(garden: Path, preview: bool = False) -> list[str]:
    """The messages about a project's files; empty if they are right."""
    made = build(garden, dataclasses.replace(SETTINGS, preview=preview))
    return [] if isinstance(made, Site) else list(map(str, made))


def page(garden: Path, path: str) -> str:
    made = build(garden, dataclasses.replace(SETTINGS, preview=True))
    assert isinstance(made, Site), made
    return str(made.files[path])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("# News\n", ":1: This page does not begin with its title and its description. Begin the file with four lines: ---,"),
        ("", ":1: This file is empty. Begin the file with four lines: ---,"),
        ("---\ntitle: News\n# News\n", ":1: The title and the description at the top are not closed. Write --- on a line of its own below them."),
        (HEAD.removeprefix("---\n"), ":1: The three hyphens above the title and the description are missing"),
        ("---\ntitle: News\n---\n# News\n", ':2: This file has no "description". Add the line description: "..."'),
        ("---\nNews of the beds\ndescription: What is new.\n---\n# News\n", ":2: These words have no name of a field. Write title: News of the beds"),
        ("---\ndescription: What is new.\n---\n# News\n", ':2: This file has no "title". Add the line title: "..."'),
        (
            "---\ntitle: News: today\ndescription: What is new.\n---\n# News\n",
            ':2: There is a second colon in this value. Put the value in double quotes: title: "News: today"',
        ),
        ("---\ndescription: What is new.\ntitle: [News]\n---\n# News\n", ":3: There is a list or a group of fields where words belong"),
        ("---\n\ttitle: News\n---\n# News\n", ":2: There is a tab in this line."),
        ("---\ntitle: News\ndescription: What is new.\ntemplate: home.html\n---\n# News\n", ':4: "template" is not a field of this file.'),
        (f"{HEAD}No heading.\n", ":5: This page has no heading of its own. Add the line # News"),
        (f"{TOP}# More news\n", ":7: This page has a second heading of the first level. Write two signs before it: ## ..."),
        (f"{TOP}<script>alert(1)</script>\n", ":7: There is an HTML tag here, <script>. Leave it out"),
        (f"{TOP}Words in <b>bold</b>.\n", ":7: There is an HTML tag here, <b>. Leave it out"),
        (f"{TOP}`<i>` is code.\n\n<svg onload=alert(1)>\n", ":9: There is an HTML tag here, <svg>."),
        (f"{TOP}<!-- To do -->\n", ":7: There is a note in HTML here, which readers would see. Delete it."),
        (f"{TOP}Words.\n{{: onclick=alert(1) }}\n", ':8: "onclick" cannot be given in braces. Leave it out'),
        (f"{TOP}[go](javascript:alert(1))\n", ':7: "javascript:alert(1)" does not lead to a page. Write an address that starts with https://'),
        (f"{TOP}[go](JaVaScript&#58;alert(1))\n", "does not lead to a page."),
        (f"{TOP}![bed](https://pictures.example/bed.png)\n", ":7: This picture comes from another site, which would let that site track readers. Save it in"),
        (f"{TOP}![bed](//pictures.example/bed.png)\n", ":7: This picture comes from another site"),
        (f"{TOP}![bed](bed.png)\n", ':7: The picture "bed.png" is not there. Save the picture in content/pages/'),
        (f"{TOP}<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n", ":7: Two versions of this passage were not merged. Keep one and delete the marks."),
        (f"{TOP}[there](~/standards/watr/)\n", ':7: The link "~/standards/watr/" is broken. Write ~/standards/water/'),
        (f"{TOP}[there](~/standards/water)\n", ':7: The link "~/standards/water" is broken. Write ~/standards/water/'),
        (f"{TOP}[there](/standards/water/)\n", ':7: The link "/standards/water/" is broken. Write ~/standards/water/'),
        (f"{TOP}[there](abuot.md)\n", ':7: The link "abuot.md" is broken. Write about.md'),
        (f"{TOP}[there](ABOUT.md)\n", ':7: The link "ABOUT.md" is broken. Write about.md'),
        (f"{TOP}[there](nowhere.md)\n", ':7: The link "nowhere.md" is broken. Open the page you mean'),
        (f"{TOP}[there][1]\n\n[1]: ~/standards/watr/\n", ':9: The link "~/standards/watr/" is broken. Write ~/standards/water/'),
        (f"{TOP}[there](about.md#bassis)\n", ':7: The page of the link "about.md#bassis" has no place "#bassis". Write about.md#basis'),
        (f"{TOP}[there](~/standards/water/#nowhere)\n", 'has no place "#nowhere".'),
        (f"{TOP}[there](www.gov.scot)\n", ':7: "www.gov.scot" is not a whole address. Write https://www.gov.scot'),
        (f"{TOP}[there]()\n", ":7: This link has no address."),
        (f"{TOP}Caf".encode() + b"\xe9\n", ":7: This file is not saved as UTF-8 text. Save it again with the encoding UTF-8."),
    ],
)
def test_a_slip_in_a_page_is_told_once_on_its_line_with_what_to_write(garden: Path, content: str | bytes, said: str) -> None:
    write(garden, PAGE, content)
    found = told(garden, preview=True)
    assert len(found) == 1, found
    assert found[0].startswith(f"{PAGE}:")
    assert said in found[0]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("content/pages/index.md", "The address / belongs to a page made from the YAML. Give this file another name."),
        ("content/pages/standards.md", "The address /standards/ belongs to a page made from the YAML. Give this file another name."),
        ("content/pages/standards/water.md", "The address /standards/water/ belongs to a page made from the YAML."),
        ("content/pages/standards/index.md", "The address /standards/ belongs to a page made from the YAML."),
        ("content/pages/standards/2.md", "The address /standards/2/ belongs to a page made from the YAML."),
        ("content/pages/data/framework.json", "The address /data/framework.json belongs to a file made from the YAML."),
        ("content/pages/Data/framework.json", "The address /Data/framework.json belongs to a file made from the YAML."),
        ("content/pages/My News.md", "Name it content/pages/my-news.md"),
        ("content/pages/Standards.md", "Name it content/pages/standards.md"),
        ("content/pages/news.markdown", "Name it content/pages/news.md"),
        ("content/pages/news.html", "This page is written in HTML. Write its words in a file that ends in .md"),
    ],
)
@pytest.mark.parametrize("preview", [True, False])
def test_a_file_with_a_name_that_it_cannot_have_is_told(garden: Path, file: str, said: str, preview: bool) -> None:
    write(garden, file, f"{HEAD}# News\n")
    found = told(garden, preview)
    assert len(found) == 1, found
    assert found[0].startswith(f"{file}:1: ")
    assert said in found[0]


def test_slips_in_several_pages_and_in_the_yaml_are_told_at_once(garden: Path) -> None:
    write(garden, PAGE, f"{TOP}<b>One.</b>\n\n[go](javascript:alert(1))\n")
    write(garden, "content/pages/about.md", "")
    (garden / "content/glossary.yaml").unlink()
    assert [line.split(": ")[0] for line in told(garden)] == ["content/glossary.yaml:1", "content/pages/about.md:1", f"{PAGE}:7", f"{PAGE}:9"]


def test_what_is_right_becomes_a_page_with_links_from_where_it_stands(garden: Path) -> None:
    text = """A [page](../about.md), a [place in it](../about.md#basis), a [standard](~/standards/water/), its [number](~/standards/2/),
[this place](#more), [another site](https://www.gov.scot/), [mail](mailto:a@b.example) and a [booklet](~/downloads/large-print.pdf). 2 < 3.

![A bed of roses](bed.png)

## More {#more}

    <p>This is code, with a [link](nowhere.md) in it.</p>

```html
<script></script>
```

| Beds | Taps |
| ---: | --- |
| 10 | 1 |
"""
    write(garden, "content/pages/news/today.md", f"\ufeff{TOP}{text}".replace("\n", "\r\n"))
    write(garden, "content/pages/news/bed.png", b"a picture")
    write(garden, "content/pages/news/.draft.md.swp", b"\xff")
    html = page(garden, "news/today/index.html")
    main = parse_html(html).one("main")
    addresses = [link.attrs["href"] for link in main.all("a")]
    assert addresses[:5] == ["../../about/", "../../about/#basis", "../../standards/water/", "../../standards/2/", "#more"]
    assert [picture.attrs["src"] for picture in main.all("img")] == ["../../news/bed.png"]
    assert main.one("h1").text == "News"
    assert "<script></script>" in main.text
    assert page(garden, "news/bed.png") == str(b"a picture")
    assert "https://here.example/news/today/" in page(garden, "sitemap.xml")
    assert "/news/today/" in page(garden, "search/start.json")


def test_a_link_makes_only_the_page_that_it_names_a_place_in(garden: Path) -> None:
    write(garden, PAGE, f"{TOP}[there](~/standards/water/), [there](about.md#basis) and [there](~/glossary/#butt)\n")
    made = build(garden, dataclasses.replace(SETTINGS, preview=True))
    assert isinstance(made, Site)
    assert set(made.files._made) == {"glossary/index.html"}, "a preview makes a page when someone looks at it"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("description: What is new.\ntitle: News\n---\n", "Write --- on a line above description:"),
        ("\ntitle: News\ndescription: What is new.\n---\n", "Write --- on a line above title:"),
        ("title: News\ndescription: What is new.\n", "Write --- on a line above title:, and on a line below description:"),
    ],
)
def test_hyphens_lost_at_the_top_of_a_page_are_put_back(garden: Path, head: str, told: str) -> None:
    write(garden, PAGE, f"{head}\n# News\n\nThe taps are open.\n")
    found = build(garden, dataclasses.replace(SETTINGS, preview=True))
    assert not isinstance(found, Site)
    (problem,) = found
    assert problem.instead == told
    assert problem.replacement is not None
    write(garden, PAGE, replaced((garden / PAGE).read_text("utf-8"), [problem.replacement])[0])
    text = parse_html(page(garden, "news/index.html")).one("main").text
    assert "The taps are open." in text
    assert "title:" not in text
