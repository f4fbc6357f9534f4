"""A passkey device in software: makes and proves passkeys as a browser would answer the site."""

import base64
import hashlib
import json
import secrets
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

ORIGIN = "http://localhost:8000"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Device:
    """One authenticator with one discoverable passkey; `verifies` says whether it asks for a finger or a PIN."""

    def __init__(self, *, verifies: bool = True, origin: str = ORIGIN, rp: str = "localhost") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.origin, self.rp = origin, hashlib.sha256(rp.encode()).digest()
        self.flags = PRESENT | (VERIFIED if verifies else 0)
        self.handle = b""
        self.count = 0

    def make(self, asked: dict[str, Any]) -> str:
        """The answer to a request for a new passkey."""
        self.handle = _bytes(asked["publicKey"]["user"]["id"])
        held = AttestedCredentialData.create(b"\0" * 16, self.id, ES256.from_cryptography_key(self.key.public_key()))
        data = AuthenticatorData.create(self.rp, self.flags | ATTESTED, 0, held)
        attestation = AttestationObject.create("none", data, {})
        return self._told(
            {
                "clientDataJSON": self._client("webauthn.create", asked),
                "attestationObject": _text(bytes(attestation)),
                "transports": ["internal"],
            },
            {"credProps": {"rk": True}},
        )

    def prove(self, asked: dict[str, Any]) -> str:
        """The answer to a challenge."""
        self.count += 1
        data = bytes(AuthenticatorData.create(self.rp, self.flags, self.count))
        client = _bytes(self._client("webauthn.get", asked))
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._told(
            {
                "clientDataJSON": _text(client),
                "authenticatorData": _text(data),
                "signature": _text(signed),
                "userHandle": _text(self.handle),
            },
            {},
        )

    def _client(self, kind: str, asked: dict[str, Any]) -> str:
        said = {"type": kind, "challenge": asked["publicKey"]["challenge"], "origin": self.origin, "crossOrigin": False}
        return _text(json.dumps(said).encode())

    def _told(self, response: dict[str, Any], results: dict[str, Any]) -> str:
        return json.dumps(
            {
                "id": _text(self.id),
                "rawId": _text(self.id),
                "type": "public-key",
                "response": response,
                "clientExtensionResults": results,
            }
        )


def _text(plain: bytes) -> str:
    return base64.urlsafe_b64encode(plain).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
