"""Frameworks of other shapes give sites that say nothing false: one with few kinds of record, ones with many roles or none, and the real one
without each kind."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from browsing import DESK, PHONE, WIDEST, opened
from emptied import without
from helpers import DATA, ROOT, SETTINGS, Element, build_site, edit, labelled_section, parse_html
from pdfs import Paper
from sds.build import Site, build
from sds.model.framework import Framework
from sds.model.kinds import KINDS
from sds.output.files import write_files
from sds.output.folder import finish
from sds.output.holding import OutputError
from sds.output.link_check import broken_links
from sds.progress import SILENT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Pages = Mapping[str, Element]
WRONG_COUNTS = re.compile(
    r"(?<![\w.,:/-])(?:0 (?!statements|tools)[a-z]+|[Aa]ll 1 [a-z]+|1 (?:standards|options|roles|stages|statements|findings|situations|tools|words|rules))\b"
    r"(?!\.csv)"
)
"""Counts of nothing, which are wrong on a page. (In a table, a stage with 0 statements or a role with 0 tools is right.)"""
NONE_OF_IT = ("easy-read", "law", "situations", "contacts", "options", "principles", "drivers", "stages", "sources", "alignments", "editions", "my-words")
"""The folders of kinds that the framework of the open tides does not have."""
OURS_ALONE = re.compile(
    r"\b(in our (own )?words|our own|we (read|wrote|hold|found)|easy read|duty|duties|law|situations?|based on|evidence|findings?|"
    r"stages?|drivers?|principles?|options?|editions?)\b",
    re.IGNORECASE,
)
"""Text about kinds that this framework does not have, or that calls its wording our own."""
FEW = ("roles",)
"""The kinds whose removal every run tries, because most others refer to them. The rest only run with --all."""
LIKELY = [kind for kind in KINDS.values() if kind.url and kind.name not in {"components"}]


def written(project: Path, folder: Path, preview: bool = True) -> Pages:
    """Builds a project's site into ``folder``, checks its links, and returns its pages. A ``preview`` has no booklets."""
    if not (project / "overrides").exists():
        (project / "overrides").symlink_to(ROOT / "overrides")
    site = build(project, replace(SETTINGS, preview=preview))
    assert isinstance(site, Site), "\n".join(map(str, site))
    for path, content in site.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert broken_links(folder) == []
    return {"/" + path.removesuffix("index.html"): parse_html(str(text)) for path, text in site.files.items() if path.endswith(".html")}


def read_by_people(pages: Pages) -> Pages:
    """The pages that are not for editors. (Pages for editors describe every kind that can exist.)"""
    return {url: page for url, page in pages.items() if not url.startswith("/contribute/")}


TO_WRITE_ON = {"check-lines", "check-written", "tick-lines", "wallet-lines", "on-paper"}
"""Classes of lists for writing by hand on paper: each item is a name with empty lines."""


def to_write_on(one: Element) -> bool:
    """Whether an element is for writing by hand: a line on paper, or the space for a number of the reader's own area."""
    holders = [one, *one.ancestors]
    lined = any(holder.has_class(name) for holder in holders for name in TO_WRITE_ON) or any("data-area-number" in holder.attrs for holder in holders)
    return one.tag == "dd" and lined and one.parent is not None and any(name.text for name in one.parent.all("dt"))


def empty(page: Element) -> list[str]:
    """Elements of a page that are empty: headings, list items, paragraphs, lists and cells without text, field or picture."""
    places = (one for one in page.walk() if one.tag in {"h1", "h2", "h3", "h4", "p", "li", "ul", "ol", "dl", "dt", "dd", "caption", "th", "legend"})
    filled = {"input", "img", "svg", "button", "select"}
    for_scripts = {"role", "data-said", "hidden"}
    return [
        f"<{one.tag}> {one.attrs} in {one.parent.attrs if one.parent else {}}"
        for one in places
        if not one.text and not one.all(*filled) and not for_scripts & set(one.attrs) and not any(name.startswith("data-") for name in one.attrs)
        if not to_write_on(one) and not any("hidden" in around.attrs for around in one.ancestors)
    ]


def counts_that_are_wrong(pages: Pages) -> dict[str, list[str]]:
    """For each page, counts of nothing, such as "0 findings", and plurals after the number one."""
    said = {url: " ".join(part.text + part.attrs.get("content", "") for part in page.all("body", "meta")) for url, page in read_by_people(pages).items()}
    return {url: found for url, words in said.items() if (found := WRONG_COUNTS.findall(words))}


