"""Published ids, addresses and files must stay: the checker reports each one that is missing, and says what to write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS, edit, find_problems
from sds.build import Site, build
from sds.checks import check
from sds.commands.record import updated_list
from sds.paths import PUBLISHED
from sds.problem import Problem, replaced
from sds.project import errors, read_project
from sds.reading.load import load
from sds.reading.published import parsed, read_published

WATER, GLOSSARY, SPINE, LAW = "content/standards/water.yaml", "content/glossary.yaml", "standards.yaml", "content/law.yaml"


def site_of(project: Path) -> Site:
    if not (project / "overrides").exists():
        (project / "overrides").symlink_to(ROOT / "overrides")
    site = build(project, SETTINGS)
    assert isinstance(site, Site), "\n".join(map(str, site))
    return site


@pytest.fixture
def published(small: Path) -> Path:
    """The small framework with everything in it recorded as published."""
    (small / PUBLISHED).write_text(updated_list("", site_of(small), small), "utf-8")
    return small


def found(project: Path) -> list[Problem]:
    """The errors that stop a build, from reading the files to building the site."""
    made = build(project, SETTINGS)
    return [] if isinstance(made, Site) else errors(made)


@pytest.mark.slow("plans every page of the real site")
def test_every_id_and_address_of_the_real_site_that_was_published_is_in_the_list_and_there() -> None:
    ids = read_published(ROOT)[0].ids
    assert len(ids) > 1000
    assert not [problem for problem in check(load(ROOT)) if problem.rule == "published-ids-stay"]


def test_nothing_is_told_while_all_that_was_published_is_there(published: Path) -> None:
    assert found(published) == []
    assert "/standards/irrigation/ -> /standards/water/\n" in (published / PUBLISHED).read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            WATER,
            "    - id: water-w1\n",
            "    - id: water-w10\n",
            'The id "water-w10" was published as "water-w1", and an id that was published never changes. Write id: water-w1',
        ),
        (
            GLOSSARY,
            "  - id: butt\n",
            "  - id: barrel\n",
            '"barrel" is new here, and the term "butt", which was published, is gone. If they are two, put "butt" back. '
            "Its words may change, and may say that it has ended. If it is the same, write id: butt",
        ),
    ],
)
def test_an_id_that_was_changed_is_told_at_its_place_and_nothing_else_is(published: Path, file: str, old: str, new: str, said: str) -> None:
    edit(published, file, old, new)
    told = [problem for problem in found(published) if problem.rule != "action-ids-say-standard-and-role"]
    assert [f"{problem.wrong} {problem.instead}" for problem in told] == [said]
    assert told[0].path == file
    if told[0].replacement:
        (published / file).write_text(replaced((published / file).read_text("utf-8"), [told[0].replacement])[0], "utf-8")
        assert found(published) == []


def test_a_statement_that_is_taken_out_is_to_be_withdrawn(published: Path) -> None:
    text = (published / WATER).read_text("utf-8")
    start = text.index("    - id: water-g2\n")
    end = min(at for at in (text.find("    - id:", start + 5), text.find("  wardens:", start)) if at > 0)
    (published / WATER).write_text(text[:start] + text[end:], "utf-8")
    said = [str(problem) for problem in found(published)]
    assert any(one.endswith("Put it back; to end it, add status: withdrawn and a reason.") and one.startswith(WATER) for one in said), said
    assert not any("water-g2" in one and "is not the id" in one for one in said), "that nothing has the id any more is told once"


def test_a_standard_may_be_renamed_and_its_old_address_leads_on(published: Path) -> None:
    edit(published, SPINE, "    title: Paths that everyone can use\n", "    title: Ways for all\n")
    site = site_of(published)
    assert "standards/paths-that-everyone-can-use/index.html" in site.files
    assert 'url=../../standards/paths/"' in str(site.files["standards/paths-that-everyone-can-use/index.html"])


def test_a_page_that_is_gone_is_told_with_how_its_address_can_lead_on(published: Path) -> None:
    page = next((published / "content/pages").glob("*.md"))
    (published / "mkdocs.yml").unlink(missing_ok=True)
    page.rename(page.with_name("elsewhere.md"))
    told = [problem for problem in found(published) if "was published" in problem.wrong]
    assert len(told) == 1
    assert told[0].path == page.relative_to(published).as_posix()
    line = int(told[0].instead.partition("line ")[2].partition(",")[0])
    lines = (published / PUBLISHED).read_text("utf-8").split("\n")
    lines[line - 1] += " -> /elsewhere/"
    (published / PUBLISHED).write_text("\n".join(lines), "utf-8")
    site = site_of(published)
    assert f"{page.stem}/index.html" in site.files


def test_a_list_of_words_or_a_file_of_pictures_that_vanishes_is_told_once(small_easy_read: Path) -> None:
    words = small_easy_read / "content/easy-read/words"
    (small_easy_read / PUBLISHED).write_text(updated_list("", site_of(small_easy_read), small_easy_read), "utf-8")
    for gone in (small_easy_read / "content/easy-read/pictures.yaml", *words.glob("*.txt")):
        kept = gone.read_bytes()
        gone.unlink()
        said = [f"{problem.path}: {problem.wrong} {problem.instead}" for problem in found(small_easy_read)]
        assert said == [f"{gone.relative_to(small_easy_read).as_posix()}: This file is missing. Restore it from an earlier version."]
        gone.write_bytes(kept)


@pytest.mark.parametrize(
    ("ids", "others", "told"),
    [
        (["places/shed", "places/gate"], [], "content/easy-read/places.yaml:1: This file is missing, with 2 easy-read pages that were published."),
        (["places/shed"], ["places-1", "places-3"], "content/easy-read/places-2.yaml:1: This file is missing, with 1 easy-read page that was published."),
        (["places/shed"], ["places-1", "places-2"], "content/easy-read/pages.yaml:"),
        (["places/shed"], ["places"], "content/easy-read/pages.yaml:"),
        (["places/shed", "beds/rose"], [], "content/easy-read/pages.yaml:"),
    ],
)
def test_a_file_of_easy_pages_that_vanishes_is_told_once_by_its_name(small_easy_read: Path, ids: list[str], others: list[str], told: str) -> None:
    (small_easy_read / PUBLISHED).write_text("".join(f"easy_read/{id}\n" for id in ids), "utf-8")
    for other in others:
        (small_easy_read / f"content/easy-read/{other}.yaml").write_text("pages: []\n", "utf-8")
    gone = [str(problem) for problem in check(load(small_easy_read)) if problem.rule == "published-ids-stay"]
    assert [one.startswith(told) for one in gone] == [True] * (len(ids) if "pages.yaml" in told else 1), gone


def test_the_list_keeps_what_it_has_and_takes_in_what_a_publication_adds(small: Path) -> None:
    old = "# a note\nactions/long-ago\nactions/water-g1\n/old/ -> /standards/\n"
    after = updated_list(old, site_of(small), small)
    list_of, wrong = parsed(after)
    assert wrong == ()
    assert {"actions/long-ago", "actions/water-g1", "actions/water-g2", "terms/butt", "findings/E01-01"} <= set(list_of.ids)
    assert list_of.leads_on["/old/"] == "/standards/"
    assert {"/standards/water/", "/data/framework.json"} <= set(list_of.addresses)
    assert updated_list(after, site_of(small), small) == after


def test_a_line_that_names_nothing_is_told(small: Path) -> None:
    (small / PUBLISHED).write_text("# a note\nabout\n", "utf-8")
    assert [str(problem) for problem in check(load(small))] == [
        f'{PUBLISHED}:2: "about" is neither an id nor an address. Write kind/id, an address, or two addresses: /old/ -> /new/'
    ]


def test_a_finding_keeps_the_id_under_which_it_was_published_when_its_standard_has_another_number(published: Path) -> None:
    edit(published, SPINE, '  - id: water\n    number: "1"\n', '  - id: water\n    number: "7"\n')
    assert [problem for problem in found(published) if problem.path == "content/sources.yaml"] == []


def test_a_form_whose_file_is_deleted_is_named(small_situations: Path) -> None:
    (small_situations / PUBLISHED).write_text(updated_list("", site_of(small_situations), small_situations), "utf-8")
    (small_situations / "content/templates/water-letter.yaml").unlink()
    told = [problem for problem in check(load(small_situations)) if problem.rule == "published-ids-stay"]
    assert [(problem.path, problem.line) for problem in told] == [("content/templates/water-letter.yaml", 1)]


def test_a_term_that_was_renamed_among_others_is_known_by_its_name(published: Path) -> None:
    edit(published, GLOSSARY, "  - id: butt\n    term: Water butt\n", "  - id: tank\n    term: Butt\n")
    new = "  - id: shed\n    term: Shed\n    meaning: A small house for tools.\n    easy: A small house.\n    source: ours\n"
    edit(published, GLOSSARY, "  - id: tank\n", f"{new}  - id: tank\n")
    (problem,) = (one for one in check(load(published)) if one.rule == "published-ids-stay")
    assert problem.instead.endswith("If it is the same, write id: butt")
    assert (published / GLOSSARY).read_text("utf-8").split("\n")[problem.line - 1] == "  - id: tank"


def test_a_standard_whose_file_is_deleted_is_to_be_restored(published: Path) -> None:
    (published / WATER).unlink()
    assert [problem.instead for problem in found(published)] == [f"Restore {WATER} from an earlier version."]


@pytest.mark.parametrize("gone", ["actions/water-g1\n", "/standards/water/\n", "content/glossary.yaml\n"])
def test_a_line_that_is_deleted_from_the_list_is_missed(published: Path, gone: str) -> None:
    edit(published, PUBLISHED, f"\n{gone}", "\n")
    assert [str(problem) for problem in found(published)] == [
        f"{PUBLISHED}:2: 1 line of this list was deleted, and what was published stays. Restore this file from an earlier version: only publishing changes it."
    ]


def test_the_list_of_the_real_site_says_how_many_lines_it_has() -> None:
    lines = (ROOT / PUBLISHED).read_text("utf-8").splitlines()
    assert lines[1] == f"# Lines: {sum(1 for line in lines if not line.startswith('#'))}"


# --- files that nothing reads ---


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/standards/water.yml", "Move anything new into content/standards/water.yaml, and delete this file."),
        ("content/water - Copy.yaml", "Move anything new into content/standards/water.yaml, and delete this file."),
        ("content/standards/new.YAML", "Name it content/standards/new.yaml"),
        ("content/standards/new/x.yaml", "Move anything new into a file that stands in content/standards/ itself, and delete this one."),
        ("content/Glossary.yaml", "Move anything new into content/glossary.yaml, and delete this file."),
        ("content/resources - Copy.yaml", "Move anything new into content/resources.yaml, and delete this file."),
        ("content/photo.png", "Delete it, or put it where it is read: pictures and pages belong in content/pages/."),
        ("content/pages/News.docx", "Write its words in a file that ends in .md, or delete it."),
        ("content/pages/deep/news.yaml", "Write its words in a file that ends in .md, or delete it."),
    ],
)
def test_a_file_that_nothing_reads_is_told_with_where_its_words_belong(small: Path, name: str, said: str) -> None:
    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_text("id: x\n", "utf-8")
    project = read_project(small, SETTINGS)
    assert isinstance(project, list)
    assert [(problem.path, problem.instead) for problem in project] == [(name, said)]


@pytest.mark.parametrize("name", ["content/README.md", "content/.DS_Store", "content/standards/water.yaml~", "content/pages/robots.txt"])
def test_a_file_that_belongs_there_is_not_told(small: Path, name: str) -> None:
    (small / "overrides").symlink_to(ROOT / "overrides")
    (small / name).write_text("x\n", "utf-8")
    assert not isinstance(read_project(small, SETTINGS), list)


def test_a_standard_under_another_ending_is_told_once(small: Path) -> None:
    shutil.move(small / WATER, (small / WATER).with_suffix(".yml"))
    project = read_project(small, SETTINGS)
    assert isinstance(project, list)
    assert str(project[0]) == "content/standards/water.yml:1: Nothing reads this file. Name it content/standards/water.yaml"


@pytest.mark.parametrize(("name", "leads"), [("about-us.md", "/about/ -> /about-us/"), ("the-garden.md", "/about/ -> and that address")])
def test_a_page_that_was_renamed_is_offered_its_new_address_and_never_the_home_page(published: Path, name: str, leads: str) -> None:
    page = published / "content/pages/about.md"
    if not page.exists():
        page.parent.mkdir(exist_ok=True)
        page.write_text("---\ntitle: About\ndescription: About the garden.\n---\n\n# About\n", "utf-8")
        (published / PUBLISHED).write_text(updated_list("", site_of(published), published), "utf-8")
    page.rename(page.with_name(name))
    told = [problem for problem in found(published) if "/about/" in problem.wrong]
    assert [problem.instead.endswith(leads) for problem in told] == [True], list(map(str, told))


def test_a_page_in_another_folder_is_to_be_moved_back_and_what_leads_to_it_is_not_told(published: Path) -> None:
    pages = published / "content/pages"
    (pages / "beds").mkdir(parents=True)
    head = "---\ntitle: {0}\ndescription: {0} of the garden.\n---\n\n# {0}\n\n"
    (pages / "beds/roses.md").write_text(f"{head.format('Roses')}![A rose](rose.png)\n\n## In winter {{#winter}}\n\nCut them.\n", "utf-8")
    (pages / "beds/rose.png").write_bytes(b"a picture")
    (pages / "calendar.md").write_text(f"{head.format('Calendar')}See [roses](~/beds/roses/#winter) and [more](beds/roses.md).\n", "utf-8")
    (published / PUBLISHED).write_text(updated_list("", site_of(published), published), "utf-8")
    assert found(published) == []
    (pages / "beds/roses.md").rename(pages / "roses.md")
    (problem,) = found(published)
    assert problem.path == "content/pages/roses.md"
    assert problem.instead.startswith(f"Move it back to content/pages/beds/roses.md, or write in {PUBLISHED}, line ")
    assert problem.instead.endswith(": /beds/roses/ -> /roses/")


def test_where_a_statement_is_withdrawn_no_other_is_named_in_its_place(small_situations: Path) -> None:
    edit(small_situations, WATER, "    - id: water-g1\n", "    - id: water-g1\n      status: withdrawn\n      reason: It ended.\n")
    told = [
        problem for problem in check(load(small_situations)) if problem.wrong == '"water-g1" is withdrawn.' and problem.path.startswith("content/situations/")
    ]
    assert told
    assert not [problem for problem in told if "water-g2" in problem.instead or problem.replacement]


def test_a_law_with_another_id_is_told_once_and_not_as_unused_too(published: Path) -> None:
    edit(published, LAW, "  - id: bylaw-s6\n", "  - id: open-taps\n")
    told = [(problem.rule, problem.line) for problem in find_problems(published)]
    assert told == [("published-ids-stay", 93)]


def test_a_record_that_was_deleted_is_told_at_no_other_record(published: Path) -> None:
    file = published / PUBLISHED
    file.write_text("".join(line for line in file.read_text("utf-8").splitlines(keepends=True) if not line.startswith("#")) + "terms/trellis\n", "utf-8")
    (problem,) = find_problems(published)
    assert (problem.path, problem.line, problem.wrong) == (GLOSSARY, 1, 'The term "trellis" was published, but is no longer there.')
    assert problem.instead.startswith("Copy it back from an earlier version of this file.")
