"""Several evaluations side by side, and two of different dates: nothing is added up, lost or counted twice."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluations import Call, Json, evaluations, made_up, several
from sds.exports.evaluation_file import EvaluationFile

MERGE, ACTIONS, TOGETHER, COMPARE, MODEL, SIDE, REPORT, OVER_TIME, TABLES = (
    f"self-evaluation/{name}.js" for name in ("merge", "merged-actions", "together", "compare", "model", "side-report", "report", "compare-report", "tables")
)
NEW = {"id": "new00001", "now": "2026-11-28T14:02:00Z", "title": "Together"}


@made_up(60)
@given(data=st.data())
def test_order_and_repeats_make_no_difference(call: Call, index: Json, data: st.DataObject) -> None:
    files = data.draw(st.lists(evaluations(index), min_size=1, max_size=4))
    other = [*data.draw(st.permutations(files)), data.draw(st.sampled_from(files))]
    for module, name, rest in ((MERGE, "merge", []), (TOGETHER, "together", [NEW])):
        assert call(module, name, index, files, *rest) == call(module, name, index, other, *rest)
    columns = [call(MERGE, "merge", index, some)["columns"] for some in (files, other)]
    assert call(ACTIONS, "mergedActions", columns[0]) == call(ACTIONS, "mergedActions", columns[1])


@made_up(60)
@given(data=st.data())
def test_what_is_put_together_keeps_to_the_form_holds_all_evidence_once_and_rates_nothing(call: Call, index: Json, data: st.DataObject) -> None:
    files = data.draw(several(index, "components"))
    before = copy.deepcopy(files)
    made = call(TOGETHER, "together", index, files, NEW)
    EvaluationFile.model_validate(made)
    written = {(item["about"], one["note"]) for file in files for item in file["kept"] for one in item["evidence"]}
    assert written <= {(item["about"], one["note"]) for item in made["kept"] for one in item["evidence"]}
    assert {item["state"] for item in made["kept"]} <= {"not-looked-at"}
    planned = [{(item["about"], one["id"]) for file in some for item in file["kept"] for one in item["actions"]} for some in (files, [made])]
    assert planned[0] <= planned[1]
    mixed = call(TOGETHER, "together", index, [*files, data.draw(evaluations(index, "statements"))], NEW)
    EvaluationFile.model_validate(mixed)
    assert {item["state"] for item in made["items"]} <= {"not-looked-at"}
    notes = [(item["about"], one["note"]) for file in files for item in file["items"] for one in item["evidence"]]
    kept = [(item["about"], one["note"]) for item in made["items"] for one in item["evidence"]]
    assert set(notes) == set(kept)
    heard = [
        {(item["about"], voice["file"]) for item in items for one in item["evidence"] for voice in one.get("voices", [])}
        for items in ([item for file in files for item in file["items"]], made["items"])
    ]
    assert heard[0] == heard[1], "nobody's voice is lost"
    for name in ("took_part", "strengths", "improve"):
        said = {(item["about"], item[name]) for file in files for item in file["items"] if item[name].strip()}
        assert all(any(item["about"] == about and words in item[name] for item in made["items"]) for about, words in said), name
    assert {item["about"] for file in files for item in file["items"] if item["priority"]} <= {item["about"] for item in made["items"] if item["priority"]}
    assert all(file["took_part"] in made["took_part"] for file in files)
    assert all(len({one["id"] for one in item["evidence"]}) == len(item["evidence"]) for item in made["items"])
    assert files == before


@made_up(60)
@given(data=st.data())
def test_all_that_people_answered_is_in_a_joint_evaluation_whatever_the_others_looked_at(call: Call, index: Json, data: st.DataObject) -> None:
    files = data.draw(several(index, "components"))
    people = [{**one, "id": f"person{at}"} for at, one in enumerate(data.draw(several(index, "questions")))]
    made = call(TOGETHER, "together", index, [*files, *people], NEW)
    EvaluationFile.model_validate(made)
    assert call(MODEL, "fitted", made, index) == made, "each item stands in its place"
    read = call("self-evaluation/read-file.js", "readFile", json.dumps(made), index)
    assert (read["evaluation"], read["problems"]) == (made, [])
    said = {
        (file["id"], item["about"], item["answer"], item["note"]) for file in people for item in file["items"] + file["kept"] if item["answer"] or item["note"]
    }
    heard = {
        (voice["file"], item["about"], voice["answer"], voice["note"])
        for item in made["items"] + made["kept"]
        for one in item["evidence"]
        for voice in one.get("voices", [])
    }
    assert said <= heard


@made_up(60)
@given(data=st.data())
def test_each_cell_says_what_its_own_file_says(call: Call, index: Json, data: st.DataObject) -> None:
    files = data.draw(several(index, "components"))
    merged = call(MERGE, "merge", index, files)
    said = {(file["id"], item["about"]): item for file in files for item in file["items"]}
    for group in merged["standards"]:
        for row in group["rows"]:
            for column, cell in zip(merged["columns"], row["cells"], strict=True):
                item = said.get((column["id"], row["component"]["id"]))
                assert (cell and cell["item"]) == item
                assert cell is None or cell["rating"] == (item and item["rating"])
            ratings = [cell["rating"] for cell in row["cells"] if cell and cell["rating"]]
            assert row["spread"] == (max(ratings) - min(ratings) if len(ratings) > 1 else 0)


@pytest.fixture
def three(call: Call, index: Json) -> dict[str, Json]:
    """Three evaluations of one standard, by a leader, a practitioner and a supported person, who rate its first component differently."""
    standard = index["standards"][0]
    roles = {sheet["id"]: sheet["roles"][0] for sheet in index["sheets"]}
    made: dict[str, Json] = {}
    for sheet in ("components", "statements", "questions"):
        chosen = {"id": f"file-{sheet}", "now": "2026-11-28T14:02:00Z", "sheet": sheet, "view": roles[sheet], "standards": [standard["id"]]}
        made[sheet] = call(MODEL, "newEvaluation", index, chosen)
    first = standard["components"][0]["id"]
    made["components"]["items"][0] |= {"state": "rated", "rating": 5}
    for item in made["statements"]["items"]:
        if any(one["id"] == item["about"] and one["component"] == first for one in standard["statements"]):
            item["answer"] = "not-yet"
    made["questions"]["items"][0]["answer"] = "no"
    return made


def test_a_leader_a_practitioner_and_a_person_who_see_it_differently_are_shown_first(call: Call, index: Json, three: dict[str, Json]) -> None:
    merged = call(MERGE, "merge", index, [*three.values()])
    assert [one["id"] for one in merged["columns"]] == ["file-statements", "file-components"], "in the order of the roles"
    row = merged["standards"][0]["rows"][0]
    assert [cell["leans"] for cell in row["cells"]] == ["weakness", "strength"]
    assert row["people"]["counts"] == {"no": 1}
    assert row["people"]["leans"] == "weakness"
    assert row["opposite"] is True
    assert [one["component"]["id"] for one in call(MERGE, "differences", merged)] == [row["component"]["id"]]
    gaps = call(MERGE, "gaps", merged, "people")
    assert [one["component"]["id"] for one in gaps["bare"]] == [row["component"]["id"]]
    assert len(gaps["nobody"]) == len(index["standards"][0]["components"]) - 1


def test_an_answer_that_came_into_the_evidence_from_a_file_is_not_counted_twice(call: Call, index: Json, three: dict[str, Json]) -> None:
    item = three["components"]["items"][0]
    paper = {"id": "paper1", "kind": "people", "note": "Paper forms", "on": "", "ref": "", "answers": {"yes": 4, "no": 1}}
    voices = [{"file": "file-questions", "answer": "no", "note": "", "on": "2026-11-28"}, {"file": "another", "answer": "no", "note": "Never.", "on": ""}]
    item["evidence"] = [{"id": "p1", "kind": "people", "note": "", "on": "", "ref": "", "voices": voices}, paper]
    row = call(MERGE, "merge", index, [*three.values()])["standards"][0]["rows"][0]
    assert row["people"]["counts"] == {"no": 3, "yes": 4}
    assert [voice["note"] for voice in row["people"]["voices"]] == ["Never.", ""]
    alone = call(MERGE, "merge", index, [three["components"]])["standards"][0]["rows"][0]
    assert alone["people"]["counts"] == {"no": 3, "yes": 4}
    other = copy.deepcopy(three["components"])
    other["id"] = "file-other"
    both = call(MERGE, "merge", index, [three["components"], other])["standards"][0]["rows"][0]
    assert both["people"]["counts"] == {"no": 3, "yes": 4}, "two teams that were told the same by the same people"
    joint = call(TOGETHER, "together", index, [three["components"], other, three["questions"]], NEW)
    assert call(MODEL, "peopleSaid", joint["items"][0]["evidence"]) == {"no": 3, "yes": 4}


def test_what_a_sheet_of_statements_plans_and_knows_stands_with_the_component_in_a_joint_evaluation(call: Call, index: Json, three: dict[str, Json]) -> None:
    standard = index["standards"][0]
    first = standard["components"][0]["id"]
    about = next(one["id"] for one in standard["statements"] if one["component"] == first and one["role"] == three["statements"]["view"])
    files = []
    for name, step in (("file-statements", "Read records aloud"), ("file-other", "Ask at each review")):
        file = {**copy.deepcopy(three["statements"]), "id": name}
        item = next(one for one in file["items"] if one["about"] == about)
        item |= {"evidence": f"Evidence of {name}", "next_step": step, "who": "Each worker", "by": "2027-02-01"}
        files.append(file)
    made = call(TOGETHER, "together", index, [three["components"], *files], NEW)
    EvaluationFile.model_validate(made)
    joint = next(one for one in made["items"] if one["about"] == first)
    assert {one["note"] for one in joint["evidence"]} == {"Evidence of file-statements", "Evidence of file-other"}
    assert {(one["what"], one["role"], one["by"]) for one in joint["actions"]} == {
        ("Read records aloud", "Each worker", "2027-02-01"),
        ("Ask at each review", "Each worker", "2027-02-01"),
    }
    for pieces in (joint["evidence"], joint["actions"]):
        assert len({one["id"] for one in pieces}) == 2, "each can be changed on its own"
    assert {one["file"] for one in joint["views"]} == {"file-components", "file-statements", "file-other"}
    alone = call(TOGETHER, "together", index, files, NEW)
    assert [one["what"] for one in next(one for one in alone["items"] if one["about"] == first)["actions"]]


def test_side_by_side_lists_the_evidence_of_ratings_and_of_reflection_and_counts_both(call: Call, index: Json, three: dict[str, Json]) -> None:
    standard = index["standards"][0]
    first = standard["components"][0]["id"]
    of_first = {one["id"] for one in standard["statements"] if one["component"] == first}
    next(item for item in three["statements"]["items"] if item["about"] in of_first)["evidence"] = "Our supervision notes"
    assert call(MERGE, "gaps", call(MERGE, "merge", index, [three["components"], three["statements"]]), "people")["bare"] == []
    three["components"]["items"][0]["evidence"] = [{"id": "e1", "kind": "data", "note": "12 of 20", "on": "2026-10-01", "ref": "Shared drive"}]
    report = call(SIDE, "sideReport", index, [three["components"], three["statements"]], {}, "2026-11-29")
    table = next(block for block in report if block["kind"] == "table" and block["caption"].endswith(": evidence"))
    title = standard["components"][0]["title"]
    data = next(one["title"] for one in index["evidence_kinds"] if one["id"] == "data")
    assert table["rows"] == [[title, "Our supervision notes", "", "", "", "A"], [title, "12 of 20", data, "1 October 2026", "Shared drive", "B"]]


@pytest.fixture
def joint(call: Call, index: Json, three: dict[str, Json]) -> Json:
    """A joint evaluation of leaders (6), providers (1) and a person who said no, with the agreed rating 4."""
    leaders, providers = three["components"], {**copy.deepcopy(three["components"]), "id": "file-providers", "view": "providers", "title": "Home care"}
    leaders |= {"title": "Leaders north", "took_part": "Chief officer", "period_from": "2026-01-01", "period_to": "2026-06-30"}
    leaders["items"][0] |= {"rating": 6, "reason": "Audit", "took_part": "Heads of service", "priority": True}
    providers |= {"period_from": "2026-03-01", "period_to": "2026-10-31"}
    providers["items"][0] |= {"rating": 1, "reason": "We wait", "took_part": "Managers"}
    made: Json = call(TOGETHER, "together", index, [leaders, providers, three["questions"]], NEW)
    made["items"][0] |= {"state": "rated", "rating": 4}
    return made


def test_a_joint_evaluation_says_who_took_part_what_comes_first_and_which_time_it_covers(joint: Json) -> None:
    assert joint["took_part"] == "Leaders north: Chief officer"
    assert (joint["period_from"], joint["period_to"]) == ("2026-01-01", "2026-10-31")
    assert (joint["items"][0]["took_part"], joint["items"][0]["priority"]) == ("Heads of service; Managers", True)


def test_the_report_of_a_joint_evaluation_says_what_each_view_said_and_where_they_differ_most(call: Call, index: Json, joint: Json) -> None:
    blocks = call(REPORT, "reportOf", index, joint, {}, "2026-11-29")
    tables = {block["caption"]: block for block in blocks if block["kind"] == "table"}
    component = f"{index['standards'][0]['components'][0]['title']} (Standard\u00a01)"
    assert {"Leaders north", "Home care"} <= {row[1] for row in tables["The views"]["rows"]}
    (apart,) = tables["Where views differ most"]["rows"]
    said = ["6, Excellent: Audit", "1, Unsatisfactory: We wait", "1 person answered. No: 1"]
    heads = ["A. Leaders", "B. Providers", "People, in easy read"]
    lines = "\n".join(f"{head}: {words}" for head, words in zip(heads, said, strict=True))
    assert apart == [component, "Some see a strength and some a weakness. Ratings are 5 steps apart", lines, "4, Good"]
    everyone = tables["What each view said about each component"]["rows"]
    assert len(everyone) == len(index["standards"][0]["components"])
    assert tables["What each view said about each component"]["head"] == ["Component", *heads]
    assert everyone[0] == [component, *said]
    sheet = next(table for table in call(TABLES, "tablesOf", joint, index) if table["name"] == "What each view said")
    assert [(row[4], row[6], row[7]) for row in sheet["rows"][1:3]] == [
        ("Leaders north", "6, Excellent: Audit", 6),
        ("Home care", "1, Unsatisfactory: We wait", 1),
    ]


def test_a_joint_evaluation_of_before_says_its_views_and_claims_nothing_of_how_far_they_lie_apart(call: Call, index: Json, joint: Json) -> None:
    for item in joint["items"]:
        item["views"] = [{name: view[name] for name in ("file", "title", "view", "said")} for view in item["views"]]
        item["evidence"] = []
    words = json.dumps(call(REPORT, "reportOf", index, joint, {}, "2026-11-29"))
    assert "6, Excellent: Audit" in words
    assert "No two views differ" not in words


def test_what_was_discussed_without_enough_evidence_is_where_evidence_is_missing(call: Call, index: Json, three: dict[str, Json]) -> None:
    one, other = three["components"], copy.deepcopy(three["components"])
    other["id"] = "file-other"
    for item in one["items"]:
        item |= {"state": "rated", "rating": 4, "evidence": [{"id": "e", "kind": "people", "note": "Asked", "on": "", "ref": ""}]}
    for item in [*other["items"], one["items"][-1]]:
        item |= {"state": "not-enough-evidence", "rating": None}
    blocks = call(SIDE, "sideReport", index, [one, other], {}, "2026-11-29")
    table = next(block for block in blocks if block["kind"] == "table" and block["caption"] == "Where evidence is missing")
    what = next(state["title"] for state in index["states"] if state["id"] == "not-enough-evidence")
    assert [row[1] for row in table["rows"]] == [what] * len(one["items"])
    assert "Every rating has evidence" not in json.dumps(blocks)


def test_side_by_side_says_how_we_will_know_and_calls_what_nobody_answered_just_that(call: Call, index: Json, three: dict[str, Json]) -> None:
    action = {"id": "a1", "what": "Ask", "role": "", "by": "2026-01-31", "how_known": "They say so", "status": "planned", "changed": ""}
    three["components"]["items"][0]["actions"] = [action]
    for item in three["statements"]["items"]:
        item["answer"] = ""
    blocks = call(SIDE, "sideReport", index, [three["components"], three["statements"]], {}, "2026-11-29")
    table = next(block for block in blocks if block.get("caption") == "Actions by date")
    assert table["rows"][0][table["head"].index("How we will know")] == "They say so"
    assert table["excel"]["rows"][0][:2] == [{"day": "2026-01-31"}, "Yes"]
    each = next(block for block in blocks if block.get("sheet") == "Standard 1, components")
    assert {row[1] for row in each["rows"]} == {"Not answered yet", "Not in this one"}


def test_every_sheet_of_side_by_side_has_a_whole_name_and_none_of_its_lists_is_left_out(call: Call, index: Json, three: dict[str, Json]) -> None:
    three["components"]["kept"] = [{**three["components"]["items"][0], "about": "gone-cc1"}]
    three["components"]["items"][0] |= {"reason": "Audit", "evidence": [{"id": "e", "kind": "data", "note": "n", "on": "", "ref": ""}]}
    three["questions"]["items"][0]["note"] = "Never"
    for blocks in (
        call(SIDE, "sideReport", index, [*three.values()], {}, "2026-11-29"),
        call(OVER_TIME, "compareReport", index, three["components"], {**three["components"], "id": "later"}, {}),
    ):
        sheets = call("self-evaluation/blocks.js", "sheetsOf", blocks)
        names = [sheet["name"] for sheet in sheets]
        assert all(len(name) <= 31 and ":" not in name for name in names), names
        assert "gone-cc1" in json.dumps(next(sheet["rows"] for sheet in sheets if sheet["name"] == "What could not be matched"))
        assert {len(row) == len(sheet["rows"][0]) for sheet in sheets for row in sheet["rows"]} == {True}
    assert "Where evidence is missing" in json.dumps(
        call("self-evaluation/blocks.js", "sheetsOf", call(SIDE, "sideReport", index, [*three.values()], {}, "2026-11-29"))
    )


def test_what_a_report_keeps_is_named_in_words_and_called_no_other_edition(call: Call, index: Json, three: dict[str, Json]) -> None:
    sheet = three["statements"]
    about = sheet["items"][0]["about"]
    sheet["items"][0] |= {"answer": "not-yet", "next_step": "Ask at each review", "by": "2026-12-24"}
    dropped: Json = call(MODEL, "fitted", {**sheet, "standards": []}, index)
    texts = {about: "Show people what you write."}
    words = json.dumps(call(REPORT, "reportOf", index, dropped, texts, "2026-11-29"))
    assert "Show people what you write.: Not yet" in words
    assert "another edition" not in words
    tables = {table["name"]: table["rows"] for table in call(TABLES, "tablesOf", dropped, index, texts, "2027-01-01")}
    assert tables["Also in this evaluation"][1][1].startswith("Show people what you write.: Not yet")
    action = dict(zip(*tables["Actions"], strict=True))
    assert (action["Standard"], action["Component or statement"], action["Overdue"]) == (1, "Show people what you write.", "Yes")
    assert action["By"] == {"day": "2026-12-24"}


def test_two_people_who_answer_alike_are_two(call: Call, index: Json, three: dict[str, Json]) -> None:
    people = [{**three["questions"], "id": f"person{at}"} for at in range(2)]
    joint = call(TOGETHER, "together", index, [three["components"], *people], NEW)
    assert call(MODEL, "peopleSaid", joint["items"][0]["evidence"]) == {"no": 2}


def test_evidence_of_one_file_that_has_one_id_thrice_is_kept_thrice(call: Call, index: Json, three: dict[str, Json]) -> None:
    file = three["components"]
    file["items"][0]["evidence"] = [{"id": "unknown", "kind": "data", "note": note, "on": "", "ref": ""} for note in ("One", "Two", "Three")]
    other = {**copy.deepcopy(file), "id": "file-other"}
    made = call(TOGETHER, "together", index, [file, other], NEW)
    assert [one["note"] for one in made["items"][0]["evidence"]] == ["One", "Two", "Three"]


def test_the_record_of_what_was_put_together_fits_its_file(call: Call, index: Json, three: dict[str, Json]) -> None:
    many = [{**three["components"], "id": f"file{at}", "title": f"{at:03} {'x' * 190}"} for at in range(60)]
    EvaluationFile.model_validate(call(TOGETHER, "together", index, many, NEW))


def test_what_is_too_long_to_be_put_together_is_named(call: Call, index: Json, three: dict[str, Json]) -> None:
    files = [{**copy.deepcopy(three["components"]), "id": f"file{at}"} for at in range(2)]
    for at, file in enumerate(files):
        file["items"][0]["strengths"] = str(at) * 6000
    made = call(TOGETHER, "together", index, files, NEW)
    EvaluationFile.model_validate(made)
    assert made["log"][1]["what"].startswith(index["standards"][0]["components"][0]["title"])


def test_not_enough_evidence_is_no_number_and_not_for_us_against_a_rating_is_flagged(call: Call, index: Json, three: dict[str, Json]) -> None:
    one, other = three["components"], copy.deepcopy(three["components"])
    other["id"] = "file-other"
    other["items"][0] |= {"state": "not-enough-evidence", "rating": None}
    assert call(MERGE, "merge", index, [one, other])["standards"][0]["rows"][0]["spread"] == 0
    other["items"][0]["state"] = "does-not-apply"
    row = call(MERGE, "merge", index, [one, other])["standards"][0]["rows"][0]
    assert row["disputed"] is True
    assert call(MERGE, "differences", call(MERGE, "merge", index, [one, other]))


def test_of_one_action_in_two_files_the_latest_counts_and_the_other_is_shown(call: Call, three: dict[str, Json]) -> None:
    one, other = three["components"], copy.deepcopy(three["components"])
    other["id"] = "file-other"
    action = {"id": "a1", "what": "Ask", "role": "", "by": "2027-01-31", "how_known": "", "status": "planned", "changed": "2026-11-01T10:00:00Z"}
    one["items"][0]["actions"] = [action]
    other["items"][0]["actions"] = [{**action, "status": "done", "changed": "2026-11-20T10:00:00Z"}, {**action, "id": "a2"}]
    merged = call(ACTIONS, "mergedActions", [one, other])
    assert [(got["id"], got["status"], got["files"], len(got["others"])) for got in merged] == [
        ("a1", "done", ["file-components", "file-other"], 1),
        ("a2", "planned", ["file-other"], 0),
    ]


@made_up(60)
@given(data=st.data())
def test_compared_with_itself_nothing_changed(call: Call, index: Json, data: st.DataObject) -> None:
    one = data.draw(evaluations(index))
    rows = call(COMPARE, "compare", index, one, one)["rows"]
    assert {row["change"] for row in rows} <= {"same", "none", "other"}
    assert not any(row["reworded"] for row in rows)


def test_what_is_written_later_about_an_earlier_year_does_not_turn_the_years_round(call: Call, three: dict[str, Json]) -> None:
    last, this = three["components"], {**three["components"], "id": "this"}
    last = {**last, "period_from": "2025-01-01", "period_to": "2025-10-31", "updated": "2026-11-29T10:00:00Z"}
    this |= {"period_from": "2026-01-01", "period_to": "2026-10-31", "updated": "2026-11-05T10:00:00Z"}
    without = [{**last, "period_from": "", "period_to": "", "created": "2025-11-01T10:00:00Z"}, {**this, "period_from": "", "period_to": ""}]
    for pair in ([last, this], without):
        for some in (pair, pair[::-1]):
            assert [one["id"] for one in call(COMPARE, "earlierFirst", *some)] == [one["id"] for one in pair]


def test_over_time_things_are_matched_by_id_and_what_is_gone_is_shown(call: Call, index: Json, three: dict[str, Json]) -> None:
    later = three["components"]
    earlier: Any = copy.deepcopy(later)
    earlier["items"][0] |= {"rating": 3, "code": "000000000000"}
    earlier["items"][1] |= {"state": "rated", "rating": 2}
    earlier["kept"] = [{**earlier["items"][2], "about": "gone-cc1", "strengths": "It was good"}]
    compared = call(COMPARE, "compare", index, earlier, later)
    assert [(row["change"], row["reworded"]) for row in compared["rows"][:3]] == [("up", True), ("lost", False), ("none", False)]
    assert [(one["from"], one["item"]["about"]) for one in compared["unmatched"]] == [("earlier", "gone-cc1")]
    assert call(COMPARE, "changeCounts", compared["rows"])["up"] == 1


def test_what_another_edition_had_is_told_whole_and_its_actions_count(call: Call, index: Json, three: dict[str, Json]) -> None:
    later = three["components"]
    evidence = {"id": "e1", "kind": "data", "note": "12 of 20 files", "on": "2026-10-01", "ref": "Shared drive"}
    action = {"id": "a1", "what": "Ask people", "role": "Manager", "by": "2026-01-31", "how_known": "They say so", "status": "planned", "changed": ""}
    gone = {**copy.deepcopy(later["items"][0]), "about": "gone-cc1", "reason": "Most files", "strengths": "We listen", "improve": "Speed"}
    later["kept"] = [{**gone, "evidence": [evidence], "actions": [action]}]
    earlier = {**copy.deepcopy(later), "id": "file-before", "updated": "2025-11-28T14:02:00Z"}
    later["kept"][0]["actions"] = [{**action, "status": "done"}]
    later["items"][1]["actions"] = [{**action, "id": "a2", "what": "Listen", "by": ""}]
    reports = {
        "alone": call(REPORT, "reportOf", index, earlier, {}, "2026-11-29"),
        "side": call(SIDE, "sideReport", index, [earlier, three["statements"]], {}, "2026-11-29"),
        "time": call(OVER_TIME, "compareReport", index, earlier, later, {}),
    }
    good = next(step["name"] for step in index["scale"] if step["number"] == 5)
    for name, blocks in reports.items():
        told = next(line for block in blocks if block["kind"] == "list" for line in block["lines"] if "gone-cc1" in line)
        for words in (
            f"gone-cc1: 5, {good}",
            "Most files",
            "We listen",
            "Speed",
            "12 of 20 files",
            "1 October 2026",
            "Shared drive",
            "Ask people",
            "They say so",
        ):
            assert words in told, (name, words)
    for name in ("alone", "side"):
        table = next(block for block in reports[name] if block["kind"] == "table" and block["caption"] == "Actions by date")
        assert "31 January 2026 (overdue)" in table["rows"][0]
    then = next(block for block in reports["time"] if block["kind"] == "table" and block["caption"] == "Actions then and now")
    assert then["rows"] == [
        ["Ask people", "gone-cc1", "Planned, by 31 January 2026", "Done, by 31 January 2026"],
        ["Listen", index["standards"][0]["components"][1]["title"], "New", "Planned"],
    ]
    joint = call(TOGETHER, "together", index, [earlier, three["statements"]], NEW)
    EvaluationFile.model_validate(joint)
    (kept,) = joint["kept"]
    assert [one["note"] for one in kept["evidence"]] == ["12 of 20 files"]
    assert [one["what"] for one in kept["actions"]] == ["Ask people"]
    assert [one["said"] for one in kept["views"]] == [f"5, {good}: Most files"]


def test_what_a_file_keeps_of_a_standard_that_another_looks_at_stands_in_its_place_in_a_joint_evaluation(
    call: Call, index: Json, three: dict[str, Json]
) -> None:
    one = three["components"]
    dropped = {**copy.deepcopy(one), "id": "file-dropped", "standards": [], "items": []}
    evidence = {"id": "e1", "kind": "data", "note": "12 of 20 files", "on": "", "ref": ""}
    dropped["kept"] = [{**one["items"][0], "rating": 2, "evidence": [evidence]}]
    joint = call(TOGETHER, "together", index, [one, dropped], NEW)
    assert joint["kept"] == []
    assert [piece["note"] for piece in joint["items"][0]["evidence"]] == ["12 of 20 files"]
    assert len(joint["items"][0]["views"]) == 2
