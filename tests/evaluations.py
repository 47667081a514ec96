"""Generates evaluations with Hypothesis: any that the page could have saved, with unusual texts, days and fields."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, TypeAlias

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tiers import Test, few_in_quick

Json: TypeAlias = dict[str, Any]
Call: TypeAlias = Callable[..., Any]
"""A function that calls a JavaScript function, by its module, its name and JSON values."""
SLOW = settings(
    deadline=None,
    database=None,
    derandomize=True,  # the same examples in each run, so that passing does not depend on luck
    phases=[Phase.generate],  # without shrinking, which takes minutes and gains little: the examples are small
    suppress_health_check=list(HealthCheck),
)
"""For tests that call browser scripts in Node."""


def made_up(most: int) -> Callable[[Test], Test]:
    """A decorator, placed above ``given``: the test tries ``most`` generated examples, and only a few in a quick run."""
    return lambda test: settings(SLOW, max_examples=few_in_quick(test, most))(test)


SOME_STANDARDS = 3
"""How many of the framework's standards generated evaluations cover: enough for two evaluations to overlap, few enough to be quick."""

texts = st.text(max_size=60) | st.sampled_from(["<img src=x onerror=alert(1)>", "=1+1", "\u2028 \u202e", "a\nb\r\nc\td", '"', "\\", "\x00\x1f"])
days = st.just("") | st.dates().filter(lambda day: day.year >= 1000).map(str)
ids = st.from_regex(r"[a-z0-9]{4,16}", fullmatch=True)
times = st.just("") | st.datetimes(min_value=datetime.datetime(1000, 1, 1)).map(lambda when: when.replace(microsecond=0).isoformat() + "Z")
plain = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
unknown = st.dictionaries(
    st.from_regex(r"x_[a-z]{1,8}", fullmatch=True), plain | st.lists(plain, max_size=3) | st.dictionaries(texts.filter("__proto__".__ne__), plain), max_size=2
)
"""Fields that a later version of the file format may have."""


def _with_unknown(fields: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.builds(lambda known, more: {**known, **more}, fields, unknown)


def _evidence(index: Json) -> st.SearchStrategy[Json]:
    kinds = st.sampled_from([kind["id"] for kind in index["evidence_kinds"]]) | ids
    answers = st.dictionaries(st.sampled_from([one["id"] for one in index["question_answers"]]), st.integers(0, 500))
    said = st.just("") | st.sampled_from([one["id"] for one in index["question_answers"]])
    voices = st.lists(st.fixed_dictionaries({"file": ids, "answer": said, "note": texts, "on": days}), max_size=3, unique_by=lambda one: one["file"])
    fixed = {"id": ids, "kind": kinds, "note": texts, "on": days, "ref": texts}
    return _with_unknown(st.fixed_dictionaries(fixed, optional={"answers": answers, "voices": voices}))


def _action(index: Json) -> st.SearchStrategy[Json]:
    status = st.sampled_from([one["id"] for one in index["statuses"]])
    return _with_unknown(st.fixed_dictionaries({"id": ids, "what": texts, "role": texts, "by": days, "how_known": texts, "status": status, "changed": times}))


def _view(index: Json) -> st.SearchStrategy[Json]:
    where = {
        "state": st.sampled_from([one["id"] for one in index["states"]] + ["statements"]),
        "rating": st.none() | st.sampled_from([step["number"] for step in index["scale"]]),
        "leans": st.sampled_from(["", "strength", "between", "weakness"]),
    }
    return st.fixed_dictionaries({"file": ids, "title": texts, "view": ids, "said": texts}, optional=where)


def _component(index: Json, about: st.SearchStrategy[str]) -> st.SearchStrategy[Json]:
    rated = st.sampled_from([step["number"] for step in index["scale"]]).map(lambda number: {"state": "rated", "rating": number})
    other = st.sampled_from([one["id"] for one in index["states"] if one["id"] != "rated"]).map(lambda state: {"state": state, "rating": None})
    rest = st.fixed_dictionaries(
        {
            "about": about,
            "code": st.from_regex(r"([0-9a-f]{12})?", fullmatch=True),
            "reason": texts,
            "strengths": texts,
            "improve": texts,
            "took_part": texts,
            "priority": st.booleans(),
            "evidence": st.lists(_evidence(index), max_size=3, unique_by=lambda one: one["id"]),
            "actions": st.lists(_action(index), max_size=2, unique_by=lambda one: one["id"]),
            "changed": times,
        },
        optional={"views": st.lists(_view(index), max_size=2, unique_by=lambda one: one["file"])},
    )
    return _with_unknown(st.builds(lambda state, fields: {**fields, **state}, rated | other, rest))


def _answered(index: Json, about: st.SearchStrategy[str], sheet: str) -> st.SearchStrategy[Json]:
    answers = st.just("") | st.sampled_from([one["id"] for one in index["statement_answers" if sheet == "statements" else "question_answers"]])
    own = {"evidence": texts, "next_step": texts, "who": texts, "by": days} if sheet == "statements" else {"note": texts}
    code = st.from_regex(r"([0-9a-f]{12})?", fullmatch=True)
    return _with_unknown(st.fixed_dictionaries({"about": about, "code": code, "answer": answers, **own, "changed": times}))


@st.composite
def evaluations(draw: st.DrawFn, index: Json, sheet: str = "") -> Json:
    """An evaluation with items about components or statements of the framework, and stored items about some that the framework no longer has."""
    standards = index["standards"][:SOME_STANDARDS]
    kind = sheet or draw(st.sampled_from(["components", "statements", "questions"]))
    view = draw(st.sampled_from([role["id"] for role in index["roles"]] + ["several"]))
    in_scope = draw(st.lists(st.sampled_from([one["id"] for one in standards]), unique=True))
    subjects = {
        "components": [one["id"] for standard in standards if standard["id"] in in_scope for one in standard["components"]],
        "statements": [one["id"] for standard in standards if standard["id"] in in_scope for one in standard["statements"] if view in (one["role"], "several")],
        "questions": [one["id"] for standard in standards if standard["id"] in in_scope for one in standard["questions"]],
    }[kind]
    known = st.sampled_from(subjects) if subjects else st.nothing()

    def item(about: st.SearchStrategy[str]) -> st.SearchStrategy[Json]:
        return _component(index, about) if kind == "components" else _answered(index, about, kind)

    items = draw(st.lists(item(known), max_size=4, unique_by=lambda one: one["about"])) if subjects else []
    kept = draw(st.lists(item(ids.map("gone-{}".format)), max_size=2, unique_by=lambda one: one["about"]))
    about = {
        "schema": "self-evaluation",
        "schema_version": 2,
        "id": draw(ids),
        "title": draw(texts),
        "sheet": kind,
        "view": view,
        "took_part": draw(texts),
        "period_from": draw(days),
        "period_to": draw(days),
        "standards": in_scope,
        "created": draw(times),
        "updated": draw(times),
        "revision": draw(st.integers(0, 1000)),
        "framework": {name: draw(texts) for name in ("title", "edition", "version")},
        "items": items,
        "kept": kept,
        "log": draw(st.lists(st.fixed_dictionaries({"on": times, "what": texts}), max_size=2)),
    }
    return {**about, **draw(unknown)}


@st.composite
def several(draw: st.DrawFn, index: Json, sheet: str = "", least: int = 1, most: int = 3) -> list[Json]:
    """Several evaluations. Their ids are numbered, because drawing until random ids are unique is slow, and failed at times for reasons of its own."""
    return [{**draw(evaluations(index, sheet)), "id": f"file{at}"} for at in range(draw(st.integers(least, most)))]
