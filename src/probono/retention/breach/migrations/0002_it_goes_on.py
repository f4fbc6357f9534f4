from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("breach", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="breach",
            name="until",
            field=models.DateTimeField(null=True),
        ),
    ]
