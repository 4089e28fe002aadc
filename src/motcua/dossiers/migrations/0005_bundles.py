"""Parts of bundles."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the table of what one submission opens."""

    dependencies = [("dossiers", "0004_life")]

    operations = [
        migrations.CreateModel(
            name="BundlePart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("service_code", models.CharField(max_length=20)),
                ("service_name", models.CharField(max_length=300)),
                ("problem", models.JSONField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "child",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part_of",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="dossiers.dossier",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("parent", "service_code"), name="dossiers_service_once_a_bundle"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("problem__isnull", True), ("child__isnull", True), _connector="OR"
                        ),
                        name="dossiers_part_opened_or_not",
                        violation_error_message=(
                            "Một phần đã mở hồ sơ thì không thể ghi là không mở được."
                        ),
                    ),
                ],
            },
        ),
    ]
