"""Firms whose people may come through their own sign-in (OpenID Connect), as program.toml names them.

The code flow with state, nonce and PKCE; one redirect address; the issuer exactly as configured; the ID token's signature always
checked. Nobody gets an account this way: an invited person's issuer and subject are bound to her account once, and from then
on only that pair, with the same address, opens it.
"""

import base64
import hashlib
import json
import secrets
import time
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

import jwt
import requests
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from probono.accounts.models import Account, FirmIdentity
from probono.accounts.selectors import live_memberships
from probono.accounts.signing_in.marks import same

STATE = "firm_sign_in"
LASTS = 10 * 60
TIMEOUT = 10
LARGEST = 256 * 1024
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
LEEWAY = 60


class FirmRefusedError(Exception):
    """The firm's answer opens nothing. It carries no reason for the page: the log has one line without names."""


class FirmSignIn(Protocol):
    """A firm's sign-in as program.toml names it."""

    @property
    def id(self) -> str: ...
    @property
    def organization(self) -> str: ...
    @property
    def issuer(self) -> str: ...
    @property
    def client_id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Claims:
    """Who came, as the firm's signed token says."""

    issuer: str
    subject: str
    email: str


def listed() -> tuple[FirmSignIn, ...]:
    """The firms people may come through."""
    return tuple(settings.PROGRAM.firms)


def by_id(pk: str) -> FirmSignIn | None:
    """The firm with that id."""
    return next((firm for firm in listed() if firm.id == pk), None)


def of(organisation: str) -> FirmSignIn | None:
    """The sign-in of an organisation, if it has one."""
    return next((firm for firm in listed() if firm.organization == organisation), None)


def begin(request: HttpRequest, firm: FirmSignIn) -> str:
    """The address at the firm to send the browser to. What the answer must match waits in the session."""
    found = _discovered(firm)
    state, nonce, verifier = (secrets.token_urlsafe(32) for _each in range(3))
    request.session[STATE] = {"firm": firm.id, "state": state, "nonce": nonce, "verifier": verifier, "at": time.time()}
    asked = {
        "response_type": "code",
        "client_id": firm.client_id,
        "redirect_uri": redirect_address(firm),
        "scope": "openid email",
        "state": state,
        "nonce": nonce,
        "code_challenge": _challenge(verifier),
        "code_challenge_method": "S256",
    }
    return f"{found['authorization_endpoint']}?{urlencode(asked)}"


def came_back(request: HttpRequest, firm: FirmSignIn) -> Claims:
    """Who came, once everything matches. The state is used up whatever the answer is."""
    kept = request.session.pop(STATE, None)
    if (
        not kept
        or kept["firm"] != firm.id
        or time.time() - kept["at"] > LASTS
        or not same(kept["state"], request.GET.get("state", ""))
        or request.GET.get("iss", firm.issuer) != firm.issuer
        or not request.GET.get("code")
    ):
        raise FirmRefusedError
    found = _discovered(firm)
    token = _fetched_token(firm, found, request.GET["code"], kept["verifier"])
    claims = _checked(firm, found, token)
    if not same(str(claims.get("nonce", "")), kept["nonce"]):
        raise FirmRefusedError
    if claims.get("email_verified") is not True or not isinstance(claims.get("email"), str):
        raise FirmRefusedError
    return Claims(firm.issuer, str(claims["sub"]), claims["email"].strip().lower())


@transaction.atomic
def bind(account: Account, claims: Claims) -> None:
    """Binds an invited person to her firm's issuer and subject, for good. FirmRefusedError where the address is another one,
    or the pair is somebody else's already.
    """
    if claims.email != account.email:
        raise FirmRefusedError
    try:
        with transaction.atomic():
            FirmIdentity.objects.create(
                account=account, issuer=claims.issuer, subject=claims.subject, bound_at=timezone.now()
            )
    except IntegrityError as error:
        raise FirmRefusedError from error


def account_of(firm: FirmSignIn, claims: Claims) -> Account:
    """Whose account the pair opens, while she holds a role at that firm. FirmRefusedError for everybody else."""
    row = FirmIdentity.objects.filter(issuer=claims.issuer, subject=claims.subject).select_related("account").first()
    if row is None or not row.account.is_active or row.account.email != claims.email:
        raise FirmRefusedError
    if not live_memberships(row.account).filter(organisation__name=firm.organization).exists():
        raise FirmRefusedError
    return row.account


def redirect_address(firm: FirmSignIn) -> str:
    """The one address the firm may send people back to."""
    return f"{settings.SITE_ORIGIN}{reverse('accounts:firm-back', args=[firm.id])}"


def _discovered(firm: FirmSignIn) -> dict[str, Any]:
    """The firm's own description of its addresses; it must name the issuer exactly as program.toml does."""
    found = _get(f"{firm.issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != firm.issuer:
        raise FirmRefusedError
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        if urlsplit(str(found.get(name, ""))).scheme != urlsplit(firm.issuer).scheme:
            raise FirmRefusedError
    return found


def _fetched_token(firm: FirmSignIn, found: dict[str, Any], code: str, verifier: str) -> str:
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_address(firm),
        "code_verifier": verifier,
    }
    secret, auth = settings.FIRM_SECRETS.get(firm.id, ""), None
    methods = found.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if secret and "client_secret_post" not in methods:
        auth = (firm.client_id, secret)
    else:
        sent |= {"client_id": firm.client_id} | ({"client_secret": secret} if secret else {})
    answer = _read(lambda: requests.post(
        found["token_endpoint"], data=sent, auth=auth, timeout=TIMEOUT, allow_redirects=False, stream=True
    ))  # fmt: skip
    if not isinstance(answer.get("id_token"), str):
        raise FirmRefusedError
    return str(answer["id_token"])


def _checked(firm: FirmSignIn, found: dict[str, Any], token: str) -> dict[str, Any]:
    try:
        head = jwt.get_unverified_header(token)
        keys = jwt.PyJWKSet.from_dict(_get(found["jwks_uri"])).keys
        fit = [key for key in keys if head.get("kid") in (None, key.key_id) and key.public_key_use in (None, "sig")]
        if len(fit) != 1:
            raise FirmRefusedError
        allowed = [fit[0].algorithm_name] if fit[0].algorithm_name in ALGORITHMS else []
        claims: dict[str, Any] = jwt.decode(
            token,
            fit[0],
            algorithms=allowed,
            audience=firm.client_id,
            issuer=firm.issuer,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "sub", "aud", "iss"], "strict_aud": False},
        )
    except (jwt.PyJWTError, jwt.PyJWKSetError, ValueError, TypeError, KeyError) as error:
        raise FirmRefusedError from error
    if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != firm.client_id:
        raise FirmRefusedError
    return claims


def _get(address: str) -> dict[str, Any]:
    return _read(lambda: requests.get(address, timeout=TIMEOUT, allow_redirects=False, stream=True))


def _read(ask: Any) -> dict[str, Any]:
    """A small JSON object, or FirmRefusedError. Redirects are not followed."""
    try:
        with ask() as answer:
            if answer.status_code != requests.codes.ok:
                raise FirmRefusedError
            body = answer.raw.read(LARGEST + 1, decode_content=True)
        if len(body) > LARGEST:
            raise FirmRefusedError
        found = json.loads(body)
    except (requests.RequestException, OSError, ValueError) as error:
        raise FirmRefusedError from error
    if not isinstance(found, dict):
        raise FirmRefusedError
    return found


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
