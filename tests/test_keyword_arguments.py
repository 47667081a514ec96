"""Calls with many values must use keyword arguments, because swapped positional values are easily overlooked, also by the type checker."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil

import sds

MOST = 5
"""The most values that may be positional."""


def test_what_has_many_fields_takes_them_by_name() -> None:
    names = [module.name for module in pkgutil.walk_packages(sds.__path__, "sds.") if not module.name.endswith("__main__")]
    classes = {one for name in names for one in vars(importlib.import_module(name)).values() if isinstance(one, type) and dataclasses.is_dataclass(one)}
    assert len(classes) > 20
    by_order = {f"{one.__module__}.{one.__name__}": [field.name for field in dataclasses.fields(one) if field.init and not field.kw_only] for one in classes}
    assert {name: fields for name, fields in by_order.items() if len(fields) > MOST} == {}
