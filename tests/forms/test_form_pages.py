"""The pages of forms and letters: complete, made from the data, with all related records. Without templates there are no such pages."""

from __future__ import annotations

from pathlib import Path

from helpers import Element, build_site, full_page_url, parse_html
from pdfs import Paper
from sds.booklets import path_of
from sds.easy_read.hard_words import hard_words, plain
from sds.forms.easy import all_fields, easy_forms, questions
from sds.forms.word_file import word_files
from sds.model.framework import Framework
from sds.reading.load import load


def hrefs(page: Element) -> set[str]:
    """The addresses of a page's links, without the leading "../"."""
    return {link.attrs.get("href", "").replace("../", "") for link in page.all("a")}


def test_each_form_has_a_page_with_all_that_the_data_says(pages: dict[str, Element], framework: Framework) -> None:
    for form in framework.templates:
        page = pages[f"/templates/{form.id}/"]
        assert page.one("h1").text == form.title
        assert all((form.actions, form.provisions, form.stages)), f"{form.id} is tied to statements, to law and to stages"
        told = [form.about, form.filled_by, form.kept_by, *form.do, *form.do_not]
        told += [words for field in all_fields(form) for words in (field.label, field.hint, field.text, field.why, field.our_suggestion) if words]
        text = page.one("main").text
        assert [words for words in told if " ".join(words.split()) not in text] == [], form.id
        wanted = {f"law/{id}/" for id in (*form.provisions, *(id for field in all_fields(form) for id in field.provisions))}
        wanted |= {f"situations/{id}/" for id in form.situations} | {f"actions/{id}/" for id in form.actions} | {f"resources/{id}/" for id in form.resources}
        wanted |= {f"stages/{id}/" for id in form.stages} | {f"standards/{id}/" for id in form.standards} | {f"roles/{id}/" for id in form.roles}
        assert wanted <= hrefs(page), form.id


def test_each_box_says_whether_it_is_law_or_good_practice(pages: dict[str, Element], framework: Framework) -> None:
    for form in framework.templates:
        told = [one for one in pages[f"/templates/{form.id}/"].all("div") if one.has_class("box-why")]
        fields = all_fields(form)
        assert len(told) == len(fields), form.id
        for field, why in zip(fields, told, strict=True):
            assert ("Good practice" in why.text) == (not field.provisions), f"{form.id} {field.id}"
            if field.law_when:
                assert field.law_when in why.text, f"{form.id} {field.id}"


def test_whatever_a_form_names_lists_the_form(pages: dict[str, Element], framework: Framework) -> None:
    kinds = {"actions": "actions", "standards": "standards", "situations": "situations", "stages": "stages", "provisions": "law", "resources": "resources"}
    for form in framework.templates:
        for field, folder in kinds.items():
            for id in getattr(form, field):
                assert f"templates/{form.id}/" in hrefs(pages[f"/{folder}/{id}/"]), f"{folder}/{id} does not list {form.id}"
        for role in form.roles:
            assert any(link.startswith(f"templates/#{role}") for link in hrefs(pages[full_page_url(pages, role)])), role


def test_every_form_stands_on_the_list_with_its_files_and_the_menu_leads_there(pages: dict[str, Element], built: Path, framework: Framework) -> None:
    page = pages["/templates/"]
    wanted = {f"templates/{form.id}/" for form in framework.templates}
    wanted |= {path_of("form", "templates", form.id) for form in framework.templates}
    wanted |= {file.path for file in word_files(framework, "https://here.example/").values()}
    wanted |= {f"easy-read/templates/{form.id}/" for form in easy_forms(framework)}
    links = {link if link.startswith(("downloads/", "easy-read/", "templates/")) else f"templates/{link}" for link in hrefs(page)}
    assert wanted <= links
    assert all((built / path).is_file() for path in wanted if "." in path)
    assert "Forms and letters" in [link.text for link in pages["/"].one("nav", id="menu").all("a")]


def test_an_empty_form_fits_on_as_many_pages_as_the_data_says(built: Path, framework: Framework) -> None:
    for form in framework.templates:
        paper = Paper(built / path_of("form", "templates", form.id))
        sheets = [text for text in paper.pages if "Sentences to choose from" not in text]
        assert len(sheets) <= form.pages, form.id
        assert len(paper.pages) - len(sheets) <= (form.shape == "letter"), form.id


def test_a_form_in_easy_read_asks_each_question_with_its_picture(pages: dict[str, Element], built: Path, framework: Framework) -> None:
    assert easy_forms(framework)
    for form in easy_forms(framework):
        page = pages[f"/easy-read/templates/{form.id}/"]
        assert form.easy
        assert page.one("h1").text == form.easy.title
        asked = questions(form)
        shown = [one.attrs["src"].rpartition("/")[2].removesuffix(".svg") for one in page.one("main").all("img")]
        assert shown[: len(asked) + 1] == [form.easy.picture, *(one.field.picture for one in asked)], form.id
        text = page.one("main").text
        for one in asked:
            said = (one.field.label, one.field.hint or "", *(choice.label for choice in one.choices))
            assert all(plain(words) in text for words in said), form.id
            boxes = [box for box in page.all("input", "textarea") if box.attrs.get("id", "").startswith(f"box-{one.field.id}")]
            assert boxes, f"{form.id} {one.field.id}"
        hard = hard_words([*form.easy.intro, *(one.field.hint or "" for one in asked)])
        assert [link.text for link in page.one("main").all("a") if link.has_class("term")] == hard, form.id
        for what in ("easy read", "large print"):
            assert "**" not in Paper(built / path_of(what, "templates", form.id)).text, form.id


def test_a_framework_without_forms_has_no_page_and_no_word_of_them(small: Path) -> None:
    files = build_site(small)
    assert [path for path in files if "templates" in path and not path.endswith(".schema.json")] == []
    assert "Forms and letters" not in [link.text for link in parse_html(files["index.html"]).one("nav", id="menu").all("a")]
    assert "Forms and letters" not in files["data/index.html"]
    assert "Forms and letters" not in files["resources/index.html"]


def test_another_framework_has_its_own_forms(small_easy_read: Path) -> None:
    framework = load(small_easy_read).framework
    assert framework
    files = build_site(small_easy_read)
    page = parse_html(files["templates/plot-plan/index.html"])
    assert page.one("h1").text == "Plan for a plot"
    assert "templates/plot-plan/" in hrefs(parse_html(files["situations/dry-tap/index.html"]))
    assert parse_html(files["easy-read/templates/plot-plan/index.html"]).one("h1").text == "My bed"
    assert "I write about the tap by the gate. Please mend it." in parse_html(files["templates/water-letter/index.html"]).one("main").text
