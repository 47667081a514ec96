"""Spelling: unknown words, repeated words, and punctuation and spaces of hand-written pages are reported. Correct text is not."""

from __future__ import annotations

import datetime
import random
import re
from pathlib import Path

import pytest

from helpers import ROOT, edit
from sds.changes.pull_request import review
from sds.checks import diagnostics
from sds.checks.spelling import Speller
from sds.clean_checks_cache import NO_CACHE, CleanChecksCache
from sds.commands.fix import compatible_fixes
from sds.paths import KNOWN_SPELLINGS
from sds.problem import Problem, replaced
from sds.reading.field_forms import is_words
from sds.reading.known_spellings import KnownSpellings, order, read_known_spellings
from sds.reading.load import Loaded, load
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import values_of
from sds.reading.visible_words import GONE, visible_words
from sds.spelling import dictionary

WATER, GLOSSARY, ABOUT = "content/standards/water.yaml", "content/glossary.yaml", "content/pages/about.md"
WHY = "      why: The by-law gives each ten beds a tap.\n"
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
OF_TEMPLATES = {"Schemas", "Textphone", "Zotero", "mailto", "mkdocs", "noindex", "url"}
TYPED = re.compile(r"(?<![\w'\u2019/-])[A-Za-z][a-z]{4,}(?![\w'\u2019/])")


@pytest.fixture
def project(small: Path) -> Path:
    """The small framework, with its own list of correct words that are not in the dictionary."""
    (small / KNOWN_SPELLINGS).write_text("# Right.\nallotmenteer\nOkafor\n", "utf-8")
    return small


def found(project: Path, rule: str = "words-are-spelt", clean_checks: CleanChecksCache = NO_CACHE) -> list[Problem]:
    told = diagnostics(load(project), datetime.date(2026, 4, 2), visible=visible_words(project), clean_checks=clean_checks)
    return [one for one in told if one.rule == rule]


@pytest.mark.parametrize(
    ("written", "meant"), [("gievs", "gives"), ("givws", "gives"), ("colour and color", ""), ("GIves", "Gives"), ("Givesthe", "Gives the")]
)
def test_a_word_in_no_dictionary_is_a_warning_with_its_line_and_the_word_meant(project: Path, written: str, meant: str) -> None:
    edit(project, WATER, WHY, WHY.replace("gives", written))
    (problem,) = found(project)
    wrong = written.split()[-1]
    assert problem.level == "warning"
    assert problem.line == (project / WATER).read_text("utf-8").split("\n").index(WHY.rstrip("\n").replace("gives", written)) + 1
    assert problem.wrong.startswith(f'"{wrong}" is not in the dictionary.')
    assert f"add it to {KNOWN_SPELLINGS}" in problem.instead
    if meant:
        assert problem.wrong.endswith(f'Did you mean "{meant}"?')
        assert problem.instead.endswith(f"or write why: The by-law {meant} each ten beds a tap.")
        assert problem.replacement
        assert replaced((project / WATER).read_text("utf-8"), [problem.replacement])[0].count(WHY.replace("gives", meant)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Allotmenteers' beds: the allotmenteer's tap.",
        "Ask Zbigniewa Okafor of NHS Garden or GardenWeb.",
        "See www.gardn.example/tapps or tapp@gardn.example for 12kg of it.",
        "It\u2019s hers, isn\u2019t it, in the caf\u00e9.",
        "The \u4e2d\u6587 leaflet.",
        "Well-made and self-watering.",
    ],
)
def test_names_abbreviations_addresses_and_listed_words_are_passed_over(project: Path, words: str) -> None:
    (project / KNOWN_SPELLINGS).write_text("allotmenteer\nallotmenteers\n", "utf-8")
    edit(project, WATER, WHY, f'      why: "{words}"\n')
    assert found(project) == []


def test_both_halves_of_a_word_with_a_hyphen_are_looked_at(project: Path) -> None:
    edit(project, WATER, WHY, WHY.replace("gives", "self-watters"))
    assert [one.wrong for one in found(project)] == ['"watters" is not in the dictionary. Did you mean "waters"?']


def test_a_word_is_told_once_in_each_file(project: Path) -> None:
    edit(project, WATER, WHY, WHY.replace("gives", "gievs and gievs"))
    assert len(found(project)) == 1


def test_hand_written_pages_are_looked_at_without_their_code_and_addresses(project: Path) -> None:
    text = (project / ABOUT).read_text("utf-8")
    (project / ABOUT).write_text(f"{text}\nA gardin with `tapp` and [a bed](~/bedd/).\n\n```\ntapp\n```\n", "utf-8")
    assert [(one.path, one.line, one.wrong) for one in found(project)] == [
        (ABOUT, text.count("\n") + 2, '"gardin" is not in the dictionary. Did you mean "garden"?')
    ]


