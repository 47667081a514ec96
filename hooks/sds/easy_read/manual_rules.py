"""The rules that cannot be checked on the text of a page, and what ensures each of them, so that the published table of rules is complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class ManualRule:
    """A rule that templates and stylesheets ensure, that tests of the built site check, or that people judge.

    ``level`` is ``Error`` when a test fails if the rule is broken, and ``A person`` when only a person can notice. ``asks`` is the rule, ``kept_by`` says
    who or what ensures it, and ``source`` is where it comes from.
    """

    id: str
    title: str
    level: Literal["Error", "A person"]
    asks: str
    kept_by: str
    source: str


MANUAL_RULES: tuple[ManualRule, ...] = (
    ManualRule(
        id="ER05",
        title="Pictures are large and on the left",
        level="Error",
        asks="A picture is to the left of its words on a wide screen, and above them on a phone. "
        "It is at least 120 pixels wide, and 3 to 4 centimetres in print.",
        kept_by="The templates and styles of easy-read pages and booklets, and tests in a browser.",
        source="Department of Health (2010); W3C, Making content usable (2021)",
    ),
    ManualRule(
        id="ER07",
        title="Large letters",
        level="Error",
        asks="Letters are 20 pixels or more on a screen, 16 points in an easy-read booklet and 18 points in large print.",
        kept_by="The styles of easy-read pages and booklets, and tests in a browser.",
        source="GOV.UK (2021); UKAAF; Photosymbols",
    ),
    ManualRule(
        id="ER08",
        title="Short lines",
        level="Error",
        asks="A line has 45 to 60 characters, and never more than 70.",
        kept_by="The styles of easy-read pages, and tests in a browser.",
        source="DWP publishing guide",
    ),
    ManualRule(
        id="ER09",
        title="Space between lines",
        level="Error",
        asks="Lines are 1.5 times as high as their letters, or more. Paragraphs have space between them.",
        kept_by="The styles of easy-read pages, and tests in a browser.",
        source="WCAG 2.2, 1.4.8 and 1.4.12",
    ),
    ManualRule(
        id="ER10",
        title="Even left edge, whole words",
        level="Error",
        asks="Lines start at the left edge, and no word is split at the end of a line.",
        kept_by="The styles of easy-read pages and booklets, and tests in a browser.",
        source="UKAAF, minimum standards for clear print",
    ),
    ManualRule(
        id="ER31",
        title="Few choices",
        level="Error",
        asks="A page has at most 5 main choices. Longer lists go over several pages.",
        kept_by="The page plan, which divides long lists, and tests of the built site.",
        source="W3C, Making content usable (2021)",
    ),
    ManualRule(
        id="ER32",
        title="Help on every page",
        level="Error",
        asks="Every page says, in the same place, who can explain it.",
        kept_by="The template of easy-read pages, and tests of the built site.",
        source="W3C, Making content usable (2021); WCAG 2.2, 3.2.6",
    ),
    ManualRule(
        id="ER34",
        title="Strong contrast",
        level="Error",
        asks="Words stand out from what is behind them by 7 to 1 or more. No words over pictures, and no patterns behind words.",
        kept_by="The styles, and axe in a browser.",
        source="UKAAF, minimum standards for clear print; WCAG 2.2, 1.4.6",
    ),
    ManualRule(
        id="ER37",
        title="Rights to the pictures",
        level="Error",
        asks="Anyone may use every picture, and we know who made it.",
        kept_by="The file pictures.yaml, which has to say who made the pictures, their licence and what they are made of. "
        "All of them are made of the shapes kept beside it.",
        source="Our own rule",
    ),
    ManualRule(
        id="ER38",
        title="Right, adult and easy to listen to",
        level="A person",
        asks="Is it right and complete? Does it speak to adults? Do the pictures fit? Does it sound right when read aloud?",
        kept_by="People who use easy read, and people who review a change.",
        source="CHANGE, How to make information accessible; People First (2012)",
    ),
)
"""In the order of their ids."""
