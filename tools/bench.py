"""`python3 -m tools.bench [NAME...]`: the scripts in bench/, one after the other; each prints one JSON object a line."""

import subprocess
import sys
from collections.abc import Iterable

from tools.places import PYTHON, ROOT


def main(names: Iterable[str]) -> int:
    """Run the named scripts, or all; the code of the first that failed, else 0."""
    scripts = [path for path in sorted((ROOT / "bench").glob("*.py")) if not path.name.startswith("_")]
    wanted = set(names)
    code = 0
    for script in scripts:
        if not wanted or script.stem in wanted:
            print(f"# {script.relative_to(ROOT)}", file=sys.stderr, flush=True)
            code = code or subprocess.run([PYTHON, "-m", f"bench.{script.stem}"], cwd=ROOT).returncode
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