def test_a_framework_without_the_list_is_not_looked_at(small: Path) -> None:
    (small / KNOWN_SPELLINGS).unlink()
    edit(small, WATER, WHY, WHY.replace("gives", "gievs"))
    assert found(small) == []


def test_a_machine_without_hunspell_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "installed", lambda: False)
    edit(project, WATER, WHY, WHY.replace("gives", "gievs"))
    assert [one.wrong for one in found(project)] == ["Spelling was not checked: Hunspell is not installed here."]


def test_a_word_that_may_be_right_is_offered_on_a_pull_request_and_never_written_by_the_program(project: Path) -> None:
    edit(project, WATER, WHY, WHY.replace("gives", "gievs"))
    problems = found(project)
    assert list(compatible_fixes(problems)) == []
    diff = f"+++ b/{WATER}\n@@ -1 +{problems[0].line} @@\n+{WHY}"
    assert "```suggestion\\n      why: The by-law gives each ten beds a tap.\\n```" in review(problems, diff)


def test_more_words_than_anyone_mistypes_are_all_told_and_not_kept_as_right(project: Path, tmp_path: Path) -> None:
    words = " ".join(f"Z{'qx' * 3}{'abcdefghijklmnopqrstuvwxyz'[number]}" for number in range(26))
    edit(project, WATER, WHY, f'      why: "{words} gievs."\n')
    earlier = CleanChecksCache(tmp_path / "notes", b"")
    first = found(project, clean_checks=earlier)
    assert any('"gievs"' in one.wrong for one in first)
    assert found(project, clean_checks=earlier)


@pytest.mark.parametrize("at", [0, 2, 4])
@pytest.mark.parametrize("word", ["zinnia", "allium"])
def test_one_word_out_of_order_is_one_warning(project: Path, word: str, at: int) -> None:
    words = ["bed", "Elmswick", "mulch", "Okafor", "tilth"]
    (project / KNOWN_SPELLINGS).write_text("".join(f"{one}\n" for one in [*words[:at], word, *words[at:]]), "utf-8")
    told = [one for one in found(project) if one.path == KNOWN_SPELLINGS and "out of order" in one.wrong]
    assert [one.line for one in told] == ([] if word == "allium" and at == 0 else [at + 1])


def test_the_list_is_in_order(project: Path) -> None:
    (project / KNOWN_SPELLINGS).write_text("bed\nOkafor\nallotmenteer\nOkafor\ntwo words\n", "utf-8")
    assert [str(one) for one in found(project)] == [
        f'{KNOWN_SPELLINGS}:3: "allotmenteer" is out of order. Move the line: it belongs first of all.',
        f'{KNOWN_SPELLINGS}:4: "Okafor" is here twice. Delete one of the two lines.',
        f'{KNOWN_SPELLINGS}:5: "two words" is not one word. Write one word a line, in letters only.',
    ]


@pytest.mark.parametrize(("written", "both"), [("gives gives", "gives"), ("gives each Each", "each"), ("gives the the", "the")])
def test_a_word_twice_in_a_row_is_a_warning_with_the_mended_line(small: Path, written: str, both: str) -> None:
    edit(small, WATER, WHY, WHY.replace("gives each", written))
    (problem,) = found(small, "words-stand-once")
    assert problem.level == "warning"
    assert f'"{both}" comes twice in a row.' == problem.wrong
    assert problem.replacement
    assert list(compatible_fixes([problem])) == [problem]


@pytest.mark.parametrize("words", ["They said that that tap had had its day.", "See Duran Duran.", "One is. Is one?", "Self-watering watering cans."])
def test_what_may_stand_twice_is_passed_over(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert found(small, "words-stand-once") == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("A bed ,and a tap.", "space"),
        ("A bed.And a tap.", "space"),
        ("A bed (and a tap.", "only one of a pair"),
        ("A \u201cbed and a tap.", "only one of a pair"),
        ("A bed,, and a tap.", "two punctuation marks"),
    ],
)
def test_signs_and_spaces_of_hand_written_pages_are_looked_at(project: Path, line: str, told: str) -> None:
    text = (project / ABOUT).read_text("utf-8")
    (project / ABOUT).write_text(f"{text}\nRight words.\n{line}\n", "utf-8")
    (problem,) = found(project, "words-hold-no-stray-signs")
    assert told in problem.wrong
    assert (problem.path, problem.line) == (ABOUT, text.count("\n") + 3)


