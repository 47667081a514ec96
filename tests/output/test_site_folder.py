"""Moving a site into place loses nothing: other files stay, mount points and symbolic links are filled, and the next build repairs one that failed half-way."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers import mkdocs
from sds.output.holding import INCOMING, MANIFEST, OutputError, inspect
from sds.output.site_folder import put_in_place

PAGE, OLD_PAGE = "index.html", "stages/old/index.html"


def site(folder: Path, **files: str) -> Path:
    """A folder with a finished site: a page, and ``files`` by path."""
    for path, words in {PAGE: "new", **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, "utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A folder with the site of an earlier build."""
    folder = tmp_path / "out"
    assert put_in_place(site(tmp_path / "built", **{OLD_PAGE: "old"}), folder) == []
    return folder


def test_a_new_folder_gets_the_site_and_its_list(tmp_path: Path) -> None:
    put_in_place(site(tmp_path / "built", **{"a/b.txt": "b"}), tmp_path / "deep/out")
    assert contents(tmp_path / "deep/out") == {PAGE: "new", "a/b.txt": "b"}
    assert (tmp_path / "deep/out" / MANIFEST).read_text("utf-8") == "a/b.txt\nindex.html\n"
    assert not (tmp_path / "built").exists()


def test_the_next_build_takes_away_what_only_the_one_before_had(published: Path, tmp_path: Path) -> None:
    put_in_place(site(tmp_path / "built"), published)
    assert contents(published) == {PAGE: "new"}
    assert not (published / "stages").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"], "nothing is left beside it"


@pytest.mark.parametrize(
    "path", ["CNAME", "stages/mine.txt", "stages/old/photo.png", ".nojekyll", ".git/config", "google/verify.html", "stages/.keep", "stages/old/.well/known"]
)
def test_a_file_of_somebody_else_stays(published: Path, tmp_path: Path, path: str) -> None:
    (published / path).parent.mkdir(parents=True, exist_ok=True)
    (published / path).write_text("mine", "utf-8")
    said = put_in_place(site(tmp_path / "built"), published)
    assert contents(published) == {PAGE: "new", path: "mine"}
    assert said == ([] if path in {".nojekyll", ".git/config"} else [f"1 file not written by this build, kept in {published}: {path}."])
    assert put_in_place(site(tmp_path / "built"), published) == said, "at every build after it too"
    assert contents(published) == {PAGE: "new", path: "mine"}


@pytest.mark.parametrize("path", ["drafts", "stages/old/photos", "stages/.well/known", ".private"])
def test_an_empty_folder_of_somebody_else_stays(published: Path, tmp_path: Path, path: str) -> None:
    (published / path).mkdir(parents=True)
    for _ in range(2):
        said = put_in_place(site(tmp_path / "built"), published)
        assert said == [f"1 empty folder not written by this build, kept in {published}: {path}/."]
        assert (published / path).is_dir()
        assert contents(published) == {PAGE: "new"}


