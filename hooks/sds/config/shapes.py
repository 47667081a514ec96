"""The form that the value of each setting of ``mkdocs.yml`` has: a list, a text, a mapping. Another form is a problem, as in MkDocs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from sds.config.yaml_values import KeyPath


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
