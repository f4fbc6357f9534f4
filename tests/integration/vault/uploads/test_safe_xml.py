"""S-51, S-53: no entity, no document type, no endless depth."""

import pytest

from probono.vault.uploads import safe_xml
from probono.vault.uploads.refusal import RefusedError

LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def test_plain_xml_passes() -> None:
    safe_xml.check(b'<?xml version="1.0" encoding="UTF-8"?><a b="c">words</a>')


@pytest.mark.parametrize(
    "xml",
    [
        LAUGHS,
        OUTSIDE,
        b"<!DOCTYPE a><a/>",
        b"<a>",
        b"",
        b"<a>" * 1000 + b"</a>" * 1000,
        LAUGHS.decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="none-such"?><a/>',
        b'<?xml version="1.0" encoding="shift_jis"?><a/>',
    ],
)
def test_the_rest_is_refused(xml: bytes) -> None:
    with pytest.raises(RefusedError, match="bad_xml"):
        safe_xml.check(xml)
