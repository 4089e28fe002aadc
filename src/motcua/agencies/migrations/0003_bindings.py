"""Functions bound to roles, agency by agency."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds what an agency has bound otherwise than everywhere."""

    dependencies = [("agencies", "0002_more_kinds")]

    operations = [
        migrations.CreateModel(
            name="RoleBinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("functions", models.JSONField()),
                (
                    "agency",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="binding",
                        to="agencies.agency",
                    ),
                ),
            ],
        ),
    ]
