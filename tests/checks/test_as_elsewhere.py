"""A value that differs in one thing from all others of its kind: a phone number in one run of digits, a number that is not that of its id, a host."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import ROOT, edit, find_errors, find_problems, text_after
from sds.paths import PUBLISHED

LAW, FLAGS, RESOURCES, CONTACTS = "content/law.yaml", "content/alignments.yaml", "content/resources.yaml", "content/contacts.yaml"


@pytest.mark.parametrize(("number", "groups"), [("0300 555 0101", "03005550101"), ("0300 555 0101", "+443005550101")])
def test_a_phone_number_in_one_run_gets_the_spaces_of_the_others(small_situations: Path, number: str, groups: str) -> None:
    before = (small_situations / CONTACTS).read_text("utf-8")
    lines = [line for line in before.split("\n") if line.strip().startswith('value: "0')]
    assert len(lines) > 1
    edit(small_situations, CONTACTS, f'value: "{number}"', f'value: "{groups}"')
    found = [problem for problem in find_errors(small_situations) if "groups" in problem.wrong]
    assert [text_after(small_situations, problem) for problem in found] == ([] if "+" in groups else [before])


def test_a_phone_number_that_begins_as_no_other_is_left(small_situations: Path) -> None:
    text = (small_situations / CONTACTS).read_text("utf-8")
    (small_situations / CONTACTS).write_text(text.replace('"0', '"9').replace('value: "9300 555 0101"', 'value: "03005550101"'), "utf-8")
    assert not [problem for problem in find_errors(small_situations) if "groups" in problem.wrong]


@pytest.mark.parametrize("wrong", ["section 13", "section 33", "section 3A", "section 5(2)"])
def test_the_number_of_a_section_is_that_of_its_id(small: Path, wrong: str) -> None:
    before = (small / LAW).read_text("utf-8")
    edit(small, LAW, "section: section 3\n", f"section: {wrong}\n")
    (problem,) = (one for one in find_errors(small) if "in its id" in one.wrong)
    assert text_after(small, problem).replace("section 3(2)", "section 3") == before


def test_the_id_of_a_section_that_was_never_published_may_be_the_wrong_one(small: Path) -> None:
    (small / PUBLISHED).write_text("provisions/bylaw-s2\n", "utf-8")
    edit(small, LAW, "section: section 3\n", "section: section 13\n")
    (problem,) = (one for one in find_errors(small) if "in its id" in one.wrong)
    assert (problem.instead, problem.replacement) == ("If the id is wrong, mend that. If not, write section: section 3", None)


@pytest.mark.parametrize("right", ["section 3(2) to (4)", "sections 3 and 4", "section 3, with section 9", "schedule 7, section 3"])
def test_several_sections_are_not_compared(small: Path, right: str) -> None:
    edit(small, LAW, "section: section 3\n", f"section: {right}\n")
    assert not [one for one in find_errors(small) if "in its id" in one.wrong]


UNITS = "".join(f'      - {{id: GF-{n}, number: "{n}", text: Water is used with care., read: text, standards: []}}\n' for n in ("2.1", "2.2", "2.10"))


@pytest.mark.parametrize(
    ("number", "told"), [("2,10", '"2.10"'), ("2.1", '"2.10"'), ("Part 2.11", "Part 2.10"), ("2.10", ""), ("Sections 1 and 2", ""), ("All", "")]
)
def test_the_number_of_a_unit_is_that_of_its_id(small: Path, number: str, told: str) -> None:
    text = (small / FLAGS).read_text("utf-8")
    (small / FLAGS).write_text(text.rstrip("\n") + "\n" + UNITS.replace('number: "2.10"', f'number: "{number}"'), "utf-8")
    assert [one.instead for one in find_errors(small) if "in its id" in one.wrong] == ([f"Write number: {told}"] if told else [])


def test_a_document_whose_ids_are_no_numbers_is_left(small: Path) -> None:
    edit(small, FLAGS, '        number: "1"\n', '        number: "7"\n')
    assert not [one for one in find_errors(small) if "in its id" in one.wrong]


MANY = "".join(f"# https://{host}/{n}\n" for host in ("www.plants.parks.example", "taps.example.org.example") for n in range(4))


@pytest.mark.parametrize(
    ("host", "meant"),
    [
        ("www.plants.parks", "www.plants.parks.example"),
        ("www.plants.example", "www.plants.parks.example"),
        ("www.plnats.parks.example", "www.plants.parks.example"),
        ("www.plantsparks.example", "www.plants.parks.example"),
        ("taps.example.org", "taps.example.org.example"),
        ("plants.parks.example", ""),
        ("www2.plants.parks.example", ""),
        ("www.parks.example", ""),
        ("www.gardens.parks.example", ""),
    ],
)
def test_a_host_that_is_nearly_that_of_many_others_is_told(small: Path, host: str, meant: str) -> None:
    edit(small, RESOURCES, "    address: https://gardens.example/taps\n", f"    address: https://{host}/taps\n")
    text = (small / LAW).read_text("utf-8")
    (small / LAW).write_text(MANY + text, "utf-8")
    found = [one for one in find_problems(small) if one.rule == "hosts-are-spelt-alike"]
    assert [(one.level, one.instead) for one in found] == ([("warning", f"Did you mean https://{meant}/taps?")] if meant else [])


@pytest.mark.slow("reads all content")
def test_nothing_in_the_real_content_differs_from_all_others() -> None:
    assert [str(one) for one in find_problems(ROOT) if one.rule in {"hosts-are-spelt-alike", "numbers-are-those-of-ids", "numbers-hold-no-letters"}] == []
