"""Find what a desk took in for another agency and still has."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0011_list_filters")]

    operations = [
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                fields=["reception_code", "id"],
                condition=Q(handed_over_at=None) & ~Q(reception_code=F("agency_code")),
                name="dossiers_at_a_desk",
            ),
        ),
    ]
