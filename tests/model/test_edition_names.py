"""What a sentence calls an edition, in Python and in the scripts."""

from __future__ import annotations

import pytest

from evaluations import Call
from sds.model.edition_names import edition_in_brief, edition_named, the_edition

NAMES = [
    ("May 2024", "May 2024 edition", "the May 2024 edition", "May 2024"),
    ("2024", "2024 edition", "the 2024 edition", "2024"),
    ("2021/22", "2021/22 edition", "the 2021/22 edition", "2021/22"),
    ("Spring", "Spring edition", "the Spring edition", "Spring"),
    ("3rd", "3rd edition", "the 3rd edition", "3rd"),
    ("3", "edition 3", "edition 3", "edition 3"),
    ("1.10", "edition 1.10", "edition 1.10", "edition 1.10"),
    ("v2", "edition v2", "edition v2", "edition v2"),
    ("IV", "edition IV", "edition IV", "edition IV"),
    ("B", "edition B", "edition B", "edition B"),
    ("Second edition", "second edition", "the second edition", "Second edition"),
    ("The second edition", "the second edition", "the second edition", "The second edition"),
    ("May 2024 edition", "May 2024 edition", "the May 2024 edition", "May 2024 edition"),
    ("UK edition", "UK edition", "the UK edition", "UK edition"),
    ("Second", "second edition", "the second edition", "Second"),
    ("The Green Book", "the Green Book edition", "the Green Book edition", "The Green Book"),
    ("Edition 3", "edition 3", "edition 3", "Edition 3"),
    ("Version 2.1", "version 2.1", "version 2.1", "Version 2.1"),
]


@pytest.mark.parametrize(("edition", "named", "the", "brief"), NAMES)
def test_an_edition_is_named_as_people_say_it(edition: str, named: str, the: str, brief: str) -> None:
    assert (edition_named(edition), the_edition(edition), edition_in_brief(edition)) == (named, the, brief)


def test_the_scripts_name_editions_in_the_same_way(call: Call) -> None:
    for edition, named, the, _ in NAMES:
        assert call("shared/editions.js", "editionNamed", edition) == named
        assert call("shared/editions.js", "theEdition", edition) == the