@pytest.fixture
def tide(tmp_path: Path) -> Path:
    """A fresh copy of a minimal framework: requirements in their official wording, and three roles."""
    return Path(shutil.copytree(DATA / "tide", tmp_path / "tide"))


# --- few kinds of record ---


def test_a_framework_that_has_little_builds_and_has_no_page_of_what_it_has_not(tide: Path, tmp_path: Path) -> None:
    pages = written(tide, tmp_path / "site", preview=False)
    assert {"/", "/standards/SC-1/", "/actions/SC-1.dk-1/", "/roles/pilots/", "/resources/tide-primer/", "/glossary/"} <= set(pages)
    assert [url for url in pages if url.split("/")[1] in NONE_OF_IT] == []
    links = {urljoin(url, one.attrs["href"]).split("/")[1] for url, page in pages.items() for one in page.all("a") if one.attrs.get("href", "").startswith(".")}
    assert links.isdisjoint(NONE_OF_IT)


def test_a_missing_page_that_has_pages_below_it_is_named_once_with_its_file(tide: Path, tmp_path: Path) -> None:
    (tide / "content/pages/contribute.md").unlink()
    (tide / "overrides").symlink_to(ROOT / "overrides")
    site = build(tide, replace(SETTINGS, preview=True))
    assert isinstance(site, Site)
    write_files(site.files, tmp_path / "built", SILENT)
    with pytest.raises(OutputError) as told:
        finish(tmp_path / "built", tmp_path / "site", tide, SILENT, site.generated)
    lines = str(told.value).splitlines()
    assert lines[0] == "Broken links:"
    assert len(lines) == 2
    assert re.match(r"content/pages/contribute\.md:1: \d+ links lead to this page, which is not there, such as one on \S+\. Write it\.", lines[1])


def test_its_pages_say_nothing_of_what_it_has_not_and_nothing_of_who_wrote_its_words(tide: Path, tmp_path: Path) -> None:
    for url, page in read_by_people(written(tide, tmp_path / "site")).items():
        for part in page.all("body", "meta"):
            said_later = "".join(form.attrs.get("data-begin", "") for form in part.all("form"))
            text = re.sub(r"(the )?2024 edition", "", part.text + part.attrs.get("content", "") + said_later)
            if url in {"/data/", "/data/columns/", "/search/"}:  # these pages describe files and fields of any framework, or what the search does not cover
                text = "".join(one.text for one in page.all("h1", "h2"))
            assert OURS_ALONE.findall(text) == [], url


def test_its_data_have_no_column_and_no_field_for_what_it_has_not(tide: Path) -> None:
    files = build_site(tide_with_templates(tide))
    heads = {path: text.splitlines()[0].removeprefix("\ufeff").split(",") for path, text in ((path, files[path]) for path in files if path.endswith(".csv"))}
    assert heads["data/spine.csv"] == ["kind", "id", "title", "text", "url", "link"]
    assert heads["data/terms.csv"] == ["id", "term", "meaning", "easy", "also_called", "asked_as", "in_brief", "url", "link"]
    assert {"role", "role_title", "component", "resources"} <= {*heads["data/actions.csv"]}
    none = {"stages", "driver", "provisions", "evidence", "basis", "duty_of", "formerly", "group", "kind", "formats", "languages", "source", "ask_for"}
    assert none.isdisjoint(column for path, columns in heads.items() if path != "data/spine.csv" for column in columns)
    data = json.loads(files["data/framework.json"])
    assert none.isdisjoint(name for records in data.values() for record in records if isinstance(record, dict) for name in record)
    page = parse_html(files["data/index.html"]).text
    assert "Roles: kind, title and text." in page
    assert "Action statements: standard, role, why and resources." in page
    assert "Components: what should be in place." in page
    assert "named after its date" not in page, "its version has a name of its own"
    assert "the date of this one is 2024-09-30" in page
    assert {"official_number", "official_edition"} <= {*heads["data/components.csv"]}
    assert "ours" not in heads["data/components.csv"]
    columns = parse_html(files["data/columns/index.html"]).text
    assert "Its number in the official edition. Empty where it has none." in columns
    assert "we wrote" not in columns
    assert "by type" not in parse_html(files["search/index.html"]).one("main").text, "its resources have no types"


def test_two_of_a_kind_are_both_of_them(tide: Path) -> None:
    files = build_site(tide)
    assert "Your role, both standards" in parse_html(files["roles/pilots/index.html"]).text
    assert [path for path in files if path.endswith(".html") and "all 2 " in parse_html(files[path]).text] == []


