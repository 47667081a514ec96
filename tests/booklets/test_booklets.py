"""The printed booklets: complete, tagged for screen readers, correctly paginated, and identical in each build."""

from __future__ import annotations

import datetime
import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count, pairwise, takewhile
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import segno

from helpers import ROOT, Element, edit
from pdfs import MISSING, Paper
from sds.booklets import BookletSettings, path_of
from sds.booklets.booklet import What, part_id
from sds.booklets.compiler import typeset_all
from sds.booklets.easy import PRINTS, STANDARDS_IN_A_PART, easy_plans
from sds.booklets.forms import form_plans
from sds.booklets.full import full_plans
from sds.booklets.qr import MASK
from sds.booklets.text import lacking, printable, texts, typeface
from sds.booklets.typesetting import TypesettingError
from sds.easy_read.hard_words import hard_words, plain
from sds.easy_read.statements import KIND as STATEMENTS
from sds.easy_read.statements import easy_first, statements
from sds.forms.easy import easy_forms
from sds.model.framework import Framework
from sds.model.in_print import curly
from sds.model.records import EasyPage
from sds.paths import BOOKLETS, PARTS
from sds.pictures.draw import draw_pictures
from sds.pictures.parts import read_parts
from sds.project import examined
from sds.reading.load import Loaded

DRAFT = "Draft: not yet checked by people who use easy read"
MOST_PAGES = 20  # ER30: an easy-read booklet should have at most 20 A4 pages
NEVER_MORE = 24  # the limit for any easy-read booklet (rule ER30)
SITE = re.search(r'SITE_URL, "([^"]+)"', (ROOT / "mkdocs.yml").read_text("utf-8"))
A4 = (595, 842)

Papers = Mapping[str, Paper]


@pytest.fixture(scope="session")
def papers(built: Path) -> Papers:
    """Every PDF of the real site, by path."""
    return {path.relative_to(built).as_posix(): Paper(path) for path in sorted(built.rglob("*.pdf"))}


@pytest.fixture(scope="session")
def drawn(loaded: Loaded) -> Mapping[str, str]:
    return draw_pictures(loaded, read_parts(ROOT, PARTS))[0]


@pytest.fixture(scope="module")
def with_booklets(framework: Framework) -> Sequence[EasyPage]:
    """The easy-read pages that have a booklet. A page of questions has none, because it is a form and is printed as one."""
    return [page for page in framework.easy_read if not page.questions]


def letters(text: str) -> str:
    """A text without what a PDF may change: spaces, line breaks, and straight or curly quotes."""
    return "".join(filter(str.isalnum, text))


def moved(framework: Framework) -> Mapping[str, str]:
    """The former address of the booklet of each page that replaced another, with its present address."""
    return {path_of(what, *former.split("/")): path_of(what, page.kind, page.id) for what in PRINTS for page in framework.easy_read for former in page.formerly}


def parts(papers: Papers, what: What, role: str) -> set[str]:
    """The paths of the booklets with everything that people of a role can do: a single one or, where there are many statements, parts numbered from 2."""
    first = path_of(what, STATEMENTS, role)
    assert first in papers
    more = iter(f"{first.removesuffix('.pdf')}-{number}.pdf" for number in count(2))
    return {first, *takewhile(papers.__contains__, more)}


def easy(papers: Papers) -> Papers:
    return {path: paper for path, paper in papers.items() if not path.startswith(("downloads/full-text-", "downloads/form-"))}


# --- completeness ---


def test_there_is_a_booklet_for_everything_that_has_one_and_no_other(papers: Papers, framework: Framework, with_booklets: Sequence[EasyPage]) -> None:
    wanted = {path_of(what, page.kind, page.id) for what in PRINTS for page in with_booklets}
    wanted |= set(moved(framework))
    numbered = [part_id(role.id, part) for role in easy_first(framework) for part in range(math.ceil(len(statements(framework, role)) / STANDARDS_IN_A_PART))]
    wanted |= {path_of(what, STATEMENTS, part) for what in PRINTS for part in numbered}
    wanted |= {path_of(what, "all", "standards") for what in PRINTS}
    wanted |= {path_of("full text", "standards", standard.id) for standard in framework.standards}
    wanted |= {path_of("full text", "roles", role.id) for role in framework.roles}
    wanted.add(path_of("full text", "all", "framework"))
    wanted |= {path_of("form", "templates", form.id) for form in framework.templates}
    wanted |= {path_of(what, "templates", form.id) for what in PRINTS for form in easy_forms(framework)}
    assert set(papers) == wanted


