"""`python -m demo OUT` writes the fictional docket into the folder OUT."""

import sys
from pathlib import Path

from demo.docket import write


def main(arguments: list[str]) -> int:
    """Write all, and say so in one line. Anything but one folder is refused."""
    if len(arguments) != 1:
        print("Say where to: python -m demo OUT", file=sys.stderr)
        return 2
    written = write(Path(arguments[0]))
    print(f"{len(written)} files of fictional people written to {arguments[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
