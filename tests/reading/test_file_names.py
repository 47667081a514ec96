"""A file that was copied or renamed is reported by its file name, and not by what its records then look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems
from sds.paths import PUBLISHED
from sds.reading.unread_files import unread_files

STANDARDS, SPINE, GLOSSARY = "content/standards", "standards.yaml", "content/glossary.yaml"


def publish(project: Path, *lines: str) -> None:
    (project / PUBLISHED).write_text("".join(f"{line}\n" for line in lines), "utf-8")


@pytest.mark.parametrize("name", ["water (1)", "water - Copy", "water2"])
def test_a_copy_is_told_once_and_nothing_of_the_file_that_was_copied(small: Path, name: str) -> None:
    (small / f"{STANDARDS}/{name}.yaml").write_text((small / f"{STANDARDS}/water.yaml").read_text("utf-8"), "utf-8")
    (problem,) = find_problems(small)
    assert problem.path == f"{STANDARDS}/{name}.yaml"
    assert problem.wrong == f'This file is a copy of {STANDARDS}/water.yaml: it has its id, "water".'


@pytest.mark.parametrize("name", ["waters", "Water", "something-else"])
def test_a_renamed_file_gets_the_name_back_under_which_it_was_published(small: Path, name: str) -> None:
    publish(small, "standards/water", "standards/paths")
    (small / f"{STANDARDS}/water.yaml").rename(small / f"{STANDARDS}/{name}.yaml")
    (problem,) = find_problems(small)
    assert problem.path == f"{STANDARDS}/{name}.yaml"
    assert problem.instead == f"Name the file {STANDARDS}/water.yaml again, because its address is made from its name."


def test_a_situation_that_was_renamed_gets_its_name_back_too(small_situations: Path) -> None:
    publish(small_situations, "situations/dry-tap")
    folder = small_situations / "content/situations"
    (folder / "dry-tap.yaml").rename(folder / "no-water.yaml")
    (problem,) = find_problems(small_situations)
    assert problem.instead == "Name the file content/situations/dry-tap.yaml again, because its address is made from its name."


@pytest.mark.parametrize(
    ("right", "wrong", "schema"),
    [
        ("content/situations/dry-tap.yaml", f"{STANDARDS}/dry-tap.yaml", "situation"),
        (f"{STANDARDS}/water.yaml", "content/situations/water.yaml", "standard"),
        (GLOSSARY, f"{STANDARDS}/glossary.yaml", "glossary"),
    ],
)
def test_a_file_in_the_folder_of_another_kind_is_told_once_with_its_own(small_situations: Path, right: str, wrong: str, schema: str) -> None:
    text = (small_situations / right).read_text("utf-8")
    (small_situations / right).rename(small_situations / wrong)
    (small_situations / wrong).write_text(f"# yaml-language-server: $schema=../../schemas/{schema}.schema.json\n{text}", "utf-8")
    assert [(problem.path, problem.instead) for problem in find_problems(small_situations)] == [(wrong, f"Move it to {right}")]


def test_a_file_with_the_first_line_of_another_kind_is_where_it_belongs(small_situations: Path) -> None:
    file = small_situations / f"{STANDARDS}/water.yaml"
    file.write_text(f"# yaml-language-server: $schema=../../schemas/situation.schema.json\n{file.read_text('utf-8')}", "utf-8")
    assert find_problems(small_situations) == []


def test_a_file_of_the_framework_among_the_pages_goes_to_its_folder(small_situations: Path) -> None:
    first = "# yaml-language-server: $schema=../../schemas/easy-read.schema.json\n"
    (small_situations / "content/pages/stages.yaml").write_text(f"{first}pages: []\n", "utf-8")
    (problem,) = unread_files(small_situations, ())
    assert problem.instead == "Name it content/easy-read/stages.yaml"


def test_a_standard_renamed_in_the_list_alone_gets_its_id_back(small: Path) -> None:
    publish(small, "standards/water", "standards/paths")
    edit(small, SPINE, "  - id: water\n", "  - id: irrigate\n")
    problem = next(one for one in find_problems(small) if one.hides)
    assert (problem.path, problem.instead) == (SPINE, "Write id: water")


def test_a_standard_renamed_in_its_file_alone_gets_its_name_and_id_back(small: Path) -> None:
    publish(small, "standards/water", "standards/paths")
    file = small / f"{STANDARDS}/water.yaml"
    (small / f"{STANDARDS}/rain.yaml").write_text(file.read_text("utf-8").replace("id: water\n", "id: rain\n", 1), "utf-8")
    file.unlink()
    problem = next(one for one in find_problems(small) if one.hides)
    assert problem.instead == f"Name the file {STANDARDS}/water.yaml, and write in it id: water"


def test_a_file_that_was_cut_is_told_once_and_not_for_each_record_that_is_gone(small: Path) -> None:
    publish(small, "terms/bed", "terms/butt", *(f"terms/gone-{number}" for number in range(9)))
    (problem,) = find_problems(small)
    assert problem.path == GLOSSARY
    assert problem.wrong == '9 terms that were published are gone: "gone-0", "gone-1", "gone-2" and others.'


def test_words_in_a_file_of_text_and_a_second_spine_are_told_and_what_programs_look_for_is_not(small: Path) -> None:
    for name in ("news.txt", "robots.txt", "map.txt"):
        (small / "content/pages" / name).write_text("Words.", "utf-8")
    (small / "standards.yml").write_text("id: a\n", "utf-8")
    assert [problem.path for problem in unread_files(small, {"~/map.txt"})] == ["standards.yml", "content/pages/news.txt"]
