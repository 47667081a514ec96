"""Publishing: the workflow's steps that can run here are run with a stub for GitHub, and a release can be verified after download."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import ROOT, edit
from repositories import commit, committed, git
from sds.__main__ import main

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
STANDIN = """#!/usr/bin/env python3
import json, os, pathlib, sys
log = pathlib.Path(os.environ["LOG"])
sent = {"arguments": sys.argv[1:]}
if "--input" in sys.argv:
    sent["input"] = json.loads(pathlib.Path(sys.argv[sys.argv.index("--input") + 1]).read_text("utf-8"))
log.write_text((log.read_text("utf-8") if log.exists() else "") + json.dumps(sent) + "\\n", "utf-8")
if "GONE" in os.environ and any("contents/" in one and "ref=" in one for one in sys.argv):  # as gh answers where there is no such file
    print('{"message": "Not Found", "status": "404"}')
    sys.exit("gh: Not Found (HTTP 404)")
print(os.environ.get("ANSWER", ""))
"""


def step(job: str, begins: str) -> dict[str, Any]:
    """The step of a job in the publishing workflow whose script contains ``begins``."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    return next(step for step in workflow["jobs"][job]["steps"] if begins in step.get("run", ""))


def run(step: dict[str, Any], folder: Path, **variables: str) -> tuple[int, str, list[dict[str, Any]]]:
    """Runs a step's script in a folder. Returns its exit status, its output, and its requests to the stub for GitHub."""
    programs, log = folder.parent / "programs", folder.parent / "log"
    programs.mkdir(exist_ok=True)
    (programs / "gh").write_text(STANDIN, "utf-8")
    (programs / "gh").chmod(0o755)
    environment = {"PATH": f"{programs}:{os.environ['PATH']}", "LOG": str(log), "HOME": str(folder), "GH_TOKEN": "none", "REPOSITORY": "a/garden", **variables}
    assert set(step["env"]) <= set(environment), "each variable is given"
    done = subprocess.run(["bash", "-c", step["run"]], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr, [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_bash_can_read_each_script(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    for script in [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]:
        done = subprocess.run(["bash", "-n", "-c", script], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_nothing_is_published_before_the_address_is_known_and_the_last_record_is_accepted(tmp_path: Path) -> None:
    first, folder = step("build", "SITE_URL"), tmp_path / "project"
    folder.mkdir()
    status, said, _ = run(first, folder, SITE_URL="")
    assert status
    assert "SITE_URL" in said
    status, said, _ = run(first, folder, SITE_URL="https://a.example/", ANSWER="https://code.example/pull/7")
    assert status
    assert "Merge this first" in said
    assert run(first, folder, SITE_URL="https://a.example/", ANSWER="")[0] == 0


@pytest.mark.slow("starts programs of its own")
def test_what_was_recorded_is_proposed_file_by_file(small: Path) -> None:
    project = committed(small)
    (project / "recorded/content").mkdir(parents=True)
    for file in ("content/published.txt", "standards.yaml"):
        shutil.copy(project / file, project / "recorded" / file)
    edit(project, "recorded/standards.yaml", '"2021-04-02"', '"2021-05-03"')
    (project / "recorded/content/changes.json").write_text('{"days": []}\n', "utf-8")
    status, said, asked = run(step("record", "put.json"), project, RUN="12")
    assert status == 0, said
    assert asked[0]["arguments"][:4] == ["api", "--method", "POST", "repos/a/garden/git/refs"]
    assert f"sha={git(project, 'rev-parse', 'HEAD')}" in asked[0]["arguments"]
    put = {one["arguments"][3]: one["input"] for one in asked if "input" in one}
    assert list(put) == ["repos/a/garden/contents/content/changes.json", "repos/a/garden/contents/standards.yaml"]
    assert all(one["branch"] == "published-12" for one in put.values())
    assert base64.b64decode(put["repos/a/garden/contents/content/changes.json"]["content"]) == b'{"days": []}\n'
    assert base64.b64decode(put["repos/a/garden/contents/standards.yaml"]["content"]) == (project / "recorded/standards.yaml").read_bytes()
    assert asked[-1]["arguments"][:2] == ["pr", "create"]


@pytest.mark.slow("starts programs of its own")
def test_a_new_version_of_the_data_is_proposed_and_one_that_is_there_is_not(small: Path) -> None:
    assert main(["version"], small) == 0
    project = committed(small)
    shutil.copytree(project / "content", project / "recorded/content")
    new = project / "recorded/content/versions/2021-05-03.json.gz"
    new.write_bytes(b"\x1f\x8b the data of a day")
    shutil.copy(project / "standards.yaml", project / "recorded/standards.yaml")
    (project / "content/changes.json").write_text('{"days": []}\n', "utf-8")
    shutil.copy(project / "content/changes.json", project / "recorded/content/changes.json")
    status, said, asked = run(step("record", "put.json"), project, RUN="12", GONE="yes")
    assert status == 0, said
    put = {one["arguments"][3]: one["input"] for one in asked if "input" in one}
    assert list(put) == ["repos/a/garden/contents/content/versions/2021-05-03.json.gz"]
    (told,) = put.values()
    assert base64.b64decode(told["content"]) == new.read_bytes()
    assert "sha" not in told, "what GitHub says of a file that it has not got is no sha"


def test_where_nothing_is_new_nothing_is_proposed(small: Path) -> None:
    project = committed(small)
    (project / "content/changes.json").write_text('{"days": []}\n', "utf-8")
    (project / "recorded/content").mkdir(parents=True)
    for file in ("content/published.txt", "content/changes.json", "standards.yaml"):
        shutil.copy(project / file, project / "recorded" / file)
    assert run(step("record", "put.json"), project, RUN="12") == (0, "", [])


def test_a_release_has_the_site_its_data_its_booklets_and_checksums_that_fit(small: Path, tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "release"
    for path in ("index.html", "data/framework.json", "data/2021-04-02/framework.json", "downloads/a.pdf"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(path, "utf-8")
    project = committed(small)
    assert main(["changes", "--record"], project) == 0
    commit(project)
    edit(project, "content/glossary.yaml", "    meaning: A barrel that catches rain.\n", "    meaning: A tub for @everyone that catches rain.\n")
    commit(project)
    assert main(["changes", "--record"], project) == 0
    assert main(["release", str(site), str(out)], project) == 0
    names = {name: zipfile.ZipFile(out / name).namelist() for name in ("site.zip", "data.zip", "booklets.zip")}
    assert names == {
        "site.zip": ["data/2021-04-02/framework.json", "data/framework.json", "downloads/a.pdf", "index.html"],
        "data.zip": ["data/framework.json"],
        "booklets.zip": ["downloads/a.pdf"],
    }
    for line in (out / "checksums.txt").read_text("utf-8").splitlines():
        told, name = line.split("  ")
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == told
    first = (out / "site.zip").read_bytes()
    assert main(["release", str(site), str(out)], project) == 0
    assert (out / "site.zip").read_bytes() == first, "the same site, the same bytes"
    notes = (out / "notes.md").read_text("utf-8")
    assert "- The glossary word butt has changed: its meaning." in notes
    status, said, asked = run(step("release", "gh release"), tmp_path, COMMIT="abc", NUMBER="3")
    assert status == 0, said
    assert {"release/site.zip", "release/data.zip", "release/booklets.zip", "release/checksums.txt"} <= set(asked[0]["arguments"])


def test_a_release_of_no_site_is_told(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", str(tmp_path), str(tmp_path / "out")], small) == 2
    assert "There is no built site" in capsys.readouterr().err
