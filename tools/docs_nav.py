"""The order of the documentation: four kinds of page, then the decisions. A new page finds its place by its folder."""

from pathlib import Path
from typing import Any

KINDS = {
    "tutorial": "Tutorial",
    "how-to": "How to",
    "reference": "Reference",
    "explanation": "Explanation",
    "adr": "Decisions",
}


def on_config(config: Any) -> Any:
    """Called by mkdocs: fill in `nav` from the folders."""
    config["nav"] = nav(Path(config["docs_dir"]))
    return config


def nav(docs: Path) -> list[Any]:
    """The index, then one section for each kind that has pages, each with its pages in order of their names."""
    sections = [(title, sorted((docs / folder).glob("*.md"))) for folder, title in KINDS.items()]
    pages = [{title: [page.relative_to(docs).as_posix() for page in found]} for title, found in sections if found]
    return [{"Home": "index.md"}, *pages]
