"""The name of an edition in a sentence. People say ``the May 2024 edition``, but ``edition 3`` and ``the second edition``."""

from __future__ import annotations

import re

SAYS_IT = re.compile(r"\b(?:edition|version|release|revision|issue)\b", re.IGNORECASE)
"""The words with which a name says itself what it names: ``Second edition``, ``Version 3``."""
CODE = re.compile(r"[A-Za-z]{0,2}\d{1,3}[A-Za-z]?(?:\.\d+)*|[A-Z]|[IVX]+")
"""A name that is only a number or short code, such as ``3``, ``1.10``, ``v2`` or ``IV``. A year is none."""
NO_NAME = re.compile(r"(?:The|New|Revised|Edition|Version|Release|Revision|Issue|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b")
"""First words that have a capital only because they are first. Others, as in ``May 2024 edition`` and ``UK edition``, keep theirs."""


def edition_named(edition: str) -> str:
    """What to call an edition inside a sentence, without an article: ``May 2024 edition``, ``edition 3``, ``second edition``."""
    if CODE.fullmatch(edition):
        return f"edition {edition}"
    named = edition if SAYS_IT.search(edition) else f"{edition} edition"
    return named[:1].lower() + named[1:] if NO_NAME.match(named) else named


def the_edition(edition: str) -> str:
    """The same with an article, where it has one: ``the May 2024 edition``, ``edition 3``, ``the second edition``."""
    named = edition_named(edition)
    begins_with_it = (found := SAYS_IT.search(named)) and not found.start()
    return named if begins_with_it or named.startswith("the ") else f"the {named}"


def edition_in_brief(edition: str) -> str:
    """The same where the words around it say that it is an edition, such as in brackets: ``May 2024``, ``edition 3``, ``Second edition``."""
    return edition_named(edition) if CODE.fullmatch(edition) else edition
