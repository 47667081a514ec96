"""Runs nginx on a free port of this machine and serves a site by the ``nginx.conf`` of its build, as someone who hosts the site would."""

from __future__ import annotations

import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sds.commands.debian import NGINX, find_or_install
from serving import MOST, free_port

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
CONFIGURATION = """\
{brotli_module}
daemon off;
{user}
worker_processes 1;
pid {folder}/pid;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    large_client_header_buffers 4 16k;  # a search of 10,000 characters comes as far as the page
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        {brotli}
        include {site}/nginx.conf;
    }}
}}
"""


@contextmanager
def served_by_nginx(site: Path, folder: Path) -> Iterator[str]:
    """The address of ``site`` while the block runs. nginx's temporary files and log go into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "error.log"
    has_brotli = BROTLI.exists()
    configuration = CONFIGURATION.format(
        user="user root;" if os.geteuid() == 0 else "",  # otherwise nginx's workers run as a user who may not read the tests' folders
        brotli_module=f"load_module {BROTLI};" if has_brotli else "",
        brotli="brotli_static on;" if has_brotli else "",
        folder=folder,
        port=port,
        site=site,
    )
    (folder / "nginx.conf").write_text(configuration, "utf-8")
    server = subprocess.Popen([find_or_install(NGINX), "-e", str(log), "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        end = time.monotonic() + MOST
        while not _answers(address):
            assert server.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < end, log.read_text("utf-8")
            time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait(60)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