def test_the_booklet_of_a_standard_has_its_whole_text(papers: Papers, framework: Framework) -> None:
    rules = {one.id: one for one in framework.provisions}
    for standard in framework.standards:
        text = letters(papers[path_of("full text", "standards", standard.id)].flow)
        file = standard.file
        said = [
            standard.title,
            standard.entry.summary,
            *file.asks,
            *(line.words for line in file.ask_for),
            *(rules[id].text for id in file.provisions),
            file.limits,
        ]
        said += [words for one in standard.components for words in (one.title, one.text, one.very_good, one.weak)]
        said += [words for role in framework.roles for one in standard.actions_of(role.id) for words in (one.text, one.why, one.id)]
        assert [words for words in said if letters(words) not in text] == [], standard.id


def test_the_booklet_of_a_role_has_all_its_statements(papers: Papers, framework: Framework) -> None:
    for role in framework.roles:
        text = letters(papers[path_of("full text", "roles", role.id)].flow)
        said = [words for standard in framework.standards for one in standard.actions_of(role.id) for words in (one.text, one.why, one.id)]
        assert [words for words in said if letters(words) not in text] == [], role.id


def test_the_booklet_of_the_framework_has_every_statement_component_principle_and_option(papers: Papers, framework: Framework) -> None:
    text = letters(papers[path_of("full text", "all", "framework")].flow)
    spine = framework.spine
    said = [words for one in framework.current_actions for words in (one.text, one.id)]
    said += [words for one in framework.components for words in (one.text, one.very_good, one.weak)]
    said += [*(one.plain for one in spine.principles), *(one.lay for one in spine.options), *(one.text for one in spine.drivers)]
    assert [words for words in said if letters(words) not in text] == []


def test_an_easy_read_booklet_has_every_sentence_of_its_page(papers: Papers, with_booklets: Sequence[EasyPage]) -> None:
    for page in with_booklets:
        for what in PRINTS:
            text = letters(papers[path_of(what, page.kind, page.id)].text)
            assert [words for words in page.sentences if letters(words) not in text] == [], page.key


def test_the_meaning_of_a_bold_word_stands_under_a_statement_that_does_not_give_it_itself(
    papers: Papers, framework: Framework, with_booklets: Sequence[EasyPage]
) -> None:
    meanings = {name.lower(): term.easy for term in framework.terms for name in (*term.also_called, term.term)}
    printed = 0
    for page in with_booklets:
        told = {meanings.get(word.lower()) for block in page.blocks for word in hard_words(block.words)}  # words that the block itself explains (rule ER18)
        bold = {(word, line.text) for line in page.lines for word in hard_words(line.words) if meanings.get(word.lower(), "") not in told}
        needed = [word for word, text in bold if word.lower() in meanings and not re.search(rf"{word} (is|helps) \w", plain(text))]
        for what in PRINTS:
            text = letters(papers[path_of(what, page.kind, page.id)].text)
            assert [word for word in needed if letters(meanings[word.lower()]) not in text] == [], page.key
        printed += len(needed)
    assert printed


# --- tags for screen readers ---


def test_a_booklet_at_a_former_address_is_the_same_booklet(built: Path, framework: Framework) -> None:
    assert moved(framework)
    for former, now in moved(framework).items():
        assert (built / former).read_bytes() == (built / now).read_bytes(), former


def test_every_booklet_is_tagged_in_british_english_and_shows_its_title(papers: Papers, framework: Framework) -> None:
    titles = set()
    for path, paper in papers.items():
        root = paper.pdf.Root
        assert root.MarkInfo.Marked, path
        assert root.Lang == "en-GB", path
        assert root.ViewerPreferences.DisplayDocTitle, path
        with paper.pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1", path
            assert str(about["dc:title"]) == str(paper.pdf.docinfo["/Title"]), path
        titles.add(str(paper.pdf.docinfo["/Title"]))
        assert all(page.obj.Tabs == "/S" for page in paper.pdf.pages), path
    assert len(titles) == len(papers) - len(moved(framework))


def test_headings_start_at_the_first_level_and_do_not_jump(papers: Papers) -> None:
    for path, paper in papers.items():
        assert paper.headings[0] == 1, path
        assert paper.headings.count(1) == 1, path
        assert [pair for pair in pairwise(paper.headings) if pair[1] > pair[0] + 1] == [], path


def test_every_picture_has_words(papers: Papers) -> None:
    for path, paper in papers.items():
        alts = [tag.alt for tag in paper.tags if tag.name == "/Figure"]
        assert alts, path
        assert all(alts), path


