"""The settings of ``mkdocs.yml`` -> a problem for each that has no effect here. Messages, tests and the page ``/contribute/settings/`` use one table."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sds.config.addresses import wrong_addresses
from sds.config.material_settings import EXTENSIONS, EXTRA, PLUGINS, THEME
from sds.config.mkdocs_settings import MKDOCS, OUT
from sds.config.read import SiteConfig
from sds.config.setting import Setting, Use
from sds.config.shapes import SHAPES
from sds.config.yaml_values import KeyPath
from sds.paths import PAGES, SPINE, TEMPLATES
from sds.problem import Problem
from sds.suggest import near

GROUPS = (("MkDocs", MKDOCS), ("Theme", THEME), ("Plugins", PLUGINS), ("Markdown extensions", EXTENSIONS), ("Extra", EXTRA))
"""The table of settings, in parts: the title and the rows of each."""
SETTINGS: tuple[Setting, ...] = tuple(setting for _, group in GROUPS for setting in group)
_BY_NAME = {setting.name: setting for setting in SETTINGS}
OURS = "hooks/mkdocs_hooks.py"
NEEDED = (
    ("site_name", "and MkDocs asks for it.", "site_name: and the name of the site"),
    ("docs_dir", f"so MkDocs reads the folder docs and not {PAGES}.", f"docs_dir: {PAGES}"),
    ("plugins", "so MkDocs adds its own search, which this site does not use.", "plugins: []"),
    ("theme", "so MkDocs takes its own, which this site does not use.", f"theme: {{name: material, custom_dir: {TEMPLATES}}}"),
)
"""The settings that every ``mkdocs.yml`` has here: the name, what is wrong without it, and the line to add."""
LISTS = ("plugins", "markdown_extensions")


def refused(config: SiteConfig) -> Iterator[Problem]:
    """One problem for each setting that has no effect here, on its line, with the reason and what to do."""
    for path, name, value in _given(config):
        setting = _row(name)
        if setting is None:
            meant = near(name, [one for one in _BY_NAME if "." not in one and one not in config.values])
            yield config.problem(path, f"{name} is not a setting of MkDocs.", f'Did you mean "{meant}"?' if meant else OUT)
        elif setting.use is Use.REFUSED or (setting.only is not None and value != setting.only):
            yield config.problem(path, f"{name} has no effect on this site. {setting.why}", setting.instead)
    yield from _outside(config)
    yield from wrong_addresses(config)
    if config.lines:
        yield from _not_given(config)
    if config.values.get("extra") and not (config.names("plugins") or others_hooks(config)):
        for name in config.values["extra"]:
            if f"extra.{name}" not in _BY_NAME:
                wrong = f"extra.{name} has no effect on this site. No plugin and no other hook is there to read it."
                yield config.problem(("extra", name), wrong, OUT)


def _not_given(config: SiteConfig) -> Iterator[Problem]:
    """A problem for each setting that is not in the file, if what MkDocs then takes has no effect here."""
    theme = config.values.get("theme")
    for name, lacks, line in NEEDED:
        if config.values.get(name) is None:
            yield Problem(config.file, 1, f"{name} is not given, {lacks}", f"Add the line {line}")
    if isinstance(theme, dict) and "name" not in theme:
        yield config.problem(("theme",), "theme has no name.", "Add to it name: material")


def missing(root: Path, config: SiteConfig) -> Iterator[Problem]:
    """A problem for each file that a setting names and that is not under ``root``, and for each plugin that is not installed."""
    for name, paths in _extra_files(config):
        for index, path in enumerate(paths):
            if "//" not in path and not (root / PAGES / path).is_file():
                yield config.problem((name, index), f'{name} names "{path}", which is not there.', f"Save it as {PAGES}/{path}, or delete it.")
    for index, path in enumerate(config.values.get("extra_templates") or ()):
        if not (root / PAGES / path).is_file():
            wrong = f'extra_templates names "{path}", which is not there.'
            yield config.problem(("extra_templates", index), wrong, f"Save it as {PAGES}/{path}, or delete it.")
    for index, path in enumerate((config.values.get("watch") or ()) if (root / OURS).is_file() else ()):
        told_elsewhere = not path.isprintable() or path == SPINE  # an escape sequence, and a missing main file, are each told as such
        if not told_elsewhere and not (root / path).exists():
            yield config.problem(("watch", index), f'watch names "{path}", which is not there.', "Write the path of a file or folder, or delete it.")
    for index, path in enumerate(config.names("hooks")):
        if not _is_ours(path) and not (root / path).is_file():
            yield config.problem(("hooks", index), f'hooks names "{path}", which is not there.', f"Save it as {path}, or delete it.")
    if config.lines and not any(map(_is_ours, config.names("hooks"))) and (root / OURS).is_file():
        wrong = f"hooks does not name {OURS}, which makes every page of this site."
        lead = "Write" if "hooks" in config.values else "Add the line"
        yield config.problem(("hooks",), wrong, f"{lead} hooks: [{', '.join((OURS, *others_hooks(config)))}]")
    yield from _not_installed(config)


def _not_installed(config: SiteConfig) -> Iterator[Problem]:
    """A problem for each plugin that is not installed. As in MkDocs, plugins are entry points; those of Material may be named with ``material/`` or without."""
    if not (names := config.names("plugins")):
        return
    from importlib.metadata import entry_points  # imported late, for the few sites that name a plugin

    known = {point.name.removeprefix("material/") for point in entry_points(group="mkdocs.plugins")}
    for index, name in enumerate(names):
        if _plain(name) not in known and not ((row := _row(f"plugins.{_plain(name)}")) and row.use is Use.REFUSED):
            at: KeyPath = ("plugins", name) if isinstance(config.values["plugins"], dict) else ("plugins", index)
            close = near(_plain(name), known)
            wrong = f'plugins names "{name}", and no plugin of that name is installed.'
            yield config.problem(at, wrong, f"Write {close}" if close else "Install it with pip, or delete it.")


def others_hooks(config: SiteConfig) -> tuple[str, ...]:
    """The hooks in ``mkdocs.yml`` other than this project's own."""
    return tuple(name for name in config.names("hooks") if not _is_ours(name))


