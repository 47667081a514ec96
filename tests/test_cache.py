"""The in-memory cache: the same result for the same objects, until it is discarded."""

from __future__ import annotations

from sds.cache import Cache, TextCache, clear_all


def test_what_is_forgotten_is_made_anew() -> None:
    by_object, by_text, made = Cache[int](), TextCache[int](), list[int]()

    def make() -> int:
        made.append(len(made))
        return made[-1]

    on = (object(),)

    def found() -> tuple[int, int]:
        return by_object.get("key", on, make), by_text.get("key", "text", make)

    assert found() == found() == (0, 1)
    clear_all()
    assert found() == (2, 3)
