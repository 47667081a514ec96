"""The glossary -> SKOS in Turtle, for linking its terms with other vocabularies (W3C SKOS Reference, 2009; RDF 1.1 Turtle, 2014)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sds.model.framework import Framework
from sds.model.records import Term
from sds.model.records.glossary import EXPLAINED_ON
from sds.model.urls import url_of

SKOS = "glossary.ttl"
PREFIXES = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def glossary_skos(framework: Framework, site_url: str) -> str:
    """The text of the file. The IRI of a term is the address of its entry on the glossary page; its easy-read meaning is a scope note."""
    about, base = framework.spine.framework, site_url.rstrip("/")
    scheme = f"<{base}/glossary/>"
    said = [
        "a skos:ConceptScheme",
        f"dct:title {_text(f'{about.title}: glossary', about.language)}",
        f'dct:modified "{about.updated}"^^xsd:date',
        f"owl:versionInfo {_text(about.version)}",
        *([f"dct:license <{about.licence.address}>"] if about.licence else []),
    ]
    terms = (_node(f"<{base}{url_of(framework, 'terms', term.id)}>", [*_concept(framework, term, base, scheme)]) for term in framework.terms)
    return "\n".join([PREFIXES, _node(scheme, said), *terms])


def _concept(framework: Framework, term: Term, base: str, scheme: str) -> Iterator[str]:
    language = framework.spine.framework.language
    yield "a skos:Concept"
    yield f"skos:inScheme {scheme}"
    yield f"skos:prefLabel {_text(term.term, language)}"
    for name in dict.fromkeys(term.also_called):
        if name != term.term:  # no label may be both preferred and alternative (SKOS Reference, S13)
            yield f"skos:altLabel {_text(name, language)}"
    yield f"skos:definition {_text(term.meaning, language)}"
    if term.easy:
        yield f"skos:scopeNote {_text(term.easy, language)}"
    for other in term.related:
        if other != term.id:
            yield f"skos:related <{base}{url_of(framework, 'terms', other)}>"
    for page in term.pages:
        kind = framework.kind_of(EXPLAINED_ON, page)
        if kind:
            yield f"rdfs:seeAlso <{base}{url_of(framework, kind, page)}>"
    if term.source and term.source != "ours":
        yield f"dct:source {_text(term.source)}"


def _node(subject: str, said: list[str]) -> str:
    return f"{subject}\n    " + " ;\n    ".join(said) + " .\n"


def _text(words: str, language: str = "") -> str:
    """A Turtle string literal, whose escapes are the same as in JSON, with a language tag if given."""
    return json.dumps(words, ensure_ascii=False) + (f"@{language}" if language else "")
