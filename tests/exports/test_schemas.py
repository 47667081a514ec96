"""The JSON Schemas for editors: every file of the project is valid for a validator and for the language server that editors use, and a mistake is found."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers import ROOT, edit
from sds.commands.arguments import program
from sds.commands.code_tools import install_from_npm
from sds.exports.json_schema import schema
from sds.model.files import FILES
from sds.model.framework import Framework
from sds.reading.load import Loaded, load, paths
from sds.reading.modelines import START, committed_path, modeline, modelines

YAML_FILES = [(file, path) for file in FILES for path in paths(ROOT, file) if (ROOT / path).exists()]


def closed(node: Any) -> Any:
    """A schema without the list of ids that it offers, which changes with each new record."""
    if isinstance(node, list):
        return [closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    return {name: [one for one in inner if set(one) != {"enum"}] if name == "anyOf" and "x-kinds" in node else closed(inner) for name, inner in node.items()}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_schema_that_is_committed_is_the_one_that_the_models_give(file: Any, framework: Framework) -> None:
    kept = json.loads((ROOT / committed_path(file)).read_text("utf-8"))
    assert closed(kept) == closed(json.loads(schema(file, framework))), "run: python3 run.py schemas"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_field_that_may_be_left_out_takes_no_other_form_than_one_that_may_not(file: Any, framework: Framework) -> None:
    """An empty schema among alternatives would accept anything, such as a list where an id must be."""
    written = json.loads(schema(file, framework), object_hook=lambda node: "no form at all" if node == {} else node)
    assert "no form at all" not in json.dumps(written)


def test_each_file_names_its_schema_in_its_first_line(loaded: Loaded) -> None:
    assert list(modelines(ROOT, loaded.where.documents)) == []
    assert modeline("content/standards/a.yaml") == f"{START}../../schemas/standard.schema.json"


def test_a_file_that_does_not_is_told_and_mended(small: Path) -> None:
    (small / "schemas").mkdir()
    told = [problem for problem in modelines(small, load(small).where.documents) if problem.path == "content/glossary.yaml"]
    assert [(problem.level, problem.line) for problem in told] == [("warning", 1)]
    assert told[0].instead == f"Above all others, write {START}../schemas/glossary.schema.json"


STARTS = "starts a program for each file"
OTHERS = pytest.mark.long("starts a program for each file, and the language server below looks at all of them")
SOME_FILES = [file if number % 4 == 0 else pytest.param(file, marks=OTHERS) for number, file in enumerate(FILES)]


def valid(schema_file: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program("check-jsonschema"), "--schemafile", schema_file, *files], capture_output=True, text=True, check=False)


@pytest.mark.slow(STARTS)
@pytest.mark.parametrize("file", SOME_FILES, ids=lambda file: file.name)
def test_check_jsonschema_finds_every_file_in_order(file: Any) -> None:
    files = [ROOT / path for other, path in YAML_FILES if other is file]
    if files:
        done = valid(ROOT / committed_path(file), *files)
        assert done.returncode == 0, done.stdout


@pytest.mark.slow(STARTS)
@pytest.mark.parametrize(
    ("path", "find", "replace"),
    [
        ("content/glossary.yaml", "    also_called: []\n    source: ours\n", "    also_called: []\n    source: ours\n    in_text: false\n"),
        ("content/resources.yaml", "    kind: tool\n", "    kind: tol\n"),
        ("content/resources.yaml", "https://gardens.example/taps", "www.gardens.example/taps"),
        ("content/resources.yaml", '{when: "2021-03-01"', '{when: "1 March 2021"'),
        ("content/standards/water.yaml", "stages: [planning, harvest]", "stages: [planning, harvst]"),
        (
            "content/standards/water.yaml",
            "      driver: compost\n      stages: [planning, harvest]\n",
            "      dryver: compost\n      stages: [planning, harvest]\n",
        ),
    ],
)
def test_a_slip_is_seen_while_it_is_written(small: Path, path: str, find: str, replace: str) -> None:
    framework = load(small).framework
    assert framework is not None
    file = next(file for file, name in ((file, name) for file in FILES for name in paths(small, file)) if name == path)
    made = small / "its.schema.json"
    made.write_text(schema(file, framework), "utf-8")
    assert valid(made, small / path).returncode == 0
    edit(small, path, find, replace)
    assert valid(made, small / path).returncode == 1


# --- the language server of real editors ---


class Server:
    """A client of yaml-language-server: https://microsoft.github.io/language-server-protocol/."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.into, self.out, self.number = process.stdin, process.stdout, 0

    def send(self, method: str, params: Any, **more: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.into.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.into.flush()

    def hear(self) -> dict[str, Any]:
        length = 0
        while line := self.out.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        said: dict[str, Any] = json.loads(self.out.read(length))
        if "id" in said and "method" in said:  # the server requests its settings
            result = (
                [{"validate": True, "schemaStore": {"enable": False}} for _ in said["params"].get("items", [])] if "configuration" in said["method"] else None
            )
            data = json.dumps({"jsonrpc": "2.0", "id": said["id"], "result": result}).encode()
            self.into.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
            self.into.flush()
        return said

    def diagnostics(self, path: Path) -> list[dict[str, Any]]:
        """The problems that an editor would underline in a file."""
        uri = path.resolve().as_uri()
        text = path.read_text("utf-8")
        self.send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while True:
            said = self.hear()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri:
                found: list[dict[str, Any]] = said["params"]["diagnostics"]
                return found


@contextmanager
def language_server() -> Iterator[Server]:
    install_from_npm(ROOT)
    command = [str(program("node")), str(ROOT / ".config/node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            server = Server(process)
            capabilities = {"workspace": {"configuration": True}}
            server.send("initialize", {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": capabilities}, id=1)
            while "result" not in server.hear():
                pass
            server.send("initialized", {})
            server.send("workspace/didChangeConfiguration", {"settings": {"yaml": {"validate": True, "schemaStore": {"enable": False}}}})
            yield server
        finally:
            process.kill()


@pytest.mark.builds
def test_the_language_server_underlines_nothing_in_any_file_and_sees_a_slip(tmp_path: Path) -> None:
    with language_server() as server:
        for _, path in YAML_FILES:
            found = server.diagnostics(ROOT / path)
            assert [f"{path}:{one['range']['start']['line'] + 1}: {one['message']}" for one in found] == []
        wrong = tmp_path / "wrong.yaml"
        wrong.write_text(f"{START}{(ROOT / 'schemas/glossary.schema.json').as_uri()}\nterms:\n  - id: A b\n    in_text: false\n", "utf-8")
        said = " ".join(str(one["message"]) for one in server.diagnostics(wrong))
        assert "term" in said
        assert "yes" in said
