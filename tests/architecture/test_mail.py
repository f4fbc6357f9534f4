"""S-20: all mail leaves through `probono.post`: nothing else imports a mail library, or names one to be imported."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.tree import SRC

MAIL = (
    "django.core.mail",
    "smtplib",
    "email",
    "imaplib",
    "poplib",
    "allauth.account.adapter",
    "allauth.core.internal.mail",
)
SENDERS = {"send_mail", "send_mass_mail", "mail_admins", "mail_managers", "email_user", "EmailMessage", "sendmail"}
POST = ("post/",)


def breaches(name: str, text: str) -> Iterator[str]:
    """Each import or name of something that sends mail. `name` is the module's place in src/probono."""
    if name.startswith(POST):
        return
    for node in ast.walk(ast.parse(text)):
        for module in _named(node):
            if _is_mail(module):
                yield f"{name}:{node.lineno}: {module}"  # type: ignore[attr-defined]


def _named(node: ast.AST) -> Iterator[str]:
    """Modules a node imports, senders it calls, and texts in it that name a module."""
    if isinstance(node, ast.Import):
        yield from (one.name for one in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield node.module or ""
        yield from (f"{node.module}.{one.name}" for one in node.names)
    elif isinstance(node, ast.Attribute) and node.attr in SENDERS:
        yield f"django.core.mail.{node.attr}"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value and "." in node.value:
        yield node.value if not node.value.startswith("django.core.mail.backends.") else ""


def _is_mail(module: str) -> bool:
    return any(module == one or module.startswith(f"{one}.") for one in MAIL)


def test_nothing_but_post_imports_mail() -> None:
    site = SRC / "probono"
    files = [(path.relative_to(site).as_posix(), path.read_text("utf-8")) for path in sorted(site.rglob("*.py"))]
    library = [(f"../vacatur/{path.name}", path.read_text("utf-8")) for path in sorted((SRC / "vacatur").rglob("*.py"))]

    assert [one for name, text in files + library for one in breaches(name, text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import smtplib",
        "from smtplib import SMTP",
        "from django.core import mail",
        "from django.core.mail import send_mail",
        "import django.core.mail as quiet",
        "from email.message import EmailMessage",
        "import_string('django.core.mail.send_mail')",
        "importlib.import_module('smtplib.SMTP')",
        "account.email_user('a', 'b')",
    ],
)
@pytest.mark.parametrize("name", ["matters/views/contact.py", "consent/contact/services/sending.py", "config/mail.py"])
def test_a_planted_breach_is_seen(name: str, line: str) -> None:
    assert len(list(breaches(name, line))) >= 1


def test_post_itself_may() -> None:
    assert list(breaches("post/services.py", "from django.core import mail")) == []
