"""The Porter stemmer for English, exactly as in ``overrides/assets/vendor/stemmer.js``.

The index is made here and queried in a browser, so both must give the same stems; a test compares them on every word of the site. No stemmer on PyPI does:
Snowball's "porter" leaves out Porter's own later changes (``bli``, ``logi``), and its "english" is another algorithm.
"""

from __future__ import annotations

import re
from functools import cache

_SECOND = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al", "entli": "ent", "eli": "e",
    "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous",
    "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_THIRD = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_VOWEL = "[aeiouy]"
_CONSONANTS = "([^aeiou][^aeiouy]*)"
_VOWELS = f"({_VOWEL}[aeiou]*)"
_GT0 = re.compile(f"^{_CONSONANTS}?{_VOWELS}{_CONSONANTS}")
_EQ1 = re.compile(f"^{_CONSONANTS}?{_VOWELS}{_CONSONANTS}{_VOWELS}?$")
_GT1 = re.compile(f"^{_CONSONANTS}?({_VOWELS}{_CONSONANTS}){{2,}}")
_HAS_VOWEL = re.compile(f"^{_CONSONANTS}?{_VOWEL}")
_SHORT = re.compile(f"^{_CONSONANTS}{_VOWEL}[^aeiouwxy]$")
_LL = re.compile(r"ll$")
_E = re.compile(r"^(.+?)e$")
_Y = re.compile(r"^(.+?)y$")
_ION = re.compile(r"^(.+?(s|t))(ion)$")
_ED_ING = re.compile(r"^(.+?)(ed|ing)$")
_AT_BL_IZ = re.compile(r"(at|bl|iz)$")
_EED = re.compile(r"^(.+?)eed$")
_S = re.compile(r"^.+?[^s]s$")
_SSES_IES = re.compile(r"^.+?(ss|i)es$")
_DOUBLE = re.compile(r"([^aeiouylsz])\1$")
_STEP_2 = re.compile(rf"^(.+?)({'|'.join(_SECOND)})$")
_STEP_3 = re.compile(rf"^(.+?)({'|'.join(_THIRD)})$")
_STEP_4 = re.compile(r"^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$")


@cache
def stemmer(word: str) -> str:
    """The stem of a word, which must be in lower case."""
    if len(word) < 3:
        return word
    began = word[0] == "y"
    stem = f"Y{word[1:]}" if began else word
    if _SSES_IES.search(stem):
        stem = stem[:-2]
    elif _S.search(stem):
        stem = stem[:-1]
    stem = _past(stem)
    if (found := _Y.search(stem)) and _HAS_VOWEL.search(found[1]):
        stem = f"{found[1]}i"
    for step, endings in ((_STEP_2, _SECOND), (_STEP_3, _THIRD)):
        if (found := step.search(stem)) and _GT0.search(found[1]):
            stem = found[1] + endings[found[2]]
    if found := _STEP_4.search(stem) or _ION.search(stem):
        stem = found[1] if _GT1.search(found[1]) else stem
    if (found := _E.search(stem)) and (_GT1.search(found[1]) or (_EQ1.search(found[1]) and not _SHORT.search(found[1]))):
        stem = found[1]
    if _LL.search(stem) and _GT1.search(stem):
        stem = stem[:-1]
    return f"y{stem[1:]}" if began else stem


def _past(stem: str) -> str:
    """Step 1b of the algorithm: removes ``eed``, ``ed`` and ``ing``."""
    if found := _EED.search(stem):
        return stem[:-1] if _GT0.search(found[1]) else stem
    found = _ED_ING.search(stem)
    if not found or not _HAS_VOWEL.search(found[1]):
        return stem
    stem = found[1]
    if _AT_BL_IZ.search(stem):
        return f"{stem}e"
    if _DOUBLE.search(stem):
        return stem[:-1]
    return f"{stem}e" if _SHORT.search(stem) else stem
