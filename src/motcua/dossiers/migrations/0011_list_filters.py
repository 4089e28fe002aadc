"""Indexes that serve the usual filters of a whole province's list."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0010_bulk_assign")]

    operations = [
        migrations.AddIndex(
            model_name="listrow",
            index=models.Index(
                fields=["province", field, "submitted_at", "dossier"], name=f"lists_province_{name}"
            ),
        )
        for name, field in (("state", "state"), ("service", "service_code"), ("step", "step"))
    ]
