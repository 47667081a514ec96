"""Builds for an editor: valid files give a site, errors leave the last site as it was, and a preview follows each save."""

from __future__ import annotations

import hashlib
import re
from functools import partial
from pathlib import Path

import pytest

from helpers import edit, mkdocs, run_command, with_theme
from sds.output.folder import STAGING
from sds.output.one_build import one_build

pytestmark = pytest.mark.builds

WATER = "content/standards/water.yaml"


def contents(folder: Path) -> dict[str, str]:
    """A hash of every file in a folder."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_good_files_give_a_site_with_no_warning(project: Path) -> None:
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert not re.search(r"WARNING|ERROR|Traceback", done.stderr)
    assert "Water for every bed" in (project / "site/standards/water/index.html").read_text("utf-8")
    assert "It shows that any framework will do." in (project / "site/about/index.html").read_text("utf-8")
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == [".cache"]


def test_a_site_with_a_withdrawn_statement_is_built(small: Path) -> None:
    done = mkdocs(with_theme(small), "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "This statement was withdrawn." in (small / "site/actions/paths-w2/index.html").read_text("utf-8")


def test_two_builds_of_the_same_files_are_the_same(built_project: Path) -> None:
    first = contents(built_project / "site")
    assert mkdocs(built_project, "build", "--strict").returncode == 0
    assert contents(built_project / "site") == first


def test_a_build_beside_another_says_so_in_one_line_and_takes_nothing_of_its_files(project: Path, tmp_path: Path) -> None:
    commands = (partial(mkdocs, project, "build", "--strict"), partial(run_command, project, "build", "--no-mkdocs", tmp_path / "out"))
    with one_build(project / STAGING):
        (project / STAGING).mkdir()
        (project / STAGING / "half.html").write_text("half", "utf-8")
        for build in commands:
            done = build()
            assert done.returncode == 1
            said = (done.stdout + done.stderr).strip().splitlines()
            assert [line for line in said if "Another build" in line] == said[-1:], said
            assert "Traceback" not in done.stderr
            assert contents(project / STAGING) == {"half.html": hashlib.sha256(b"half").hexdigest()}
    for build in commands:
        assert build().returncode == 0, "the one before was stopped, and is in nobody's way"
    assert not (project / STAGING).exists()


def test_a_page_that_is_taken_away_leaves_the_site_too(built_project: Path) -> None:
    project = built_project
    assert (project / "site/stages/harvest/index.html").exists()
    spine = (project / "standards.yaml").read_text("utf-8")
    (project / "standards.yaml").write_text(re.sub(r"  - id: harvest\n(    .*\n)+", "", spine), "utf-8")
    for file in (WATER, "content/standards/paths.yaml"):
        text = (project / file).read_text("utf-8").replace("[planning, harvest]", "[planning]")
        (project / file).write_text(text.replace("[harvest]", "[planning]"), "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert not (project / "site/stages/harvest").exists()


def test_bad_files_stop_the_build_with_every_problem_and_leave_the_last_good_site(built_project: Path) -> None:
    project = built_project
    before = contents(project / "site")
    edit(project, WATER, "      why: The by-law gives each ten beds a tap.\n", "")
    edit(project, "content/glossary.yaml", "    related: [bed]\n", "    related: [bedd]\n")
    edit(project, "content/sources.yaml", "    place: May\n", "    place: May: the first\n")
    done = mkdocs(project, "build", "--strict")
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in told
    assert f'{WATER}:19: "water-g1" has no "why". Add the line why: "..." Why it matters, in one or two sentences.' in told
    assert re.search(r'content/sources\.yaml:\d+: There is a second colon in this value\. Put the value in double quotes: place: "May: the first"', told)
    assert re.search(r'content/glossary\.yaml:\d+: "bedd" is not the id of a term\. Did you mean "bed"\?', told)
    assert "3 problems to fix in 3 files. Fix this first: there may be more to find afterwards. Nothing was built." in told
    assert contents(project / "site") == before
    assert not (project / ".site-new").exists()


def test_bad_files_stop_a_build_that_is_not_strict_too(project: Path) -> None:
    edit(project, WATER, "      why: The by-law gives each ten beds a tap.\n", "")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert not (project / "site").exists()


def test_broken_links_in_a_hand_written_page_leave_the_last_good_site(built_project: Path) -> None:
    project, links = built_project, {"nowhere.md": "nowhere.md", "~/standards/nowhere/": "~/standards/nowhere/", "contribute.md#nowhere": "#nowhere"}
    before = contents(project / "site")
    with (project / "content/pages/about.md").open("a", encoding="utf-8") as file:
        file.writelines(f"\n[there]({link})\n" for link in links)
    done = mkdocs(project, "build", "--strict")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"{len(links)} problems to fix in 1 file." in said
    for named in links.values():
        assert f'"{named}"' in said
    assert "Traceback" not in said
    assert contents(project / "site") == before
    assert not (project / ".site-new").exists()


def test_slips_in_a_hand_written_page_and_in_the_yaml_are_told_together_and_each_once(project: Path) -> None:
    (project / "content/pages/news.md").write_text("---\ntitle: News: today\ndescription: What is new.\n---\n# News\n", "utf-8")
    edit(project, WATER, "      why: The by-law gives each ten beds a tap.\n", "")
    done = mkdocs(project, "build", "--strict")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert said.count("content/pages/news.md:2: There is a second colon in this value.") == 1
    assert said.count(f'{WATER}:19: "water-g1" has no "why".') == 1
    assert "Traceback" not in said
    assert not (project / "site").exists()


def test_a_setting_of_mkdocs_that_would_move_pages_is_refused(project: Path) -> None:
    edit(project, "mkdocs.yml", "strict: true", "use_directory_urls: false\nstrict: true")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 1
    assert "use_directory_urls has no effect on this site." in done.stderr
    assert not (project / "site").exists()


def test_warnings_stop_no_build_and_are_counted_in_one_line_of_it(small_easy_read: Path) -> None:
    edit(
        small_easy_read,
        "content/easy-read/pages.yaml",
        "          - You choose a friend.\n",
        "          - You choose a mycorrhiza.\n          - You welcome a phyllotaxis.\n",
    )
    edit(small_easy_read, "content/easy-read/pages.yaml", '    checked: {by: the reading group, when: "2025-03-01"}\n', "")
    project = with_theme(small_easy_read)
    for page, title in (("easy-read/index.md", "Beds"), ("easy-read/topics/people-who-can-help.md", "Helpers")):  # pages that the easy-read pages link to
        path = project / "content/pages" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'---\ntitle: "{title}"\ndescription: "{title}, in short."\n---\n# {title}\n\nWords about beds.\n', encoding="utf-8")
    told = "2 warnings (they do not stop the build). To see them all: python3 run.py check"
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert (done.stdout + done.stderr).count(told) == 1
    assert "mycorrhiza" not in done.stdout + done.stderr
    assert (project / "site/easy-read/topics/my-bed/index.html").exists()
    without = run_command(project, "build", "--no-mkdocs", project / "out")
    assert without.returncode == 0, without.stderr
    assert without.stdout.count(told) == 1
