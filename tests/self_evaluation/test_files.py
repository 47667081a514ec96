"""Evaluation files: everything that was written survives saving and opening, and a damaged file is read as far as possible, with a message about the rest."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluations import Call, Json, evaluations, made_up
from sds.exports.evaluation_file import EvaluationFile

READ, WRITE, MODEL, TABLES = (f"self-evaluation/{name}.js" for name in ("read-file", "write-file", "model", "tables"))


@made_up(60)
@given(data=st.data())
def test_any_evaluation_survives_its_file_and_keeps_to_the_published_form(call: Call, index: Json, data: st.DataObject) -> None:
    evaluation = data.draw(evaluations(index))
    text = call(WRITE, "writeFile", evaluation)
    EvaluationFile.model_validate_json(text)
    read = call(READ, "readFile", text, index)
    assert read == {"evaluation": evaluation, "problems": [], "newer": False, "whole": True}
    assert call(WRITE, "writeFile", read["evaluation"]) == text


@made_up(60)
@given(data=st.data())
def test_a_file_put_in_its_place_loses_nothing_and_putting_it_there_twice_changes_nothing(call: Call, index: Json, data: st.DataObject) -> None:
    evaluation = data.draw(evaluations(index))
    placed = call(MODEL, "fitted", evaluation, index)
    EvaluationFile.model_validate_json(call(WRITE, "writeFile", placed))
    said = {
        json.dumps({**item, "code": ""}, sort_keys=True)
        for item in evaluation["items"] + evaluation["kept"]
        if call(MODEL, "saysSomething", item, evaluation["sheet"])
    }
    assert said <= {json.dumps({**item, "code": ""}, sort_keys=True) for item in placed["items"] + placed["kept"]}
    assert call(MODEL, "fitted", placed, index) == placed
    subjects = [one["id"] for group in call(MODEL, "scopeOf", index, evaluation) for one in group["subjects"]]
    assert [item["about"] for item in placed["items"]] == subjects


@made_up(60)
@given(data=st.data())
def test_a_file_that_is_cut_off_gives_back_every_item_before_the_cut(call: Call, index: Json, data: st.DataObject) -> None:
    evaluation = data.draw(evaluations(index, "components"))
    text = call(WRITE, "writeFile", evaluation).rstrip()
    cut = data.draw(st.integers(0, len(text) - 1))
    read = call(READ, "readFile", text[:cut], index)
    if read["evaluation"] is None:
        assert cut <= text.index('"schema_version"')
        return
    assert read["whole"] is False
    assert "The file is cut off or damaged. We read what comes before the damage." in read["problems"]
    ends = [text.index(json.dumps(item["about"])) + 1 for item in evaluation["items"]]
    whole = [item for item, end in zip(evaluation["items"], ends, strict=True) if text.find("\n  },", end) != -1 and text.find("\n  },", end) + 4 <= cut]
    assert read["evaluation"]["items"][: len(whole)] == whole


@made_up(60)
@given(
    text=st.text(max_size=200)
    | st.recursive(st.none() | st.text(max_size=5) | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner)).map(json.dumps)
)
def test_what_is_no_such_file_is_refused_in_words(call: Call, index: Json, text: str) -> None:
    read = call(READ, "readFile", text, index)
    assert read["evaluation"] is None
    assert len(read["problems"]) == 1


PLACES: list[list[Any]] = [
    ["title"], ["sheet"], ["view"], ["standards"], ["created"], ["revision"], ["framework"], ["items"], ["kept"], ["log"], ["id"], ["items", 0],
    ["items", 0, "about"], ["items", 0, "state"], ["items", 0, "rating"], ["items", 0, "strengths"], ["items", 0, "priority"], ["items", 0, "evidence"],
    ["items", 0, "evidence", 0], ["items", 0, "evidence", 0, "on"], ["items", 0, "evidence", 0, "answers"], ["items", 0, "actions", 0, "by"],
]  # fmt: skip
ODD: list[Any] = [None, True, -1, 1e300, "x" * 20_000, "", "2026-02-30", [], [None], {}, {"a": 1}, [[[[[[[[[[[[1]]]]]]]]]]]], "<script>alert(1)</script>"]


@pytest.fixture
def whole(call: Call, index: Json) -> Json:
    """An evaluation of one standard with every field filled in."""
    standard = index["standards"][0]
    chosen = {"id": "abcd1234", "now": "2026-11-28T14:02:00Z", "title": "Team", "sheet": "components", "standards": [standard["id"]]}
    made: Json = call(MODEL, "newEvaluation", index, chosen)
    made["items"][0] |= {
        "state": "rated",
        "rating": 4,
        "strengths": "We listen.",
        "evidence": [{"id": "e1", "kind": "data", "note": "12 of 20", "on": "2026-10-01", "ref": "", "answers": {"yes": 3}}],
        "actions": [{"id": "a1", "what": "Ask", "role": "Manager", "by": "2027-01-31", "how_known": "", "status": "planned", "changed": ""}],
    }
    return made


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_whatever_stands_in_one_place_the_rest_is_read_and_the_place_is_named(call: Call, index: Json, whole: Json, place: list[Any]) -> None:
    for odd in ODD:
        broken = copy.deepcopy(whole)
        holder: Any = broken
        for step in place[:-1]:
            holder = holder[step]
        holder[place[-1]] = odd
        read = call(READ, "readFile", json.dumps(broken), index)
        made = read["evaluation"]
        EvaluationFile.model_validate(made)
        fine = made == broken
        assert fine or read["problems"], odd
        assert len(read["problems"]) <= 5
        assert all(len(problem) < 300 for problem in read["problems"])
        if place[0] != "items":
            assert made["items"] == whole["items"] or place[0] == "sheet"
        elif len(place) > 1:
            assert made["items"][-5:] == whole["items"][-5:]


def test_a_field_that_is_missing_is_told_and_the_rest_is_read(call: Call, index: Json, whole: Json) -> None:
    for name in sorted({*whole} - {"schema"}):
        read = call(READ, "readFile", json.dumps({key: value for key, value in whole.items() if key != name}), index)
        EvaluationFile.model_validate(read["evaluation"])
        assert read["problems"] or name == "schema_version"


def test_a_file_of_a_newer_version_is_said_to_be_newer_and_comes_back_as_it_was(call: Call, index: Json, whole: Json) -> None:
    newer = {**whole, "schema_version": 3, "mood": {"today": "sunny"}}
    read = call(READ, "readFile", json.dumps(newer), index)
    assert read["newer"] is True
    assert read["evaluation"] == newer


def test_a_file_of_the_first_version_opens_whole_and_people_who_answered_are_one_piece_of_evidence(call: Call, index: Json, whole: Json) -> None:
    item = whole["items"][0]
    old = [
        {"id": f"person{at}--{item['about']}", "kind": "people", "note": note, "on": "2026-10-01", "ref": "", "answers": {answer: 1}}
        for at, (answer, note) in enumerate([("yes", "Good."), ("no", "")])
    ]
    item["evidence"] = [old[0], *item["evidence"], old[1]]
    read = call(READ, "readFile", json.dumps({**whole, "schema_version": 1}), index)
    assert read["problems"] == []
    assert read["newer"] is False
    EvaluationFile.model_validate(read["evaluation"])
    people, data = read["evaluation"]["items"][0]["evidence"]
    assert [(one["file"], one["answer"], one["note"], one["on"]) for one in people["voices"]] == [
        ("person0", "yes", "Good.", "2026-10-01"),
        ("person1", "no", "", "2026-10-01"),
    ]
    assert data["note"] == "12 of 20"
    chosen = {"id": "abcd1234", "now": "2026-11-28T14:02:00Z", "sheet": "statements", "view": "practitioners", "standards": whole["standards"]}
    sheet: Json = call(MODEL, "newEvaluation", index, chosen)
    for one in sheet["items"]:
        one |= {"answer": "not-yet", "next_step": "Ask"}
        del one["who"]
    read = call(READ, "readFile", json.dumps({**sheet, "schema_version": 1}), index)
    assert read["problems"] == []
    assert {(one["next_step"], one["who"]) for one in read["evaluation"]["items"]} == {("Ask", "")}
    EvaluationFile.model_validate(read["evaluation"])


def test_names_of_fields_that_some_browsers_misread_come_back_as_they_were(call: Call, index: Json, whole: Json) -> None:
    """V8 13.6 to 14.6 (so also Node 24) confuses an object's one-character key with a key of an earlier object: nodejs/node#63785."""
    for names in (["h", "\\"], ["h", '"'], ["h", "\n"], ["h", "\x1f"]):
        given = {**whole, "x_later": dict.fromkeys(names, 1)}
        read = call(READ, "readFile", json.dumps(given), index)
        assert read == {"evaluation": given, "problems": [], "newer": False, "whole": True}, names


