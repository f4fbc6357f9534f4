"""Encrypted model fields, tried on the client's name."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from probono.people.models import Client
from probono.people.services import add_client
from probono.vault.cipher import SealBrokenError
from probono.vault.fields import REFUSED, Sealed
from probono.vault.keys import UnknownKeyError

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_it_gives_back_the_value_from_the_database() -> None:
    made = add_client(by=None, name="Marisol Aranda Vega", also_known_as=["Mari Luz Vega"])

    found = Client.objects.get(pk=made.pk)

    assert found.name == "Marisol Aranda Vega"
    assert found.also_known_as == ["Mari Luz Vega"]


def test_the_database_holds_nothing_in_the_open() -> None:
    made = add_client(by=None, name="Marisol Aranda Vega")

    assert b"Marisol" not in _raw(made)


def test_it_gives_a_value_changed_on_the_instance() -> None:
    made = add_client(by=None, name="Marisol")
    made.name = "Marisol Aranda"
    made.save()

    assert Client.objects.get(pk=made.pk).name == "Marisol Aranda"


def test_it_loads_a_deferred_value_when_asked() -> None:
    made = add_client(by=None, name="Marisol")

    assert Client.objects.defer("name").get(pk=made.pk).name == "Marisol"


def test_a_value_outside_its_row_stays_sealed() -> None:
    add_client(by=None, name="Marisol")

    value = Client.objects.values_list("name", flat=True).get()

    assert isinstance(value, Sealed)
    assert repr(value) == "<sealed>"


def test_it_does_not_open_in_another_row() -> None:
    first, second = add_client(by=None, name="Marisol"), add_client(by=None, name="Rosa")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_client SET name = %s WHERE id = %s", [_raw(first), _pk(second)])

    with pytest.raises((SealBrokenError, UnknownKeyError)):
        _ = Client.objects.get(pk=second.pk).name


@pytest.mark.parametrize("lookup", ["name", "name__icontains", "name__gt"])
def test_it_refuses_to_be_filtered(lookup: str) -> None:
    with pytest.raises(FieldError, match="never filtered"):
        list(Client.objects.filter(**{lookup: "Marisol"}))


def test_it_refuses_to_be_sorted() -> None:
    with pytest.raises(FieldError, match="never filtered, sorted"):
        list(Client.objects.order_by("name"))


def test_it_refuses_to_be_set_by_an_update() -> None:
    add_client(by=None, name="Marisol")

    with pytest.raises(FieldError) as refusal:
        Client.objects.update(name="Rosa")
    assert str(refusal.value) == REFUSED


def test_it_may_be_asked_whether_it_is_empty() -> None:
    add_client(by=None, name="Marisol")

    assert Client.objects.filter(name__isnull=False).count() == 1


def _pk(client: Client) -> str:
    return client.pk.hex if connection.vendor == "sqlite" else str(client.pk)


def _raw(client: Client) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM people_client WHERE id = %s", [_pk(client)])
        return bytes(cursor.fetchone()[0])
