"""Let a page know its own save again when the answer to it was lost on the way."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0012_at_a_desk")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="saved_as",
            field=models.CharField(blank=True, default="", max_length=40),
            preserve_default=False,
        ),
    ]
