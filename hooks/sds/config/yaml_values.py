"""The text of ``mkdocs.yml`` -> its values, and the line of each. YAML tags such as ``!ENV`` work as in MkDocs."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import yaml

from sds.paths import PAGES
from sds.reading.diagnosis import Diagnosis
from sds.reading.yaml_escapes import escapes

KeyPath: TypeAlias = tuple[str | int, ...]
BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
"""The line breaks of libyaml."""


class _Loader(yaml.CSafeLoader):
    """Parses YAML as MkDocs does, with the tags ``!ENV``, ``!relative``, ``!!python/name`` and ``!!python/object/apply``."""


def _environment(loader: Any, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, ..., default]``: the first environment variable that is set, or the default, or None.

    See https://github.com/waylan/pyyaml-env-tag."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = [str(one.value) for one in (nodes[:-1] if len(nodes) > 1 else nodes)]
    for name in names:
        if (value := os.environ.get(name)) is not None:
            return loader.construct_object(yaml.ScalarNode(loader.resolve(yaml.ScalarNode, value, (True, False)), value))
    return loader.construct_object(nodes[-1]) if len(nodes) > 1 else None


def _named(loader: Any, suffix: str, node: yaml.Node) -> Any:  # noqa: ARG001 (PyYAML passes both)
    """``!!python/name:package.module.thing``: the Python object ``thing``."""
    module, _, name = suffix.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise yaml.constructor.ConstructorError(None, None, f'Python has nothing called "{suffix}" here', node.start_mark) from error


def _called(loader: Any, suffix: str, node: yaml.Node) -> Any:
    """``!!python/object/apply:package.module.maker {kwds: {...}}``: what the function ``maker`` returns for these arguments."""
    options = loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else {}
    arguments = loader.construct_sequence(node, deep=True) if isinstance(node, yaml.SequenceNode) else options.get("args", [])
    return _named(loader, suffix, node)(*arguments, **options.get("kwds", {}))


def _relative(loader: Any, node: yaml.Node) -> str:  # noqa: ARG001 (PyYAML passes both)
    """``!relative $docs_dir``: the folder of hand-written pages; any other value: the project's root. A base path for an extension's option."""
    return PAGES if node.value == "$docs_dir" else "."


_Loader.add_constructor("!ENV", _environment)
_Loader.add_constructor("!relative", _relative)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _named)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _called)


def values_and_lines(text: str) -> tuple[dict[str, Any], dict[KeyPath, int], tuple[Diagnosis, ...]]:
    """The settings in ``text``, the line (from 1) of each by its key path, and values that YAML reads otherwise than meant. Raises yaml.YAMLError."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            return {}, {}, ()
        return loader.construct_document(node), dict(_lines(node, ())), tuple(dict.fromkeys(_misread(node, BREAK.split(text))))
    finally:
        loader.dispose()


def _lines(node: yaml.Node, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, str(key.value)), key.start_mark.line + 1
            yield from _lines(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*path, index), value.start_mark.line + 1
            yield from _lines(value, (*path, index))


def _misread(node: yaml.Node, lines: Sequence[str]) -> Iterator[Diagnosis]:
    """A diagnosis for each line of a key or value in which a backslash forms an escape sequence that was hardly meant."""
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for one in pair:
                yield from _misread(one, lines)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _misread(one, lines)
    else:
        yield from escapes(lines, node)
