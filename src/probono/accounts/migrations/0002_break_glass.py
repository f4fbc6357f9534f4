from django.db import migrations, models

BASES = [
    ("role", "Works for the home organization"),
    ("engagement", "Represents the client"),
    ("release", "The client's release"),
    ("wall", "Ethical wall"),
    ("client_no", "The client said no"),
    ("break_glass", "Opened in an emergency"),
]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AlterField(model, "basis", models.CharField(choices=BASES, max_length=20))
        for model in ("deny", "grant")
    ]
