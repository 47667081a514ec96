"""Each mistake that an editor can make in the YAML files is reported as ``file:line: what is wrong. What to write instead.``"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import edit
from sds.checks import check
from sds.problem import replaced, report
from sds.reading.load import load
from tiers import Sample

SPINE, WATER, PATHS = "standards.yaml", "content/standards/water.yaml", "content/standards/paths.yaml"
LAW, SOURCES, RESOURCES, ALIGNMENTS, GLOSSARY = (
    "content/law.yaml",
    "content/sources.yaml",
    "content/resources.yaml",
    "content/alignments.yaml",
    "content/glossary.yaml",
)
CLOSING = "Nothing was built. How to: content/pages/contribute.md"


@dataclass(frozen=True)
class Slip:
    """A mistake in one file, and the message that the checker must give."""

    name: str
    file: str
    find: str
    replace: str
    said: str
    at: str = ""
    """The text of the line that the message must name. If empty, the first line of ``replace``."""
    nth: int = 1
    """Which of the lines with that text."""


def problems(project: Path) -> list[str]:
    """Every problem as an editor sees it, without the closing line."""
    return report(check(load(project))).splitlines()[:-1]


WHY = "      why: The by-law gives each ten beds a tap.\n"
ASK = "      text: Ask the warden for a tap near your bed before the summer starts.\n"
BUTT = "      text: You can share a water butt with the bed next to yours.\n"
TEST = "      text: Test every tap in March and write the date on its post.\n"
QUOTES = "Put the value in double quotes"

SLIPS = [
    # --- fields ---
    Slip("a field is missing", WATER, WHY, "", '"water-g1" has no "why". Add the line why: "..." Why it matters, in one or two sentences.', "- id: water-g1"),
    Slip(
        "a field of the file is missing",
        PATHS,
        "limits: No garden on a hill was seen.\n",
        "",
        'This file has no "limits". Add the line limits: "..." What the evidence about this standard cannot tell us.',
        "id: paths",
    ),
    Slip(
        "a field is misspelt", PATHS, "      status: withdrawn\n", "      statos: withdrawn\n", '"statos" is not a field of "paths-w2". Did you mean "status"?'
    ),
    Slip(
        "a field is unknown",
        GLOSSARY,
        "    easy: A big pot for rain.\n",
        "    easy: A big pot for rain.\n    zzz: rain\n",
        '"zzz" is not a field of "butt". Write one of: also_called, asked_as, easy, id, in_brief, in_text, meaning, pages, related, roles, source, term.',
        "zzz",
    ),
    Slip(
        "a field is there twice",
        WATER,
        WHY,
        WHY + WHY.replace("ten", "five"),
        'The field "why" is here twice; the first is on line 21. Keep one of them, or give one its own name.',
        "five",
    ),
    Slip("a field is empty", WATER, WHY, "      why:\n", 'In "why" of "water-g1": This field is empty. Write why: "..."'),
    Slip(
        "words stand where a list belongs",
        WATER,
        "asks:\n  - There is clean water near each bed, all summer.\n",
        "asks: There is clean water near each bed, all summer.\n",
        'There are words where a list belongs, in "asks" of this file. Put each item on its own line, after a hyphen and a space.',
    ),
    Slip(
        "a list stands where words belong",
        WATER,
        WHY,
        "      why: [The by-law, says so]\n",
        'There is a list or a group of fields where words belong, in "why" of "water-g1". Write one value: why: "..."',
    ),
    Slip(
        "words stand where fields belong",
        WATER,
        "  - id: paths\n    why: a tap is no use at the end of a step\n",
        "  - paths\n",
        'There are words where fields belong, in "related" of this file. Write - {id: "...", why: "..."}',
        "  - paths",
    ),
    Slip(
        "a list is empty",
        RESOURCES,
        "    standards: [water]\n",
        "    standards: []\n",
        'The list "standards" of "tap-map" is empty. Write standards: ["..."]',
    ),
    Slip(
        "a value is not one of the few",
        SOURCES,
        "    authority: account\n",
        "    authority: acount\n",
        '"acount" is not a value for "authority" of "grower-diary". Did you mean "account"?',
    ),
    Slip(
        "a list of ids is missing",
        WATER,
        "      stages: [planning, harvest]\n",
        "",
        '"water-g2" has no "stages". Add the line stages: ["..."] The id of a stage, from standards.yaml.',
        "- id: water-g2",
    ),
    Slip(
        "a list of words is missing",
        PATHS,
        "asks:\n  - Paths are wide, firm and lit.\n",
        "",
        'This file has no "asks". Add the line asks: ["..."] What the standard asks, paragraph by paragraph.',
        "id: paths",
    ),
    Slip(
        "a group of fields is missing",
        RESOURCES,
        '    checked: {when: "2021-03-01", how: opened in a browser}\n',
        "",
        '"tap-map" has no "checked". Add the line checked: {when: "...", how: "..."} When somebody last opened the address, and how.',
        "- id: tap-map",
    ),
    Slip(
        "a list of groups is missing",
        PATHS,
        "ask_for:\n  - {id: paths-a1, words: I would like a path that my chair can use.}\n",
        "",
        'This file has no "ask_for". Add the line ask_for: [{id: "...", words: "..."}] What people can say or write.',
        "id: paths",
    ),
    Slip(
        "ids stand where a list belongs",
        WATER,
        "      stages: [planning, harvest]\n",
        "      stages: planning, harvest\n",
        'There are words where a list belongs, in "stages" of "water-g2". Write stages: [planning, harvest]',
    ),
    Slip(
        "a hyphen has no space after it",
        WATER,
        "  - There is clean water near each bed, all summer.\n",
        "  -There is clean water near each bed, all summer.\n",
        'There is no space after the hyphen, in "asks" of this file. Write - There is clean water near each bed, all summer.',
        "asks:",
    ),
    Slip(
        "an item of words holds a colon",
        WATER,
        "  - There is clean water near each bed, all summer.\n",
        '  - There is one thing: a "tap".\n',
        'There is a colon and a space in these words, in "asks" of this file. Put them in double quotes: - "There is one thing: a “tap”."',
    ),
    Slip(
        "words after a field name hold a colon on the next line",
        WATER,
        WHY,
        "      why:\n        The by-law says: a tap.\n",
        'There is a colon and a space in these words, in "why" of "water-g1". '
        'In place of lines 21 and 22, put them in double quotes: why: "The by-law says: a tap."',
    ),
    Slip(
        "a source and its place have no quotes in a list",
        PATHS,
        '      evidence: ["garden-charter, page 4"]\n',
        "      evidence: [garden-charter, page 4, E01-01]\n",
        'In "evidence" of "paths-g1": A comma starts a new item, so a source and its place need quotes. Write evidence: ["garden-charter, page 4", E01-01]',
    ),
    Slip(
        "findings in a list have no comma between them",
        PATHS,
        "    evidence: [E01-02]\nactions:\n",
        "    evidence: [E01-01 E01-02]\nactions:\n",
        'In "evidence" of "paths-cc1": Two items have no comma between them. Write evidence: [E01-01, E01-02]',
    ),
    # --- values ---
    Slip(
        "a number stands where words belong",
        WATER,
        WHY,
        "      why: 1.10\n",
        'In "why" of "water-g1": There is "1.10" where words belong. Write it out as words.',
    ),
    Slip(
        "a date stands where words belong",
        WATER,
        WHY,
        "      why: 2021-04-02\n",
        'In "why" of "water-g1": There is "2021-04-02" where words belong. Write it out as words.',
    ),
    Slip(
        "a yes stands where words belong", WATER, WHY, "      why: Yes\n", 'In "why" of "water-g1": There is "Yes" where words belong. Write it out as words.'
    ),
    Slip(
        "a number is not a number",
        SPINE,
        '  components_per_standard: "1"\n',
        "  components_per_standard: one\n",
        'In "components_per_standard" of this file: "one" is not a whole number. Write digits only, in double quotes.',
    ),
    Slip(
        "a date is not a date",
        SPINE,
        '  updated: "2021-04-02"\n',
        "  updated: 2 April 2021\n",
        'In "updated" of "community-garden-standards": "2 April 2021" is not a date. Write updated: "2021-04-02"',
    ),
    Slip(
        "a date is no day of the year",
        SPINE,
        '  updated: "2021-04-02"\n',
        '  updated: "2021-02-30"\n',
        'In "updated" of "community-garden-standards": "2021-02-30" is not a date. Write year, month and day in digits: "YYYY-MM-DD".',
    ),
    Slip(
        "an address opens a bracket",
        RESOURCES,
        "    address: https://gardens.example/taps\n",
        "    address: https://[gardens.example/taps\n",
        'In "address" of "tap-map": "https://[gardens.example/taps" is not a web address. Open the page, and copy its address from the browser.',
    ),
    Slip(
        "a yes is neither yes nor no",
        SPINE,
        '    in_act: "yes"\n',
        "    in_act: maybe\n",
        'In "in_act" of "open-gate": "maybe" is neither yes nor no. Write "yes" or "no".',
    ),
    Slip(
        "an HTML tag stands in words",
        WATER,
        WHY,
        "      why: The <b>by-law</b> gives it.\n",
        'In "why" of "water-g1": There is an HTML tag in these words. Write plain words. The page adds the formatting.',
    ),
    Slip(
        "an address has no https",
        RESOURCES,
        "    address: https://gardens.example/taps\n",
        "    address: www.gardens.example/taps\n",
        'In "address" of "tap-map": "www.gardens.example/taps" is not a web address. Write address: https://www.gardens.example/taps',
    ),
    Slip(
        "an address is a script",
        RESOURCES,
        "    address: https://gardens.example/taps\n",
        '    address: "javascript:alert(1)"\n',
        'In "address" of "tap-map": "javascript:alert(1)" is not a web address. Write the whole address, starting with https://.',
    ),
    # --- the text of the file ---
    Slip(
        "there is a tab",
        WATER,
        WHY,
        "\t" + WHY.strip() + "\n",
        "There is a tab in this line. Write 6 spaces in its place: why: The by-law gives each ten beds a tap.",
    ),
    Slip(
        "a line is set in too far",
        WATER,
        WHY,
        "   " + WHY,
        "This line is indented further than the field it belongs to. It is indented by 9 spaces. "
        "Indent this line by 6 spaces: why: The by-law gives each ten beds a tap.",
    ),
    Slip(
        "a line is set in too little",
        WATER,
        WHY,
        WHY[1:],
        "This line is not lined up with the lines around it. It is indented by 5 spaces. "
        "Indent this line by 6 spaces: why: The by-law gives each ten beds a tap.",
    ),
    Slip(
        "there is a second colon",
        WATER,
        WHY,
        "      why: The by-law says: a tap.\n",
        f'There is a second colon in this value. {QUOTES}: why: "The by-law says: a tap."',
    ),
    Slip(
        "words after a hash sign",
        WATER,
        WHY,
        "      why: See by-law # 3.\n",
        'The words "# 3." are lost, because a space and # start a note. Put the whole value in double quotes: why: "See by-law # 3."',
    ),
    # --- how roles look ---
    Slip(
        "an icon is not there",
        SPINE,
        "    icon: shield-account\n",
        "    icon: shield-acount\n",
        'There is no icon "shield-acount". Did you mean "shield-account"?',
    ),
    Slip(
        "an icon is nothing like any",
        SPINE,
        "    icon: shield-account\n",
        "    icon: wheelbarrow-of-dung\n",
        'There is no icon "wheelbarrow-of-dung". Look one up at https://pictogrammers.com/library/mdi/ and copy its name.',
    ),
    Slip(
        "an icon of an answer is not there",
        SPINE,
        "icon: material/circle-outline, leans",
        "icon: material/circle-outlin, leans",
        'There is no icon "material/circle-outlin". Did you mean "material/circle-outline"?',
    ),
    # --- ids ---
    Slip(
        "an id has capitals",
        RESOURCES,
        "  - id: tap-map\n",
        "  - id: Tap Map\n",
        'In "id" of "Tap Map": "Tap Map" is not an id. Write small letters, digits and single hyphens, as in "tap-map".',
    ),
    Slip(
        "a finding's id is of another form",
        SOURCES,
        "  - id: E01-01\n    source: grower-diary\n    place: June\n",
        "  - id: E01-01\n    source: grower-diary\n    place: June\n    kind: fact\n    roles: [wardens]\n    standards: [water]\n"
        "    text: Rain fell.\n  - id: E1-3\n    source: grower-diary\n    place: June\n",
        'In "id" of "E1-3": "E1-3" is not the id of a finding. Write id: E01-03',
        "E1-3",
    ),
    Slip(
        "an action's id does not fit its place",
        WATER,
        "    - id: water-w1\n",
        "    - id: water-g3\n",
        'The id "water-g3" does not fit its place, which is water, wardens. The next free id there is water-w1.',
    ),
    Slip(
        "an action's id is of another standard, and names of withdrawn ones are not free",
        PATHS,
        "    - id: paths-w1\n",
        "    - id: water-w9\n",
        'The id "water-w9" does not fit its place, which is paths, wardens. The next free id there is paths-w3.',
    ),
    Slip(
        "a component's id does not fit its place",
        PATHS,
        "  - id: paths-cc1\n",
        "  - id: paths-1\n",
        'The id "paths-1" does not fit its place. The next free id there is paths-cc1.',
    ),
    Slip(
        "an id is there twice",
        PATHS,
        "    - id: paths-w2\n",
        "    - id: paths-w1\n",
        f'The id "paths-w1" is already used, in {PATHS}, line 27. Give this record an id of its own. Write id: new to be told which is free.',
        nth=2,
    ),
    Slip(
        "a standard's file names another standard",
        PATHS,
        "id: paths\nasks:\n",
        "id: path\nasks:\n",
        'The id "path" is not the name of this file. Write id: paths',
    ),
    # --- links ---
    Slip(
        "a stage is not there",
        WATER,
        "      stages: [planning, harvest]\n",
        "      stages: [planning, harvst]\n",
        '"harvst" is not the id of a stage. Did you mean "harvest"?',
    ),
    Slip("a related standard is not there", PATHS, "  - id: water\n", "  - id: watr\n", '"watr" is not the id of a standard. Did you mean "water"?'),
    Slip(
        "a group is not there",
        SPINE,
        "    short: Paths\n    group: ground\n",
        "    short: Paths\n    group: air\n",
        '"air" is not the id of a group. Write one of: ground.',
        "group: air",
    ),
    Slip(
        "a finding is not there",
        PATHS,
        "    evidence: [E01-02]\nactions:\n",
        "    evidence: [E01-20]\nactions:\n",
        '"E01-20" is not the id of a finding. Write one of: E01-01, E01-02.',
        "E01-20",
    ),
    Slip(
        "a source is not there",
        SPINE,
        "    cite: garden-charter, page 2\n",
        "    cite: garden-chart, page 2\n",
        '"garden-chart" is not the id of a source. Did you mean "garden-charter"?',
    ),
    Slip(
        "a source is cited without a place",
        WATER,
        '    evidence: [E01-01, "garden-charter, page 3"]\n',
        "    evidence: [E01-01, garden-charter]\n",
        '"garden-charter" does not say where in a source to look. '
        'Write the id of a finding (E00-00), or a source, a comma and the place: "a-source, section 9".',
    ),
    Slip(
        "a role is not there",
        WATER,
        "  growers:\n",
        "  grower:\n",
        '"grower" is not the id of a role. Did you mean "growers"?',
    ),
    Slip(
        "a resource names a statement that is not there",
        RESOURCES,
        "    actions: [water-g1]\n",
        "    actions: [water-g9]\n",
        '"water-g9" is not the id of one of the actions. Write one of: water-g1, water-g2.',
    ),
    Slip(
        "a resource helps with a statement of a role that it does not name",
        RESOURCES,
        "    actions: [water-g1]\n",
        "    actions: [water-w1]\n",
        '"tap-map" helps with "water-w1", but does not name "wardens" in its roles. Add wardens to roles, or delete "water-w1".',
    ),
    Slip("a resource's kind is not there", RESOURCES, "    kind: tool\n", "    kind: tol\n", '"tol" is not a kind of resource. Did you mean "tool"?'),
    Slip(
        "a resource's format is not there",
        RESOURCES,
        "    formats: [web]\n",
        "    formats: [wed]\n",
        '"wed" is not the id of one of the formats. Did you mean "web"?',
    ),
    Slip(
        "a finding's standard is not there",
        SOURCES,
        "    standards: [water, paths]\n",
        "    standards: [water, path]\n",
        '"path" is not the id of a standard. Did you mean "paths"?',
    ),
    Slip(
        "a unit names a standard that is not there",
        ALIGNMENTS,
        "          - id: water\n",
        "          - id: waters\n",
        '"waters" is not the id of a standard. Did you mean "water"?',
    ),
    Slip(
        "a term names a term that is not there",
        GLOSSARY,
        "    related: [bed]\n",
        "    related: [bedd]\n",
        '"bedd" is not the id of a term. Did you mean "bed"?',
    ),
    Slip(
        "a term names a source without a place",
        GLOSSARY,
        "    source: garden-charter, page 1\n",
        "    source: garden-charter\n",
        '"garden-charter" is not a source and the place in it. Write a source, a comma and the place, as in "a-source, section 4(2)", or ours.',
    ),
    Slip(
        "the current edition is not there",
        SPINE,
        '  current_edition: "2021"\n',
        '  current_edition: "2013"\n',
        '"2013" is not the id of an edition. Write one of: 2021.',
    ),
    # --- evidence ---
    Slip(
        "an expectation cites no official document",
        WATER,
        "      basis: duty\n",
        "      basis: expectation\n",
        '"water-g1" is marked expectation, but its evidence does not support that. '
        'Cite the official document and page, as in "a-source, page 7", or write another basis.',
    ),
    Slip(
        "a duty cites no law",
        WATER,
        "      basis: practice\n",
        "      basis: duty\n",
        '"water-g2" is marked duty, but its evidence does not support that. '
        "Name a provision that binds or gives a right under provisions, or write another basis.",
        nth=2,
    ),
    Slip(
        "a practice was not seen working",
        PATHS,
        "      basis: expectation\n",
        "      basis: practice\n",
        '"paths-g1" is marked practice, but its evidence does not support that. Cite a finding of kind working, or write another basis.',
    ),
    Slip(
        "a finding has no place",
        SOURCES,
        "    place: May\n",
        "",
        '"E01-02" has no "place". Add the line place: "..." Where it is in the source: the paragraph, section or page.',
        "  - id: E01-02",
    ),
    Slip(
        "the place of a finding says nothing",
        SOURCES,
        "    place: May\n",
        '    place: "..."\n',
        'In "place" of "E01-02": "..." is not a place in a source. Write the paragraph, section or page, as in "paragraph 12".',
    ),
    Slip(
        "a further place of a finding says nothing",
        SOURCES,
        "      - source: garden-charter\n        place: page 9\n",
        '      - source: garden-charter\n        place: "?"\n',
        'In "place" of item 1 of "also": "?" is not a place in a source. Write the paragraph, section or page, as in "paragraph 12".',
        at='        place: "?"',
    ),
    Slip(
        "a component is both official and ours",
        WATER,
        '    official: "1.10"\n',
        '    official: "1.10"\n    ours: Written by us.\n',
        '"water-cc1" has both "official" and "ours". Write official: "1.1" if you read that number in the official edition. '
        "Otherwise write ours: and what it is based on.",
        "  - id: water-cc1",
    ),
    Slip(
        "a component is neither official nor ours",
        WATER,
        '    official: "1.10"\n',
        "",
        '"water-cc1" has neither "official" nor "ours". Write official: "1.1" if you read that number in the official edition. '
        "Otherwise write ours: and what it is based on.",
        "  - id: water-cc1",
    ),
    # --- statements ---
    Slip(
        "a statement is too short",
        WATER,
        TEST,
        "      text: Test every tap.\n",
        '"water-w1" has 3 words. Write one action in 5 to 20 words; put the rest in why.',
    ),
    Slip(
        "a statement is too long",
        WATER,
        TEST,
        TEST.replace(".\n", f"{' and again' * 5}.\n"),
        '"water-w1" has 22 words. Write one action in 5 to 20 words; put the rest in why.',
    ),
    Slip(
        "a statement starts wrong for its role",
        WATER,
        BUTT,
        "      text: Growers must share a water butt with a neighbour.\n",
        '"water-g2" does not start with "You can" or "Ask". Say what the person can do or ask for.',
    ),
    Slip(
        "a statement says the same as another",
        PATHS,
        "      text: Sweep leaves from the main path each week in autumn.\n",
        "      text: In March, test every tap and write the date on its post.\n",
        '"paths-w2" says the same as "water-w1". Change one of them, or withdraw it.',
    ),
    Slip(
        "a statement is withdrawn without a reason",
        PATHS,
        "      reason: The path is now covered.\n",
        "",
        '"paths-w2" is withdrawn and does not say why. Add the line reason: "..."',
        "      status: withdrawn",
    ),
    Slip(
        "a statement in force gives a reason",
        PATHS,
        "      status: withdrawn\n",
        "",
        '"paths-w2" gives a reason but is in force. Add status: withdrawn, or delete the reason.',
        "      reason: The path",
    ),
    # --- completeness ---
    Slip(
        "there are too few components",
        PATHS,
        """components:
  - id: paths-cc1
    title: Wide enough for wheels
    text: Two people can pass, one of them in a wheelchair.
    ours: Written by us from what a grower said.
    very_good: Nobody has to step on a bed to let another by.
    weak: Barrows block the way.
    evidence: [E01-02]
