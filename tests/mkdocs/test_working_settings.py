"""MkDocs settings work for hand-written pages: one project sets all that are supported, and is built once."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import DATA, Element, make_folder_once, mkdocs, parse_html, read_search_index, with_theme
from sds.config.check import SETTINGS
from sds.config.setting import Use

pytestmark = pytest.mark.builds

BASE = """\
strict: true
use_directory_urls: true
theme:
  name: material
  custom_dir: overrides
"""
SETTINGS_FILE = """\
INHERIT: base.yml
site_name: The name that plugins read
site_url: !ENV [GARDEN_URL, "https://garden.example/plot/"]
repo_url: https://code.garden.org/beds
edit_uri: edit/main/
docs_dir: content/pages
site_dir: public
nav:
  - The news first: news.md
  - about.md
  - Help:
      - How to help: contribute.md
      - Ask the parish: https://parish.example/
  - The data: /data/
exclude_docs: secret.*
draft_docs: later.md
extra_css: [looks/garden.css]
extra_javascript: [garden.js, more.mjs, {path: late.js, defer: true}]
extra_templates: [feed.xml]
extra: {crop: beans}
watch: [standards.yaml]
dev_addr: 127.0.0.1:8765
remote_branch: published
remote_name: elsewhere
validation: {omitted_files: ignore, nav: {omitted_files: ignore}}
hooks: [hooks/mkdocs_hooks.py, other_hook.py]
plugins:
  - redirects: {redirect_maps: {old/news.md: news.md}}
  - minify: {minify_html: true}
  - git-revision-date-localized: {type: iso_date}
markdown_extensions: [attr_list, def_list, footnotes, admonition]
"""
HOOK = """\
def on_page_markdown(markdown, page, config, files):
    return markdown.replace("{crop}", config.extra["crop"]).replace("{link}", "[a link](about.md#basis)")


def on_page_content(html, page, config, files):
    return html + "<p>Added by another hook.</p>"


def on_post_page(output, page, config):
    return output.replace("Good soil", "Very good soil")
"""
NEWS = """\
---
title: News
description: What is new in the garden.
---

# News

Good soil, and {crop}. See {link}.[^1]

[^1]: A note at the foot.

!!! note
    Bring boots.