def test_a_component_without_a_title_is_named_without_its_full_stop(tide: Path) -> None:
    (tide / "content/sources.yaml").write_text("sources:\n  - {id: log, title: The log}\n", "utf-8")
    edit(tide, "content/standards/SC-1.yaml", "      component: SC-1.1\n", "      component: SC-1.1\n      evidence: ['log, page 1']\n")
    (tide / "content/pages/about.md").write_text("---\ntitle: About\ndescription: Words.\n---\n\n# About\n\n## Basis {#basis}\n", "utf-8")
    assert "before the first tide that is in it)" in parse_html(build_site(tide)["actions/SC-1.dk-1/index.html"]).one("figcaption").text


def test_nothing_stands_empty_on_its_pages(tide: Path, tmp_path: Path) -> None:
    assert {url: found for url, page in read_by_people(written(tide, tmp_path / "site")).items() if (found := empty(page))} == {}


def test_one_of_a_kind_is_not_counted_as_several(tide: Path, project: Path, tmp_path: Path) -> None:
    edit(tide, "standards.yaml", '  - {id: SC-2, number: B, title: "Say how each height was measured, and against which mark on which quay"}\n', "")
    (tide / "content/standards/SC-2.yaml").unlink()
    pages = written(tide, tmp_path / "one-standard", preview=False)
    assert "all 1 standard" not in pages["/roles/pilots/"].text
    assert "the 1 standard" in pages["/roles/pilots/"].text
    assert counts_that_are_wrong(pages) == {}
    pages = written(project, tmp_path / "one-option")
    assert pages["/options/"].one("h1").text == "The 1 option"
    assert counts_that_are_wrong(pages) == {}


def test_its_licence_its_language_and_its_official_text_are_its_own(tide: Path, tmp_path: Path) -> None:
    page = written(tide, tmp_path / "site")["/standards/SC-1/"]
    assert page.one("html").attrs["lang"] == "en-IE"
    foot = page.all("footer")[-1]
    assert foot.one("a", rel="license").attrs["href"] == "https://licences.example/odc-by"
    assert foot.all("a", href="https://tides.example/requirements")
    assert "Requirements for Open Tide Tables" in foot.text


def test_ids_and_codes_of_its_own_form_are_no_error_unless_it_expects_plain_ones(tide: Path) -> None:
    assert isinstance(build(tide_with_templates(tide), replace(SETTINGS, preview=True)), Site)
    edit(tide, "standards.yaml", "\nroles:\n", "\nexpected:\n  rules: [ids-are-plain]\n\nroles:\n")
    found = build(tide, replace(SETTINGS, preview=True))
    assert not isinstance(found, Site)
    assert any('"SC-1" is not an id.' in str(problem) for problem in found)


def tide_with_templates(project: Path) -> Path:
    (project / "overrides").symlink_to(ROOT / "overrides")
    return project


def test_words_in_another_language_are_no_error(tide: Path, tmp_path: Path) -> None:
    words = "\u0141\u0105cz tablic\u0119 z tym, co widzisz."
    edit(tide, "content/standards/SC-2.yaml", "Tell the keepers of a table when a height does not fit what you see.", words)
    edit(tide, "standards.yaml", "title: Publish every table", "title: \u017b\u00f3\u0142te tablice")
    pages = written(tide, tmp_path / "site")
    assert pages["/actions/SC-2.pi-1/"].one("h1").text == words
    assert pages["/standards/SC-1/"].one("h1").text == "\u017b\u00f3\u0142te tablice"


# --- one of each kind ---


@pytest.fixture
def promises(tmp_path: Path) -> Path:
    """A fresh copy of the promises of a library: one record of nearly every kind, each with the fewest fields."""
    return Path(shutil.copytree(DATA / "promises", tmp_path / "promises"))


