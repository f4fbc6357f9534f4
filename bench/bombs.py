"""What a hostile file costs everybody else: a page asked for again and again, alone and while bombs are being uploaded (S-53).

    python -m bench.bombs

The site is served as in evaluation, one web process, with the demo's FICTIONAL people. One person asks for a matter's page;
others upload one bomb after the other to another matter, each of which has to be refused: one of them, then as many as the
site has threads. One JSON object a line, in seconds: the page's 95th percentile of each block, in turn without and with bombs,
and how long each bomb took until its refusal while one person uploaded them. On SQLite as it stands; on PostgreSQL by

    python -m tools.postgres .venv/bin/python -m bench.bombs
"""

import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Any

import pikepdf
import requests

from bench import result

BLOCKS, PAGES = 5, 60
READER, ATTACKER = "Dana Wexler", "Avery Lindqvist"
THREADS = 8
"""As many as the site answers requests with (config/serve.py)."""
PATIENCE = 60.0
MEBIBYTE = 1024 * 1024
line = partial(result.line, unit="s", digits=3)


def stacked() -> bytes:
    """A stream deflated four times over: a few hundred bytes that become a hundred gigabytes."""
    data = bytes(600 * MEBIBYTE)
    for _ in range(4):
        data = zlib.compress(data, 9)
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.Contents = document.make_stream(data, Filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 4))
        return _saved(document)


def many_objects() -> bytes:
    """Twenty megabytes of objects that nothing refers to."""
    with pikepdf.new() as document:
        document.add_blank_page()
        plain = _saved(document)
    many = b"".join(b"%d 0 obj 0 endobj\n" % number for number in range(10, 1_000_010))
    place = plain.rindex(b"\nxref\n")
    return plain[:place] + b"\n" + many + plain[place:]


def vast_page() -> bytes:
    """One page wider than any paper."""
    with pikepdf.new() as document:
        document.add_blank_page().MediaBox = pikepdf.Array([0, 0, 900_000_000, 900_000_000])
        return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "a stream deflated four times": stacked,
    "a million objects": many_objects,
    "a vast page": vast_page,
}


@contextmanager
def served() -> Iterator[str]:
    """The site with the demo's people, on a free port of this machine, in a folder that is gone afterwards."""
    program = Path(sys.executable).with_name("probono")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="bench-bombs-") as folder:
        env = os.environ | {"PROBONO_VAR": folder, "PROBONO_PORT": port}
        subprocess.run([program, "setup-demo"], env=env, check=True, capture_output=True)
        process = subprocess.Popen([program, "serve"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_for(f"http://localhost:{port}/health/")
            yield f"http://localhost:{port}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if requests.get(address, timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.2)
    raise SystemExit("the site was not served")


class Person:
    """One signed-in person of the demo, as a browser without script."""

    def __init__(self, site: str, name: str) -> None:
        self.site, self.browser = site, requests.Session()
        page = self.get("/sign-in/")
        forms = re.findall(r'<form method="post" action="/demo-sign-in/">.*?</form>', page, re.DOTALL)
        mine = next(form for form in forms if f"<strong>{name}</strong>" in form)
        told = dict(re.findall(r'name="([^"]+)" value="([^"]+)"', mine))
        self.browser.post(f"{site}/demo-sign-in/", told, headers={"Origin": site}, timeout=PATIENCE).raise_for_status()
        self.matters = list(dict.fromkeys(re.findall(r'href="(/matters/[0-9a-f-]{36}/)"', self.get("/matters/"))))

    def get(self, path: str) -> str:
        """A page. SystemExit when it is not one."""
        answer = self.browser.get(f"{self.site}{path}", timeout=PATIENCE)
        if answer.status_code != 200:
            raise SystemExit(f"expected a page and got {answer.status_code}")
        return answer.text

    def refused(self, path: str, bomb: bytes) -> float:
        """Seconds until an uploaded bomb is refused. SystemExit when it is taken."""
        page = self.get(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        began = time.perf_counter()
        answer = self.browser.post(
            f"{self.site}{path}",
            {"csrfmiddlewaretoken": token[1] if token else ""},
            files={"file": ("sheet.pdf", bomb, "application/pdf")},
            headers={"Origin": self.site},
            timeout=PATIENCE,
        )
        took = time.perf_counter() - began
        if answer.status_code != 422:
            raise SystemExit(f"expected a refusal and got {answer.status_code}")
        return took


def p95(person: Person, path: str, pages: int) -> float:
    """The 95th percentile of so many askings for a page, one after the other."""
    took = []
    for _ in range(pages):
        began = time.perf_counter()
        person.get(path)
        took.append(time.perf_counter() - began)
    return quantiles(took, n=20)[-1]


def results(blocks: int = BLOCKS, pages: int = PAGES) -> Iterator[dict[str, Any]]:
    """Every measurement of this script."""
    bombs = {name: make() for name, make in BOMBS.items()}
    alone, one, many = [], [], []
    refusals: dict[str, list[float]] = {name: [] for name in bombs}
    with served() as site:
        reader, attackers = Person(site, READER), [Person(site, ATTACKER) for _ in range(THREADS)]
        attacker = attackers[0]
        target = next(f"{path}record/" for path in attacker.matters if 'name="file"' in attacker.get(f"{path}record/"))
        path = next(path for path in reader.matters if path not in target)
        p95(reader, path, pages)
        for _ in range(blocks):
            alone.append(p95(reader, path, pages))
            with _uploading([attacker], target, bombs, refusals):
                one.append(p95(reader, path, pages))
            with _uploading(attackers, target, bombs, None):
                many.append(p95(reader, path, pages))
    yield line("a matter's page, 95th percentile, alone", alone)
    yield line("a matter's page, 95th percentile, while one person uploads bombs", one)
    yield line(f"a matter's page, 95th percentile, while {THREADS} upload bombs", many)
    for name, took in refusals.items():
        yield line(f"until a bomb is refused: {name}", took)


@contextmanager
def _uploading(
    attackers: Sequence[Person], path: str, bombs: dict[str, bytes], refusals: dict[str, list[float]] | None
) -> Iterator[None]:
    """Bomb after bomb from each, every kind once at the least, for as long as the block lasts."""
    over, trouble = threading.Event(), []

    def upload(attacker: Person) -> None:
        try:
            while True:
                for name, bomb in bombs.items():
                    took = attacker.refused(path, bomb)
                    if refusals is not None:
                        refusals[name].append(took)
                if over.is_set():
                    return
        except (SystemExit, requests.RequestException) as error:
            trouble.append(error)

    threads = [threading.Thread(target=upload, args=(each,)) for each in attackers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()
    if trouble:
        raise SystemExit(str(trouble[0]))


def main() -> int:
    """Print one line for each measurement."""
    for one in results():
        print(json.dumps(one))
    return 0


if __name__ == "__main__":
    sys.exit(main())
