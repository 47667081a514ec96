"""What was published stays: each id is still there, so that a link to it from a letter, a leaflet or another site still works."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from helpers import DATA, made
from sds.model.framework import Framework
from sds.reading.load import load

sys.path.insert(0, str(DATA))
from add_published_ids import PUBLISHED, grown, published


def lost(ids: Iterable[str], framework: Framework) -> list[str]:
    """What to tell an editor of each id, written ``kind/id``, that the framework no longer has."""
    here = {f"{kind}/{id}" for kind, records in framework.listed() for id in records}
    here |= {f"easy_read/{former}" for page in framework.easy_read for former in page.formerly}  # its address leads on to the page in its place
    end = {True: "Put it back; to end it, add status: withdrawn.", False: "Put it back. Its words may change, and may say that it has ended."}
    return [f"The id {id} was published. {end[id.startswith('actions/')]}" for id in ids if id not in here]


def test_every_id_that_was_published_is_still_there(framework: Framework) -> None:
    ids = published(PUBLISHED.read_text("utf-8"))
    assert ids
    if told := lost(ids, framework):
        pytest.fail("\n".join(told), pytrace=False)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("content/standards/water.yaml", "water-w1", "water-w9", "The id actions/water-w1 was published. Put it back; to end it, add status: withdrawn."),
        (
            "content/glossary.yaml",
            "id: butt",
            "id: barrel",
            "The id terms/butt was published. Put it back. Its words may change, and may say that it has ended.",
        ),
    ],
)
def test_an_id_that_was_changed_is_named_with_what_to_do(small: Path, file: str, old: str, new: str, said: str) -> None:
    ids = published(grown("", json.loads(made(small)["data/framework.json"])))
    path = small / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    changed = load(small).framework
    assert changed is not None
    assert lost(ids, changed) == [said]


def test_a_statement_that_is_withdrawn_is_not_lost(small: Path) -> None:
    ids = published(grown("", json.loads(made(small)["data/framework.json"])))
    framework = load(small).framework
    assert framework is not None
    assert "actions/paths-w2" in ids
    assert lost(ids, framework) == []


def test_the_list_keeps_what_it_has_and_takes_in_what_a_publication_adds(small: Path) -> None:
    old = "# a note\nactions/long-ago\nactions/water-g1\n"
    ids = published(grown(old, json.loads(made(small)["data/framework.json"])))
    assert len(ids) == len(set(ids))
    assert {"actions/long-ago", "actions/water-g1", "actions/water-g2", "terms/butt", "findings/E01-01"} <= set(ids)
