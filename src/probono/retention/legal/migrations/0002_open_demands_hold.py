"""The holds of demands that are open already last, as those of new ones do."""

from typing import Any

from django.db import migrations


def let_them_last(apps: Any, schema_editor: Any) -> None:
    """A hold of an open demand does not end because nobody agreed to it in three days."""
    open_ones = apps.get_model("legal", "Demand").objects.filter(closed_at=None)
    apps.get_model("retention", "Hold").objects.filter(pk__in=open_ones.values("hold")).update(lasts=True)


class Migration(migrations.Migration):
    dependencies = [("legal", "0001_initial"), ("retention", "0003_lifting_by_two")]
    operations = [migrations.RunPython(let_them_last, migrations.RunPython.noop)]
