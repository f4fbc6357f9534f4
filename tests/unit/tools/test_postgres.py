import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tools.places import ROOT
from tools.postgres import APP_ROLE, OWNER, environment

ASK = f"""
import os, psycopg
home = os.environ["DATABASE_URL"].split("@/", 1)[1].rsplit("/", 1)[0]
with psycopg.connect(host=home, user={OWNER!r}, dbname="probono", autocommit=True) as owner:
    print(home)
    print(owner.execute("SHOW fsync").fetchone()[0], owner.execute("SHOW listen_addresses").fetchone()[0] or "no-port")
    print(owner.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user").fetchone())
    owner.execute("SET ROLE {APP_ROLE}")
    print(owner.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user").fetchone())
    print(os.stat(home).st_uid == 0)
raise SystemExit(7)
"""


def start(*command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tools.postgres", *command], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_the_address_names_owner_socket_and_database() -> None:
    found = environment(Path("/tmp/vpg-x"))

    assert found == {"DATABASE_URL": "postgres://probono_owner@//tmp/vpg-x/probono", "DATABASE_APP_ROLE": APP_ROLE}


def test_a_command_finds_its_cluster_and_gives_its_exit_code_and_the_cluster_ends_with_it() -> None:
    process = start(sys.executable, "-c", ASK)
    home, speed, owner, app, by_root = process.communicate(timeout=60)[0].splitlines()

    assert process.returncode == 7
    assert speed == "off no-port"
    assert owner == app == "(False, False)"
    assert by_root == "False" or os.geteuid() != 0
    assert not Path(home).exists()


def test_a_cluster_ends_when_its_command_is_stopped() -> None:
    process = start(
        sys.executable, "-c", "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(60)"
    )
    assert process.stdout
    home = Path(process.stdout.readline().strip().split("@/", 1)[1]).parent
    process.stdout.close()
    server = int((home / "data" / "postmaster.pid").read_text().split()[0])

    process.send_signal(signal.SIGTERM)
    process.wait(30)
    time.sleep(0.1)

    assert process.returncode == 143
    assert not home.exists()
    assert not Path(f"/proc/{server}").exists()


def test_without_a_command_it_says_how_to_call_it() -> None:
    done = subprocess.run([sys.executable, "-m", "tools.postgres"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 2
    assert done.stderr.startswith("Usage:")
