"""The word bank: finds the glossary term that a hard word means. Pages, booklets, packs and rules all use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from sds.cache import Cache
from sds.easy_read.english import words
from sds.easy_read.phrases import Names
from sds.easy_read.text import Sentence
from sds.model.in_print import capitalise
from sds.model.records import Term


class Bank:
    """Finds terms by their names and by other names for them. If two terms have the same name, the main name of a term counts before an other name."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms

    @cached_property
    def _names(self) -> Names[Term]:
        return Names([*((name, term) for term in reversed(self._terms) for name in term.also_called), *((term.term, term) for term in self._terms)])

    @cached_property
    def _found(self) -> dict[str, tuple[tuple[int, int, Term], ...]]:
        return {}

    def term(self, name: str) -> Term | None:
        """The term with this name, or None. The last word of ``name`` may have an ending, such as a plural s."""
        found = next(self.terms_in(Sentence(name, ())), None)
        return found[2] if found and found[:2] == (0, len(words(name))) else None

    def terms_in(self, sentence: Sentence) -> Iterator[tuple[int, int, Term]]:
        """The names of terms in a sentence: the index of the first word, the index after the last, and the term. The longest name counts."""
        if sentence.plain not in self._found:
            self._found[sentence.plain] = tuple(self._names.found_in(sentence))
        yield from self._found[sentence.plain]

    def explained(self, hard: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each hard word that has a term, with a capital, and its easy meaning; each term once."""
        seen: set[str] = set()
        for word in hard:
            term = self.term(word)
            if term is not None and term.id not in seen:
                seen.add(term.id)
                yield capitalise(word), term.easy


_LAST: Cache[Bank] = Cache()


def bank_of(terms: Sequence[Term]) -> Bank:
    """The word bank of ``terms``. The last one is cached, because each finds most of its words once."""
    return _LAST.get("terms", (terms,), lambda: Bank(terms))
