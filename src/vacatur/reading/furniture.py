"""What a printer or a terminal adds to a sheet: page numbers, browser footers, message ids (rap_sheet_format 1)."""

import re

FURNITURE = re.compile(
    r"PAGE\s*:?\s*[0-9]{1,4}(?:\s*(?:OF|/)\s*[0-9]{1,4})?(?=\s*$|\s{2,})"
    r"|[0-9]{1,4}\s*(?:OF|/)\s*[0-9]{1,4}$"
    r"|(?:HTTPS?|FILE)\s?:\s?/{1,3}\S*"
    r"|(?:ABOUT:BLANK)\b"
    r"|ROUTE\s+PRINT\b"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4},?\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s*[AP]\.?M\.?)?(?=\s*$|\s{2,})"
    r"|IH$"
)
TRANSPORT = re.compile(
    r"(?:FROM|TO|ISN|OSN|USERID|ORI|DATE|TIME|MKE|SEQ|REF)\s*:"
    r"|RE\s*:\s*[A-Z]{3}\."
    r"|RE\s*:"
    r"|RESTRICTED\s*-"
    r"|ATTN\s*:"
    r"|(?=.*(?:LICENSING|PURPOSES))(?:(?:DO|NOT|USE|FOR|EMPLOYMENT|LICENSING|OR|CERTIFICATION|PURPOSES)\b[\s,.]*)+$"
)
MESSAGE_ID = re.compile(r"[A-Z0-9]{6,16}\.[A-Z]{2,3}$")
