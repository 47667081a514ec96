"""The form that the value of each setting of ``mkdocs.yml`` has: a list, a text, a mapping. Another form is a problem, as in MkDocs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from ipaddress import ip_address
from typing import Any

from sds.config.yaml_values import KeyPath
from sds.suggest import near


class Shape(Enum):
    """A form of value, with the words of a message for it."""

    TEXT = "a text"
    FLAG = "true or false"
    LIST = "a list"
    NAMES = "a list of names"
    """Names, each with or without options: MkDocs also accepts a mapping."""
    GROUP = "a group of settings"
    NAME_OR_GROUP = "a name or a group of settings"
    PATTERNS = "a text with a pattern on each line"

    def fits(self, value: Any) -> bool:
        """Whether ``value`` has this form. A setting without a value is as one that is not there."""
        return value is None or isinstance(value, _TYPES[self])


_TYPES: Mapping[Shape, tuple[type, ...]] = {
    Shape.TEXT: (str,),
    Shape.FLAG: (bool,),
    Shape.LIST: (list,),
    Shape.NAMES: (list, dict),
    Shape.GROUP: (dict,),
    Shape.NAME_OR_GROUP: (str, dict),
    Shape.PATTERNS: (str,),
}
SHAPES: Mapping[str, Shape] = {
    **dict.fromkeys(("INHERIT", "site_name", "site_url", "repo_url", "edit_uri", "site_dir", "docs_dir"), Shape.TEXT),
    **dict.fromkeys(("dev_addr", "remote_branch", "remote_name"), Shape.TEXT),
    **dict.fromkeys(("strict", "use_directory_urls"), Shape.FLAG),
    **dict.fromkeys(("extra_css", "extra_javascript", "extra_templates", "hooks", "watch"), Shape.LIST),
    **dict.fromkeys(("plugins", "markdown_extensions"), Shape.NAMES),
    **dict.fromkeys(("extra", "validation"), Shape.GROUP),
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav"), Shape.PATTERNS),
    "theme": Shape.NAME_OR_GROUP,
}
"""The form of each setting that works here, by its name. That of ``nav`` is checked with its pages. Source:
https://www.mkdocs.org/user-guide/configuration/."""
OF_SCRIPT: Mapping[str, Shape] = {"path": Shape.TEXT, "type": Shape.TEXT, "async": Shape.FLAG, "defer": Shape.FLAG}
"""The form of each value in an entry of ``extra_javascript`` that is a group. Source: the same page."""
_INSTEAD: Mapping[Shape, str] = {
    Shape.TEXT: 'Write {name}: "..."',
    Shape.FLAG: "Write {name}: true or {name}: false",
    Shape.LIST: "Write {name}: [{value}]",
    Shape.NAMES: "Write {name}: [{value}]",
    Shape.GROUP: "Write each of its settings on a line of its own below it, with two more spaces before it.",
    Shape.NAME_OR_GROUP: "Write theme: {{name: material, custom_dir: overrides}}",
    Shape.PATTERNS: "Write {name}: | and each pattern on a line of its own below it, with two more spaces before it.",
}


def meant(value: Any, name: str) -> Any:
    """What a ``value`` of the wrong form is read as, so that nothing else is told of it: a text is the only entry of a list, others are empty."""
    if SHAPES[name] in {Shape.LIST, Shape.NAMES}:
        return [value] if isinstance(value, str) else []
    return {} if SHAPES[name] is Shape.GROUP else None if SHAPES[name] is Shape.FLAG else ""


def unfit(values: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str, str]]:
    """The key path of each setting whose value has the wrong form, what is wrong, and what to do."""
    for name, value in values.items():
        shape = SHAPES.get(name)
        if shape and not shape.fits(value):
            yield (name,), f"{name} is not {shape.value}.", _INSTEAD[shape].format(name=name, value=value if isinstance(value, str) else "...")
    for name in ("extra_css", "extra_templates", "hooks", "watch"):
        if isinstance(given := values.get(name), list) and (other := [one for one in given if not isinstance(one, str)]):
            yield (name,), f"{name} has an entry that is not a text: {other[0]}.", "Write the path of one file in each entry."
    if isinstance(given := values.get("extra_javascript"), list):
        for index, one in enumerate(given):
            yield from ((("extra_javascript", index, *key), wrong, instead) for key, wrong, instead in _unfit_script(one))
    if isinstance(given := values.get("dev_addr"), str) and not _is_address(given):
        yield ("dev_addr",), f'dev_addr is not an address with a port: "{given}".', "Write dev_addr: 127.0.0.1:8000"


def _unfit_script(entry: Any) -> Iterator[tuple[KeyPath, str, str]]:
    """The same for an entry of ``extra_javascript``, with key paths inside it."""
    if isinstance(entry, str):
        return
    if not isinstance(entry, dict):
        yield (), f"extra_javascript has an entry that is not a text: {entry}.", "Write the path of one file in each entry."
        return
    for key, value in entry.items():
        shape = OF_SCRIPT.get(key)
        if not shape:
            meant = near(str(key), OF_SCRIPT)
            wrong = f'An entry of extra_javascript has no "{key}".'
            yield (key,), wrong, f"Write {meant}" if meant else f"Delete it: an entry has only {', '.join(OF_SCRIPT)}."
        elif not shape.fits(value):
            yield (key,), f"{key} of an entry of extra_javascript is not {shape.value}.", _INSTEAD[shape].format(name=key)
    if not entry.get("path"):
        yield (), "An entry of extra_javascript has no path.", "Write path: and the path of one file."


def _is_address(text: str) -> bool:
    """Whether MkDocs reads a text as the address of its server: an IP address or ``localhost``, a colon and a port."""
    host, _, port = text.rpartition(":")
    try:
        ip_address("127.0.0.1" if host == "localhost" else host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return port.isdecimal() and int(port) < 2**16
