"""Every page links to a feedback form that already names the page, and to a contact if the data has one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from helpers import ROOT, SETTINGS, Element, TextFiles, build_site, edit, parse_html, problems_after

AT = replace(SETTINGS, preview=True, repo_url="https://code.example/garden/")
FORMS = ROOT / ".github/ISSUE_TEMPLATE"
PERSON = '  feedback: {name: the warden, email: "warden@garden.example"}\n'


def foot(page: str) -> Element:
    return next(one for one in parse_html(page).all("p") if one.has_class("foot-feedback"))


@pytest.fixture(scope="module")
def real() -> TextFiles:
    """The real site, made in memory."""
    return build_site(ROOT, AT)


@pytest.mark.slow("plans every page of the real site")
@pytest.mark.parametrize(
    ("path", "forms"),
    [
        ("standards/budgets", ["mistake"]),
        ("actions/budgets-l3", ["mistake"]),
        ("about", ["mistake"]),
        ("resources", ["mistake", "resource"]),
        ("contacts", ["mistake", "contact"]),
        ("easy-read/standards/budgets", ["easier-words"]),
    ],
)
def test_each_link_opens_a_form_that_there_is_with_a_field_that_it_has_filled_in(real: TextFiles, path: str, forms: list[str]) -> None:
    links = [urlsplit(link.attrs["href"]) for link in foot(real[f"{path}/index.html"]).all("a")]
    assert [parse_qs(link.query)["template"] for link in links] == [[f"{form}.yml"] for form in forms]
    for link, form in zip(links, forms, strict=True):
        assert (link.netloc, link.path) == ("code.example", "/garden/issues/new")
        fields = {field.get("id") for field in yaml.safe_load((FORMS / f"{form}.yml").read_text("utf-8"))["body"]}
        filled = {name: value for name, value in parse_qs(link.query).items() if name != "template"}
        assert set(filled) <= fields
        assert filled["page"][0].startswith(f"https://here.example/{path}/ (")


@pytest.mark.slow("plans every page of the real site")
def test_the_form_says_in_which_file_the_words_are(real: TextFiles) -> None:
    (link,) = foot(real["actions/budgets-l3/index.html"]).all("a")
    (page,) = parse_qs(urlsplit(link.attrs["href"]).query)["page"]
    assert "(content/standards/budgets.yaml, line " in page


def test_nobody_is_named_to_write_to_whom_the_data_does_not_name(small: Path) -> None:
    page = foot(build_site(small, AT)["standards/water/index.html"])
    assert "Without an account" not in page.text
    assert "You need an account on code.example." in page.text.replace(" .", ".")
    assert "No account? We have no email address or phone number yet. Ask someone who has an account to tell us for you." in page.text


def test_whom_the_data_names_can_be_written_to_without_an_account(small_easy_read: Path) -> None:
    edit(small_easy_read, "standards.yaml", "  status: This is a made-up", f"{PERSON}  status: This is a made-up")
    files = build_site(small_easy_read, AT)
    page = foot(files["standards/water/index.html"])
    link = page.all("a")[-1]
    assert "Without an account: write to the warden." in page.text
    assert "no email address" not in page.text
    assert link.attrs["href"].startswith("mailto:warden@garden.example?subject=Wrong%20or%20unclear%3A%20")
    assert link.attrs["href"].endswith("&body=https%3A//here.example/standards/water/")
    easy = next(path for path in files if path.startswith("easy-read/") and "foot-feedback" in files[path])
    assert "Write to the warden" in foot(files[easy]).text


def test_without_a_place_and_a_person_there_is_no_sentence(small: Path) -> None:
    assert "wrong or unclear" not in build_site(small, SETTINGS)["standards/water/index.html"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("  feedback: {name: the warden}\n", "Nobody can be reached here: there is no email or address."),
        ('  feedback: {name: the warden, email: "the warden"}\n', '"the warden" is not an email address.'),
        ('  feedback: {name: the warden, email: "a@b.example?bcc=me@c.example"}\n', "is not an email address."),
    ],
)
def test_whoever_cannot_be_reached_is_told(small: Path, written: str, told: str) -> None:
    (one,) = problems_after(small, "  status: This is a made-up", f"{written}  status: This is a made-up")
    assert told in one