def test_an_easy_read_booklet_shows_the_picture_of_each_block(
    papers: Papers, framework: Framework, drawn: Mapping[str, str], with_booklets: Sequence[EasyPage]
) -> None:
    alts = {picture.id: picture.alt for picture in framework.pictures}
    for page in with_booklets:
        shown = [id for id in page.pictures if id in drawn]
        for what in PRINTS:
            figures = [tag.alt for tag in papers[path_of(what, page.kind, page.id)].tags if tag.name == "/Figure"]
            assert [curly(alts[id]) for id in shown] == figures[:-1], page.id


def test_every_character_is_in_the_typeface_and_the_typeface_in_the_file(papers: Papers) -> None:
    for path, paper in papers.items():
        assert MISSING not in paper.text, path
        assert {str(font.BaseFont).partition("+")[2] for font in paper.fonts} <= {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"}, path
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in paper.fonts), path


def test_a_zero_has_a_slash_except_in_easy_read(papers: Papers) -> None:
    zeros = {path: paper.contours("0") for path, paper in papers.items()}
    assert {path for path, contours in zeros.items() if contours == {2}} == {path for path in zeros if "easy" in path or "large-print" in path}
    assert set[int]().union(*zeros.values()) == {2, 3}


@pytest.mark.slow("plans every booklet of the real site")
def test_no_character_of_the_words_is_lost_in_print(framework: Framework, drawn: Mapping[str, str]) -> None:
    settings = BookletSettings(ROOT / BOOKLETS, "https://here.example/")
    plans = (*easy_plans(framework, drawn, settings), *full_plans(framework, settings), *form_plans(framework, drawn, settings))
    font = typeface(ROOT / BOOKLETS) | {"\n"}
    assert {text: lost for plan in plans for text in texts(printable(plan.data)) if (lost := lacking(text, font))} == {}


# --- layout ---


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("cafe\u0301", "caf\u00e9"),  # a letter with a combining accent is the same as the accented letter
        ("co\u00adoperate", "cooperate"),  # a soft hyphen
        ("re\u2011read", "re-read"),  # a non-breaking hyphen
        ("10\u2009km", "10 km"),  # a thin space
        ("\u0141\u00f3d\u017a, \u0218tefan, \u00c7e\u015fme", "\u0141\u00f3d\u017a, \u0218tefan, \u00c7e\u015fme"),  # letters of several European languages
    ],
)
def test_letters_and_marks_as_people_type_them_are_printed_as_such(written: str, printed: str) -> None:
    ready = printable({"words": [written]})
    assert ready == {"words": [printed]}
    assert lacking(printed, typeface(ROOT / BOOKLETS)) == set()


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("\u25a4", "square with horizontal fill"),
        ("\u05d0", "hebrew letter alef"),
        ("\u1e9f", "latin small letter delta"),
        ("b\u0310", "combining candrabindu"),
        ("\u1e8b", "latin small letter x with dot above"),
    ],
)
def test_a_letter_that_the_typeface_lacks_is_told_with_its_file_and_line_where_it_would_be_printed(project: Path, letter: str, name: str) -> None:
    file = "content/standards/water.yaml"
    edit(project, file, "There is clean water near each bed", f"There is clean water {letter} near each bed")
    line = (project / file).read_text("utf-8").split(letter)[0].count("\n") + 1
    told = [problem for problem in examined(project, datetime.date(2026, 11, 1))[1] if problem.level == "error"]
    assert [(problem.path, problem.line) for problem in told] == [(file, line)]
    assert f"({name}) cannot be printed" in told[0].wrong


def test_every_page_is_a4_upright_and_numbered(papers: Papers) -> None:
    for path, paper in papers.items():
        for number, page in enumerate(paper.pdf.pages, 1):
            assert tuple(round(float(side)) for side in page.mediabox[2:]) == A4, path
            cover = number == 1 and "-all-" in path
            assert cover or f"Page {number} of {len(paper.pdf.pages)}" in paper.pages[number - 1], f"{path}, page {number}"


def test_an_easy_read_booklet_is_short(papers: Papers) -> None:
    pages = {path: len(paper.pages) for path, paper in easy(papers).items() if "-all-" not in path}
    gathered = {path: count for path, count in pages.items() if f"-{STATEMENTS}-" in path}  # statements that are on the pages of all standards
    assert gathered
    assert {path: count for path, count in gathered.items() if count > NEVER_MORE} == {}
    assert {path: count for path, count in pages.items() if count > MOST_PAGES and path not in gathered} == {}


