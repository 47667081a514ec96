"""What people answer in easy read becomes evidence: each answer once, and no rating is touched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evaluations import Call, Json, evaluations, made_up
from sds.exports.evaluation_file import EvaluationFile

PEOPLE, MODEL = "self-evaluation/people.js", "self-evaluation/model.js"


@made_up(40)
@given(data=st.data())
def test_each_answer_is_evidence_once_and_nothing_else_changes(call: Call, index: Json, data: st.DataObject) -> None:
    one = call(MODEL, "fitted", data.draw(evaluations(index, "components")), index)
    files = data.draw(st.lists(evaluations(index, "questions"), max_size=3, unique_by=lambda file: file["id"]))
    made = call(PEOPLE, "withPeople", index, one, files)
    answers = [(file["id"], item["about"]) for file in files for item in file["items"] if item["answer"]]
    assert made["pieces"] + made["again"] + made["left"] == len(answers)
    EvaluationFile.model_validate(made["evaluation"])
    again = call(PEOPLE, "withPeople", index, made["evaluation"], files)
    assert again["evaluation"] == made["evaluation"]
    assert again["pieces"] == 0
    for before, after in zip(one["items"], made["evaluation"]["items"], strict=True):
        assert after["evidence"][: len(before["evidence"])] == before["evidence"]
        assert {**after, "evidence": []} == {**before, "evidence": []}
