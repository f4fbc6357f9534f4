"""Addresses at which the site's protections would not hold."""

import ipaddress
from collections.abc import Iterator
from urllib.parse import urlsplit

from probono.config.production.found import Found

INVENTED = ("example", "test", "invalid")
INVENTED_DOMAINS = ("example.com", "example.org", "example.net")


def weaknesses(found: Found) -> Iterator[str]:
    """What is wrong with the two origins, each by itself and beside the other."""
    yield from _origin("PROBONO_SITE_ORIGIN", found.site)
    yield from _origin("PROBONO_FILES_ORIGIN", found.files)
    if _host(found.site) == _host(found.files):
        yield "PROBONO_FILES_ORIGIN must be another host than PROBONO_SITE_ORIGIN: files never share the site's origin."


def is_invented(host: str) -> bool:
    """Whether a host name is one that the Internet keeps for examples: nothing and nobody is reached there."""
    return host.rsplit(".", 1)[-1] in INVENTED or host.endswith(INVENTED_DOMAINS)


def _origin(name: str, origin: str) -> Iterator[str]:
    parts, host = urlsplit(origin), _host(origin)
    if parts.scheme != "https":
        yield f"{name} must be an https address in production."
    elif not host or parts.path or parts.query or parts.fragment or "@" in parts.netloc:
        yield f"{name} must be an origin only, like https://vacatur.our-program.org, with nothing behind the host."
    elif "*" in host:
        yield f"{name} must name one host; a star is refused."
    elif _is_number(host):
        yield f"{name} must be a host name: browsers keep passkeys for names, not for numbers."
    elif host == "localhost" or host.endswith(".localhost"):
        yield f"{name} must not be this machine's own name: nobody else can open it."
    elif "." not in host:
        yield f"{name} must be a full host name with its domain."
    elif is_invented(host):
        yield f"{name} is an invented address, which nobody can open."


def _host(origin: str) -> str:
    try:
        return (urlsplit(origin).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit()
    return True
