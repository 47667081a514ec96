"""search.yaml must not mention pages, kinds or lists that do not exist, because the search would silently ignore them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import ROOT, SETTINGS
from sds.build import Site, build
from sds.checks import check
from sds.reading.load import load

WORDS = "content/search.yaml"


def told(project: Path, text: str) -> list[str]:
    """The errors if search.yaml contains ``text``."""
    (project / WORDS).write_text(text, "utf-8")
    if not (project / "overrides").exists():
        (project / "overrides").symlink_to(ROOT / "overrides")
    made = build(project, SETTINGS)
    return [] if isinstance(made, Site) else [str(problem) for problem in made]


def test_an_address_and_a_kind_that_are_not_there_are_told_on_their_lines(small_situations: Path) -> None:
    assert told(small_situations, "kinds:\n  resources: [leaflet]\npages:\n  /law/: [rules]\n  /contacts/#gate: [the gate]\n") == []
    assert told(small_situations, "kinds:\n  resourcs: [leaflet]\npages:\n  /lawe/: [rules]\n  law: [rules]\n  /what-nobody-wrote/: [rules]\n") == [
        f'{WORDS}:2: "resourcs" is not a kind of thing that the search finds. Did you mean "resources"?',
        f'{WORDS}:4: There is no page "/lawe/", so its words would lead nowhere. Did you mean "/law/"?',
        f'{WORDS}:5: There is no page "law", so its words would lead nowhere. Did you mean "/law/"?',
        f'{WORDS}:6: There is no page "/what-nobody-wrote/", so its words would lead nowhere. '
        "Write the address of a page of this site, as in /about/, or delete it with its words.",
    ]


@pytest.mark.parametrize(
    ("phrase", "said"), [("<hit> <people", "as in <people>."), ("<hit <people>", "as in <hit>."), ("hit> me", "as in <hit>."), ("<hit> <people>", "")]
)
def test_a_list_in_a_phrase_of_danger_that_is_named_by_half_is_told_on_its_line(small: Path, phrase: str, said: str) -> None:
    (small / WORDS).write_text(f"danger:\n  words:\n    hit: [hit]\n    people: [me]\n  say:\n    - she did\n    - {phrase}\n", "utf-8")
    found = check(load(small))
    assert [(problem.line, problem.instead.endswith(said)) for problem in found] == ([(7, True)] if said else [])


def test_the_name_of_a_variant_without_its_colon_is_told_with_the_line(small: Path) -> None:
    (small / WORDS).write_text("variants: {wee: small, watter water}\n", "utf-8")
    [problem] = check(load(small))
    assert problem.instead == "If the first word is the name, the colon behind it is missing. Write watter: water"


def test_a_page_that_the_site_leaves_out_for_want_of_what_it_is_about_is_no_slip(small: Path) -> None:
    left_out = "  /my-words/: [rules]\n  /situations/: [rules]\n  /situations/dry-tap/: [rules]\n  /contacts/card/: [rules]\n"
    assert told(small, f"pages:\n{left_out}") == []
    assert [line.partition(" There")[0] for line in told(small, f"pages:\n{left_out}  /off-line/: [rules]\n  /standards/watr/: [rules]\n")] == [
        f"{WORDS}:6:",
        f"{WORDS}:7:",
    ]
