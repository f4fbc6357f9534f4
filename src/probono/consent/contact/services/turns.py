"""Taking a client's turn: letting a note go to her and stopping what goes to her never happen at the same time.

PostgreSQL locks the row until the transaction ends. SQLite has one writer at a time anyway, and the first statement here writes.
"""

from typing import TYPE_CHECKING

from probono.consent.contact.models import Turn

if TYPE_CHECKING:
    from uuid import UUID


def take(client_id: "UUID") -> None:
    """Waits until nobody else has it, and holds it to the end of the transaction. To be taken before any other row of contact is
    locked, and what is asked afterwards is asked of the database again.
    """
    Turn.objects.bulk_create([Turn(client_id=client_id)], ignore_conflicts=True)
    Turn.objects.select_for_update().get(pk=client_id)