def test_what_stays_is_counted(published: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (published / name).write_text("mine", "utf-8")
    (published / "drafts").mkdir()
    assert put_in_place(site(tmp_path / "built"), published) == [
        f"3 files and 1 empty folder not written by this build, kept in {published}: a.txt, b.txt, c.txt and 1 more."
    ]


def test_an_empty_folder_where_a_page_belongs_is_used(published: Path, tmp_path: Path) -> None:
    (published / "news").mkdir()
    assert put_in_place(site(tmp_path / "built", **{"news/index.html": "n"}), published) == []
    assert contents(published) == {PAGE: "new", "news/index.html": "n"}


def file_of_others(place: Path, _: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("mine", "utf-8")


def link_of_others(place: Path, elsewhere: Path) -> None:
    place.symlink_to(elsewhere)


def empty_folder_of_others(place: Path, _: Path) -> None:
    place.mkdir(parents=True)


@pytest.mark.parametrize(
    ("make", "place", "new", "named"),
    [
        (file_of_others, "news.html", "news.html", "news.html"),
        (file_of_others, ".well/known", ".well/known", ".well/known"),
        (file_of_others, "about", "about/index.html", "about"),
        (file_of_others, ".well", ".well/known", ".well"),
        (link_of_others, "about", "about/index.html", "about (a link)"),
        (link_of_others, "about", "about/us/index.html", "about (a link)"),
        (link_of_others, "about", "about", "about (a link)"),
        (file_of_others, "sw.js/notes.txt", "sw.js", "sw.js/"),
        (file_of_others, "sw.js/deep/.keep", "sw.js", "sw.js/"),
        (empty_folder_of_others, "sw.js", "sw.js", "sw.js/"),
    ],
)
def test_what_somebody_else_put_where_the_site_needs_the_place_is_named_before_anything_changes(
    published: Path, tmp_path: Path, make: Callable[[Path, Path], None], place: str, new: str, named: str
) -> None:
    elsewhere = site(tmp_path / "elsewhere", **{"us/index.html": "theirs", PAGE: "theirs"})
    make(published / place, elsewhere)
    before, theirs = contents(published), contents(elsewhere)
    for _ in range(2):
        with pytest.raises(OutputError) as refused:
            put_in_place(site(tmp_path / "built", **{new: "ours"}), published)
        assert str(refused.value) == (
            f"{published} holds what no build of this project wrote, in places that the new site needs: {named}. "
            "Nothing was changed in it. Move that away, or name another folder with -d."
        )
        assert contents(published) == before
        assert contents(elsewhere) == theirs
        assert not (published / INCOMING).exists()


def test_a_link_of_somebody_else_beside_the_site_stays_and_nothing_behind_it_changes(published: Path, tmp_path: Path) -> None:
    elsewhere = site(tmp_path / "elsewhere", **{"old/index.html": "theirs"})
    (published / OLD_PAGE).unlink()
    (published / "stages/old").rmdir()
    (published / "stages").rmdir()
    (published / "stages").symlink_to(elsewhere)  # replaces a folder of the earlier build
    assert put_in_place(site(tmp_path / "built"), published) == [f"1 file not written by this build, kept in {published}: stages."]
    assert (published / "stages").is_symlink()
    assert contents(elsewhere) == {PAGE: "new", "old/index.html": "theirs"}


@pytest.mark.parametrize("name", [MANIFEST, INCOMING])
def test_nothing_is_written_through_a_link_that_has_a_name_of_ours(published: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    if name == MANIFEST:
        elsewhere.write_text((published / MANIFEST).read_text("utf-8"), "utf-8")
        (published / MANIFEST).unlink()
    else:
        site(elsewhere)
    before = elsewhere.read_text("utf-8") if elsewhere.is_file() else contents(elsewhere)
    (published / name).symlink_to(elsewhere)
    (published / "CNAME").write_text("mine", "utf-8")
    put_in_place(site(tmp_path / "built", **{"b.txt": "b"}), published)
    assert contents(published) == {PAGE: "new", "b.txt": "b", "CNAME": "mine"}
    assert (elsewhere.read_text("utf-8") if elsewhere.is_file() else contents(elsewhere)) == before
    assert not (published / INCOMING).exists()


def test_a_folder_that_cannot_be_looked_into_is_told(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str) -> Any:
        if Path(path).name == "stages":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(OutputError, match="Permission denied"):
        put_in_place(site(tmp_path / "built"), published)


@pytest.mark.parametrize("path", ["thesis.docx", "deep/down/notes.txt"])
def test_a_folder_with_other_files_and_no_list_is_refused_before_anything_changes(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "documents"
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_text("mine", "utf-8")
    with pytest.raises(OutputError, match=rf"such as {path}\. Nothing was changed in it\. Name another folder with -d"):
        inspect(folder)
    assert contents(folder) == {path: "mine"}


def test_a_folder_with_other_hidden_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/.bashrc").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match=r"such as \.bashrc"):
        put_in_place(site(tmp_path / "built"), tmp_path / "home")
    assert contents(tmp_path / "home") == {".bashrc": "mine"}


def test_a_folder_with_what_git_and_hosts_keep_there_alone_is_taken(tmp_path: Path) -> None:
    (tmp_path / "pages/.git").mkdir(parents=True)
    (tmp_path / "pages/.git/config").write_text("mine", "utf-8")
    put_in_place(site(tmp_path / "built"), tmp_path / "pages")
    assert contents(tmp_path / "pages") == {PAGE: "new", ".git/config": "mine"}


def test_a_site_of_an_earlier_version_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    earlier = {"sw.js": "", "data/framework.json": "{}", "assets/site.css": "", "gone/index.html": "?"}
    folder = site(tmp_path / "site", **earlier)
    said = put_in_place(site(tmp_path / "built", **{"sw.js": "new"}), folder)
    assert contents(folder)["sw.js"] == "new"
    assert contents(folder)["gone/index.html"] == "?", "nobody can say whether it was ours"
    assert len(said) == 1
    assert "gone/index.html" in said[0]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="is a file"):
        inspect(tmp_path / "out")


def test_a_link_is_followed_and_stays_a_link(published: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(published)
    put_in_place(site(tmp_path / "built"), link)
    assert link.is_symlink()
    assert contents(published) == {PAGE: "new"}


def test_a_link_to_a_folder_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "www")
    put_in_place(site(tmp_path / "built"), tmp_path / "link")
    assert contents(tmp_path / "www") == {PAGE: "new"}


def test_a_link_that_leads_back_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "link")
    with pytest.raises(OutputError, match="leads back to itself"):
        put_in_place(site(tmp_path / "built"), tmp_path / "link")


def test_a_list_that_nobody_can_read_is_told_and_nothing_is_changed(published: Path, tmp_path: Path) -> None:
    before = contents(published)
    (published / MANIFEST).write_bytes(b"\xff\n")
    with pytest.raises(OutputError, match="the list of the files that a build wrote, cannot be read"):
        put_in_place(site(tmp_path / "built"), published)
    assert contents(published) == before


@pytest.fixture
def fixed(published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that cannot be renamed, such as a mount point or one on another file system."""
    rename = Path.rename

    def refuse(path: Path, to: Path) -> Path:
        if published in {path, Path(to)}:
            raise OSError(18, "Invalid cross-device link")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuse)
    return published


def test_a_folder_that_cannot_be_renamed_is_filled_where_it_is(fixed: Path, tmp_path: Path) -> None:
    put_in_place(site(tmp_path / "built", **{"b.txt": "b"}), fixed)
    assert contents(fixed) == {PAGE: "new", "b.txt": "b"}
    assert not (fixed / INCOMING).exists()
    assert not (fixed / "stages").exists()


def test_a_file_becomes_a_folder_and_a_folder_a_file(fixed: Path, tmp_path: Path) -> None:
    put_in_place(site(tmp_path / "built", **{"stages/old": "a file now", "index.html": "2"}), fixed)
    assert contents(fixed) == {PAGE: "2", "stages/old": "a file now"}
    put_in_place(site(tmp_path / "built", **{OLD_PAGE: "a page again"}), fixed)
    assert contents(fixed) == {PAGE: "new", OLD_PAGE: "a page again"}


@pytest.mark.parametrize("fails_at", range(5))
def test_a_build_that_ends_half_way_says_so_and_the_next_mends_it(fixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    replaced, real = list[Path](), Path.replace

    def fail(path: Path, to: Path) -> Path:
        if len(replaced) == fails_at:
            raise OSError(28, "No space left on device", str(to))
        replaced.append(to)
        return real(path, to)

    files = {"a.txt": "a", "b.txt": "b"}
    built = site(tmp_path / "built", **files)
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", fail)
        with pytest.raises(OutputError, match=r"No space left on device .* it carries on from here"):
            put_in_place(built, fixed)
    assert (fixed / OLD_PAGE).exists() is (fails_at < 4), "what is gone is deleted last, before the list"
    put_in_place(site(tmp_path / "again", **files), fixed)
    assert contents(fixed) == {PAGE: "new", **files}


def test_a_full_disk_is_told_of_once_and_not_for_each_file(fixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = list[str]()

    def full(source: Path, to: Path, **_: object) -> None:
        tried.append(str(to))
        error = OSError(28, "No space left on device", str(source))
        error.filename2 = str(to)
        raise error

    before = contents(fixed)
    built = site(tmp_path / "built", **{f"{number}/index.html": "page" for number in range(300)})
    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OutputError) as told:
        put_in_place(built, fixed)
    assert len(tried) == 1
    assert str(told.value).startswith(f"The site could not be put in {fixed}: No space left on device ({tried[0]}). What was there is not lost.")
    assert len(str(told.value)) < 1000
    assert contents(fixed) == before, "what readers see is the site before"


def test_a_folder_that_cannot_be_written_is_told(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # simulated, because an administrator may write anywhere
    with pytest.raises(OutputError, match="cannot be written to"):
        inspect(published)


# --- whole builds ---


@pytest.mark.builds
def test_mkdocs_keeps_a_working_tree_and_refuses_a_folder_of_documents(project: Path, tmp_path: Path) -> None:
    tree, documents = tmp_path / "gh-pages", tmp_path / "documents"
    subprocess.run(["git", "init", "--quiet", tree], check=True)
    (tree / "CNAME").write_text("garden.example", "utf-8")
    (documents / "deep").mkdir(parents=True)
    (documents / "deep/thesis.docx").write_text("years of work", "utf-8")
    refused = mkdocs(project, "build", "--strict", "-d", documents)
    assert refused.returncode == 1
    assert "deep/thesis.docx" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert contents(documents) == {"deep/thesis.docx": "years of work"}
    refused = mkdocs(project, "build", "--strict", "-d", tree)
    assert refused.returncode == 1, "CNAME is somebody's"
    (tree / "CNAME").unlink()
    assert mkdocs(project, "build", "--strict", "-d", tree).returncode == 0
    (tree / "CNAME").write_text("garden.example", "utf-8")
    done = mkdocs(project, "build", "--strict", "-d", tree)
    assert done.returncode == 0, done.stderr
    assert f"1 file not written by this build, kept in {tree}: CNAME." in done.stderr
    assert (tree / "CNAME").exists()
    assert (tree / ".git/HEAD").exists()
    assert (tree / "standards/water/index.html").exists()


@pytest.mark.builds
def test_mkdocs_builds_through_a_link(project: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (project / "site").symlink_to(tmp_path / "www")
    for _ in range(2):
        done = mkdocs(project, "build", "--strict")
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "www/standards/water/index.html").exists()


@pytest.mark.builds
def test_gh_deploy_publishes(project: Path, tmp_path: Path) -> None:
    remote = tmp_path / "remote.git"
    git = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    for arguments in (("init", "--quiet"), ("add", "-A"), ("commit", "--quiet", "-m", "Garden"), ("remote", "add", "origin", str(remote))):
        subprocess.run([*git, *arguments], cwd=project, check=True)
    done = mkdocs(project, "gh-deploy", "--strict")
    assert done.returncode == 0, done.stderr
    listed = subprocess.run(["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=remote, capture_output=True, text=True, check=True).stdout
    assert "standards/water/index.html" in listed
