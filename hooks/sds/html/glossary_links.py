"""Links the first use of each glossary term on a page to its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from sds.easy_read.hard_words import pieces
from sds.easy_read.word_bank import bank_of
from sds.html.environment import written
from sds.model.records import Term


def _small(text: str) -> str:
    """``text`` in lower case, with the same length: the Turkish İ, the only letter that ``lower`` turns into two characters, is replaced first."""
    return text.replace("\u0130", "I").lower()


def _one_of(names: Iterable[str]) -> str:
    """The pattern of any of ``names``, the longest first. It is matched against lower-case text: without IGNORECASE, re checks the first letter of each
    alternative at once, and names that begin alike are one alternative."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(some)})" for letter, some in by_letter.items())


class Glossary:
    """The terms as one pattern: the longest first, whole words, with or without a plural s."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms: Mapping[str, Term] = {_small(term.term): term for term in terms if term.in_text}
        self.bank = bank_of(terms)
        self.pattern = re.compile(rf"\b({_one_of(self.terms)})s?\b") if self.terms else re.compile(r"(?!)()")
        self._found: dict[str, tuple[tuple[Term, int, int], ...]] = {}

    def terms_in(self, text: str) -> tuple[tuple[Term, int, int], ...]:
        """Each use of a term in ``text``, with its start and end. Cached, since most texts are on several pages."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = tuple((self.terms[match[1]], match.start(), match.end()) for match in self.pattern.finditer(_small(text)))
        return found


@dataclass
class Words:
    """The terms used so far on one page. ``mark`` must be called on the texts of the page in reading order."""

    glossary: Glossary
    used: list[Term] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """The words of each bold term at its first use on the page, by the term's id: ``advocate`` for the term advocacy."""
    _ids: set[str] = field(default_factory=set)

    def _first(self, term: Term) -> bool:
        """Records the use of a term. Returns whether this is its first use on the page."""
        if term.id in self._ids:
            return False
        self._ids.add(term.id)
        self.used.append(term)
        return True

    def mark_bold(self, text: str) -> Markup:
        """Easy-read ``text``, escaped, with each hard word (``**word**``) as a link to its easy meaning."""
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
        """``text``, escaped, with the first use of each term on the page as a link to its meaning. The term's brief meaning, if any, follows in brackets."""
        out, end = list[str](), 0
        for term, start, stop in self.glossary.terms_in(text):
            if not self._first(term):
                continue
            link = f'<a class="term" href="~/glossary/#{term.id}">{written(text[start:stop])}</a>'
            out += (written(text[end:start]), link, written(f" ({term.in_brief})") if term.in_brief else "")
            end = stop
        return Markup("".join((*out, written(text[end:]))))  # noqa: S704 (all texts in it are escaped, and an id has no character to escape)
