"""Where things lie, from the root of the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
WORK = ROOT / ".work"
VENDOR = ROOT / "src" / "probono" / "ui" / "static" / "vendor"
FONTS = ROOT / "src" / "vacatur" / "drafting" / "fonts"
RUNTIME_LOCK = ROOT / "requirements.lock"
PRODUCTION_LOCK = ROOT / "requirements-production.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
BOOTSTRAP_LOCK = ROOT / "tools" / "bootstrap.lock"
