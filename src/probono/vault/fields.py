"""Model fields that are sealed in the database: never filtered, never sorted, opened when read from their own row."""

import json
from typing import Any

from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.expressions import Col
from django.db.models.lookups import IsNull

from probono.vault.cipher import seal, unseal
from probono.vault.keys import Scope

REFUSED = "An encrypted field is never filtered, sorted or set by an update; look it up another way."


class Sealed:
    """A value as it lies in the database. It opens only through its row's attribute."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def __repr__(self) -> str:
        return "<sealed>"


class _SealedCol(Col):
    """A column that refuses to be anything but selected: an ORDER BY resolves its expression, a SELECT does not."""

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        raise FieldError(REFUSED)


class _SealedIsNull(IsNull):
    """The one question a sealed column answers: whether it is empty."""

    def process_lhs(self, compiler: Any, connection: Any, lhs: Any = None) -> Any:
        column = lhs or self.lhs
        return super().process_lhs(compiler, connection, Col(column.alias, column.target, column.output_field))


class _Opening:
    """The attribute of an encrypted field: opens the sealed value on first reading and keeps it on the instance."""

    def __init__(self, field: "EncryptedField") -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: Any = None) -> Any:
        if instance is None:
            return self
        if self.field.attname not in instance.__dict__:
            instance.refresh_from_db(fields=[self.field.attname])
        value = instance.__dict__[self.field.attname]
        if isinstance(value, Sealed):
            value = self.field.open(value, instance)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedField(models.Field):
    """Base of the two: the column is binary, the place (table, column, row) is bound into the seal."""

    def db_type(self, connection: Any) -> str | None:
        return models.BinaryField().db_type(connection)

    def get_internal_type(self) -> str:
        return "BinaryField"

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Opening(self))

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        found = super().check(**kwargs)
        if self.unique or getattr(self, "db_index", False) or self.primary_key:
            found.append(checks.Error("An encrypted field cannot be unique or indexed.", obj=self, id="vault.E001"))
        ordering = getattr(self.model._meta, "ordering", ())
        if any(isinstance(each, str) and each.lstrip("-") == self.name for each in ordering):
            found.append(checks.Error("An encrypted field cannot order a model.", obj=self, id="vault.E002"))
        return found

    def open(self, sealed: Sealed, instance: models.Model) -> Any:
        return self.from_plain(unseal(sealed.raw, place=self._place(instance), scope=scope_of(instance)))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        return Sealed(seal(self.to_plain(value), place=self._place(model_instance), scope=scope_of(model_instance)))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise FieldError(REFUSED)
        return connection.Database.Binary(value.raw)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return _SealedIsNull
        raise FieldError(REFUSED)

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(REFUSED)

    def get_col(self, alias: str | None, output_field: Any = None) -> Any:
        return _SealedCol(alias, self, output_field or self)  # type: ignore[arg-type]

    def to_plain(self, value: Any) -> bytes:
        raise FieldError(REFUSED)

    def from_plain(self, plain: bytes) -> Any:
        raise FieldError(REFUSED)

    def _place(self, instance: models.Model) -> str:
        return f"{self.model._meta.db_table}:{self.column}:{instance.pk}"


class EncryptedTextField(EncryptedField):
    """A text, sealed."""

    def to_plain(self, value: Any) -> bytes:
        return str(value).encode("utf-8")

    def from_plain(self, plain: bytes) -> str:
        return plain.decode("utf-8")


class EncryptedJSONField(EncryptedField):
    """A document of plain JSON values, sealed as one."""

    def to_plain(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    def from_plain(self, plain: bytes) -> Any:
        return json.loads(plain)


def scope_of(instance: models.Model) -> Scope:
    """Whose key seals a row: the client or matter it belongs to, in the compartment of its data class."""
    subject = next((v for name in ("matter_id", "client_id") if (v := getattr(instance, name, None))), None)
    return Scope(str(subject or "program"), str(getattr(instance, "data_class", "program")))
