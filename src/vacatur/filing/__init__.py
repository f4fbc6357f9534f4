"""A plan's papers as a packet: a folder with filing PDFs, Word twins, a reading copy and a manifest, checked or not there."""

from vacatur.filing.bundle import bundle
from vacatur.filing.manifest import Manifest, read_manifest

__all__ = ["Manifest", "bundle", "read_manifest"]
