"""The Word files of forms and letters: the same fields as on the page and in print, valid, and identical in each build."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from helpers import Element, edit
from pdfs import Paper
from sds.booklets import path_of
from sds.forms.controls import MOST_NAME
from sds.forms.easy import all_fields
from sds.forms.letter import boxes_in, line_words
from sds.forms.word_file import word_file, word_files
from sds.model.framework import Framework
from sds.model.records import Template
from sds.reading.load import load

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SITE = "https://here.example/"
PLOT_PLAN = "content/templates/plot-plan.yaml"


def letters(text: str) -> str:
    """A text without what print may change: spaces, line breaks, and straight or curly quotes."""
    return "".join(filter(str.isalnum, text))


def parts(data: bytes) -> dict[str, str]:
    """The parts of a Word file by name, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def document(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(parts(data)["word/document.xml"])


def value(box: ElementTree.Element, name: str) -> str:
    """The value of a control's property: its tag, alias or id."""
    found = box.find(f"{W}{name}")
    assert found is not None
    return found.get(f"{W}val", "")


def boxes(data: bytes) -> list[ElementTree.Element]:
    """The properties of each content control of a Word file, in order."""
    return list(document(data).iter(f"{W}sdtPr"))


def controls(data: bytes) -> dict[str, ElementTree.Element]:
    """The same, by tag."""
    return {value(box, "tag"): box for box in boxes(data)}


def words(data: bytes) -> str:
    return letters("".join(one.text or "" for one in document(data).iter(f"{W}t")))


def forms(framework: Framework) -> list[Template]:
    return [one for one in framework.templates if one.shape == "form"]


def written(framework: Framework) -> list[Template]:
    return [one for one in framework.templates if one.shape == "letter"]


# --- the same fields everywhere ---


def test_a_form_has_the_same_boxes_on_its_page_and_in_its_word_file(pages: dict[str, Element], framework: Framework) -> None:
    assert forms(framework)
    for form in forms(framework):
        part = pages[f"/templates/{form.id}/"].one("section", **{"aria-labelledby": "form"})
        on_page = [one.attrs["id"] for one in part.all("input", "textarea")]
        in_word = [f"box-{tag.replace('.', '-')}" for tag in controls(word_file(framework, form, SITE).data)]
        assert on_page == in_word, form.id
        asked = [field.id for field in all_fields(form) if field.kind != "words"]
        assert [id for id in asked if not any(box == f"box-{id}" or box.startswith(f"box-{id}-") for box in on_page)] == [], form.id


def test_page_word_file_and_paper_say_the_same_words(pages: dict[str, Element], built: Path, framework: Framework) -> None:
    for form in forms(framework):
        told = [form.title, *(words for part in form.parts for words in (part.title, part.note) if words)]
        for field in all_fields(form):
            told += [words for words in (field.label, field.hint, field.text, *field.columns, *field.row_labels) if words]
            told += [choice.text for choice in field.choices]
        places = {
            "page": letters(pages[f"/templates/{form.id}/"].one("main").text),
            "Word": words(word_file(framework, form, SITE).data),
            "paper": letters(Paper(built / path_of("form", "templates", form.id)).text),
        }
        assert [(where, one) for where, text in places.items() for one in told if letters(one) not in text] == [], form.id


def test_every_box_has_a_label_for_who_hears_the_page(pages: dict[str, Element], framework: Framework) -> None:
    for form in forms(framework):
        page = pages[f"/templates/{form.id}/"]
        labelled = {one.attrs["for"] for one in page.all("label") if "for" in one.attrs}
        for box in page.one("section", **{"aria-labelledby": "form"}).all("input", "textarea"):
            inside = any(holder.tag == "label" for holder in box.ancestors)
            assert inside or box.attrs["id"] in labelled or box.attrs.get("aria-label"), f"{form.id} {box.attrs['id']}"


def test_a_letter_in_word_has_a_box_wherever_its_page_has_one(pages: dict[str, Element], framework: Framework) -> None:
    assert written(framework)
    for letter in written(framework):
        wanted = [id for part in letter.letter for line in part.lines for id in boxes_in(line_words(line))]
        found = {value(box, "tag").partition(".")[0] for box in boxes(word_file(framework, letter, SITE).data)}
        assert found == set(wanted), letter.id
        labels = {field.id: field.label for field in letter.fields}
        gaps = [one.text for one in pages[f"/templates/{letter.id}/"].all("span") if one.has_class("gap")]
        assert gaps == [labels[id] for id in wanted], letter.id


def test_boxes_are_of_the_kind_that_the_data_says(framework: Framework) -> None:
    for form in forms(framework):
        found = controls(word_file(framework, form, SITE).data)
        for field in all_fields(form):
            if field.kind == "date":
                date = found[field.id].find(f"{W}date")
                assert date is not None
                assert value(date, "lid") == framework.spine.framework.language, field.id
            elif field.kind in ("choice", "checks"):
                assert all(found[f"{field.id}.{choice.id}"].find(f"{W14}checkbox") is not None for choice in field.choices), field.id
            elif field.kind in ("text", "long", "item"):
                assert found[field.id].find(f"{W}text") is not None, field.id


# --- valid files ---


def test_every_part_is_there_well_formed_and_of_a_named_type(framework: Framework) -> None:
    for file in word_files(framework, SITE).values():
        found = parts(file.data)
        assert next(iter(found)) == "[Content_Types].xml"
        types = ElementTree.fromstring(found["[Content_Types].xml"])
        named = {one.get("PartName", "")[1:] for one in types if one.get("PartName")}
        ends = {one.get("Extension") for one in types if one.get("Extension")}
        for name, text in found.items():
            ElementTree.fromstring(text)
            assert name in named or name.rpartition(".")[2] in ends, name
        for name in (name for name in found if name.endswith(".rels")):
            folder = name.partition("_rels/")[0]
            for one in ElementTree.fromstring(found[name]):
                assert one.get("TargetMode") == "External" or f"{folder}{one.get('Target')}" in found, f"{file.path} {one.get('Target')}"
        wanted = set(re.findall(r'r:id="(\w+)"', found["word/document.xml"])) | set(re.findall(r'r:id="(\w+)"', found["word/footer1.xml"]))
        assert wanted <= set(re.findall(r' Id="(\w+)"', found["word/_rels/document.xml.rels"] + found["word/_rels/footer1.xml.rels"]))


def test_word_opens_a_form_as_a_file_of_today(framework: Framework) -> None:
    """Without this setting, Word opens a file in compatibility mode, and tables stick out to the left of the text."""
    for file in word_files(framework, SITE).values():
        settings = ElementTree.fromstring(parts(file.data)["word/settings.xml"])
        modes = {one.get(f"{W}name"): one.get(f"{W}val") for one in settings.iter(f"{W}compatSetting")}
        assert modes == {"compatibilityMode": "15"}, file.path


def test_every_style_that_is_used_is_there(framework: Framework) -> None:
    for file in word_files(framework, SITE).values():
        found = parts(file.data)
        styles = set(re.findall(r'w:styleId="(\w+)"', found["word/styles.xml"]))
        assert set(re.findall(r'w:[pr]Style w:val="(\w+)"', found["word/document.xml"] + found["word/footer1.xml"])) <= styles


def test_no_two_boxes_of_a_file_have_one_number_and_no_name_is_longer_than_word_allows(framework: Framework) -> None:
    for file in word_files(framework, SITE).values():
        found = boxes(file.data)
        assert found
        assert len({value(box, "id") for box in found}) == len(found), file.path
        names = [value(box, name) for box in found for name in ("alias", "tag")]
        assert all(0 < len(name) <= MOST_NAME for name in names), file.path


def test_a_form_leads_back_to_its_page_and_a_letter_carries_no_foot(framework: Framework) -> None:
    for template in framework.templates:
        found = parts(word_file(framework, template, SITE).data)
        address = f"{SITE}templates/{template.id}/"
        assert (address in found["word/_rels/footer1.xml.rels"]) == (template.shape == "form")
        assert address in found["docProps/core.xml"]
        assert "here.example" not in found["word/document.xml"]


@pytest.mark.slow("starts LibreOffice")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_another_program_opens_a_form_and_a_letter_and_reads_their_words(framework: Framework, tmp_path: Path) -> None:
    some = [forms(framework)[0], written(framework)[0]]
    for template in some:
        (tmp_path / f"{template.id}.docx").write_bytes(word_file(framework, template, SITE).data)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, *(f"{one.id}.docx" for one in some)], cwd=tmp_path, check=True, capture_output=True, timeout=300)
    for template in some:
        text = letters((tmp_path / f"{template.id}.txt").read_text("utf-8"))
        labels = [field.label for field in all_fields(template) if field.label and not (template.shape == "letter" and field.choices)]
        assert [label for label in labels if letters(label) not in text] == [], template.id


# --- reproducible, and without markup from text ---


def test_the_same_words_give_the_same_bytes(built: Path, framework: Framework) -> None:
    site = re.search(r'SITE_URL, "([^"]+)"', (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8"))
    assert site
    first, second = word_files(framework, site[1]), word_files(framework, site[1])
    assert {id: file.data for id, file in first.items()} == {id: file.data for id, file in second.items()}
    assert all((built / file.path).read_bytes() == file.data for file in first.values())


def test_signs_of_markup_in_the_data_are_words_in_the_file(small_easy_read: Path) -> None:
    edit(small_easy_read, PLOT_PLAN, "        label: Whose plot it is\n", "        label: 'Tea & \"cake\" < 5 > 3'\n")
    framework = load(small_easy_read).framework
    assert framework
    file = word_file(framework, framework.record("templates", "plot-plan"), SITE)
    assert "Tea & \u201ccake\u201d < 5 > 3" in "".join(one.text or "" for one in document(file.data).iter(f"{W}t"))
    assert value(controls(file.data)["name"], "alias") == "Tea & \u201ccake\u201d < 5 > 3"