def test_one_record_of_each_kind_is_counted_as_one_and_nothing_is_said_that_no_field_says(promises: Path, tmp_path: Path) -> None:
    pages = written(promises, tmp_path / "site", preview=False)
    assert counts_that_are_wrong(pages) == {}
    assert {url: found for url, page in read_by_people(pages).items() if (found := empty(page))} == {}
    said = {url: page.one("main").text for url, page in pages.items() if page.all("main")}
    assert "1 rule from one document." in said["/law/"]
    law = (said["/law/"], said["/sources/"], said["/sources/byelaw/"], said["/data/columns/"])
    assert [found for text in law for found in re.findall(r"\bActs?\b|regulations", text)] == []
    assert "Where it is in the document." in said["/data/columns/"]
    booklet = Paper(tmp_path / "site/downloads/full-text-all-framework.pdf").text.split()
    assert " ".join(booklet).count("Sources The bye-law . A visit . Content") == 1, "neither source has a short title"
    assert "What “must” means" in said["/law/"], "there is one strength"
    assert not re.search(r"\bActs?\b", pages["/contribute/rules/"].text + pages["/contribute/fields/"].text)
    assert "official or ours" not in said["/data/"]
    assert "current edition" not in said["/data/columns/"]
    assert "What 1 word means, and other names for it." in said["/"]
    assert "numbers for your" not in said["/"], "there are no areas"
    assert "follows The Promise." in said["/editions/"]
    assert "What each standard was called" not in said["/editions/"] + said["/standards/open/"], "no other title of it is given"
    assert "published match" not in said["/alignments/other/"]
    assert "most of these matches" not in said["/alignments/"]
    assert "a situation" in said["/pack/"]
    assert "such as guides" not in said["/resources/"]
    assert "more than one role" not in said["/standards/open/resources/"]


def test_the_law_is_called_what_the_framework_calls_it(promises: Path, tmp_path: Path) -> None:
    names = "{short: byelaw, either: byelaw, several: byelaws, one: one byelaw, many: '{count} byelaws'}"
    edit(promises, "standards.yaml", "\nroles:\n", f"\nphrases:\n  law: {names}\n  authorities: {{law: What the council has decided.}}\nroles:\n")
    pages = written(promises, tmp_path / "site")
    law = pages["/law/"]
    assert "1 rule from one byelaw." in law.text
    table = labelled_section(law, "acts")
    assert table.one("h2").text == "By byelaw"
    assert table.all("th")[0].text == "Byelaw"
    assert "What the council has decided." in pages["/sources/"].text
    assert "Where it is in the byelaw." in pages["/data/columns/"].text


def test_findings_that_say_nothing_of_their_kind_and_roles_are_all_shown(promises: Path, tmp_path: Path) -> None:
    pages = written(promises, tmp_path / "site")
    assert "The doors were shut." in pages["/standards/open/findings/"].text
    thin = pages["/findings/thin/"].one("main").text
    assert "of the kind" not in thin
    assert "Readers: 0 findings" not in thin
    assert pages["/findings/"].id("by-role") is None
    edit(promises, "content/sources.yaml", "text: The doors were shut.", "text: The doors were shut.\n  kind: weak")
    edit(
        promises, "content/sources.yaml", "findings:\n", "findings:\n- {id: E01-02, source: visit-report, place: page 2, text: It rained., standards: [open]}\n"
    )
    groups = [head.text for head in written(promises, tmp_path / "second")["/standards/open/findings/"].all("h2")]
    assert groups[groups.index("Weakness") + 1] == "Others"


def test_german_nouns_keep_their_capitals_inside_a_sentence(tide: Path, tmp_path: Path) -> None:
    edit(tide, "standards.yaml", "language: en-IE", "language: de-AT")
    edit(tide, "standards.yaml", "title: Pilots", "title: Lotsinnen und Lotsen")
    pages = written(tide, tmp_path / "site")
    assert "Everything for Lotsinnen und Lotsen" in pages["/standards/SC-2/"].text
    assert "lotsinnen" not in "".join(page.text for page in pages.values())


# --- roles ---


def with_roles(project: Path, count: int) -> Path:
    """The framework of the open tides with ``count`` roles, each with a statement in both standards."""
    spine = project / "standards.yaml"
    text = spine.read_text("utf-8")
    roles = "".join(f"  - {{id: role-{n}, code: r{chr(97 + n)}, title: Role number {n}}}\n" for n in range(count))
    spine.write_text(re.sub(r"roles:\n(?:  - .*\n)+", f"roles:\n{roles}" if count else "", text), "utf-8")
    for id in ("SC-1", "SC-2"):
        file = project / f"content/standards/{id}.yaml"
        words = re.sub(r"actions:\n(?:  .*\n)+", "", file.read_text("utf-8"))
        acts = "".join(f"  role-{n}:\n    - {{id: {id}.r{n}, text: Keep watch number {n} on the quay of {id}.}}\n" for n in range(count))
        file.write_text(words + (f"actions:\n{acts}" if count else ""), "utf-8")
    return project


