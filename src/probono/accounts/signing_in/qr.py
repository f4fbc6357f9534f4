"""The picture of an address that an authenticator app reads."""

from allauth.mfa.adapter import get_adapter


def svg(address: str) -> str:
    """An SVG element of black squares, without styles, to stand in a page."""
    text = str(get_adapter().build_totp_svg(address))
    return text[text.index("<svg") :]