def test_a_long_booklet_has_contents_with_the_right_pages_and_bookmarks(papers: Papers, framework: Framework) -> None:
    easy_titles = {page.id: page.title for page in framework.easy_read if page.kind == "standards"}
    for path, title in (
        (path_of("easy read", "all", "standards"), "What is in this booklet"),
        (path_of("large print", "all", "standards"), "What is in this booklet"),
        (path_of("full text", "all", "framework"), "Contents"),
    ):
        paper = papers[path]
        contents = paper.pages[1]
        assert title in contents
        for standard in framework.standards:
            name = standard.title if "full" in path else easy_titles[standard.id]
            found = re.search(rf"{standard.number}[.:] {re.escape(curly(name))}[\s.]*(\d+)\n", contents)
            assert found, f"{path}: {name}"
            assert letters(name) in letters(paper.pages[int(found[1]) - 1]), f"{path}: {name}"
            assert any(curly(name) in bookmark for bookmark in paper.bookmarks), f"{path}: {name}"


def test_a_booklet_that_people_who_use_easy_read_have_not_checked_says_so_first_and_last(papers: Papers, with_booklets: Sequence[EasyPage]) -> None:
    for page in with_booklets:
        for what in PRINTS:
            paper = papers[path_of(what, page.kind, page.id)]
            said = [letters(DRAFT) in letters(paper.pages[0]), letters(DRAFT) in letters(paper.pages[-1])]
            assert said == [page.checked is None] * 2, paper.name


def test_every_booklet_says_what_it_is_of_which_edition_and_where_it_stands(papers: Papers, framework: Framework, built: Path) -> None:
    about = framework.spine.framework
    for path, paper in papers.items():
        last = letters(paper.pages[-1])
        assert letters(about.status) in last, path
        assert letters(f"{about.edition} edition") in last, path
        addresses = [str(note.A.URI) for note in paper.pdf.pages[-1].obj.get("/Annots", []) if "/A" in note]
        own = [address for address in addresses if SITE and address.startswith(SITE[1])]
        assert own, path
        assert letters(own[0]) in last, path
        assert (built / urlsplit(own[0]).path[1:] / "index.html").is_file(), f"{path}: {own[0]}"


def test_the_code_on_the_last_page_is_the_address_beside_it(papers: Papers) -> None:
    for path, paper in papers.items():
        said = next(tag.alt for tag in reversed(paper.tags) if tag.name == "/Figure")
        address = said.rpartition(" ")[2]
        rows = segno.make(address, error="m", micro=False, mask=MASK).matrix
        quiet = 4
        runs = [
            (found.start() + quiet, row + quiet + 0.5, len(found[0])) for row, line in enumerate(rows) for found in re.finditer(r"1+", "".join(map(str, line)))
        ]
        assert set(runs) <= set(paper.strokes(len(paper.pages) - 1)), path
        drawn_inside = [stroke for stroke in paper.strokes(len(paper.pages) - 1) if stroke[1] % 1 == 0.5 and quiet <= stroke[1] < quiet + len(rows)]
        assert len([stroke for stroke in drawn_inside if stroke[0] % 1 == 0]) == len(runs), path


# --- links to them ---


def test_a_link_to_a_booklet_says_its_format_size_and_pages(pages: dict[str, Element], built: Path, papers: Papers) -> None:
    told = 0
    for url, page in pages.items():
        for link in page.all("a"):
            path = urljoin(url, link.attrs.get("href", ""))[1:]
            if path in papers:
                found = re.search(r"\(PDF, ([\d.]+) (KB|MB), (\d+) pages?\)$", link.text)
                assert found, f"{url}: {link.text}"
                size = (built / path).stat().st_size
                assert abs(float(found[1]) * (1000 if found[2] == "KB" else 1_000_000) - size) <= (500 if found[2] == "KB" else 50_000), f"{url}: {path}"
                assert int(found[3]) == len(papers[path].pages), f"{url}: {path}"
                told += 1
    assert told > len(papers)


def linked(url: str, page: Element) -> set[str]:
    return {urljoin(url, link.attrs.get("href", ""))[1:] for link in page.all("a")}


def test_every_booklet_is_on_the_page_of_downloads_at_the_address_it_has_now(pages: dict[str, Element], papers: Papers, framework: Framework) -> None:
    listed = {path for path in linked("/booklets/", pages["/booklets/"]) if path.endswith(".pdf")}
    assert listed == set(papers) - set(moved(framework))
    assert [row.text for row in pages["/booklets/"].all("tr") if [cell for cell in row.all("td") if not cell.text]] == []


def test_a_standard_and_a_role_lead_to_their_full_text(pages: dict[str, Element], framework: Framework) -> None:
    for standard in framework.standards:
        url = f"/standards/{standard.id}/"
        assert path_of("full text", "standards", standard.id) in linked(url, pages[url])
    for role in framework.roles:
        url = f"/roles/{role.id}/"
        assert path_of("full text", "roles", role.id) in linked(url, pages[url])


