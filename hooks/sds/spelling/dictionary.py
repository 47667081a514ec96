"""The dictionary: whether a word is in it, and which word was most likely meant.

The words are those of SCOWL (https://wordlist.aspell.net/) in British spelling, as in the npm package dictionary-en-gb 3.0.0; ``en_GB.LICENCE.txt``
has their licence and authors. Hunspell looks them up, as it does in browsers and office programs: it knows which endings a word takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sds.cache import Cache
from sds.suggest import near

HERE, NAME = Path(__file__).parent, "en_GB"


@cache
def installed() -> bool:
    """Whether Hunspell is installed. Its package has wheels for most platforms, but not for all."""
    return find_spec("hunspell") is not None


_HUNSPELL = Cache[Any]()


def _hunspell() -> Any:
    """The Hunspell object, loaded when it is first needed, as that takes a tenth of a second and 20 MB."""
    return _HUNSPELL.get("", (), _read)


def _read() -> Any:
    from hunspell import Hunspell

    return Hunspell(NAME, hunspell_data_dir=str(HERE))


def knows(word: str) -> bool:
    """Whether ``word`` is in the dictionary, in any grammatical form."""
    return bool(_hunspell().spell(word))


def meant(word: str, used: Callable[[str], int]) -> str:
    """The word of which ``word`` is most likely a misspelling, or an empty string. Takes a tenth of a second.

    ``used`` says how often a word occurs in the content: of several equally near words, the most frequent is returned, by the weight of the slip.
    """
    likely = [one for one in _hunspell().suggest(word) if word.islower() or one.replace("'", "").isalpha()]  # for a name (Elmswick) no two-word suggestions
    return near(word, sorted(likely, key=lambda one: used(one) * _weight(word.lower(), one.lower()), reverse=True))


def _weight(word: str, meant: str) -> float:
    """How likely ``word`` is typed for ``meant``: people leave out a letter, or swap two, more often than they type a wrong one. The first is seldom wrong."""
    left = iter(meant)
    if len(meant) == len(word) + 1 and all(letter in left for letter in word):
        return 20
    if sorted(word) == sorted(meant):
        return 100
    return 1 if word[:1] == meant[:1] else 0.05


@cache
def edition() -> str:
    """The SHA-256 hash of the dictionary's files, for cache keys: with another dictionary, spelling is checked again."""
    return hashlib.sha256(b"".join((HERE / f"{NAME}.{ending}").read_bytes() for ending in ("aff", "dic"))).hexdigest()
