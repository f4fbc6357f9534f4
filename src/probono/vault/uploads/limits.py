"""How much one file may hold."""

MEBIBYTE = 1024 * 1024

LARGEST_FILE = 50 * MEBIBYTE
MOST_PAGES = 5_000
MOST_LINES = 30_000
MOST_TEXT = 8 * MEBIBYTE
"""Lines and bytes of a sheet's text: five hundred pages and more. All of it stands on one page of the site."""

MOST_PIXELS = 50_000_000
"""Of one picture or page."""

MOST_ENTRIES = 2_000
MOST_RATIO = 100
"""How many times larger an archive may be when it is unpacked."""
RATIO_COUNTS_FROM = MEBIBYTE
"""Bytes: a few kilobytes of blanks pack better than a hundred times and harm nobody."""
MOST_UNPACKED = 200 * MEBIBYTE
