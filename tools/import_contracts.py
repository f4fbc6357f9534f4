"""One contract type of our own for import-linter: what an app keeps to itself.

`protected` of import-linter wants one contract for each app and fails on apps that are not there yet. This one holds for
every package an expression finds, so a new app is protected from its first commit.
"""

from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.helpers import module_expressions_to_modules

__all__ = ["AppPrivates"]


class AppPrivates(Contract):
    """What may import the modules named `private` in each of `packages`.

    Without `allowed`: their own package and nobody else; `probono.people.models` is for `probono.people`.
    With `allowed`: inside the package, those parts alone; `vacatur.reading` is for `vacatur.cli`, `vacatur.bulk` and
    `vacatur.tracking`. Users from outside the package are then no concern of this contract.
    """

    type_name = "app_privates"

    packages = fields.ListField(subfield=fields.ModuleExpressionField())
    private = fields.ListField(subfield=fields.StringField())
    allowed = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every direct import of a private module."""
        found = module_expressions_to_modules(graph, self.packages)  # type: ignore[arg-type]
        broken = [
            line
            for package in sorted(module.name for module in found)
            for name in cast("list[str]", self.private)
            for line in self._intruders(graph, package, f"{package}.{name}")
        ]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def _intruders(self, graph: ImportGraph, package: str, private: str) -> list[str]:
        if private not in graph.modules:
            return []
        return [
            f"{importer} -> {imported}"
            for imported in sorted({private, *graph.find_descendants(private)})
            for importer in sorted(graph.find_modules_that_directly_import(imported))
            if not self._welcome(importer, package, private)
        ]

    def _welcome(self, importer: str, package: str, private: str) -> bool:
        allowed = [name for name in cast("list[str]", self.allowed or []) if name]
        if not allowed:
            return _within(importer, package)
        if not _within(importer, package):
            return True
        return any(_within(importer, part) for part in (private, *(f"{package}.{name}" for name in allowed)))

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that came from outside."""
        for line in check.metadata["broken"]:
            output.print_error(f"- {line}", bold=False)


def _within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")
