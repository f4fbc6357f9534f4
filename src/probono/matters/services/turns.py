"""Taking a matter's turn: what asks whether something is there already, and then adds it, never happens twice at the same time.

PostgreSQL locks the matter's row until the transaction ends, and lets other rows refer to it meanwhile. SQLite has one writer at
a time anyway: every transaction begins as a writer's.
"""

from typing import TYPE_CHECKING

from probono.accounts.walls import machinery
from probono.matters.models import Matter

if TYPE_CHECKING:
    from uuid import UUID


def take(matter_id: "UUID") -> None:
    """Waits until nobody else has it, and holds it to the end of the transaction. What is asked afterwards is asked of the
    database again.
    """
    with machinery(matter_id):  # whoever may add something need not be able to change the matter itself
        Matter.objects.select_for_update(no_key=True).filter(pk=matter_id).exists()
