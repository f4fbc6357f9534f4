"""S-11: nothing reads a client's data past the gate, and nothing of a client's is without its class and paths."""

import ast
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import Model

from probono.accounts.data_classes import ANY, DataClass
from probono.accounts.policies_sql import guarded_models
from tests.architecture.tree import SRC

MANAGERS = {"objects", "_default_manager", "_base_manager"}
PAST_THE_GATE = ("selectors", "services", "migrations")
"""The rooms of an app that may use managers: reads that start from the gate, writes that check first, and migrations."""
THE_GATE = {"accounts/gate.py", "accounts/walls.py", "vault/shredders.py", "vault/uploads/verdicts.py"}
"""The gate itself, the second wall, whoever destroys a file whole, and the operator's virus scan: those ask nobody what she may see."""
NOT_OF_A_CLIENT = {
    "Grant": "what access is computed from; the gate itself reads it",
    "Deny": "what access is computed from; the gate itself reads it",
    "SafetyHold": "whoever would send asks whether one stands, whatever else she may see; it says nothing of a client",
    "Token": "the right to send one fixed note once; a hold burns it whatever its maker may see, and it holds ids only",
    "Turn": "locked by whatever lets a note go to her and whatever stops one, whatever they may see; it holds an id only",
    "Seal": "what access is computed from; the gate itself reads it",
    "ClientWindow": "read before anybody is signed in; it names a matter by its id and says nothing of it",
}


def _others() -> set[str]:
    """Models that hold nothing of a client: their managers may be used anywhere."""
    guarded = set(guarded_models())
    return {model.__name__ for model in apps.get_models() if model not in guarded}


def breaches(name: str, text: str) -> Iterator[str]:
    """Each use of a manager that could be a guarded model's. `name` is the module's place in src/probono."""
    if name in THE_GATE or set(name.removesuffix(".py").split("/")) & set(PAST_THE_GATE):
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Attribute) or node.attr not in MANAGERS:
            continue
        if not (isinstance(node.value, ast.Name) and node.value.id in _others()):
            yield f"{name}:{node.lineno}: {ast.unparse(node)}"


def unguarded(models: list[type[Model]]) -> list[str]:
    """Models that name a matter or a client, and not their class of data or the paths the gate goes by."""
    known = {*DataClass.values, ANY}
    return [
        model.__name__
        for model in models
        if any(_names_a_subject(field) for field in model._meta.fields)
        and not (str(getattr(model, "data_class", "")) in known and getattr(model, "gate_paths", None))
    ]


def _names_a_subject(field: object) -> bool:
    related = getattr(field, "related_model", None)
    return getattr(field, "attname", "") in ("matter_id", "client_id") or (
        related is not None and related._meta.label in ("matters.Matter", "people.Client")
    )


def test_only_selectors_and_services_use_the_managers_of_a_client_s_data() -> None:
    site = SRC / "probono"
    files = [(path.relative_to(site).as_posix(), path.read_text("utf-8")) for path in sorted(site.rglob("*.py"))]

    assert [one for name, text in files for one in breaches(name, text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Matter.objects.get(pk=1)",
        "found = PacketBuild._default_manager.filter()",
        "rows = model.objects.all()",
        "rows = type(row)._base_manager.all()",
        "found = models.FactSheet.objects.first()",
    ],
)
@pytest.mark.parametrize(
    "name", ["matters/views/facts.py", "matters/jobs.py", "matters/pages/new.py", "people/forms.py"]
)
def test_a_planted_breach_is_seen(name: str, line: str) -> None:
    assert len(list(breaches(name, line))) == 1


def test_what_is_nobody_s_secret_may_be_used_anywhere() -> None:
    assert list(breaches("accounts/backend.py", "Account.objects.first()")) == []
    assert list(breaches("matters/services/packet.py", "Matter.objects.first()")) == []


def test_every_model_of_a_matter_or_a_client_has_its_class_and_paths() -> None:
    own = [model for model in apps.get_models() if model.__module__.startswith("probono.")]

    assert sorted(unguarded(own)) == sorted(NOT_OF_A_CLIENT)


def test_a_planted_model_without_a_class_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    planted = next(model for model in guarded_models() if model.__name__ == "FactSheet")
    monkeypatch.setattr(planted, "data_class", "")

    assert unguarded([planted]) == ["FactSheet"]


def test_every_guarded_model_can_be_reached_by_its_paths() -> None:
    for model in guarded_models():
        paths: dict[str, str] = model.gate_paths  # type: ignore[attr-defined]
        assert "client_id" in paths, model
        for path in paths.values():
            model._default_manager.filter(**{path: None}).query  # noqa: B018  (FieldError when there is no such path)
