"""What is missing in a situation or wrong with a contact is reported as ``file:line: what is wrong. What to write instead.``"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from helpers import edit, text_after
from sds.checks import check, diagnostics
from sds.checks.addresses import what_it_is
from sds.problem import replaced
from sds.reading.load import Loaded, load

TODAY = datetime.date(2026, 4, 2)
TAP, CONTACTS, PAGES = "content/situations/dry-tap.yaml", "content/contacts.yaml", "content/easy-read/pages.yaml"
FIRST_STEPS = "first_steps:\n  - do: Tell the warden.\n    how: If nobody answers, call 555.\n    contact: mend\n"
OWN_WORDS = "words:\n  - {id: dry-tap-w1, words: Who mends this tap and when?}\n  - {id: dry-tap-w2, words: Why is my tap shut?, right: bylaw-s6}\n"
EASY_PAGE = '  - kind: situations\n    id: dry-tap\n    title: If your tap is dry\n    words_from: "40f6fd8de147"\n    blocks:\n'
BLOCKS = "      - {picture: plant, words: [Your tap may be dry.]}\n      - {picture: hand, contact: mend, words: [You can ask for help.]}\n"


def line_of(project: Path, file: str, words: str) -> int:
    """The number of the first line of a file that contains ``words``."""
    return next(number for number, line in enumerate((project / file).read_text("utf-8").split("\n"), start=1) if words in line)


def told(project: Path) -> list[str]:
    """Every error as an editor sees it."""
    return [str(problem) for problem in diagnostics(load(project), TODAY) if problem.level == "error"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (FIRST_STEPS, 'does not say what to do first. Write first_steps: [{do: "..."}]'),
        (f"{OWN_WORDS}  - {{ask_for: water-a1}}\n", 'does not say what one can say. Write words: [{id: dry-tap-w1, words: "..."}]'),
        ("contacts: [warden-line, mend]\n", "does not say who to contact. Write contacts: [gate]"),
        ("provisions: [bylaw-s3, bylaw-s6]\n", "does not say what the law says. Write provisions: [bylaw-s2]"),
        ("if_no: Ask the parish meeting.\n", 'does not say what comes next if the answer is no. Write if_no: "..."'),
    ],
    ids=["first step", "words", "contact", "law", "what comes next"],
)
def test_a_situation_that_lacks_something_is_told_where_it_stands(small_situations: Path, lines: str, said: str) -> None:
    edit(small_situations, TAP, lines, "")
    assert told(small_situations) == [f'{TAP}:1: "dry-tap" {said}']


def test_a_situation_without_easy_read_is_told_where_it_stands(small_easy_read: Path) -> None:
    edit(small_easy_read, PAGES, EASY_PAGE + BLOCKS, "")
    assert told(small_easy_read) == [
        f'{TAP}:1: "dry-tap" has no page in easy read. Add one to a file in content/easy-read/: - kind: situations, and below it id: dry-tap.'
    ]


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        (
            "    by_when_from: suggestion\n",
            "    by_when_from: sugestion\n",
            '"sugestion" is not a value for "by_when_from" of "wait". Did you mean "suggestion"?',
        ),
        (
            "    by_when: Within a week\n    by_when_from: suggestion\n",
            "    by_when: Within a week\n",
            '"Within a week" does not say who set the time limit. Add by_when_from: law, model, guidance, practice or suggestion.',
        ),
        ("id: dry-tap\n", "id: dryer-tap\n", 'The id "dryer-tap" is not the name of this file. Write id: dry-tap'),
        ("part: hose}", "part: hoose}", '"hoose" is neither a case nor a step of "dry-tap". Write one of: hose, wait, parish-meeting.'),
    ],
    ids=["whose time, misspelt", "whose time, left out", "an id that is not the file's name", "a case that is not there"],
)
def test_a_slip_in_a_situation_is_told_where_it_is(small_situations: Path, find: str, replace: str, said: str) -> None:
    edit(small_situations, TAP, find, replace)
    assert told(small_situations) == [f"{TAP}:{line_of(small_situations, TAP, replace.splitlines()[0])}: {said}"]


@pytest.mark.parametrize(
    ("find", "replace", "at", "said"),
    [
        (
            "          page: the wardens' page\n",
            "",
            "hours: mornings",
            '"seen" of item 1 of "ways" has no "page". Add the line page: "..." below line 29, indented by 10 spaces. Plain words.',
        ),
        (
            "          address: https://gardens.example/wardens\n",
            "",
            "hours: mornings",
            '"seen" of item 1 of "ways" has no "address". Add the line address: "..." '
            "below line 29, indented by 10 spaces. A whole web address, starting with https:// or http://.",
        ),
        (
            '          read: "2025-03"\n',
            "",
            "hours: mornings",
            '"seen" of item 1 of "ways" has no "read". Add the line read: "..." '
            "below line 29, indented by 10 spaces. A day or a month: year-month-day, or year-month.",
        ),
        (
            '          read: "2025-03"\n',
            '          read: "2026-05"\n',
            "2026-05",
            '"2026-05" is in the future. Write the day when the page was read: read: "YYYY-MM-DD".',
        ),
        (
            '          read: "2025-03"\n',
            "          read: last March\n",
            "last March",
            'In "read" of item 1 of "ways": "last March" is not a day or a month. '
            'Write the day or the month when the page was read, in digits: read: "YYYY-MM-DD" or read: "YYYY-MM".',
        ),
        (
            'read: "2025-03-02"',
            'read: "2026-04-03"',
            "2026-04-03",
            '"2026-04-03" is in the future. Write the day when the page was read: read: "YYYY-MM-DD".',
        ),
        (
            'when: "2026-03-01"',
            'when: "2026-04-03"',
            "2026-04-03",
            '"2026-04-03" is in the future. Write the day on which it was done: today is "2026-04-02".',
        ),
        (
            '"0300 555 0202"',
            '"0300 555 O2O2"',
            "O2O2",
            '"0300 555 O2O2" is not a number that can be called. Write digits and spaces, as in value: "01632 960 001". Words go in label.',
        ),
        (
            '"0300 555 0202"',
            '"(0300) 555-0202"',
            "555-0202",
            '"(0300) 555-0202" is not a number that can be called. Write value: "0300 555 0202"',
        ),
        (
            "value: warden@gardens.example",
            "value: warden at gardens.example",
            "warden at",
            '"warden at gardens.example" is not an email address. Write it as in value: "name@example.org"',
        ),
        (
            "value: https://gardens.example/south",
            "value: gardens.example/south",
            "value: gardens",
            'In "value" of item 1 of "ways": "gardens.example/south" is not a web address. Write the whole address, starting with https://.',
        ),
        (
            "purpose: mend\n        title: The south shed",
            "purpose: mned\n        title: The south shed",
            "mned",
            '"mned" is not the id of a purpose. Did you mean "mend"?',
        ),
    ],
    ids=[
        "no page",
        "no address",
        "no date",
        "a month to come",
        "no month",
        "a day to come in an area",
        "looked at on a day to come",
        "a number with letters",
        "a number with other marks",
        "no email address",
        "no web address",
        "an unknown purpose",
    ],
)
def test_a_contact_that_nobody_could_trust_is_told_where_it_stands(small_situations: Path, find: str, replace: str, at: str, said: str) -> None:
    edit(small_situations, CONTACTS, find, replace)
    line = line_of(small_situations, CONTACTS, at) + (at == "hours: mornings")
    assert told(small_situations) == [f"{CONTACTS}:{line}: {said}"]


@pytest.mark.parametrize(
    ("agrees", "more"),
    [
        ((), "2 more sites"),
        (("https://north.example/help", "https://www.north.example/who", "https://www.gardens.example/help"), "1 more site"),
        (("https://north.example/help", "https://south.example/help"), ""),
    ],
    ids=["no other page", "pages of a site count once", "enough sites"],
)
def test_a_number_on_an_old_page_needs_enough_sites_that_print_the_same(small_situations: Path, agrees: tuple[str, ...], more: str) -> None:
    listed = "".join(["          agrees:\n" if agrees else "", *(f"            - {page}\n" for page in agrees)])
    edit(
        small_situations,
        CONTACTS,
        '          dated: undated\n          read: "2025-03"\n',
        f'          dated: March 2009\n          read: "2025-03"\n{listed}',
    )
    said = [one for one in told(small_situations) if "was read on a page" in one]
    assert [one.split(". ", 1)[1] for one in said] == (
        [f"Write show: page, or list under agrees pages of public bodies that give the same number, on {more}."] if more else []
    )


@pytest.mark.parametrize(
    ("host", "wrong"),
    [("sheds.gardens.example", False), ("www.gardens.example", False), ("othergardens.example", True), ("gardens.example.org", True)],
    ids=["below the area's host", "with www", "a host that ends alike", "a host that begins alike"],
)
def test_an_area_shows_a_number_only_from_its_own_sites(small_situations: Path, host: str, wrong: bool) -> None:
    edit(small_situations, CONTACTS, 'address: "https://gardens.example/north"', f'address: "https://{host}/north"')
    assert told(small_situations) == (
        [
            f'{CONTACTS}:{line_of(small_situations, CONTACTS, host) + 1}: "0300 555 0202" was read on {host}, which is not one of the sites of "north-row". '
            f"Write show: page, or add the host to the area if the site is its own: sites: [gardens.example, {host}]"
        ]
        if wrong
        else []
    )


def test_a_purpose_that_does_not_ask_for_own_sites_shows_a_number_from_any(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, ', own_sites_only: "yes"', "")
    edit(small_situations, CONTACTS, 'address: "https://gardens.example/north"', 'address: "https://north.example/who"')
    assert told(small_situations) == []


def test_a_number_with_other_marks_is_put_right_by_the_line_that_is_proposed(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, '"0300 555 0202"', '"0300-555.0202"')
    (problem,) = check(load(small_situations))
    assert problem.replacement is not None
    after, _ = replaced((small_situations / CONTACTS).read_text("utf-8"), [problem.replacement])
    assert '            value: "0300 555 0202"\n' in after


@pytest.mark.parametrize("number", ["+44 (0)300 555 0202", "0300 555 0202 / 0203", "0300 555 0202 or 0203", "none"])
def test_no_line_is_proposed_where_it_could_be_another_number(small_situations: Path, number: str) -> None:
    edit(small_situations, CONTACTS, '"0300 555 0202"', f'"{number}"')
    (problem,) = check(load(small_situations))
    assert problem.rule == "numbers-hold-no-letters"
    assert problem.replacement is None


def test_words_that_lead_to_two_situations_are_told_and_stop_nothing(small_situations: Path) -> None:
    second = (small_situations / TAP).read_text("utf-8").replace("dry-tap", "wet-path").replace("My tap is dry", "My path is wet")
    asked = "asked_as: [no water, the tap does not work]"
    assert asked in second
    second = second.replace(asked, "asked_as: [puddles, No water!, my tap is dry]")
    (small_situations / "content/situations/wet-path.yaml").write_text(second, "utf-8")
    here = [problem for problem in diagnostics(load(small_situations), TODAY) if problem.rule == "search-words-lead-to-one-situation"]
    assert [(problem.path, problem.line, problem.level, problem.wrong) for problem in here] == [
        ("content/situations/wet-path.yaml", 4, "warning", '"No water!" leads to "dry-tap" too.'),
        ("content/situations/wet-path.yaml", 4, "warning", '"my tap is dry" leads to "dry-tap" too.'),
    ]


def test_no_words_of_the_real_situations_lead_to_two(loaded: Loaded) -> None:
    assert [str(problem) for problem in diagnostics(loaded, TODAY) if problem.rule == "search-words-lead-to-one-situation"] == []


@pytest.mark.parametrize(
    "host",
    [
        "edit.example.org",
        "www-staging.example.org",
        "uat.example.org",
        "area.x2-prd.gosshosted.com",
        "mine.microsoftcrmportals.com",
        "web.archive.org",
        "docest.com",
    ],
)
def test_a_copy_or_a_site_where_pages_are_made_is_known_by_its_host(host: str) -> None:
    assert what_it_is(host)


@pytest.mark.parametrize(
    "host", ["www.example.org", "devon.example.org", "test.org", "www2.example.org", "forum.example.org", "archive.example.org", "latest.example.org"]
)
def test_a_public_host_is_left_alone(host: str) -> None:
    assert not what_it_is(host)


def test_a_step_of_complaining_without_a_time_is_told_where_it_stands(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, "    by_when: At any time\n    by_when_from: practice\n", "")
    assert told(small_situations) == [
        f'{CONTACTS}:{line_of(small_situations, CONTACTS, "- id: league")}: The step "league" does not say by when. '
        'Add by_when: "..." and by_when_from: suggestion, or whoever else sets the time.'
    ]


def test_a_situation_without_a_statement_of_some_role_is_told_where_it_stands(small_situations: Path) -> None:
    line = line_of(small_situations, TAP, "actions:")
    edit(small_situations, TAP, "actions: [water-g1, water-w1]", "actions: [water-w1]")
    assert told(small_situations)[0].startswith(f'{TAP}:{line}: "dry-tap" has no statement of "growers". Add the id of one that fits to actions.')


# --- impossible phone numbers ---


def test_a_wrong_length_in_the_numbering_is_told_once_and_judges_no_number(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, "purposes:\n", 'numbers:\n  short: ["555"]\n  digits: {"03": ["eleven"]}\npurposes:\n')
    (problem,) = told(small_situations)
    assert '"eleven" is not a whole number' in problem


PLAN = 'numbers:\n  short: ["555"]\n  digits: {"03": ["11"], "0300": ["8", "11"]}\npurposes:\n'


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("0300 555 0101", ""),
        ("0300 5555", ""),
        ("0300 555 010", "A number that begins with 0300 has 8 or 11 digits, and this one has 10. Copy it from its page."),
        (
            "0345 555 010",
            "A number that begins with 03 has 11 digits, and this one has 10. Copy it from its page. "
            "If its page has it so, add it to short, under numbers in content/contacts.yaml.",
        ),
        ("55", "Copy it from its page. If it is a number of few digits that can be called, add it to short, under numbers in content/contacts.yaml."),
        ("3005550101", "Copy it from its page. If it is a number of few digits that can be called, add it to short, under numbers in content/contacts.yaml."),
    ],
)
def test_a_number_that_none_can_be_is_told_where_the_data_says_which_there_are(small_situations: Path, given: str, said: str) -> None:
    edit(small_situations, CONTACTS, "purposes:\n", PLAN)
    edit(small_situations, CONTACTS, 'value: "0300 555 0101"', f'value: "{given}"')
    found = [problem for problem in diagnostics(load(small_situations), TODAY) if problem.rule == "numbers-hold-no-letters" and "0202" not in problem.wrong]
    assert [problem.instead for problem in found] == ([said] if said else [])


def test_mailto_is_taken_off_an_email_address(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, "value: warden@gardens.example", "value: mailto:warden@gardens.example")
    [problem] = diagnostics(load(small_situations), TODAY)
    assert problem.instead == "Write value: warden@gardens.example"
    assert problem.replacement is not None


@pytest.mark.parametrize("slip", ["warden@gardens,example", "warden @gardens.example", "warden@@gardens.example", "warden@ gardens.example"])
def test_a_slip_in_an_email_address_is_told_once_with_the_line(small_situations: Path, slip: str) -> None:
    before = (small_situations / CONTACTS).read_text("utf-8")
    edit(small_situations, CONTACTS, "value: warden@gardens.example", f"value: {slip}")
    [problem] = diagnostics(load(small_situations), TODAY)
    assert text_after(small_situations, problem) == before


@pytest.mark.parametrize("slip", ["warden.gardens.example", "warden@gardens", "call: warden@gardens.example"])
def test_what_may_be_meant_as_an_email_address_is_asked_about(small_situations: Path, slip: str) -> None:
    edit(small_situations, CONTACTS, "value: warden@gardens.example", f'value: "{slip}"')
    [problem] = [one for one in diagnostics(load(small_situations), TODAY) if one.rule == "numbers-hold-no-letters"]
    assert problem.replacement is None


@pytest.mark.parametrize(("dated", "told"), [("1 April 2026", False), ("3 May 2026", True), ("May 2026", True), ("2027", True), ("undated", False)])
def test_no_page_has_a_date_that_is_still_to_come(small_situations: Path, dated: str, told: bool) -> None:
    file = small_situations / CONTACTS
    file.write_text(file.read_text("utf-8").replace("dated: undated", f"dated: {dated}", 1), "utf-8")
    ahead = [problem for problem in diagnostics(load(small_situations), TODAY) if "no page can have that date yet" in problem.wrong]
    assert bool(ahead) is told


def test_a_kind_that_is_only_like_another_is_not_taken_for_it(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, "kind: email", "kind: telephone")
    [problem] = [one for one in diagnostics(load(small_situations), TODAY) if "telephone" in one.wrong]
    assert problem.instead == "Write one of: bsl, email, form, page, phone, post, text, textphone."
    assert problem.replacement is None


def test_what_is_no_number_among_the_short_ones_is_told_on_its_line(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, "purposes:\n", PLAN.replace('"555"', '"555", help'))
    [problem] = load(small_situations).problems
    assert (problem.line, problem.instead) == (5, 'Write digits and spaces, as in "116 123".')


SHORT = 'numbers:\n  short: ["555", "0300 5551"]\n  digits: {"03": ["11"]}\n'


@pytest.mark.parametrize(("value", "said"), [("0300 555 010", "add it to short"), ("0300 555 01012", "has 11 digits, and this one has 12"), ("0300 5551", "")])
def test_a_number_with_fewer_digits_is_right_only_where_the_list_of_short_ones_has_it(small_situations: Path, value: str, said: str) -> None:
    edit(small_situations, CONTACTS, "purposes:\n", f"{SHORT}purposes:\n")
    text = (small_situations / CONTACTS).read_text("utf-8")
    (small_situations / CONTACTS).write_text(text.replace('value: "0300 555 0101"', f'value: "{value}"'), "utf-8")
    wrong = [one for one in told(small_situations) if "is not a number that can be called" in one]
    assert all(said in one for one in wrong)
    assert bool(wrong) == bool(said)


@pytest.mark.parametrize("site", ["http://gardens.example", "https://www.gardens.example/beds/", "www.gardens.example", "gardens.example/beds"])
def test_a_site_is_named_without_what_its_address_has_around_it(small_situations: Path, site: str) -> None:
    edit(small_situations, CONTACTS, "sites: [gardens.example]", f'sites: ["{site}"]')
    (problem,) = [one for one in told(small_situations) if "the name of a site" in one]
    assert 'as in "gardens.example"' in problem
