"""The way out in production: SMTP that names the sender address's host when it greets, not the machine's own name."""

import smtplib
from functools import partial
from typing import Any

from django.core.mail.backends.smtp import EmailBackend

from probono.post.envelope import neutral_host


class NeutralBackend(EmailBackend):
    """Django's SMTP, with a neutral greeting: mail providers write it into every message's headers."""

    @property
    def connection_class(self) -> Any:
        return partial(_greeting, smtplib.SMTP_SSL if self.use_ssl else smtplib.SMTP)


def _greeting(kind: Any, host: str, port: int, **more: Any) -> Any:
    return kind(host, port, **{**more, "local_hostname": neutral_host()})
