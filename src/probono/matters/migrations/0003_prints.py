from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0002_emergencies")]

    operations = [
        migrations.AddField(model_name="recordupload", name="printed", field=models.UUIDField(null=True)),
    ]
