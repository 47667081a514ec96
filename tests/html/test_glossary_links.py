"""Glossary terms in a text are found and linked."""

from __future__ import annotations

import pytest

from sds.html.glossary_links import Glossary, Words
from sds.model.framework import Framework


@pytest.mark.parametrize("before", ["", "A ", "\u0130\u0130\u0130\u0130 asks for a ", "STRASSE, Stra\u00dfe: "])
def test_a_term_is_linked_letter_for_letter_whatever_letters_stand_before_it(framework: Framework, before: str) -> None:
    term = next(term for term in framework.terms if term.in_text and not term.in_brief)
    for name in (term.term, term.term.upper()):
        marked = Words(Glossary(framework.terms)).mark(f"{before}{name} here")
        assert marked == f'{before}<a class="term" href="~/glossary/#{term.id}">{name}</a> here'


def test_a_term_that_needs_it_is_followed_by_its_meaning_in_brief_where_it_first_stands(framework: Framework) -> None:
    term = next(term for term in framework.terms if term.in_brief)
    words = Words(Glossary(framework.terms))
    assert words.mark(f"A {term.term} here").endswith(f"</a> ({term.in_brief}) here")
    assert words.mark(f"A {term.term} there") == f"A {term.term} there"


def test_of_terms_that_begin_alike_the_longest_is_linked(framework: Framework) -> None:
    term = next(term for term in framework.terms if term.in_text and not term.in_brief)
    longer = term.model_copy(update={"id": "longer", "term": f"{term.term} plan", "in_brief": None})
    words = Words(Glossary([term, longer]))
    words.mark(f"{term.term} plans, and the {term.term}")
    assert [one.id for one in words.used] == ["longer", term.id]
