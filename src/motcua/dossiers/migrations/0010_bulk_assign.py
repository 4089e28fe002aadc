"""Give many dossiers to an officer at once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0009_talk")]

    operations = [
        migrations.AddField(model_name="bulkrun", name="to_key", field=models.UUIDField(null=True)),
        migrations.AddField(
            model_name="bulkrun",
            name="to_name",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
    ]
