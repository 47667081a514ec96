"""Words inside a sentence, in Python and in the scripts."""

from __future__ import annotations

from evaluations import Call
from sds.model.framework import in_sentence

SAID = [
    ("en-GB", "Duty of the landlord", "duty of the landlord"),
    ("en-GB", "PDF files", "PDF files"),
    ("en-GB", "A guide", "a guide"),
    ("en-GB", "2 rules", "2 rules"),
    ("en-GB", "\u00c9quipes", "\u00e9quipes"),
    ("en-GB", "", ""),
    ("de-AT", "Lotsinnen und Lotsen", "Lotsinnen und Lotsen"),
    ("de", "Lotsen", "Lotsen"),
    ("den", "Chiefs", "chiefs"),
]


def test_words_begin_with_a_small_letter_inside_a_sentence_and_acronyms_and_german_nouns_stay() -> None:
    assert [in_sentence(language, words) for language, words, _ in SAID] == [said for _, _, said in SAID]


def test_the_scripts_do_the_same(call: Call) -> None:
    assert [call("shared/in-sentence.js", "inSentence", language, words) for language, words, _ in SAID] == [said for _, _, said in SAID]