""",
        "components: []\n",
        "There are 0 components; the minimum is 1. Add 1 more.",
    ),
    Slip(
        "there are too few sentences to say",
        PATHS,
        "ask_for:\n  - {id: paths-a1, words: I would like a path that my chair can use.}\n",
        "ask_for: []\n",
        "There are 0 sentences to say; the minimum is 1. Add 1 more.",
    ),
    Slip(
        "there are too few statements in force for a role",
        PATHS,
        "      basis: practice\n      evidence: [E01-02]\n",
        "      basis: practice\n      evidence: [E01-02]\n      status: withdrawn\n      reason: The path is gone.\n",
        "There are 0 statements for wardens; the minimum is 1. Add 1 more.",
        "  wardens:",
    ),
    Slip(
        "a role is missing",
        WATER,
        """  wardens:
    - id: water-w1
      text: Test every tap in March and write the date on its post.
      why: Taps froze and nobody knew until June.
      driver: compost
      stages: [planning]
      basis: inference
      evidence: [E01-01]
""",
        "",
        "A role is missing, or the roles are not in order. Write the roles in this order: growers, wardens.",
        "actions:",
    ),
    Slip(
        "two standards have one title",
        SPINE,
        "    title: Paths that everyone can use\n",
        "    title: Water for every bed\n",
        '"paths" has the same title as "water". Give one of them another title.',
        nth=2,
    ),
    Slip(
        "the standards are not in the order of their numbers",
        SPINE,
        '    number: "2"\n    title: Paths',
        '    number: "3"\n    title: Paths',
        '"paths" is number 3 but is at place 2. Move it, or write number: "2"',
        '    number: "3"',
    ),
    # --- names ---
    Slip(
        "a term is defined twice",
        GLOSSARY,
        "    term: Water butt\n",
        "    term: bed\n",
        '"bed" is defined twice, here and as "bed". Keep one of them.',
        "    term: bed",
    ),
    Slip(
        "another word for a term is the name of another term",
        GLOSSARY,
        "    also_called: [Patch]\n",
        "    also_called: [water butt]\n",
        '"water butt" is given as another name of the term "bed", but it is the title of the term "butt". Delete it.',
    ),
    Slip(
        "two terms claim one other word",
        GLOSSARY,
        "    also_called: []\n",
        "    also_called: [patch]\n",
        '"patch" is given as another name of the term "butt", but it is another name of the term "bed". Delete it here, or there.',
    ),
    Slip(
        "a former title of a standard is the title of another standard",
        SPINE,
        "        title: Watering\n",
        "        title: Paths\n",
        '"Paths" is given as a former title of the standard "water", but it is the title of the standard "paths". '
        "Write the title as that edition printed it, or delete it.",
    ),
    Slip(
        "another name of a standard is the title of another standard",
        SPINE,
        "    also_called: [Irrigation]\n",
        "    also_called: [Paths]\n",
        '"Paths" is given as another name of the standard "water", but it is the title of the standard "paths". Delete it.',
    ),
    Slip(
        "another name of a standard is a former title of another standard",
        SPINE,
        "    also_called: []\n",
        "    also_called: [watering]\n",
        '"watering" is given as another name of the standard "paths", but it is a former title of the standard "water". Delete it.',
    ),
    Slip(
        "two standards claim one other name",
        SPINE,
        "    also_called: []\n",
        "    also_called: [irrigation]\n",
        '"irrigation" is given as another name of the standard "paths", but it is another name of the standard "water". Delete it here, or there.',
    ),
    Slip(
        "another name of a standard is a term that is explained elsewhere",
        SPINE,
        "    also_called: [Irrigation]\n",
        "    also_called: [water butt]\n",
        '"water butt" is given as another name of the standard "water", but it is the title of the term "butt". '
        'Delete it, or add water to the pages of the term "butt".',
    ),
    Slip(
        "another name of a standard is another word for a term that is explained elsewhere",
        SPINE,
        "    also_called: []\n",
        "    also_called: [patch]\n",
        '"patch" is given as another name of the standard "paths", but it is another name of the term "bed". '
        'Delete it, or add paths to the pages of the term "bed".',
    ),
    *(
        Slip(
            f"another name of a standard is the title of a {kind}",
            SPINE,
            "    also_called: [Irrigation]\n",
            f"    also_called: [{title}]\n",
            f'"{title}" is given as another name of the standard "water", but it is the title of the {kind} "{id}". Delete it.',
        )
        for kind, id, title in (
            ("driver", "compost", "Good compost"),
            ("principle", "open-gate", "open gate"),
            ("option", "option-1", "A plot of your own"),
            ("role", "growers", "Growers"),
            ("stage", "harvest", "Harvest"),
        )
    ),
    *(
        Slip(
            f"another word for a term is {what}",
            GLOSSARY,
            "    also_called: []\n",
            f"    also_called: [{title}]\n",
            f'"{title}" is given as another name of the term "butt", but it is {what.partition(" of ")[0]} of the {record}. {instead}',
        )
        for what, title, record, instead in (
            ("the title of a role", "Wardens", 'role "wardens"', "Delete it."),
            ("the title of a driver", "Good compost", 'driver "compost"', "Delete it."),
            ("the title of a stage", "harvest", 'stage "harvest"', 'Delete it, or add harvest to the pages of the term "butt".'),
            ("the title of a principle", "Open gate", 'principle "open-gate"', 'Delete it, or add open-gate to the pages of the term "butt".'),
            ("the title of an option", "a plot of your own", 'option "option-1"', 'Delete it, or add option-1 to the pages of the term "butt".'),
            ("the title of a standard", "Paths", 'standard "paths"', 'Delete it, or add paths to the pages of the term "butt".'),
            ("a former title of a standard", "Watering", 'standard "water"', 'Delete it, or add water to the pages of the term "butt".'),
        )
    ),
]


def where(project: Path, slip: Slip) -> int:
    """The line that the message about a mistake must name."""
    words = slip.at or slip.replace.split("\n")[0]
    lines = [number for number, line in enumerate((project / slip.file).read_text("utf-8").split("\n"), start=1) if words in line]
    return lines[slip.nth - 1]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_told_with_its_file_its_line_and_what_to_write(small: Path, slip: Slip) -> None:
    edit(small, slip.file, slip.find, slip.replace)
    assert problems(small) == [f"{slip.file}:{where(small, slip)}: {slip.said}"]


WRITTEN_FOR_THE_EDITOR = {
    "a date is not a date",
    "ids stand where a list belongs",
    "a hyphen has no space after it",
    "an item of words holds a colon",
    "words after a field name hold a colon on the next line",
    "a source and its place have no quotes in a list",
    "findings in a list have no comma between them",
    "there is a second colon",
    "words after a hash sign",
    "a standard's file names another standard",
    "there is a tab",
    "a line is set in too far",
    "a line is set in too little",
    "a finding's id is of another form",
    "an address has no https",
}
"""The mistakes for which the message proposes exactly one line."""


def test_a_line_that_a_message_proposes_mends_the_slip_when_it_is_written(small: Path) -> None:
    mended = set()
    for slip in SLIPS:
        good = (small / slip.file).read_text("utf-8")
        edit(small, slip.file, slip.find, slip.replace)
        found = check(load(small))
        assert len(found) == 1, (slip.name, found)
        (problem,) = found
        if problem.replacement is not None:
            after, count = replaced((small / slip.file).read_text("utf-8"), [problem.replacement])
            (small / slip.file).write_text(after, "utf-8")
            assert count == 1
            assert check(load(small)) == [], slip.name
            mended.add(slip.name)
        (small / slip.file).write_text(good, "utf-8")
    misspelt = {slip.name for slip in SLIPS if "Did you mean" in slip.said}
    assert len(misspelt) > 8
    assert mended == WRITTEN_FOR_THE_EDITOR | misspelt


@pytest.mark.parametrize(("file", "id", "next_id"), [(WATER, "water-w1", "water-w1"), (WATER, "water-g2", "water-g2"), (PATHS, "paths-cc1", "paths-cc1")])
def test_a_new_record_is_given_the_next_free_id(small: Path, file: str, id: str, next_id: str) -> None:
    edit(small, file, f"- id: {id}\n", "- id: new\n")
    problem = next(problem for problem in check(load(small)) if problem.replacement)
    assert problem.replacement is not None
    assert problem.replacement.line.strip() == f"- id: {next_id}"


@pytest.mark.parametrize("name", ["Water", "watering", "irrigation"])
def test_a_term_may_share_a_name_with_a_standard_that_its_pages_name(small: Path, name: str) -> None:
    edit(small, GLOSSARY, "    also_called: [Patch]\n", f"    also_called: [{name}]\n")
    assert problems(small) == []
    edit(small, GLOSSARY, "    pages: [water]\n", "    pages: [paths]\n")
    assert len(problems(small)) == 1


def test_the_small_framework_is_good(small: Path) -> None:
    assert report(check(load(small))) == ""


def test_everything_that_is_wrong_is_told_at_once_what_hides_more_first_and_the_rest_in_the_order_of_files_and_lines(small: Path) -> None:
    edit(small, WATER, "      driver: compost\n      stages: [planning]\n      basis: duty\n", "      stages: [planning]\n      basis: duty\n")
    edit(small, WATER, BUTT, "      text: 2021-04-02\n")
    edit(small, WATER, "    why: a tap is no use at the end of a step\n", "\twhy: x\n    why: y\tz\n")
    edit(small, PATHS, "  - id: water\n", "  - id: watr\n")
    edit(small, SOURCES, "    read: part\n", "    red: part\n")
    edit(small, SPINE, "  subject: shared gardens\n", "  subject: shared gardens\n  color: green\n")
    told = report(check(load(small))).splitlines()
    closing = told.pop()
    places = [(file, int(line)) for file, line in (one.split(":")[:2] for one in told)]
    assert [file for file, _ in places[:2]] == [WATER, WATER]
    assert {file for file, _ in places} == {WATER, SOURCES, SPINE}
    assert closing == f"{len(told)} problems to fix in 3 files. Fix this first: there may be more to find afterwards. {CLOSING}"


def test_one_problem_is_counted_in_the_singular(small: Path) -> None:
    edit(small, WATER, WHY, "")
    assert report(check(load(small))).splitlines()[-1] == f"1 problem to fix in 1 file. {CLOSING}"


def test_all_that_is_wrong_in_one_record_is_told(small: Path) -> None:
    edit(small, WATER, ASK + WHY, "      txt: Ask the warden for a tap near your bed before the summer starts.\n      why: 5\n")
    assert problems(small) == [
        f'{WATER}:20: "txt" is not a field of "water-g1". Did you mean "text"?',
        f'{WATER}:21: In "why" of "water-g1": There is "5" where words belong. Write it out as words.',
    ]


SET_ASIDE = [
    # other records refer to a record with a mistake: only the mistake itself is reported
    ("a role", SPINE, "    named_in: The charter lists wardens.\n", ""),
    ("a stage", SPINE, "    question: What shall I grow?\n", ""),
    ("a driver", SPINE, "    look_for: The heap is warm.\n", ""),
    ("a basis", SPINE, "    meaning: A by-law requires it.\n", ""),
    ("a group", SPINE, "    note: Named in the charter.\n", ""),
    ("an edition", SPINE, "    date: April 2021\n", ""),
    ("an option", SPINE, "    know: A plot can be shared by two households.\n", ""),
    ("a standard of the spine", SPINE, "    summary: There is water within reach of each bed.\n", ""),
    ("a law", SOURCES, '    date: "1998"\n', ""),
    ("an official source", SOURCES, "    limits: It is not a law.\n", ""),
    ("a finding", SOURCES, "    place: May\n", ""),
    ("a component", WATER, "    very_good: A child can fill a can and carry it.\n", ""),
    ("a statement", WATER, WHY, ""),
    ("a related standard", WATER, "    why: a tap is no use at the end of a step\n", ""),
    ("a kind of resource", RESOURCES, "  - {id: tool, title: Tool}\n", "  - {id: tool, titel: Tool, title: Tool}\n"),
    ("a format", RESOURCES, "  - {id: web, title: Web page}\n", "  - {id: web, title: 5}\n"),
    ("a language", RESOURCES, "  - {id: en, title: English}\n", "  - {id: en}\n"),
    ("a term", GLOSSARY, "    easy: A place where plants grow.\n", ""),
    ("one citation of several", WATER, '    evidence: [E01-01, "garden-charter, page 3"]\n', "    evidence: [E01-01, garden-charter]\n"),
    ("one stage of several", WATER, "      stages: [planning, harvest]\n", "      stages: [Planning!, harvest]\n"),
    ("one sentence to say", WATER, "words: I would like a tap that I can reach.", "words: no"),
    ("a provision", LAW, "    text: The parish must keep one tap working for each ten beds.\n", ""),
    ("a strength", LAW, "meaning: The body has to do it.", "meaning: no"),
    ("a bearer", LAW, "    note: It owns the garden.\n", ""),
    ("a version", LAW, "    extent: The whole of it.\n", ""),
    ("a subject of law", LAW, "    about: Where water comes from, and who keeps it running.\n", ""),
]


@pytest.mark.parametrize(("file", "find", "replace"), [row[1:] for row in SET_ASIDE], ids=[row[0] for row in SET_ASIDE])
def test_one_slip_in_a_record_that_others_name_gives_one_problem(small: Path, file: str, find: str, replace: str) -> None:
    edit(small, file, find, replace)
    told = problems(small)
    assert len(told) == 1, told
    assert told[0].startswith(f"{file}:")


def test_a_line_is_right_after_a_record_before_it_was_set_aside(small: Path) -> None:
    edit(small, WATER, "related:\n", "related:\n  - id: paths\n  - id: pathz\n    why: both are walked\n")
    assert problems(small) == [
        f'{WATER}:46: "paths" has no "why". Add the line why: "..." Why it is related, with no capital at the start and no full stop.',
        f'{WATER}:47: "pathz" is not the id of a standard. Did you mean "paths"?',
    ]


def test_a_provision_without_words_does_not_shift_the_lines_of_the_next(small: Path) -> None:
    edit(small, LAW, "    text: The parish must keep one tap working for each ten beds.\n", "")
    edit(small, LAW, "    bearers: [parish, gatekeeper]\n", "    bearers: [parish, gatekeper]\n")
    lines = (small / LAW).read_text("utf-8").splitlines()
    assert [int(one.split(":")[1]) for one in problems(small)] == [lines.index("  - id: bylaw-s3") + 1, lines.index("    bearers: [parish, gatekeper]") + 1]


def test_a_missing_file_is_told(small: Path) -> None:
    (small / GLOSSARY).unlink()
    assert problems(small) == [f"{GLOSSARY}:1: This file is missing. Restore it from an earlier version."]


def test_a_standard_without_a_file_is_told_where_the_standard_stands(small: Path) -> None:
    (small / PATHS).unlink()
    line = (small / SPINE).read_text("utf-8").splitlines().index("  - id: paths") + 1
    assert problems(small) == [f'{SPINE}:{line}: The standard "paths" has no file. Add {PATHS}, copied from another standard\'s file.']


def test_a_file_without_a_standard_is_told(small: Path) -> None:
    (small / "content/standards/gates.yaml").write_text((small / PATHS).read_text("utf-8").replace("paths", "gates"), "utf-8")
    assert problems(small) == [f'content/standards/gates.yaml:1: No standard has the id "gates". Add it to {SPINE}, or delete this file.']


def test_a_broken_file_does_not_hide_what_is_wrong_in_the_others(small: Path) -> None:
    edit(small, WATER, WHY, "      why: Ask: twice\n")
    edit(small, PATHS, "      why: Wet leaves made people slip.\n", "")
    edit(small, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: 7\n")
    assert [one.split(":")[0] for one in problems(small)] == [WATER, GLOSSARY, PATHS]


NEEDED = (WATER, PATHS, SOURCES, RESOURCES, ALIGNMENTS, GLOSSARY)
UNREADABLE = ("more: one: two\n", "unknown: field\n")


@pytest.mark.parametrize(("file", "slip"), [*((file, slip) for file in (*NEEDED, LAW) for slip in UNREADABLE), *((file, None) for file in NEEDED)])
def test_a_file_that_cannot_be_read_raises_no_doubt_about_what_others_name_in_it(small: Path, file: str, slip: str | None) -> None:
    if slip is None:
        (small / file).unlink()
    else:
        with (small / file).open("a", encoding="utf-8") as more:
            more.write(slip)
    told = report(check(load(small))).splitlines()
    assert len(told) == 2, told
    assert told[0].startswith(f"{SPINE}:" if slip is None and file in {WATER, PATHS} else f"{file}:")
    assert "Fix this first: there may be more to find afterwards." in told[1]


def test_a_file_that_cannot_be_read_does_not_hide_a_name_that_leads_nowhere_in_another(small: Path) -> None:
    edit(small, WATER, WHY, "      why: Ask: twice\n")
    edit(small, PATHS, "  - id: water\n", "  - id: watr\n")
    edit(small, GLOSSARY, "    related: [bed]\n", "    related: [bedd]\n")
    edit(small, RESOURCES, "    formats: [web]\n", "    formats: [wed]\n")
    edit(small, RESOURCES, "    actions: [water-g1]\n", "    actions: [water-g9]\n")  # the missing record may be in the file that cannot be read
    told = report(check(load(small))).splitlines()
    assert [one.split(":")[0] for one in told[:-1]] == [WATER, GLOSSARY, RESOURCES, PATHS]
    assert told[-1] == f"4 problems to fix in 4 files. Fix this first: there may be more to find afterwards. {CLOSING}"


FILES = (SPINE, WATER, PATHS, LAW, SOURCES, RESOURCES, ALIGNMENTS, GLOSSARY)
MISHAPS: dict[str, Callable[[str], str | None]] = {
    "is taken out": lambda _: None,
    "is there twice": lambda line: f"{line}\n{line}",
    "has another value": lambda line: f"{line.partition(':')[0]}: zzz" if ":" in line else f"{line}zzz",
    "has no value": lambda line: f"{line.partition(':')[0]}:" if ":" in line else "-",
    "has a list for a value": lambda line: f"{line.partition(':')[0]}: [zzz, [y]]" if ":" in line else "  - [zzz]",
    "has fields for a value": lambda line: f"{line.partition(':')[0]}: {{zzz: [y]}}" if ":" in line else "  - {zzz: y}",
    "is cut short": lambda line: line[: len(line) // 2],
    "is set in": lambda line: f"  {line}",
}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("mishap", MISHAPS)
def test_whatever_befalls_a_line_the_checker_answers_with_places_that_exist(small: Path, file: str, mishap: str, sample: Sample) -> None:
    _befalls_lines(small, file, mishap, sample)


@pytest.mark.parametrize("file", ["content/situations/dry-tap.yaml", "content/contacts.yaml"])
@pytest.mark.parametrize("mishap", MISHAPS)
def test_whatever_befalls_a_line_of_a_situation_or_of_the_contacts_too(small_situations: Path, file: str, mishap: str, sample: Sample) -> None:
    _befalls_lines(small_situations, file, mishap, sample)


def _befalls_lines(small: Path, file: str, mishap: str, sample: Sample) -> None:
    whole = (small / file).read_text("utf-8").splitlines()
    fell, quiet = [], 0
    tried = sample(range(len(whole)), 8)
    for number in tried:
        line = whole[number]
        after = MISHAPS[mishap](line)
        (small / file).write_text("\n".join([*whole[:number], *([] if after is None else [after]), *whole[number + 1 :], ""]), "utf-8")
        try:
            found = check(load(small))
        except Exception as error:
            fell.append(f"{file}:{number + 1}: {line.strip()!r} {mishap}: {type(error).__name__} {error}")
            continue
        quiet += not found
        for problem in found:
            held = (small / problem.path).read_text("utf-8").splitlines() if (small / problem.path).exists() else [""]
            assert 1 <= problem.line <= len(held) + 1, problem
    assert not fell, "\n".join(fell)
    assert quiet < len(tried)
