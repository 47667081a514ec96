"""Finds the first use of each term in the words of a page, so that its meaning can open where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from sds.easy_read.hard_words import pieces
from sds.easy_read.word_bank import Bank
from sds.model.records import Term


def _small(text: str) -> str:
    """``text`` in small letters, each in its place: of all letters only the Turkish İ becomes two."""
    return text.replace("\u0130", "I").lower()


class Glossary:
    """The terms as one pattern, made once: longest first, whole words, a plural s allowed."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms: Mapping[str, Term] = {_small(term.term): term for term in terms if term.in_text}
        self.bank = Bank(terms)
        names = sorted(self.terms, key=len, reverse=True)
        # matched in small letters: without IGNORECASE the alternatives are told apart by their first letter, four times as fast
        self.pattern = re.compile(rf"\b({'|'.join(map(re.escape, names))})s?\b") if names else re.compile(r"(?!)()")
        self._found: dict[str, tuple[tuple[Term, int, int], ...]] = {}

    def terms_in(self, text: str) -> tuple[tuple[Term, int, int], ...]:
        """Each use of a term in ``text``, and where it begins and ends. Kept, since most texts stand on several pages."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = tuple((self.terms[match[1]], match.start(), match.end()) for match in self.pattern.finditer(_small(text)))
        return found


@dataclass
class Words:
    """The terms met so far on one page. ``mark`` is called on each text in the order of reading."""

    glossary: Glossary
    used: list[Term] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """Each term in bold by its id, as the page has it where it first stands: ``advocate`` for advocacy."""
    _ids: set[str] = field(default_factory=set)

    def _first(self, term: Term) -> bool:
        """Notes that a term is used. Returns whether it was not before."""
        if term.id in self._ids:
            return False
        self._ids.add(term.id)
        self.used.append(term)
        return True

    def mark_bold(self, text: str) -> Markup:
        """Easy-read ``text`` escaped, with each hard word between two pairs of stars bold and a link to its easy meaning."""
        out = Markup()
        for piece in pieces(text):
            term = self.glossary.bank.term(piece.words) if piece.hard else None
            if term is None:
                out += escape(piece.words)
                continue
            self._first(term)
            self.names.setdefault(term.id, piece.words)
            out += Markup('<a class="term" href="~/easy-read/words/#{0}">{1}</a>').format(term.id, piece.words)
        return out

    def mark(self, text: str) -> Markup:
        """``text`` escaped, with the first use on the page of each term made a link to its meaning, which follows where the term has it in brief."""
        out, end = list[str](), 0
        for term, start, stop in self.glossary.terms_in(text):
            if not self._first(term):
                continue
            link = f'<a class="term" href="~/glossary/#{term.id}">{escape(text[start:stop])}</a>'
            out += (escape(text[end:start]), link, escape(f" ({term.in_brief})" if term.in_brief else ""))
            end = stop
        return Markup("".join((*out, escape(text[end:]))))  # noqa: S704 (all words of it are escaped, and an id has no letter to escape)
