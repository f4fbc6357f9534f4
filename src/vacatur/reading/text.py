"""One small cut that several kinds of line need."""


def after_colon(text: str) -> str:
    """What follows the first colon, or what a scan makes of it (a semicolon, a period)."""
    colon = text.find(":")
    if colon < 0 or ";" in text[:colon]:
        colon = text.find(";")
    if colon < 0:
        colon = text.find(".")
    return text[colon + 1 :].strip() if colon >= 0 else ""