def test_too_much_of_everything_is_read_up_to_its_bounds_and_told(call: Call, index: Json, whole: Json) -> None:
    first, *rest = whole["items"]
    first["evidence"] *= 500
    whole["items"] = [first, *rest * 1000]
    whole["log"] = [{"on": "", "what": "x" * 30_000}]
    read = call(READ, "readFile", json.dumps(whole), index)
    assert len(read["evaluation"]["items"]) == 2000
    assert len(read["evaluation"]["items"][0]["evidence"]) == 200
    assert len(read["evaluation"]["log"][0]["what"]) == 10_000
    assert any("only the first 2000 were read" in problem for problem in read["problems"])
    assert any("only the first 200 were read" in problem for problem in read["problems"])
    assert any("longer than 10000 characters" in problem for problem in read["problems"])


def test_ids_that_point_nowhere_stop_nothing(call: Call, index: Json, whole: Json) -> None:
    whole["items"][1]["about"] = "no-such-component"
    whole["items"][1]["strengths"] = "Still said"
    whole["view"] = "no-such-role"
    read = call(READ, "readFile", json.dumps(whole), index)
    assert read["problems"] == []
    placed = call(MODEL, "fitted", read["evaluation"], index)
    assert [item["strengths"] for item in placed["kept"]] == ["Still said"]
    assert len(placed["items"]) == len(whole["items"])


def test_one_thing_with_two_items_keeps_both(call: Call, index: Json, whole: Json) -> None:
    whole["items"].append({**whole["items"][0], "strengths": "Said twice"})
    placed = call(MODEL, "fitted", whole, index)
    assert [item["strengths"] for item in placed["kept"]] == ["Said twice"]
    assert call(MODEL, "progress", index, placed)["all"]["total"] == len(index["standards"][0]["components"])


def test_the_tables_have_even_rows_and_every_word_that_was_written(call: Call, index: Json, whole: Json) -> None:
    for table in call(TABLES, "tablesOf", whole, index):
        assert {len(row) for row in table["rows"]} == {len(table["rows"][0])}, table["name"]
    words = json.dumps(call(TABLES, "tablesOf", whole, index))
    for written in ("We listen.", "12 of 20", "2026-10-01", "Manager", "2027-01-31", "Team", "Good"):
        assert written in words
