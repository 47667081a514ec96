"""The third-party scripts are byte for byte what npm provides: nobody has changed them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers import ROOT
from sds.commands.vendored import VENDOR_FOLDER, main
from sds.paths import ASSETS


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The files that the command needs, in a folder of their own."""
    shutil.copytree(ROOT / ASSETS / "vendor", tmp_path / ASSETS / "vendor")
    (tmp_path / VENDOR_FOLDER).mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / VENDOR_FOLDER / name, tmp_path / VENDOR_FOLDER)
    return tmp_path


@pytest.mark.long("has npm install what the scripts of others are made from")
def test_the_scripts_of_others_are_what_npm_gives_and_a_letter_more_is_seen(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"], copy) == 0, capsys.readouterr().out
    file = copy / ASSETS / "vendor/docx.js"
    kept = file.read_text("utf-8")
    file.write_text(kept.replace("var ", "var  ", 1), "utf-8")
    assert main(["--check"], copy) == 1
    assert "docx.js: another than npm gives." in capsys.readouterr().out
    assert main([], copy) == 0
    assert file.read_text("utf-8") == kept
