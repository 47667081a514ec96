"""A link's text names what it leads to and is never just an id, and a redirect page has the title of its target."""

from __future__ import annotations

from helpers import Element
from sds.model.field_types import FINDING_ID
from sds.model.framework import Framework

Pages = dict[str, Element]
WITH_LINKS = ("/actions/", "/findings/", "/standards/", "/stages/")


def test_no_link_to_a_statement_or_a_finding_is_its_id(pages: Pages, framework: Framework) -> None:
    ids = {action.id for action in framework.actions}
    some = ((url, page) for url, page in pages.items() if url.startswith(WITH_LINKS))
    told = [f"{url}: {link.text}" for url, page in some for link in page.all("a") if link.text in ids or FINDING_ID.fullmatch(link.text)]
    assert told == []


def test_a_withdrawn_statement_is_listed_by_its_words(pages: Pages, framework: Framework) -> None:
    gone = {f"/actions/{action.id}/": action.text for action in framework.actions if action.status == "withdrawn"}
    listed = {link.text for link in pages["/actions/"].all("a")}
    assert gone
    assert len([words for words in gone.values() if words.replace("'", "\u2019") in listed]) == len(gone)


def test_a_page_that_leads_on_from_a_term_has_the_name_of_the_term(redirects: Pages, framework: Framework) -> None:
    terms = {f"Glossary: {term.term}".replace("'", "\u2019") for term in framework.terms}
    some = [page.one("h1").text for url, page in redirects.items() if url.startswith("/glossary/")]
    assert some
    assert set(some) <= terms