def test_every_standard_action_option_and_role_page_has_what_to_hand_over(pages: dict[str, Element], papers: Papers, framework: Framework, built: Path) -> None:
    twins = [(f"/standards/{one.id}/", "standards", one.id) for one in framework.standards]
    twins += [(f"/actions/{one.id}/", "standards", one.standard) for one in framework.current_actions]
    twins += [(f"/options/{one.id}/", "options", one.id) for one in framework.spine.options]
    first = {role.id for role in easy_first(framework)}  # their booklet contains all that they can do and ask for, in easy read
    twins += [(f"/roles/{one.id}/", STATEMENTS if one.id in first else "roles", one.id) for one in framework.roles]
    codes: dict[str, bytes] = {}
    for url, kind, id in twins:
        easy_page = f"easy-read/roles/{id}/{STATEMENTS}/" if kind == STATEMENTS else f"easy-read/{kind}/{id}/"
        printed = {path for what in PRINTS for path in (parts(papers, what, id) if kind == STATEMENTS else {path_of(what, kind, id)})}
        part = next(one for one in pages[url].all("section") if one.has_class("give"))
        own = kind == STATEMENTS or (url.startswith("/actions/") and framework.record("actions", url.split("/")[2]).role in first)
        assert part.one("h2").text == ("Easy read version" if own else "Give this to the person")
        assert {easy_page, *printed} == linked(url, part), url
        code = (built / urljoin(url, part.one("img").attrs["src"])[1:]).read_bytes()
        if easy_page not in codes:
            out = io.BytesIO()
            wanted = segno.make(f"{SITE[1] if SITE else ''}{easy_page}", error="m", micro=False, mask=MASK)
            wanted.save(out, kind="svg", border=4, dark="#12262c", light="#ffffff", xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
            codes[easy_page] = out.getvalue()
        assert code == codes[easy_page], url


def test_every_easy_read_page_leads_to_itself_on_paper(
    pages: dict[str, Element], papers: Papers, framework: Framework, with_booklets: Sequence[EasyPage]
) -> None:
    for page in with_booklets:
        url = "/easy-read/" if page.kind == "home" else f"/easy-read/{page.kind}/{page.id}/"
        assert {path_of(what, page.kind, page.id) for what in PRINTS} <= linked(url, pages[url])
    for role in easy_first(framework):
        url = f"/easy-read/roles/{role.id}/{STATEMENTS}/"
        assert {path for what in PRINTS for path in parts(papers, what, role.id)} <= linked(url, pages[url])
    assert {path_of(what, "all", "standards") for what in PRINTS} <= linked("/easy-read/", pages["/easy-read/"])


# --- reproducible builds ---


def test_the_same_words_give_the_same_bytes_whatever_was_set_before(built: Path, framework: Framework, drawn: Mapping[str, str], tmp_path: Path) -> None:
    assert SITE
    anew = BookletSettings(ROOT / BOOKLETS, SITE[1], tmp_path)
    plans = [*easy_plans(framework, drawn, anew), *full_plans(framework, anew), *form_plans(framework, drawn, anew)]
    for booklet in typeset_all(plans[::9], drawn, anew):  # a sample of every sort
        assert (built / booklet.path).read_bytes() == booklet.file.read_bytes(), booklet.path


def test_a_framework_of_very_many_standards_has_no_booklet_of_all_of_them(
    framework: Framework, drawn: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = BookletSettings(ROOT / BOOKLETS, "https://here.example/")

    def paths() -> set[str]:
        return {plan.path for plan in (*easy_plans(framework, drawn, settings), *full_plans(framework, settings))}

    whole = {path_of("easy read", "all", "standards"), path_of("large print", "all", "standards"), path_of("full text", "all", "framework")}
    before = paths()
    assert whole < before
    for module in ("easy", "full"):
        monkeypatch.setattr(f"sds.booklets.{module}.MOST_STANDARDS", len(framework.standards) - 1)
    assert paths() == before - whole


def test_a_booklet_that_cannot_be_set_is_named_with_the_reason(framework: Framework, drawn: Mapping[str, str], tmp_path: Path) -> None:
    settings = BookletSettings(ROOT / BOOKLETS, "https://here.example/", tmp_path)
    first = next(easy_plans(framework, drawn, settings))
    with pytest.raises(TypesettingError, match=rf"^{re.escape(first.path)}: month must be in 1..12"):
        list(typeset_all([replace(first, data={**first.data, "date": [2024, 13, 1]})], drawn, settings))
