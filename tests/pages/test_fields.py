"""The page about fields is made from the models: each kind of record, with each of its fields."""

from __future__ import annotations

from pathlib import Path

from helpers import build_site, parse_html
from sds.model.kinds import KINDS
from sds.reading.load import load


def test_each_kind_and_each_of_its_fields_is_shown(small: Path) -> None:
    page = parse_html(build_site(small)["contribute/fields/index.html"])
    framework = load(small).framework
    assert framework is not None
    for kind in KINDS.values():
        heading = page.id(kind.name.replace(" ", "-").replace("_", "-"))
        assert (heading is not None) == bool(framework.records(kind.name)), kind.name
        if heading is not None and heading.parent is not None:
            for name, field in kind.model.model_fields.items():
                assert (field.alias or name) in heading.parent.text