"""
GIT = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org")


def git(folder: Path, *arguments: str) -> str:
    when = {**os.environ, "GIT_COMMITTER_DATE": "2021-04-05T12:00:00Z"}
    return subprocess.run([*GIT, *arguments], cwd=folder, capture_output=True, text=True, check=True, env=when).stdout


def garden(folder: Path) -> Path:
    """The small framework with every supported setting, in a git repository."""
    project = with_theme(Path(shutil.copytree(DATA / "small", folder)))
    pages = project / "content/pages"
    pages.joinpath("looks").mkdir()
    files = {
        "base.yml": BASE,
        "mkdocs.yml": SETTINGS_FILE,
        "other_hook.py": HOOK,
        "content/pages/news.md": NEWS,
        "content/pages/secret.md": "Not for the site, and not in order.",
        "content/pages/later.md": NEWS.replace("News", "Later"),
        "content/pages/looks/garden.css": "main { accent-color: green; }",
        "content/pages/garden.js": "document.body.dataset.garden = 'open';",
        "content/pages/more.mjs": "export {};",
        "content/pages/late.js": "'late';",
        "content/pages/feed.xml": "<feed>{{ config.site_name }}</feed>",
        "content/pages/plan.ics": "A plan of the beds.",
    }
    for name, content in files.items():
        (project / name).write_text(content, "utf-8")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "-A")
    git(project, "commit", "--quiet", "-m", "Garden", "--date=2021-04-05T12:00:00Z")
    return project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        done = mkdocs(garden(folder), "build", "--strict")
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr

    return make_folder_once(tmp_path_factory, "garden", make)


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    return project / "public"


def page(site: Path, url: str) -> Element:
    return parse_html((site / url / "index.html").read_text("utf-8"))


def foot(site: Path, url: str) -> list[tuple[str, str]]:
    """The text and address of each link in the last list of the foot, which comes from ``nav``."""
    places = page(site, url).one("footer").one("nav", **{"aria-label": "Footer"})
    return [(link.text, link.attrs["href"]) for link in places.all("div")[-1].all("a")]


def nav(site: Path) -> None:
    expected = [
        ("The news first", "news/"),
        ("About this garden site", "about/"),
        ("How to help", "contribute/"),
        ("Ask the parish", "https://parish.example/"),
        ("The data", "data/"),
    ]
    for url, up in (("standards/water", "../../"), ("news", "../")):
        assert foot(site, url) == [(words, to if ":" in to else up + to) for words, to in expected]
    assert "Help" in page(site, "news").one("footer").text
    assert (site / "accessibility/index.html").exists(), "a page that nav does not name is published too"
    assert page(site, "news").one("h1").text == "News", "the page keeps its own title"
    menu = [link.text for link in page(site, "news").one("nav", id="menu").all("a")]
    assert menu == [link.text for link in page(site, "standards/water").one("nav", id="menu").all("a")]
    assert "The news first" not in menu


def addresses(site: Path) -> None:
    assert "https://garden.example/plot/news/" in (site / "sitemap.xml").read_text("utf-8")
    assert page(site, "news").one("link", rel="canonical").attrs["href"] == "https://garden.example/plot/news/"
    assert 'href="/plot/' in (site / "404.html").read_text("utf-8")


def edited(site: Path) -> None:
    hrefs = [link.attrs["href"] for link in page(site, "news").all("a")]
    assert "https://code.garden.org/beds/edit/main/content/pages/news.md" in hrefs


def extra_files(site: Path) -> None:
    news = page(site, "news")
    assert [link.attrs["href"] for link in news.all("link", rel="stylesheet")][-1] == "../looks/garden.css"
    scripts = {script.attrs["src"]: script.attrs for script in news.all("script")}
    assert "../garden.js" in scripts
    assert scripts["../more.mjs"]["type"] == "module"
    assert "defer" in scripts["../late.js"]
    for name in ("garden.js", "more.mjs", "late.js", "looks/garden.css"):
        assert (site / name).exists()
    assert "garden.js" not in (site / "standards/water/index.html").read_text("utf-8"), "on hand-written pages alone"


def left_out(site: Path) -> None:
    assert not list(site.glob("secret*"))
    assert not (site / "later").exists(), "a draft is in a preview only"
    assert "later/" not in (site / "sitemap.xml").read_text("utf-8")


def hooks(site: Path) -> None:
    news = page(site, "news").one("main")
    assert "Very good soil, and beans." in news.text
    assert "Added by another hook." in news.text
    assert "../about/#basis" in [link.attrs["href"] for link in news.all("a")], "what a hook writes in Markdown is read and turned like the rest"
    assert "Added by another hook." not in (site / "standards/water/index.html").read_text("utf-8")


def redirects(site: Path) -> None:
    assert page(site, "old/news").one("meta", **{"http-equiv": "refresh"}).attrs["content"] == "0; url=../../news/"


def minified(site: Path) -> None:
    html = (site / "news/index.html").read_text("utf-8")
    assert "\n\n" not in html
    assert "<main id=main" in html
    assert '<main id="main"' in (site / "standards/water/index.html").read_text("utf-8")


def dated(site: Path) -> None:
    assert "This page was last changed on 2021-04-05." in page(site, "news").one("main").text


def markdown(site: Path) -> None:
    news = page(site, "news")
    assert [one for one in news.all("div") if one.has_class("footnote")]
    assert [one for one in news.all("div") if one.has_class("admonition")]


def templates(site: Path) -> None:
    assert (site / "feed.xml").read_text("utf-8") == "<feed>The name that plugins read</feed>"


def beside(site: Path) -> None:
    assert (site / "plan.ics").read_text("utf-8") == "A plan of the beds."
    assert "/news/" in {one["url"] for one in read_search_index(lambda path: (site / path).read_text("utf-8"))[1]}


def folder(site: Path) -> None:
    assert not (site.parent / "site").exists()
    assert (site / "news/index.html").exists()


TRIED: dict[str, Callable[[Path], None]] = {
    "nav": nav,
    "site_url": addresses,
    "use_directory_urls": addresses,
    "repo_url": edited,
    "edit_uri": edited,
    "extra_css": extra_files,
    "extra_javascript": extra_files,
    "exclude_docs": left_out,
    "draft_docs": left_out,
    "hooks": hooks,
    "extra": hooks,
    "plugins": redirects,
    "plugins.redirects": redirects,
    "plugins.minify": minified,
    "plugins.git-revision-date-localized": dated,
    "markdown_extensions": markdown,
    "extra_templates": templates,
    "site_name": templates,
    "docs_dir": beside,
    "site_dir": folder,
    "INHERIT": folder,
    "theme": folder,
    "theme.name": folder,
    "theme.custom_dir": folder,
}
ELSEWHERE = {
    "strict": "test_a_warning_stops_a_strict_build_and_leaves_the_last_site",
    "validation.omitted_files": "test_mkdocs_says_that_a_page_is_not_in_nav_when_it_is_asked_to",
    "validation.nav.omitted_files": "test_mkdocs_says_that_a_page_is_not_in_nav_when_it_is_asked_to",
    "remote_branch": "test_gh_deploy_goes_where_the_settings_say",
    "remote_name": "test_gh_deploy_goes_where_the_settings_say",
    "not_in_nav": "tests/mkdocs/test_without_mkdocs.py",
    "watch": "tests/mkdocs/test_serve.py",
    "dev_addr": "tests/mkdocs/test_serve.py",
}


def test_each_setting_that_works_is_tried() -> None:
    working = {setting.name for setting in SETTINGS if setting.use is not Use.REFUSED and not setting.name.startswith("markdown_extensions.")}
    assert working == set(TRIED) | set(ELSEWHERE)


@pytest.mark.parametrize("setting", TRIED)
def test_a_setting_works(site: Path, setting: str) -> None:
    TRIED[setting](site)


def test_a_warning_stops_a_strict_build_and_leaves_the_last_site(project: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(project, tmp_path / "copy", symlinks=True))
    hook = project / "other_hook.py"
    before = (project / "public/news/index.html").read_bytes()
    (project / "content/pages/news.md").write_text(NEWS.replace("Good soil", "Wet soil"), "utf-8")
    hook.write_text(
        HOOK + "\n\ndef on_nav(nav, config, files):\n    import logging\n\n    logging.getLogger('mkdocs.hooks.other').warning('The gate is open.')\n", "utf-8"
    )
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "The gate is open." in done.stderr
    assert "There are warnings above, and strict makes each an error. The site is as it was before." in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "public/news/index.html").read_bytes() == before
    (project / "base.yml").write_text(BASE.replace("strict: true", "strict: false"), "utf-8")
    assert mkdocs(project, "build").returncode == 0
    assert b"Wet soil" in (project / "public/news/index.html").read_bytes()


def test_mkdocs_says_that_a_page_is_not_in_nav_when_it_is_asked_to(project: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(project, tmp_path / "copy"))
    settings = (copy / "mkdocs.yml").read_text("utf-8")
    for asked in ("{omitted_files: warn}", "{nav: {omitted_files: warn}}"):
        (copy / "mkdocs.yml").write_text(settings.replace("{omitted_files: ignore, nav: {omitted_files: ignore}}", asked), "utf-8")
        done = mkdocs(copy, "build")
        assert done.returncode == 1, "the file says strict"
        assert "accessibility.md" in done.stderr


def test_gh_deploy_goes_where_the_settings_say(project: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(project, tmp_path / "copy", symlinks=True))
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "remote.git"], check=True)
    git(copy, "remote", "add", "elsewhere", str(tmp_path / "remote.git"))
    done = mkdocs(copy, "gh-deploy")
    assert done.returncode == 0, done.stderr
    assert "news/index.html" in git(tmp_path / "remote.git", "ls-tree", "-r", "--name-only", "published")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("    return output.replace('</main>', '<script>alert(1)</script></main>')", "There is a script in the page on its page."),
        (
            "    return output.replace('</main>', '<img src=\"https://counter.example/1.gif\"></main>')",
            "There is something of another site, https://counter.example/1.gif,",
        ),
        ("    return output.replace('<main', '<main style=\"color: red\"')", "There is a style in the page"),
    ],
)
def test_what_a_plugin_may_not_put_into_a_page_stops_the_build(project: Path, tmp_path: Path, line: str, said: str) -> None:
    copy = Path(shutil.copytree(project, tmp_path / "copy"))
    before = (copy / "public/news/index.html").read_bytes()
    (copy / "other_hook.py").write_text(f"def on_post_page(output, page, config):\n{line}\n", "utf-8")
    (copy / "content/pages/news.md").write_text(NEWS.replace("{link}", "it"), "utf-8")
    done = mkdocs(copy, "build")
    assert done.returncode == 1
    assert said in done.stderr
    assert "content/pages/news.md:1: " in done.stderr
    assert "Traceback" not in done.stderr
    assert (copy / "public/news/index.html").read_bytes() == before


def test_a_slip_that_a_hook_writes_into_a_page_is_told_on_its_line(project: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(project, tmp_path / "copy"))
    (copy / "other_hook.py").write_text(HOOK.replace("about.md#basis", "nowhere.md"), "utf-8")
    done = mkdocs(copy, "build")
    assert done.returncode == 1
    assert 'content/pages/news.md:8: The link "nowhere.md" is broken.' in done.stderr
    assert "Traceback" not in done.stderr