@pytest.mark.parametrize(
    "line",
    [
        "[A bed](https://garden.example/beds(1)) and a tap.",
        "A tap :smile: :material-flower:{ .big } drips.",
        '!!! note "A tap"\n    It drips.\n\n=== "One"\n    It drips.\n\n??? tip "More"\n    It drips.',
        "A tap.[^1]\n\n[^1]: It drips.\n\nButt\n:   A barrel.\n\n- [ ] A tap\n\n*[HTML]: A tap",
        "| A | B |\n| :-- | --: |\n| 1 | 2 |",
        "A ~~tap~~ ==drips==, ++ctrl+alt++, H~2~O, x^2^.\n\n## A tap {#tap .big}",
        '[A bed][tap] and `a (tap` drip (5-7 times).\n\n[tap]: about.md "A tap"\n\n1) A tap\n2) A bed\n\na) A tap',
    ],
)
def test_what_markdown_and_its_extensions_mean_is_no_stray_sign(project: Path, line: str) -> None:
    text = (project / ABOUT).read_text("utf-8")
    (project / ABOUT).write_text(f"{text}\n{line}\n", "utf-8")
    assert found(project, "words-hold-no-stray-signs") == []


# --- the real content ---


@pytest.fixture(scope="module")
def real() -> Loaded:
    return load(ROOT)


@pytest.fixture(scope="module")
def known(real: Loaded) -> KnownSpellings:
    assert real.known_spellings
    return real.known_spellings


@pytest.fixture(scope="module")
def sentences(real: Loaded) -> list[str]:
    """All text of the YAML files that readers see and that has four words or more."""
    assert real.framework
    not_ours, said = real.framework.phrases_to_avoid.not_ours, list[str]()
    for path, document in real.where.documents.items():
        for place, value in values_of(document) if path not in not_ours.files else ():
            field = tuple(0 if isinstance(step, int) else step for step in place)
            if len(value.split()) >= 4 and set(not_ours.fields).isdisjoint(place) and is_words(kind_of_file(path).model, field):
                said.append(value)
    return said


def test_the_real_content_has_no_word_that_is_in_neither(real: Loaded) -> None:
    told = [one for one in diagnostics(real, datetime.date.today(), visible=visible_words(ROOT)) if one.rule in {"words-are-spelt", "words-stand-once"}]
    assert told == []


def test_the_words_of_the_real_templates_are_spelt_right(known: KnownSpellings) -> None:
    """The words of templates must be in the dictionary itself, because templates belong to no framework and its list of words."""
    seen = " ".join(one.seen.replace(GONE, " ") for one in visible_words(ROOT) if one.path.endswith(".html"))
    assert {word for some in Speller(known).wrong(set(seen.split())).values() for word in some} == OF_TEMPLATES


def test_the_real_list_is_short_and_holds_only_what_the_dictionary_has_not(known: KnownSpellings) -> None:
    assert sorted(known.words, key=order) == [line for line in known.text.splitlines() if not line.startswith("#")]
    assert len(known.words) < 200
    assert [word for word in known.words if dictionary.knows(word)] == []


def mistyped(word: str, chance: random.Random) -> str:
    """``word`` with one typing mistake: a letter missing, doubled, swapped with the next one, or replaced by a neighbouring key."""
    at, slip = chance.randrange(len(word) - 1), chance.choice(("lost", "doubled", "swapped", "beside"))
    if slip == "lost":
        return word[:at] + word[at + 1 :]
    if slip == "doubled":
        return word[: at + 1] + word[at:]
    if slip == "swapped":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    row = next(row for row in KEYS if word[at].lower() in row)
    key = row.index(word[at].lower())
    return word[:at] + row[key + 1 if key + 1 < len(row) else key - 1] + word[at + 1 :]


def test_nearly_every_slip_of_one_letter_is_told_with_the_word_meant(real: Loaded, known: KnownSpellings, sentences: list[str]) -> None:
    """Of 200 random mistakes. The rest result in another correct word, such as "care" for "carer", which no dictionary can find.

    The suggestion is only checked for 30 of them, because each takes a tenth of a second.
    """
    chance, speller = random.Random(20261129), Speller(known)
    texts = [document.text for document in real.where.documents.values()]

    def used(word: str) -> int:
        return sum(text.count(f" {word} ") for text in texts)

    drawn = [(words, chance.choice(places)) for words in chance.sample(sentences, 400) if (places := list(TYPED.finditer(words)))][:200]
    slips = [(words[: place.start()] + mistyped(place[0], chance) + words[place.end() :], place[0]) for words, place in drawn]
    wrong = [(word, typed) for words, typed in slips for some in speller.wrong(set(words.split())).values() for word in some]
    assert len(drawn) == 200
    assert len(wrong) >= 180
    assert sum(speller.meant(word, used, iter([1])) == typed for word, typed in wrong[:30]) >= 24


def test_an_unknown_list_is_none(tmp_path: Path) -> None:
    assert read_known_spellings(tmp_path) is None