def test_a_framework_without_roles_has_no_page_menu_or_choice_of_roles(tide: Path, tmp_path: Path) -> None:
    pages = written(with_roles(tide, 0), tmp_path / "site", preview=False)
    assert [url for url in pages if url.startswith(("/roles", "/actions"))] == []
    read = {url: page for url, page in read_by_people(pages).items() if url != "/data/columns/"}  # this page explains what roles are in other frameworks
    assert [url for url, page in read.items() if re.search(r"\broles?\b", page.one("main").text, re.IGNORECASE)] == []
    assert pages["/search/"].all("input", name="role") == []
    assert {url: found for url, page in read_by_people(pages).items() if (found := empty(page))} == {}


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Callable[[Path], str]]:
    """A function that builds a project's site and serves it; it returns the address."""
    servers = list[ThreadingHTTPServer]()

    def show(project: Path) -> str:
        written(project, tmp_path / "site")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path / "site")))
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://localhost:{server.server_address[1]}"

    yield show
    for server in servers:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_table_of_many_roles_scrolls_in_its_own_box(tide: Path, browser: Browser, shown: Callable[[Path], str]) -> None:
    address = shown(with_roles(tide, 20))
    with opened(browser, viewport=DESK) as page:
        page.goto(f"{address}/actions/")
        assert page.evaluate("document.documentElement.scrollWidth") <= DESK["width"], page.evaluate(WIDEST)
        assert page.locator(".heat-box").first.evaluate("box => box.scrollWidth > box.clientWidth")


@pytest.mark.parametrize("count", [1, 3, 8])
def test_the_sides_of_any_number_of_roles_are_wide_enough_to_read(tide: Path, browser: Browser, shown: Callable[[Path], str], count: int) -> None:
    address = shown(with_roles(tide, count))
    with opened(browser, viewport=DESK) as page:
        page.goto(f"{address}/standards/SC-1/{'compare/' if count > 1 else ''}")
        assert page.locator(".action").count() == count
        widths = page.evaluate("[...document.querySelectorAll('.action')].map(one => one.getBoundingClientRect().width)")
        assert min(widths) >= 200


def test_a_site_that_has_little_fits_a_phone_and_its_search_and_pack_work(tide: Path, browser: Browser, shown: Callable[[Path], str]) -> None:
    address = shown(tide)
    with opened(browser, viewport=PHONE) as page:
        errors = list[str]()
        page.on("pageerror", lambda error: errors.append(str(error)))
        for path in ("/", "/standards/", "/standards/SC-1/", "/roles/data-keepers/", "/actions/", "/resources/", "/glossary/", "/data/", "/pack/"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], (path, page.evaluate(WIDEST))
        page.goto(f"{address}/search/?q=row+for+each+tide")
        page.locator("[data-results] a", has_text="one row for each tide").first.wait_for()
        page.goto(f"{address}/pack/?standard=SC-1&kind=statements")
        page.locator("[data-pack-document]", has_text="one row for each tide").wait_for()
        page.goto(f"{address}/pack/?action=SC-2.pi-1&kind=statements")
        page.locator("[data-pack-document]", has_text="when a height does not fit").wait_for()
        page.get_by_text("Change what is in this pack").click()
        page.get_by_label("Statement id").fill("SC-1.dk-2")
        page.get_by_role("button", name="Add", exact=True).click()
        page.locator("[data-pack-document]", has_text="within a week").wait_for()
        page.goto(f"{address}/roles/pilots/")
        page.get_by_role("button", name="Copy “Tell the keepers").click()
        page.get_by_role("button", name="Copy with citation").wait_for()
        assert errors == []


# --- the real framework without one kind ---


def tried(name: str) -> object:
    """Marks a kind as ``long`` unless it is in FEW."""
    return name if name in FEW else pytest.param(name, marks=pytest.mark.long("builds the whole site"))


@pytest.mark.slow("renders the whole site")
@pytest.mark.parametrize("kind", [tried(kind.name) for kind in LIKELY])
def test_the_real_framework_without_a_kind_has_no_page_and_no_empty_line_for_it(framework: Framework, tmp_path: Path, kind: str) -> None:
    assert framework.records(kind)
    project = tmp_path / "project"
    project.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", project)
    pages = written(without(kind, project), tmp_path / "site")
    assert len(pages) > 20
    if KINDS[kind].own_page:
        folder = KINDS[kind].url.split("{")[0]
        # another kind can use the same folder, as foundations do
        shared = {folder} if any(other.url.startswith(f"{folder}#") for other in KINDS.values()) else set[str]()
        assert [url for url in pages if url.startswith(folder) and url not in shared] == []
    assert {url: found for url, page in read_by_people(pages).items() if (found := empty(page))} == {}
    assert counts_that_are_wrong(pages) == {}
    assert [url for url, page in read_by_people(pages).items() if re.search(r"(?<![\w.,])0 (?:statements|tools)\b", page.text)] == []
