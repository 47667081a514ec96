"""The real content: complete, in order, with evidence, in our own words, and without repetition."""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
import yaml

from helpers import DATA, ROOT, words
from sds.checks import check
from sds.model.duties import binds
from sds.model.framework import Framework
from sds.problem import report
from sds.reading.load import Loaded

sys.path.insert(0, str(DATA))
from make_source_runs import RUNS, mark, runs

FILES = ("standards.yaml", *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.yaml")))
HAND_WRITTEN = sorted((ROOT / "content/pages").glob("*.md"))
STANDARDS = [entry["id"] for entry in yaml.load((ROOT / "standards.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)["standards"]]

NOT_WORDS = frozenset(["address", "official_address", "page", "cite", "id", "evidence"])
"""Fields that are no text of ours."""
PUBLISHED = {"title": ("content/sources.yaml", "content/resources.yaml", "content/alignments.yaml"), "official_title": ("standards.yaml",)}
"""Fields with a document's title as its publisher gave it, and the files in which they have this meaning."""
ALLOWED = {
    "Social Care (Self-directed Support) (Scotland) Act 2013": "the name of the Act, which the glossary explains and the about page gives in full",
}
"""Titles and legal terms of eight words or more that our sentences may contain, with the reason."""
COMMON = frozenset(words("the and for that with you your are can not was has have its their they them who what when this from each all any own how than then"))
"""Words too common to show what a statement is about."""


@pytest.fixture(params=STANDARDS)
def standard(request: pytest.FixtureRequest) -> str:
    """The id of each standard in turn."""
    return str(request.param)


def test_the_real_content_has_no_problem(loaded: Loaded) -> None:
    assert report(check(loaded)) == ""


# --- completeness ---


def test_each_form_that_people_fill_in_themselves_has_an_easy_read_one(framework: Framework) -> None:
    theirs = {role.id for role in framework.roles if role.easy_first}
    forms = [form for form in framework.templates if theirs & set(form.roles)]
    assert len(forms) > 10
    assert [form.id for form in forms if not form.easy] == []


NUMBERS = {
    word: number
    for number, word in enumerate(
        ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"], start=3
    )
}


def test_a_list_of_a_document_whose_title_counts_has_that_many_rows(framework: Framework) -> None:
    counted = [(source.id, part, NUMBERS[word]) for source in framework.sources for part in source.in_its_order if (word := words(part.title)[0]) in NUMBERS]
    assert len(counted) > 5
    assert [(id, part.title, len(part.items)) for id, part, number in counted if len(part.items) != number] == []


def test_a_standard_has_all_that_is_expected_of_it(framework: Framework, standard: str) -> None:
    expected, here = framework.spine.expected, next(one for one in framework.standards if one.id == standard)
    assert len(here.components) >= expected.components_per_standard
    assert len(here.file.ask_for) >= expected.ask_for_per_standard
    assert list(here.file.actions) == [role.id for role in framework.roles]
    for role in framework.roles:
        assert len(here.actions_of(role.id)) >= expected.actions_per_role, role.id


def test_no_less_is_expected_than_was_promised(framework: Framework) -> None:
    expected = framework.spine.expected
    assert (expected.components_per_standard, expected.actions_per_role, expected.ask_for_per_standard) >= (5, 4, 3)
    assert (expected.action_words_least, expected.action_words_most) == (8, 35)
    assert len(framework.current_actions) >= 12 * 5 * 4


def test_every_action_of_a_standard_rests_on_law_or_on_evidence_that_names_a_place(framework: Framework, standard: str) -> None:
    findings, sources = ({record.id for record in records} for records in (framework.findings, framework.sources))
    for action in next(one for one in framework.standards if one.id == standard).actions:
        assert action.evidence or action.provisions, action.id
        for citation in action.evidence:
            source, _, place = citation.partition(", ")
            assert citation in findings or (source in sources and place), (action.id, citation)


def test_every_duty_of_a_standard_names_a_rule_of_law_that_binds_and_where_it_stands(framework: Framework, standard: str) -> None:
    laws = {source.id for source in framework.sources if source.authority == "law"}
    duties = [action for action in framework.current_actions if action.standard == standard and action.basis == "duty"]
    for action in duties:
        rules = [framework.record("provisions", id) for id in action.provisions]
        assert any(binds(framework, rule) for rule in rules), action.id
        for rule in rules:
            assert rule.instrument in laws, (action.id, rule.id)
            assert re.match(r"(section|regulation|schedule|article|Part)s? \d", rule.section), (action.id, rule.section)


def test_what_supported_people_read_is_a_right_and_never_a_task(framework: Framework, standard: str) -> None:
    """A line begins with what they can do or ask. It may go on with what someone else must do: a right to be told is no task for the reader."""
    role = framework.roles[0]
    assert role.begins_with
    task = re.compile(r"\b(you|carers?|people) (must|should|have to|need to)\b(?! be (given|told)\b| get\b)|^(must|should)\b", re.IGNORECASE)
    for action in next(one for one in framework.standards if one.id == standard).actions_of(role.id):
        assert re.match(rf"({'|'.join(role.begins_with)})\b", action.text), action.id
        assert not task.search(action.text), action.id
        assert not re.search(r"\b(must|should)\b", re.split(r"(?<=[.?!]) ", action.text)[0]), action.id


def test_a_component_known_from_the_official_edition_has_a_number_of_its_standard(framework: Framework) -> None:
    numbers = {standard.id: standard.number for standard in framework.standards}
    official = [component for component in framework.components if component.official]
    assert official
    for component in official:
        assert re.fullmatch(rf"{numbers[component.standard]}\.\d+", component.official or ""), component.id
    assert len({component.official for component in official}) == len(official)


def test_a_component_of_an_edition_that_was_not_read_is_ours(framework: Framework) -> None:
    unread = [standard for standard in framework.standards if standard.file.official and standard.file.official.read == "none"]
    assert unread
    assert all(component.ours for standard in unread for component in standard.components)


# --- ids ---


def test_a_findings_id_is_of_the_table_of_a_standard_that_it_speaks_to(framework: Framework) -> None:
    tables = {f"E{standard.number:02}": standard.id for standard in framework.standards}
    for finding in framework.findings:
        assert re.fullmatch(r"E\d\d-\d\d", finding.id)
        assert tables[finding.id[:3]] in finding.standards, finding.id


def test_every_action_has_an_id_of_its_own(framework: Framework) -> None:
    assert [id for id, count in Counter(action.id for action in framework.actions).items() if count > 1] == []


def test_enough_findings_are_kept(framework: Framework) -> None:
    assert len({finding.id for finding in framework.findings}) == len(framework.findings) >= 300


# --- words ---


def strings(value: object, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in a YAML value, with the field names that lead to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, (*place, name))
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, place)
    else:
        yield place, str(value)


def sentences() -> Iterator[tuple[str, str]]:
    """Every text of ours, with its place."""
    for file in FILES:
        for place, text in strings(yaml.load((ROOT / file).read_text("utf-8"), Loader=yaml.CBaseLoader)):
            if place[-1] not in NOT_WORDS and file not in PUBLISHED.get(place[-1], ()):
                yield f"{file} {'.'.join(place)}", text
    for page in HAND_WRITTEN:
        yield page.name, page.read_text("utf-8")


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """The hash of every run of eight words in the source documents."""
    return frozenset(gzip.decompress(RUNS.read_bytes()).decode().split())


@pytest.mark.slow("looks up every run of eight words")
def test_no_run_of_eight_words_is_a_sources(known: frozenset[str]) -> None:
    allowed = [re.compile(r"\W+".join(map(re.escape, words(title))), re.IGNORECASE) for title in ALLOWED]
    copied = []
    for place, text in sentences():
        for title in allowed:
            text = title.sub(" \N{BULLET} title \N{BULLET} ", text.replace("\u2019", "'"))
        copied += [(place, run) for run in runs(text) if mark(run) in known]
    assert copied == []


@pytest.mark.slow("looks up every run of eight words")
@pytest.mark.parametrize("title", ALLOWED)
def test_a_title_that_may_be_repeated_is_a_sources_and_still_stands_here(known: frozenset[str], title: str) -> None:
    assert any(mark(run) in known for run in runs(title))
    assert any(" ".join(words(title)) in " ".join(words(text)) for _, text in sentences())


def test_no_two_statements_are_nearly_the_same(framework: Framework) -> None:
    bags = [(action.id, {word for word in words(action.text) if len(word) > 2} - COMMON) for action in framework.current_actions]
    alike = [(one, other) for (one, left), (other, right) in combinations(bags, 2) if len(left & right) >= 0.8 * len(left | right)]
    assert alike == []


def test_no_line_to_ask_with_stands_under_two_standards(framework: Framework) -> None:
    lines = Counter(line.words.lower() for standard in framework.standards for line in standard.file.ask_for)
    assert [line for line, count in lines.items() if count > 1] == []


def test_statements_start_with_what_is_done_and_not_with_a_vague_verb(framework: Framework) -> None:
    """Unless the duty itself is vague: a provision that the statement cites uses the same verb."""
    vague = ["promote", "ensure", "encourage", "support", "facilitate", "champion", "embed", "consider", "develop"]
    law = {one.id: words(one.text) for one in framework.provisions}
    first = {action.id: words(action.text)[0] for action in framework.current_actions}
    told = [action for action in framework.current_actions if first[action.id] in vague]
    assert [one.id for one in told if one.basis != "duty" or not any(first[one.id] in law[id] for id in one.provisions)] == []


def test_the_words_of_a_page_are_whole_sentences(framework: Framework) -> None:
    for action in framework.actions:
        assert re.match(r"[A-Z0-9\u2018\u201c\"]", action.text), action.id
        assert action.text.endswith((".", "?", ".\u201d", '."')), action.id
        assert action.why.endswith((".", "?", ".\u201d", '."')), action.id
