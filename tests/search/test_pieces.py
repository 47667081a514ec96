"""The files of the search index: complete, all of one edition, and identical for the same records."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

import pytest

from sds.search.codes import SIGNS, coded, deltas, fingerprint, hashed, steps
from sds.search.index import Searched
from sds.search.pieces import Entry, search_files
from sds.search.tokens import Tokens

WORDS: Mapping[str, Any] = {"language": "en", "stop": ["the", "of"], "alike": [["bed", "plot"], ["tap", "water"], ["plot", "patch"]]}
FACETS = {"kind": ["terms", "actions"]}


def entry(title: str, at: int, *names: str) -> Entry:
    return Entry(
        searched=Searched(kind="terms", title=title, text="Where plants grow.", also="", names=names),
        facets={"kind": [0]},
        linked=0,
        shown={"title": title, "url": f"/terms/{at}/"},
    )


ENTRIES = [entry("Raised bed", 0, "high bed"), entry("Tap", 1), entry("Patch", 2), *(entry(f"Plant {at}", at) for at in range(3, 40))]


def unfronted(texts: list[str]) -> list[str]:
    """The texts that :func:`sds.search.codes.front_coded` has coded."""
    found: list[str] = []
    for same, rest in zip(map(SIGNS.index, texts[0]), texts[1].split(" "), strict=False):
        found.append((found[-1] if found else "")[:same] + rest)
    return found


def pieces(files: Mapping[str, str]) -> dict[str, Any]:
    """Each piece of the index, by name."""
    return {path.rpartition("/")[2].removesuffix(".json"): json.loads(text) for path, text in files.items() if not path.endswith("start.json")}


def test_every_record_and_every_stem_is_in_one_piece() -> None:
    files = search_files(ENTRIES, FACETS, WORDS, "search")
    start, made = json.loads(files["search/start.json"]), pieces(files)
    titles = [title for at in range(-(-len(ENTRIES) // start["together"])) for title in made[f"r{at}"][start["shown"].index("title")]]
    assert titles == [one.searched.title for one in ENTRIES]
    stems = [stem for name, piece in made.items() if name[0] == "w" for stem in piece[0].split()]
    assert len(stems) == len(set(stems))
    assert {"bed", "tap", "patch", "plant", "plant_7"} <= set(stems)


def test_a_number_that_begins_a_name_is_not_joined_to_the_last_word_of_the_name_before() -> None:
    files = search_files([*ENTRIES, entry("Shed", 40, "store 7", "hut", "13 doors")], FACETS, WORDS, "search")
    stems = {stem for name, piece in pieces(files).items() if name[0] == "w" for stem in piece[0].split()}
    assert {"store_7", "hut", "13"} <= stems
    assert "hut_13" not in stems


def test_a_stem_of_many_records_is_in_a_piece_of_its_own_so_that_words_that_begin_like_it_are_found_without_them() -> None:
    files = search_files([*ENTRIES, *(entry(f"Plant {at}", at) for at in range(40, 200))], FACETS, WORDS, "search")
    start, made = json.loads(files["search/start.json"]), pieces(files)
    assert unfronted(start["long"]) == ["grow", "plant", "where"]
    assert len(files[f"search/{start['edition']}/l1.json"]) > 350
    assert "plant" not in {stem for name, piece in made.items() if name[0] == "w" for stem in piece[0].split()}
    assert "plant" in {stem for name, piece in made.items() if name[0] == "w" for stem in piece[2].split()}
    assert {"plant", "plants"} <= {word for name, piece in made.items() if name[0] == "w" for word in piece[5].split()}


def test_names_and_titles_are_where_their_hash_says() -> None:
    files = search_files(ENTRIES, FACETS, WORDS, "search")
    start, made = json.loads(files["search/start.json"]), pieces(files)
    for stem in ("high", "bed"):
        names, listed, _ = made[f"n{hashed(stem) % start['names']}"]
        assert dict(zip(names.split(","), listed.split(" "), strict=True))["high bed"] == coded([0, 1])
    assert fingerprint(hashed("patch")) in made[f"t{hashed('patch') % start['titles']}"][0]


def test_numbers_that_run_on_take_one_character_each() -> None:
    assert steps([0, 1, 2, 7, 3, 4]) == [0, 0, 0, 8, 9, 0]


def test_words_that_people_use_for_one_another_are_together_however_far_they_are_in_the_alphabet() -> None:
    files = search_files(ENTRIES, FACETS, WORDS, "search")
    place = {stem: name for name, piece in pieces(files).items() if name[0] == "w" for stem in piece[0].split()}
    assert place["bed"] == place["patch"]
    assert json.loads(files["search/start.json"])["lots"][0] == int(place["bed"][1:])


def test_an_edition_has_an_address_of_its_own() -> None:
    def edition(entries: list[Entry]) -> str:
        files = search_files(entries, FACETS, WORDS, "search")
        (folder,) = {path.split("/")[1] for path in files if path != "search/start.json"}
        assert json.loads(files["search/start.json"])["edition"] == folder
        return folder

    assert edition(ENTRIES) == edition(list(ENTRIES))
    other = dataclasses.replace(ENTRIES[0], shown={**ENTRIES[0].shown, "url": "/elsewhere/"})
    assert edition([other, *ENTRIES[1:]]) != edition(ENTRIES)
    assert edition(ENTRIES[:-1]) != edition(ENTRIES)


def test_a_small_index_is_one_file_with_all_in_it() -> None:
    (text,) = search_files(ENTRIES, FACETS, WORDS, "search", whole=True).values()
    assert {"w1", "n0", "t0", "r0"} <= json.loads(text)["pieces"].keys()


def test_a_site_with_nothing_to_find_has_an_index_too() -> None:
    assert json.loads(search_files([], FACETS, WORDS, "search")["search/start.json"])["rows"] == ""


def test_numbers_take_one_character_up_to_31_and_two_up_to_1023() -> None:
    assert [len(coded([number])) for number in (0, 31, 32, 1023, 1024)] == [1, 1, 2, 2, 3]
    assert len(set(SIGNS)) == len(SIGNS) == 64
    assert deltas([3, 3, 10]) == [3, 0, 7]


def test_a_fingerprint_is_that_of_the_text() -> None:
    texts = ["", "a", "b", "ab", "ba", "دعم", "支持", "😀", "x" * 10_000]
    prints = [fingerprint(hashed(text)) for text in texts]
    assert len(set(prints)) == len(texts)
    assert {len(one) for one in prints} == {6}


@pytest.mark.parametrize(("language", "stem"), [("en", "payment"), ("en-GB", "payment"), ("gd", "payments")])
def test_only_english_words_lose_english_endings(language: str, stem: str) -> None:
    assert Tokens({"language": language}).terms("Payments") == [stem]
