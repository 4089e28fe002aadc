from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0006_intake"),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="reused_from",
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
