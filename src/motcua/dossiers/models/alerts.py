"""Reminders that were given, so that none is given twice."""

from django.db import models


class Alert(models.Model):
    """A reminder about a dossier: of what sort, about which moment."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="alerts")
    sort = models.CharField(max_length=20)
    about_at = models.DateTimeField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "sort", "about_at"], name="dossiers_alert_once"
            )
        ]
