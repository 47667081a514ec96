"""The stars around hard words are parsed in one place: no page, table, pack or search result shows them, and all mark the same words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers import Element
from sds.easy_read.hard_words import hard_words, pieces, plain
from sds.model.framework import Framework


@pytest.mark.parametrize(
    ("text", "words", "hard"),
    [
        ("You can ask.", "You can ask.", []),
        ("Ask for a **review**.", "Ask for a review.", ["review"]),
        ("**Review**: look again. A **plan** and a **review** differ.", "Review: look again. A plan and a review differ.", ["Review", "plan", "review"]),
        ("", "", []),
    ],
)
def test_a_text_is_read_as_words_and_hard_words(text: str, words: str, hard: list[str]) -> None:
    assert plain(text) == words
    assert hard_words([text]) == hard
    assert "".join(piece.words for piece in pieces(text)) == words


@pytest.mark.parametrize("files", ["easy-read/**/*.html", "easy-read/**/*.json", "search/*.json", "pack/parts/*.json", "data/*.csv"])
def test_no_reader_meets_the_stars(built: Path, files: str) -> None:
    found = sorted(built.glob(files))
    assert found
    assert [path.relative_to(built).as_posix() for path in found if "**" in path.read_text("utf-8")] == []


def test_a_page_and_a_pack_mark_the_same_hard_words(built: Path, pages: dict[str, Element], framework: Framework) -> None:
    for page in framework.easy_read:
        if page.kind == "standards":
            wanted = [piece.words for text in page.sentences for piece in pieces(text) if piece.hard]
            part = json.loads((built / f"pack/parts/{page.id}.json").read_text("utf-8"))["easy"]
            packed = [words for block in (*part["opening"], *part["lines"], *part["rest"]) for sentence in block["words"] for words, hard in sentence if hard]
            assert packed == wanted
            marked = [link.text for link in pages[f"/easy-read/standards/{page.id}/"].one("main").all("a") if link.has_class("term")]
            assert [word for word in wanted if word not in marked] == []