def _is_ours(hook: str) -> bool:
    """Whether a path in ``hooks`` is this project's own, however it is written: ``./hooks/mkdocs_hooks.py``."""
    return posixpath.normpath(hook) == OURS


def left_out(config: SiteConfig) -> str:
    """A line for the log of a build without MkDocs: the plugins, hooks and templates that it leaves out. Empty when there are none."""
    found = [f"{what} {', '.join(names)}" for what, names in _only_mkdocs(config) if names]
    return f"{' and '.join(found)}: only a build by MkDocs runs them. They are left out here." if found else ""


def _only_mkdocs(config: SiteConfig) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "plugins", config.names("plugins")
    yield "hooks", others_hooks(config)
    yield "extra_templates", config.names("extra_templates")


def _row(name: str) -> Setting | None:
    """The row of the table for a setting (``theme.palette``), or else for the nearest group around it. None for an unknown plugin or extension, which runs."""
    step = name
    while step:
        if found := _BY_NAME.get(step if step == name else f"{step}.*") or _BY_NAME.get(step):
            return found
        step = step.rpartition(".")[0]
    return None


def _given(config: SiteConfig) -> Iterator[tuple[KeyPath, str, Any]]:
    """Each setting in the file: its key path, its name in the table and its value."""
    for name, value in config.values.items():
        if value is None and name in SHAPES:
            continue  # as if it were not there
        if name in LISTS:
            yield (name,), name, value
            for index, one in enumerate(config.names(name)):
                path: KeyPath = (name, one) if isinstance(value, dict) else (name, index)
                yield path, f"{name}.{_plain(one)}", config.options(name)[one]
                of_options = ((option, f"{name}.{_plain(one)}.{option}", set_to) for option, set_to in config.options(name)[one].items())
                yield from (((*path, one, option), row, set_to) for option, row, set_to in of_options if row in _BY_NAME)
        elif name in {"theme", "extra"} and isinstance(value, dict):
            yield (name,), name, value
            for inner, one in value.items():
                if f"{name}.{inner}" == "theme.features" and isinstance(one, list):
                    yield from (((name, inner, index), f"theme.features.{feature}", feature) for index, feature in enumerate(one))
                else:
                    yield (name, inner), f"{name}.{inner}", one
        elif name == "theme":
            yield (name,), "theme.name", value
        elif name == "validation" and isinstance(value, dict):
            for inner, one in value.items():
                if inner in {"nav", "links"} and isinstance(one, dict):
                    yield from (((name, inner, key), f"{name}.{inner}.{key}", level) for key, level in one.items())
                else:
                    yield (name, inner), f"{name}.{inner}", one
        else:
            yield (name,), name, value


def _plain(name: str) -> str:
    """The name of a plugin or extension without a prefix: ``material/search`` -> ``search``, ``markdown.extensions.toc`` -> ``toc``."""
    return name.removeprefix("material/").removeprefix("markdown.extensions.").partition(" ")[0]


def _outside(config: SiteConfig) -> Iterator[Problem]:
    """A problem for each stylesheet or script from another site, because it would let that site track readers."""
    for name, paths in _extra_files(config):
        for index, path in enumerate(paths):
            if "//" in path:
                wrong = f"{name} names a file of another site, {path}, which would let that site track readers."
                yield config.problem((name, index), wrong, f"Save it in {PAGES}/ and write its path there.")


def _extra_files(config: SiteConfig) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("extra_css", config.styles), ("extra_javascript", tuple(script.path for script in config.scripts))
