"""The rules that the words of a page cannot show: who or what sees to each of them, so that the published table is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class ManualRule:
    """A rule that is kept by the templates and styles, shown by tests of the built site, or judged by people.

    ``level`` says what happens when it is broken: a test fails, so the change is not taken in, or a person has to see it.
    """

    id: str
    title: str
    level: Literal["Error", "A person"]
    asks: str
    kept_by: str
    source: str


MANUAL_RULES: tuple[ManualRule, ...] = (
    ManualRule(
        "ER05",
        "Pictures are large and on the left",
        "Error",
        "A picture is to the left of its words on a wide screen and above them on a phone. It is at least 120 pixels wide, and 3 to 4 centimetres in print.",
        "The templates and styles of easy-read pages and booklets, and tests in a browser.",
        "Department of Health (2010); W3C, Making content usable (2021)",
    ),
    ManualRule(
        "ER07",
        "Large letters",
        "Error",
        "20 pixels or more on a screen, 16 points in an easy-read booklet, 18 points in large print.",
        "The styles of easy-read pages and booklets, and tests in a browser.",
        "GOV.UK (2021); UKAAF; Photosymbols",
    ),
    ManualRule(
        "ER08",
        "Short lines",
        "Error",
        "45 to 60 characters in a line, and never more than 70.",
        "The styles of easy-read pages, and tests in a browser.",
        "DWP publishing guide",
    ),
    ManualRule(
        "ER09",
        "Space between lines",
        "Error",
        "Lines are 1.5 times as high as their letters, or more. Paragraphs have space between them.",
        "The styles of easy-read pages, and tests in a browser.",
        "WCAG 2.2, 1.4.8 and 1.4.12",
    ),
    ManualRule(
        "ER10",
        "Even left edge, whole words",
        "Error",
        "Lines start at the left edge, and no word is split at the end of a line.",
        "The styles of easy-read pages and booklets, and tests in a browser.",
        "UKAAF, minimum standards for clear print",
    ),
    ManualRule(
        "ER31",
        "Few choices",
        "Error",
        "5 main choices on a page at the most. Longer lists go over several pages.",
        "The page plan, which parts lists, and tests of the built site.",
        "W3C, Making content usable (2021)",
    ),
    ManualRule(
        "ER32",
        "Help on every page",
        "Error",
        "Every page says, in the same place, who can explain it.",
        "The template of easy-read pages, and tests of the built site.",
        "W3C, Making content usable (2021); WCAG 2.2, 3.2.6",
    ),
    ManualRule(
        "ER34",
        "Strong contrast",
        "Error",
        "Words stand out from what is behind them by 7 to 1 or more. No words over pictures, and no patterns behind words.",
        "The styles, and axe in a browser.",
        "UKAAF, minimum standards for clear print; WCAG 2.2, 1.4.6",
    ),
    ManualRule(
        "ER37",
        "Rights to the pictures",
        "Error",
        "Every picture may be used by anyone, and it is known who made it.",
        "The form of pictures.yaml, which has to name who made the pictures, their licence and what they are made of. All are put together from shapes there.",
        "The project's own rule",
    ),
    ManualRule(
        "ER38",
        "Right, adult and good to hear",
        "A person",
        "Is it right and complete? Does it speak to adults? Do the pictures fit? Does it sound right when read aloud?",
        "People who use easy read, and people who review a change.",
        "CHANGE, How to make information accessible; People First (2012)",
    ),
)
"""In the order of their ids."""
