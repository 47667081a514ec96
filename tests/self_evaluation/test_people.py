"""People's answers in easy read become evidence: each answer is counted once, and no rating changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evaluations import Call, Json, evaluations, made_up, several
from sds.exports.evaluation_file import EvaluationFile

PEOPLE, MODEL = "self-evaluation/people.js", "self-evaluation/model.js"
NOW = "2026-11-28T14:02:00Z"


@made_up(40)
@given(data=st.data())
def test_each_answer_is_evidence_once_and_nothing_else_changes(call: Call, index: Json, data: st.DataObject) -> None:
    one = call(MODEL, "fitted", data.draw(evaluations(index, "components")), index)
    files = data.draw(several(index, "questions", least=0))
    made = call(PEOPLE, "withPeople", index, one, files)
    answers = [(file["id"], item["about"]) for file in files for item in file["items"] + file["kept"] if item["answer"] or item["note"]]
    assert sum(made[how] for how in ("added", "changed", "again", "left", "full")) == len(answers)
    EvaluationFile.model_validate(made["evaluation"])
    again = call(PEOPLE, "withPeople", index, made["evaluation"], files)
    assert again["evaluation"] == made["evaluation"]
    assert again["added"] == again["changed"] == 0
    for before, after in zip(one["items"], made["evaluation"]["items"], strict=True):
        assert {**after, "evidence": []} == {**before, "evidence": []}
        assert len(after["evidence"]) <= len(before["evidence"]) + 1, "what people say about one thing is one piece"
        said = {voice["file"]: voice for voice in call(MODEL, "voicesOf", after["evidence"])}
        for file, about in answers:
            if about == before["about"] and file not in {voice["file"] for voice in call(MODEL, "voicesOf", before["evidence"])}:
                assert file in said


def test_what_people_said_under_another_kind_of_evidence_takes_up_the_answers_of_more(call: Call, index: Json) -> None:
    standard = index["standards"][0]
    team, person = (
        call(MODEL, "newEvaluation", index, {"id": f"file{at}", "now": NOW, "sheet": sheet, "standards": [standard["id"]]})
        for at, sheet in enumerate(["components", "questions"])
    )
    voices = [{"file": "before", "answer": "no", "note": "", "on": ""}]
    team["items"][0]["evidence"] = [{"id": "e1", "kind": "records", "note": "", "on": "", "ref": "", "voices": voices}]
    person["items"][0]["answer"] = "yes"
    made = call(PEOPLE, "withPeople", index, team, [person])
    assert (made["added"], made["left"], made["full"]) == (1, 0, 0)
    assert call(MODEL, "peopleSaid", made["evaluation"]["items"][0]["evidence"]) == {"no": 1, "yes": 1}
    team["items"][0]["evidence"] = [{"id": f"e{at}", "kind": "records", "note": f"{at}", "on": "", "ref": ""} for at in range(200)]
    full = call(PEOPLE, "withPeople", index, team, [person])
    assert (full["added"], full["left"], full["full"]) == (0, 0, 1), "no room is not the same as about something else"


def test_what_five_people_say_about_one_thing_is_one_piece_that_says_how_many_answered_what(call: Call, index: Json) -> None:
    standard = index["standards"][0]
    team, *people = (
        call(MODEL, "newEvaluation", index, {"id": f"file{at}", "now": NOW, "sheet": sheet, "standards": [standard["id"]]})
        for at, sheet in enumerate(["components", *["questions"] * 5])
    )
    for person, answer, note in zip(people, ["yes", "yes", "no", "sometimes", ""], ["", "", "Too long.", "", "I was not asked."], strict=True):
        person["items"][0] |= {"answer": answer, "note": note}
    made = call(PEOPLE, "withPeople", index, team, people)
    assert (made["people"], made["added"]) == (5, 5)
    [piece] = made["evaluation"]["items"][0]["evidence"]
    assert [(one["file"], one["answer"], one["note"]) for one in piece["voices"]] == [
        ("file1", "yes", ""),
        ("file2", "yes", ""),
        ("file3", "no", "Too long."),
        ("file4", "sometimes", ""),
        ("file5", "", "I was not asked."),
    ]
    assert call(MODEL, "peopleSaid", [piece]) == {"yes": 2, "no": 1, "sometimes": 1}
    people[2]["items"][0] |= {"answer": "yes"}
    people[2]["updated"] = "2026-12-01T10:00:00Z"
    later = call(PEOPLE, "withPeople", index, made["evaluation"], people)
    assert (later["added"], later["changed"], later["again"]) == (0, 1, 4)
    assert call(MODEL, "peopleSaid", later["evaluation"]["items"][0]["evidence"]) == {"yes": 3, "sometimes": 1}, "a person who says it anew is one person"
    back = call(PEOPLE, "withPeople", index, later["evaluation"], [{**people[2], "updated": NOW, "items": [{**people[2]["items"][0], "answer": "no"}]}])
    assert back["again"] == 1, "an earlier file does not take back what was said later"
