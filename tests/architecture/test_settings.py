"""Every setting of the site has its line in the reference."""

import ast

from tests.architecture.tree import ROOT, SRC


def names() -> list[str]:
    """The environment variables that the configuration reads."""
    found = []
    for path in sorted((SRC / "probono" / "config").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func).startswith(("env.", "os.environ.", "os.getenv"))
                and node.args
            ):
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.append(first.value)
    return found


def test_the_configuration_reads_settings() -> None:
    assert "DATABASE_URL" in names()


def test_every_setting_has_its_line_in_the_reference() -> None:
    reference = (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8")

    assert sorted({name for name in names() if f"`{name}`" not in reference}) == []
