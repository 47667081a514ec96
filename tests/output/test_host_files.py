"""The files of ``build --publish`` for hosts: they match the site, agree with each other, and are removed by the next build."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path

import brotli
import pytest

from helpers import DATA, is_redirect, parse_html, run_command, with_theme
from sds.browser_rules import CONTENT_SECURITY_POLICY
from sds.output.compressed import LEAST, TEXTS
from sds.output.holding import site_files
from sds.output.host_files import HEADERS, host_files

FOR_HOSTS = {".nojekyll", "_headers", "_redirects", "nginx.conf"}
COPY = re.compile(r"\.(?:br|gz)$")


def publish(project: Path, *out: str, **variables: str) -> Path:
    """Runs ``build --publish`` and returns the folder of the site."""
    done = run_command(project, "build", "--publish", *out, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The site with what hosts need is in" in done.stdout
    assert not (project / ".site-hosted").exists()
    return project / (out[-1] if out else "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of the small framework, in a subfolder."""
    project = with_theme(Path(shutil.copytree(DATA / "small", tmp_path_factory.mktemp("hosts") / "small")))
    return publish(project, "--no-mkdocs", "out", SITE_URL="https://here.example/beds/")


@pytest.mark.builds
def test_with_and_without_mkdocs_the_same_is_written_and_a_plain_build_takes_it_away(project: Path) -> None:
    site, without = publish(project), publish(project, "--no-mkdocs", "out")
    assert site_files(site) >= FOR_HOSTS
    assert {path: (site / path).read_bytes() for path in FOR_HOSTS} == {path: (without / path).read_bytes() for path in FOR_HOSTS}
    assert {path for path in site_files(site) if COPY.search(path)} == {path for path in site_files(without) if COPY.search(path)}
    assert run_command(project, "build", "--no-mkdocs", "out").returncode == 0
    left = site_files(without)
    assert not left & FOR_HOSTS
    assert [path for path in left if path.endswith(".br")] == []


@pytest.mark.builds
def test_what_is_compressed_is_the_file_beside_it_and_smaller(site: Path) -> None:
    paths, unpack = site_files(site), {".br": brotli.decompress, ".gz": gzip.decompress}
    copies = [path for path in paths if COPY.search(path) and path[:-3] in paths]
    assert {path[-3:] for path in copies} == set(unpack)
    for path in copies:
        packed, plain = (site / path).read_bytes(), (site / path[:-3]).read_bytes()
        assert unpack[path[-3:]](packed) == plain, path
        assert len(packed) < len(plain), path
    large = {path for path in paths if Path(path).suffix in TEXTS and (site / path).stat().st_size >= LEAST and not path.startswith(("offline/", "_"))}
    assert {f"{path}.br" for path in large} <= paths


@pytest.mark.builds
def test_every_address_that_leads_on_is_a_permanent_redirect_to_where_its_page_leads(site: Path) -> None:
    lines = [line.split(" ") for line in (site / "_redirects").read_text("utf-8").splitlines()]
    leading = {f"/beds/{path.parent.relative_to(site).as_posix()}/" for path in site.rglob("index.html") if is_redirect(parse_html(path.read_text("utf-8")))}
    assert {address for address, _, _ in lines} == leading
    assert len(leading) > 5
    for address, target, status in lines:
        assert status == "301"
        path, _, anchor = target.removeprefix("/beds/").partition("#")
        page = parse_html((site / path / "index.html").read_text("utf-8"))
        assert not anchor or page.id(anchor), target
        assert f"location = {address} {{ return 301 /beds/{path}$is_args$args{f'#{anchor}' if anchor else ''}; }}" in (site / "nginx.conf").read_text("utf-8")


@pytest.mark.builds
def test_headers_stand_once_for_each_address_and_say_what_pages_say(site: Path) -> None:
    blocks = (site / "_headers").read_text("utf-8")
    assert blocks.startswith("/beds/*\n  Content-Security-Policy: default-src 'none'; ")
    (copy,) = (site / "offline").glob("copy-*.gz")
    assert f"/beds/offline/{copy.name}\n  Cache-Control: public, max-age=31536000, immutable\n" in blocks
    assert "/beds/offline/parts/*\n  Cache-Control: public, max-age=31536000, immutable\n" in blocks
    style = next(site.glob("assets/css/site.*.css")).name
    assert f"/beds/assets/css/{style}\n  Cache-Control: public, max-age=31536000, immutable\n" in blocks
    names, *others = [re.findall(r"^  ([^:]+):", block, re.MULTILINE) for block in re.split(r"^/", blocks, flags=re.MULTILINE) if block]
    assert len(names) == len(set(names))
    assert all(other == ["Cache-Control"] for other in others), "Cloudflare joins two values of one header"
    assert len(others) < 100, "Cloudflare reads 100 of them"
    said = parse_html((site / "index.html").read_text("utf-8"))
    assert said.one("meta", **{"http-equiv": "Content-Security-Policy"}).attrs["content"] == CONTENT_SECURITY_POLICY
    assert HEADERS["Content-Security-Policy"] == f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"
    assert said.one("meta", name="referrer").attrs["content"] == HEADERS["Referrer-Policy"]
    assert "\nlocation /beds/ {\n" in (site / "nginx.conf").read_text("utf-8")


@pytest.mark.builds
def test_the_same_site_gives_the_same_files(site: Path) -> None:
    for path, content in host_files(site, "https://here.example/beds/"):
        assert (site / path).read_bytes() == content, path


@pytest.mark.builds
def test_a_folder_of_somebody_else_is_left_alone(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out/diary.txt").write_text("mine", "utf-8")
    done = run_command(project, "build", "--publish", "--no-mkdocs", "out")
    assert done.returncode == 1
    assert "holds files that no build of this project wrote, such as diary.txt" in done.stderr
    assert [path.name for path in (project / "out").iterdir()] == ["diary.txt"]
