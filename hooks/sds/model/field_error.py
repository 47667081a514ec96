"""The error that the type of a field raises for a value that it refuses."""

from __future__ import annotations


class FieldError(ValueError):
    """Why a value was refused: what is ``wrong`` with it and what to write ``instead``, two sentences for an editor.

    ``offered`` is the id that ``instead`` suggests, if any. ``whole`` is the correct value, if known; ``instead`` then says to write it.
    """

    def __init__(self, wrong: str, instead: str = "", offered: str = "", *, whole: str = "") -> None:
        instead = instead or (f"Write {whole}" if whole else "")
        super().__init__(f"{wrong} {instead}")
        self.wrong, self.instead, self.offered, self.whole = wrong, instead, offered, whole
