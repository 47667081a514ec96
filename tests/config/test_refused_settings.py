"""Settings of MkDocs or Material that would have no effect on this site are refused in one line: file, line, reason, and what to do."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import material
import pytest
import yaml
from mkdocs.config.defaults import get_schema

from helpers import ROOT, build_site, edit, mkdocs, parse_html
from sds.config.check import SETTINGS, refused
from sds.config.published import settings
from sds.config.read import read_config
from sds.config.setting import Setting, Use
from sds.problem import Problem

NAMES = frozenset(setting.name for setting in SETTINGS)
REFUSED = [setting for setting in SETTINGS if setting.use is Use.REFUSED or setting.only is not None]
BASE = "site_name: Garden\n"
REST = "docs_dir: content/pages\ntheme: {name: material, custom_dir: overrides}\n"
"""The settings besides ``plugins`` that every file has; in the tests, they come last."""


def judged(folder: Path, settings: str) -> list[Problem]:
    """The problems of a ``mkdocs.yml`` with these settings."""
    rest = "".join(line for line in REST.splitlines(keepends=True) if not settings.startswith(line.partition(":")[0] + ":"))
    (folder / "mkdocs.yml").write_text(BASE + ("" if settings.startswith("plugins:") else "plugins: []\n") + f"{settings.rstrip()}\n{rest}", "utf-8")
    config, problems = read_config(folder)
    assert not problems, problems
    return list(refused(config))


def extensions(package: str) -> Iterator[str]:
    """The names of the Markdown extensions in a package."""
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, f"{package}."):
        if "._" not in module.name and hasattr(importlib.import_module(module.name), "makeExtension"):
            yield module.name


@pytest.mark.parametrize("setting", REFUSED, ids=lambda setting: setting.name)
def test_a_setting_that_does_nothing_is_refused_in_one_line(tmp_path: Path, setting: Setting) -> None:
    said = judged(tmp_path, setting.example)
    assert said, setting.example
    for problem in said:
        assert problem.path == "mkdocs.yml"
        assert problem.line == (2 if setting.example.startswith("plugins:") else 3)
        assert problem.wrong.startswith(f"{setting.name.removesuffix('*')}")
        assert setting.why in problem.wrong
        assert problem.instead == setting.instead
        assert problem.instead
        assert "\n" not in str(problem)
    assert len(said) == (2 if setting.name == "theme.features" else 1), "one line for each feature that is named"


def test_what_works_is_not_refused(tmp_path: Path) -> None:
    for setting in SETTINGS:
        if setting not in REFUSED and setting.name not in {"INHERIT", "extra", "repo_url", "edit_uri"}:
            assert judged(tmp_path, setting.example) == [], setting.name
    assert not list(refused(read_config(ROOT)[0])), "and nothing is, of what this project sets"


def test_every_setting_of_mkdocs_is_in_the_table() -> None:
    assert {name for name, _ in get_schema()} - NAMES - {"validation"} == set()


def test_every_setting_plugin_and_extension_of_material_is_in_the_table() -> None:
    theme = yaml.safe_load((Path(material.__file__).parent / "templates/mkdocs_theme.yml").read_text("utf-8"))
    assert {f"theme.{name}" for name in theme} - NAMES == set()
    plugins = {f"plugins.{point.name.removeprefix('material/')}" for point in entry_points(group="mkdocs.plugins") if point.name.startswith("material/")}
    assert len(plugins) > 10
    assert plugins - NAMES == set()
    of_pymdown = {f"markdown_extensions.{name}" for name in extensions("pymdownx")}
    of_markdown = {f"markdown_extensions.{name.removeprefix('markdown.extensions.')}" for name in extensions("markdown.extensions")}
    assert len(of_pymdown) > 25
    assert len(of_markdown) > 15
    assert of_pymdown | of_markdown <= NAMES, (of_pymdown | of_markdown) - NAMES


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("theme: mkdocs\n", "mkdocs.yml:3: theme.name has no effect on this site."),
        ("theme: {name: material, features: [toc.follow]}\n", "theme.features.toc.follow has no effect on this site."),
        ("plugins:\n  - material/search\n", "mkdocs.yml:3: plugins.search has no effect"),
        ("plugins: {social: {cards: true}}\n", "plugins.social has no effect"),
        ("markdown_extensions:\n  - attr_list\n  - markdown.extensions.md_in_html\n", "mkdocs.yml:5: markdown_extensions.md_in_html has no effect"),
        ("validation: {links: {not_found: info}}\n", "mkdocs.yml:3: validation.links.not_found has no effect"),
        ("extra: {variable: words}\n", "mkdocs.yml:3: extra.variable has no effect on this site. No plugin and no other hook is there to read it."),
        (
            "extra_css: ['https://fonts.example/a.css']\n",
            "extra_css names a file of another site, https://fonts.example/a.css, which would let that site track readers.",
        ),
        ("extra_javascript: [//cdn.example/a.js]\n", "extra_javascript names a file of another site"),
        ("navi: [about.md]\n", 'mkdocs.yml:3: navi is not a setting of MkDocs. Did you mean "nav"?'),
        ("colour: green\n", "mkdocs.yml:3: colour is not a setting of MkDocs. Delete this setting."),
        ("site_url: a.example/plot\n", 'mkdocs.yml:3: site_url is "a.example/plot", which is not a whole address. Write site_url: https://a.example/plot/'),
        ("site_url: ftp://a.example/\n", 'site_url is "ftp://a.example/", which is not a whole address. Write site_url: https://a.example/'),
        ("repo_url: code.example/x\nedit_uri: e/\n", 'repo_url is "code.example/x", which is not a whole address. Write repo_url: https://code.example/x/'),
        (
            "repo_url: https://code.example/x\n",
            "mkdocs.yml:3: repo_url is given without edit_uri, so that no page could link to its file. Add the line edit_uri",
        ),
        ("edit_uri: edit/main/\n", "mkdocs.yml:3: edit_uri has no effect without repo_url, which it is a part of. Add the line repo_url:"),
        ("theme: {custom_dir: overrides}\n", "mkdocs.yml:3: theme has no name. Add to it name: material"),
        ("theme:\n", "mkdocs.yml:1: theme is not given, so MkDocs takes its own, which this site does not use. Add the line theme: {name: material,"),
        ("docs_dir:\n", "mkdocs.yml:1: docs_dir is not given, so MkDocs reads the folder docs and not content/pages. Add the line docs_dir: content/pages"),
        ("site_url: https://\n", 'site_url is "https://", which is not a whole address. Write site_url: https://example.org/'),
    ],
)
def test_other_ways_to_write_one(tmp_path: Path, settings: str, said: str) -> None:
    assert [said in str(problem) for problem in judged(tmp_path, settings)] == [True]


def test_plugins_that_are_not_named_bring_mkdocs_own_search(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(BASE + REST, "utf-8")
    assert list(map(str, refused(read_config(tmp_path)[0]))) == [
        "mkdocs.yml:1: plugins is not given, so MkDocs adds its own search, which this site does not use. Add the line plugins: []"
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("extra_css: garden.css", "extra_css is not a list. Write extra_css: [garden.css]"),
        ("hooks: mine.py", "hooks is not a list. Write hooks: [mine.py]"),
        ("plugins: redirects", "plugins is not a list of names. Write plugins: [redirects]"),
        ("markdown_extensions: toc", "markdown_extensions is not a list of names. Write markdown_extensions: [toc]"),
        ("watch: [{content: pages}]", "watch has an entry that is not a text: {'content': 'pages'}. Write the path of one file in each entry."),
        ('strict: "yes"', "strict is not true or false. Write strict: true or strict: false"),
        ("site_dir: [public]", 'site_dir is not a text. Write site_dir: "..."'),
        ("exclude_docs: [a.md, b.md]", "exclude_docs is not a text with a pattern on each line. Write exclude_docs: | and each pattern on a line of its own"),
        ("extra: words", "extra is not a group of settings. Write each of its settings on a line of its own below it"),
        ("validation: warn", "validation is not a group of settings."),
    ],
)
def test_a_value_of_the_wrong_form_is_told_once(tmp_path: Path, settings: str, said: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{BASE}{'' if settings.startswith('plugins') else 'plugins: []'}\n{settings}\n{REST}", "utf-8")
    config, problems = read_config(tmp_path)
    told = [*map(str, problems), *map(str, refused(config))]
    assert len(told) == 1
    assert told[0].startswith(f"mkdocs.yml:3: {said}")


def test_a_setting_of_a_file_that_is_inherited_from_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: settings/base.yml\n{BASE}plugins: []\n{REST}", "utf-8")
    (tmp_path / "settings/base.yml").write_text("INHERIT: deep.yml\ncopyright: Ours\ntheme:\n  font: false\n", "utf-8")
    (tmp_path / "settings/deep.yml").write_text("site_author: Gardener\nextra_css: a.css\n", "utf-8")
    config, problems = read_config(tmp_path)
    told = [f"{problem.path}:{problem.line}" for problem in (*problems, *refused(config))]
    assert sorted(told) == ["settings/base.yml:2", "settings/base.yml:4", "settings/deep.yml:1", "settings/deep.yml:2"]
    (tmp_path / "settings/deep.yml").write_text("INHERIT: base.yml\n", "utf-8")
    _, problems = read_config(tmp_path)
    assert [str(one) for one in problems] == [
        'settings/deep.yml:1: INHERIT names "base.yml", which inherits from this file itself. Write the name of another file.'
    ]


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "expected"),
    [  # as MkDocs joins them
        ("https://code.example/x", "edit/main/", "https://code.example/x/edit/main/"),
        ("https://code.example/x/", "edit/main", "https://code.example/x/edit/main"),
        ("https://code.example/x", "/edit/", "https://code.example/edit/"),
        ("https://code.example/x", "?file=", "https://code.example/x?file="),
        ("https://code.example/x", "https://edit.example/", "https://edit.example/"),
        ("", "https://edit.example/", "https://edit.example/"),
        ("https://code.example/x", '""', ""),
    ],
)
def test_the_address_at_which_a_file_is_edited(tmp_path: Path, repo_url: str, edit_uri: str, expected: str) -> None:
    assert judged(tmp_path, f"repo_url: {repo_url}\nedit_uri: {edit_uri}\n") == []
    assert settings(read_config(tmp_path)[0]).edit_url == expected


def test_without_an_address_at_which_files_are_edited_no_page_leads_to_one(project: Path) -> None:
    edit(project, "mkdocs.yml", "edit_uri: edit/main/", 'edit_uri: ""')
    page = parse_html(build_site(project, settings(read_config(project)[0]))["standards/water/index.html"])
    assert "Edit this page" not in page.text
    assert "The words are in content/standards/water.yaml" in page.text


@pytest.mark.parametrize(
    ("find", "instead", "said"),
    [
        ("  - about.md\n", "  - Data: /daat/\n", 'nav leads to "/daat/", and there is no such page on this site. Write /data/'),
        ("  - about.md\n", "  - Cite: /data/#cit\n", 'nav leads to "/data/#cit", and that page has no place "#cit". Write /data/#cite'),
        ("  - about.md\n", "  - X: /about/#nowhere\n", 'nav leads to "/about/#nowhere", and that page has no place "#nowhere". Write /about/'),
        ("  - about.md\n", "  - {About: about.md, Help: contribute.md}\n", "nav has an entry with 2 titles: About, Help. Write each on a line of its own"),
        ("  - about.md\n", "  - More: [[about.md]]\n", "nav has a list without a title in it."),
        ("  - about.md\n", '  - "": about.md\n', "nav has an entry whose title is empty."),
        (
            "strict: true\n",
            "strict: true\nextra_templates: [feed.xml]\n",
            'extra_templates names "feed.xml", which is not there. Save it as content/pages/feed',
        ),
        ("watch: [standards.yaml,", "watch: [notes, standards.yaml,", 'watch names "notes", which is not there. Write the path of a file or folder'),
        ("  name: material\n", "\tname: material\n", "There is a tab in this line. Write two spaces for each level of indent."),
        ("  - about.md\n", "  -\tabout.md\n", "There is a tab in this line. Write a space in its place: - about.md"),
        ("  - pymdownx.mark\n", "  - pymdownx.mork\n", "The Markdown extension pymdownx.mork cannot be used: No module named 'pymdownx.mork'. Install it"),
        ("  - pymdownx.mark\n", "  - pymdownx.mark: {smart: 1, colour: red}\n", "The Markdown extension pymdownx.mark cannot be used:"),
        ("emoji.twemoji", "emoji.twomoji", 'Python has nothing called "material.extensions.emoji.twomoji" here. '),
        ("  - about.md\n", "  - abuot.md\n", 'nav names "abuot.md", and there is no such page in content/pages. Write about.md'),
        ("  - about.md\n", "  - About: {Deep: [nowhere.md]}\n", 'nav names "'),
        ("  - about.md\n", "  - about.md\n  - More: []\n", 'nav has nothing under "More". Name a page there, such as More: about.md, or delete this line.'),
        ("  - about.md\n", "  - about.md\n  - More:\n", 'nav has nothing under "More".'),
        (
            "strict: true\n",
            "strict: true\nhooks: [hooks/mkdocs_hooks.py, mine.py]\n",
            'hooks names "mine.py", which is not there. Save it as mine.py, or delete it.',
        ),
        ("plugins: []\n", "plugins: [redirect]\n", 'plugins names "redirect", and no plugin of that name is installed. Write redirects'),
        (
            "plugins: []\n",
            "plugins:\n  sunshine: {}\n",
            'plugins names "sunshine", and no plugin of that name is installed. Install it with pip, or delete it.',
        ),
        ("strict: true\n", "strict: true\nextra_css: [garden.css]\n", 'extra_css names "garden.css", which is not there. Save it as content/pages/garden.css'),
        (
            "  - about.md\n",
            '  - "About\\training": about.md\n',
            r'changes what follows it: \t is not read as written. Write a slash in its place, or two backslashes: - "About/training"',
        ),
        ("watch: [standards.yaml,", 'watch: ["content\\notes", standards.yaml,', r"changes what follows it: \n is not read as written."),
        *(
            ("strict: true\n", f"strict: true\nextra_javascript:\n  - {entry}\n", said)
            for entry, said in (
                ("{path: x.js, asynk: true}", 'An entry of extra_javascript has no "asynk". Write async'),
                ("{path: x.js, integrity: abc}", 'An entry of extra_javascript has no "integrity". Delete it: an entry has only path, type, async, defer.'),
                ("{path: x.js, defer: soon}", "defer of an entry of extra_javascript is not true or false. Write defer: true or defer: false"),
                ("{defer: true}", "An entry of extra_javascript has no path. Write path: and the path of one file."),
                ("[x.js]", "extra_javascript has an entry that is not a text: ['x.js']."),
            )
        ),
        ("strict: true\n", "strict: true\ndev_addr: nonsense\n", 'dev_addr is not an address with a port: "nonsense". Write dev_addr: 127.0.0.1:8000'),
        ("strict: true\n", "strict: true\ndev_addr: garden:8000\n", 'dev_addr is not an address with a port: "garden:8000".'),
        ("strict: true\n", "strict: true\nINHERIT: base.yml\n", 'INHERIT names "base.yml", which is not there.'),
    ],
)
def test_a_slip_in_the_settings_is_told_without_mkdocs_too(project: Path, find: str, instead: str, said: str) -> None:
    edit(project, "mkdocs.yml", find, instead)
    with pytest.raises(AssertionError) as told:
        build_site(project)
    lines = [line for line in str(told.value).splitlines() if line.startswith("mkdocs.yml:")]
    assert len(lines) == 1
    assert said in lines[0]


@pytest.mark.builds
def test_a_build_by_mkdocs_says_each_and_makes_nothing(project: Path) -> None:
    edit(project, "mkdocs.yml", "strict: true\nplugins: []\n", "strict: true\ncopyright: Ours\nrepo_name: Shed\nplugins: [tags]\n")
    edit(project, "mkdocs.yml", "  name: material\n", "  name: material\n  palette: {primary: indigo}\n  features: [navigation.tabs, toc.follow]\n")
    edit(project, "mkdocs.yml", "  - about.md\n", '  - "About\\training": about.md\n')
    done = mkdocs(project, "build", "--strict")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    for name in ("copyright", "repo_name", "plugins.tags", "theme.palette", "theme.features.navigation.tabs", "theme.features.toc.follow"):
        assert len([line for line in said.splitlines() if line.startswith("mkdocs.yml:") and f": {name} has no effect" in line]) == 1, said
    assert r"\t is not read as written" in said
    assert "Traceback" not in said
    assert not (project / "site").exists()


def test_a_backslash_is_told_of_in_the_file_that_is_inherited_from_too(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text('INHERIT: base.yml\nsite_name: \'A\\Garden\'\nsite_author: "a \\\\ b \\" c"\n', "utf-8")
    (tmp_path / "base.yml").write_text('# \u2028\nsite_description: "Our\\nursery"\n', "utf-8")
    _, problems = read_config(tmp_path)
    assert [str(problem)[:30] for problem in problems] == ["base.yml:3: A backslash in dou"], "and not of one that takes no letter away"


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--dirty", "--dirty has no effect on this site."),
        ("--theme=mkdocs", "The theme of this site is material"),
        ("--no-directory-urls", "use_directory_urls has no effect on this site."),
    ],
)
@pytest.mark.builds
def test_an_option_of_the_command_is_refused_too(project: Path, option: str, said: str) -> None:
    done = mkdocs(project, "build", option)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (project / "site").exists()


@pytest.mark.builds
def test_another_file_of_settings_is_refused(project: Path) -> None:
    (project / "mkdocs.yml").rename(project / "other.yml")
    done = mkdocs(project, "build", "-f", "other.yml")
    assert done.returncode == 1
    assert "This site reads mkdocs.yml, also without MkDocs." in done.stderr


def test_the_page_of_the_settings_has_every_row(project: Path) -> None:
    page = parse_html(build_site(project)["contribute/settings/index.html"])
    rows = {row.one("code").text: row.text for row in page.all("tr") if row.all("code")}
    assert set(rows) == NAMES
    for setting in SETTINGS:
        assert setting.why in rows[setting.name]
        assert setting.only is not None or setting.use.value in rows[setting.name]
