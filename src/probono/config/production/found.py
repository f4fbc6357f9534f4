"""What an installation would run with, gathered before anything runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probono.config.program import Program


@dataclass(frozen=True, slots=True)
class Found:
    """The settings production mode looks at. `environ` is asked only for switches that must not be there."""

    secret: str
    vault_key: str
    database: Mapping[str, Any]
    app_role: str
    site: str
    files: str
    var: Path
    file_store: Path
    sink: Path
    ledger: Path
    program_file: Path
    program: Program
    log_level: str
    tasks: str
    environ: Mapping[str, str]
    swaps: Path = Path("/proc/swaps")
    devices: Path = Path("/sys/class/block")
