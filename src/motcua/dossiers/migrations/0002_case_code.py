"""The case of its procedure that a dossier falls into."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the code of the case; dossiers from before have none."""

    dependencies = [("dossiers", "0001_casework")]

    operations = [
        migrations.AddField(
            model_name="dossier",
            name="case_code",
            field=models.CharField(blank=True, default="", max_length=60),
            preserve_default=False,
        ),
    ]
