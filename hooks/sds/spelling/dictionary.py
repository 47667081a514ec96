"""The dictionary: whether a word is in it, and which word was most likely meant.

The words are those of SCOWL (https://wordlist.aspell.net/) in British spelling, as the npm package dictionary-en-gb 3.0.0 has them; ``en_GB.LICENCE.txt``
says who gave them. Hunspell reads them: it knows which endings a word takes, and is what browsers and office programs look words up with.
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
    """Whether Hunspell is: it comes ready made for most machines, and not for all."""
    return find_spec("hunspell") is not None


_HUNSPELL = Cache[Any]()


def _hunspell() -> Any:
    """The words of the dictionary. To read them takes a tenth of a second and 20 MB: nobody does who has no word to look up."""
    return _HUNSPELL.get("", (), _read)


def _read() -> Any:
    from hunspell import Hunspell

    return Hunspell(NAME, hunspell_data_dir=str(HERE))


def knows(word: str) -> bool:
    """Whether ``word`` is in the dictionary in any form, with a capital or without."""
    return bool(_hunspell().spell(word))


def meant(word: str, used: Callable[[str], int]) -> str:
    """The word that ``word`` is most likely a slip of, or an empty string. It takes a tenth of a second.

    Of several as near it is the one that is ``used`` most; one with the same letters counts five times, as two letters are swapped more often than lost.
    """
    letters = sorted(word.lower())
    likely = [one for one in _hunspell().suggest(word) if word.islower() or one.replace("'", "").isalpha()]  # names are made of words: Elmswick
    return near(word, sorted(likely, key=lambda one: used(one) * (5 if sorted(one.lower()) == letters else 1), reverse=True))


@cache
def edition() -> str:
    """The hash of the files of words: what was judged by others is judged anew."""
    return hashlib.sha256(b"".join((HERE / f"{NAME}.{ending}").read_bytes() for ending in ("aff", "dic"))).hexdigest()
