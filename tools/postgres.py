"""`python3 -m tools.postgres COMMAND...`: run a command beside a PostgreSQL cluster that lives only as long as it does.

The cluster lies in a fresh folder of the system's temp place, belongs to a user who is not root, listens on a unix socket
only, and does not wait for the disk. The command finds:

DATABASE_URL        the owner of the tables (may create databases and roles, is no superuser)
DATABASE_APP_ROLE   the role requests run as: no owner, no superuser, bound by row-level security
"""

import glob
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OWNER = "probono_owner"
APP_ROLE = "probono_app"
SUPERUSER = "vacatur_tests"
DATABASE = "probono"
SETTINGS = (
    "listen_addresses=''",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "jit=off",
    "max_connections=60",
    "shared_buffers=128MB",
    "client_min_messages=warning",
    "timezone=UTC",
)
ROLES = (
    f"CREATE ROLE {OWNER} LOGIN CREATEDB CREATEROLE NOSUPERUSER NOBYPASSRLS",
    f"CREATE ROLE {APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB",
    f"GRANT {APP_ROLE} TO {OWNER}",
    f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
)


class PostgresError(Exception):
    """The cluster could not be made; the message says why."""


def programs() -> Path:
    """The folder of the newest PostgreSQL on this machine (15 or newer)."""
    found = [Path(name).parent for name in glob.glob("/usr/lib/postgresql/*/bin/initdb")]
    if not found:
        raise PostgresError("PostgreSQL is not installed: run `make setup`, or sudo apt-get install postgresql.")
    return max(found, key=lambda folder: float(folder.parent.name))


@contextmanager
def cluster() -> Iterator[Path]:
    """A running cluster; gives the folder of its socket, and leaves nothing behind."""
    home = Path(tempfile.mkdtemp(prefix="vpg-", dir="/tmp"))
    try:
        server = _Server(home, programs(), _as_other_user(home))
        server.make()
        server.start()
        try:
            server.make_roles()
            yield home
        finally:
            server.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _as_other_user(home: Path) -> list[str]:
    """PostgreSQL refuses root; the folder then goes to Debian's postgres, or to nobody."""
    if os.geteuid() != 0:
        return []
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(home, user.pw_uid, user.pw_gid)
        home.chmod(0o755)
        return ["runuser", "-u", name, "--"]
    raise PostgresError("PostgreSQL does not run as root, and this machine has neither the user postgres nor nobody.")


@dataclass(frozen=True)
class _Server:
    home: Path
    programs: Path
    switch: list[str]

    def make(self) -> None:
        options = ("-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self._run("initdb", "-D", self.home / "data", *options)

    def start(self) -> None:
        settings = (*SETTINGS, f"unix_socket_directories={self.home}")
        options = " ".join(f"-c {setting}" for setting in settings)
        self._run("pg_ctl", "start", "-w", "-s", "-D", self.home / "data", "-l", self.home / "log", "-o", options)

    def make_roles(self) -> None:
        for statement in ROLES:
            self._run("psql", "-q", "-h", self.home, "-U", SUPERUSER, "-d", "postgres", "-c", statement)

    def stop(self) -> None:
        pid = int((self.home / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGQUIT)  # at once: nothing of it is kept
        for _ in range(100):
            if not Path(f"/proc/{pid}").exists():
                return
            time.sleep(0.05)

    def _run(self, program: str, *options: str | Path) -> None:
        command = [*self.switch, self.programs / program, *options]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/"
        )
        if done.returncode:
            raise PostgresError(f"{program}: {done.stderr.decode(errors='replace').strip()}")


def environment(home: Path) -> dict[str, str]:
    """What a program needs to find the cluster."""
    url = f"postgres://{OWNER}@/{home}/{DATABASE}"
    return {"DATABASE_URL": url, "DATABASE_APP_ROLE": APP_ROLE}


def main(command: list[str]) -> int:
    """Run the command beside a cluster and give its exit code; the cluster ends with it, whatever happens."""
    if not command:
        print("Usage: python3 -m tools.postgres COMMAND...", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with cluster() as home:
            return _wait(subprocess.Popen(command, env=os.environ | environment(home)))
    except PostgresError as error:
        print(error, file=sys.stderr)
        return 1


def _wait(process: "subprocess.Popen[bytes]") -> int:
    try:
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
