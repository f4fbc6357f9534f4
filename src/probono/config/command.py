"""`probono`: one command for whoever runs the site."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


def run(argv: Sequence[str] | None = None) -> int:
    """Runs one verb. Bad input is one sentence on standard error and exit 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probono.config.settings")
    arguments = _parser().parse_args(sys.argv[1:] if argv is None else argv)
    from django.core.exceptions import ImproperlyConfigured

    try:
        return int(arguments.verb(arguments))
    except ImproperlyConfigured as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="probono", description="Run the program's site.")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    serve = verbs.add_parser("serve", help="run the web server and one worker; stops both")
    serve.add_argument("--port", type=int, default=None, help="the port (default: PROBONO_PORT, else 8000)")
    serve.set_defaults(verb=_serve)
    verbs.add_parser("migrate", help="bring the database to this version").set_defaults(verb=_migrate)
    verbs.add_parser("setup-demo", help="migrate and load the demo; safe to run again").set_defaults(verb=_setup_demo)
    verbs.add_parser("people", help="list the demo's people and how to sign in as each").set_defaults(verb=_people)
    verbs.add_parser("worker", help="run jobs only").set_defaults(verb=_worker)
    _audit(verbs.add_parser("audit", help="check the audit log, or sign its newest row"))
    _vault(verbs.add_parser("vault", help="the keystore and the file store: status, rotation, clearing up"))
    _retention(
        verbs.add_parser("retention", help="closed files: what is kept, held and due; destroying; after a restore")
    )
    manage = verbs.add_parser("manage", help="any Django management command")
    manage.add_argument("words", nargs=argparse.REMAINDER)
    manage.set_defaults(verb=_manage)
    return parser


def _audit(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verify = verbs.add_parser("verify", help="read the whole log and name every tampering (exit 1 when there is one)")
    verify.add_argument("--sink", type=Path, default=None, help="a copy of the sink kept elsewhere")
    verify.set_defaults(verb=_audit_verify)
    verbs.add_parser("head", help="append a signed head to the sink").set_defaults(verb=_audit_head)


def _vault(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    verbs.add_parser("status", help="how many keys there are, and under which root").set_defaults(verb=_vault_status)
    rotate = verbs.add_parser(
        "rotate", help="wrap every key anew under the next root key; the old one is then worth nothing"
    )
    rotate.set_defaults(verb=_vault_rotate)
    sweep = verbs.add_parser("sweep", help="remove unfinished and orphaned files that are older than an hour")
    sweep.set_defaults(verb=_vault_sweep)


def _retention(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for name, words in (
        ("status", "how many files are closed, sealed, held, destroyed"),
        ("due", "what waits for somebody"),
        (
            "shred",
            "destroy what is due and agreed to; certify what a rotation has closed (exit 1 when a hold stopped one)",
        ),
        ("replay", "after a restore: destroy again what the ledger knows as destroyed"),
    ):
        verbs.add_parser(name, help=words).set_defaults(verb=_retention_verb, name=name)


def _serve(arguments: argparse.Namespace) -> int:
    from probono.config.serve import serve

    return serve(arguments.port)


def _migrate(arguments: argparse.Namespace) -> int:
    return _call("migrate", "--no-input", "--verbosity", "1")


def _setup_demo(arguments: argparse.Namespace) -> int:
    _call("migrate", "--no-input", "--verbosity", "0")
    from probono.config.demo import setup_demo

    return setup_demo()


def _people(arguments: argparse.Namespace) -> int:
    _setup()
    from probono.config.demo import print_people

    return print_people()


def _worker(arguments: argparse.Namespace) -> int:
    from probono.config.production.start import check_before_start

    check_before_start()
    return _call("db_worker", "--interval", "0.5", "--no-startup-delay", "--no-reload", "--verbosity", "0")


def _manage(arguments: argparse.Namespace) -> int:
    return _call(*arguments.words)


def _audit_verify(arguments: argparse.Namespace) -> int:
    _setup()
    from probono.config.audit_log import verify_log

    return verify_log(arguments.sink)


def _audit_head(arguments: argparse.Namespace) -> int:
    _setup()
    from probono.config.audit_log import write_head

    return write_head()


def _vault_status(arguments: argparse.Namespace) -> int:
    _setup()
    from probono.config.vault_room import status

    return status()


def _vault_rotate(arguments: argparse.Namespace) -> int:
    _setup()
    from probono.config.vault_room import rotate

    return rotate()


def _vault_sweep(arguments: argparse.Namespace) -> int:
    _setup()
    from probono.config.vault_room import sweep

    return sweep()


def _retention_verb(arguments: argparse.Namespace) -> int:
    _setup()
    from probono.config import retention_room

    verb: Callable[[], int] = getattr(retention_room, arguments.name)
    return verb()


def _call(*words: str) -> int:
    _setup()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["probono", *words])
    return 0


def _setup() -> None:
    import django
    from django.conf import settings

    settings.VAR.mkdir(parents=True, exist_ok=True, mode=0o700)
    django.setup()


if __name__ == "__main__":
    sys.exit(run())
