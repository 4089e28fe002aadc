"""What happened to dossiers lately, for open pages that ask what is new."""

from django.db import models


class Stir(models.Model):
    """That something happened to a dossier: one row for an entry of the journal, for two days.

    Rows are written after the change they tell of is committed, and numbered in that order. A page
    that reads the highest number first and its lists afterwards therefore shows everything up to
    that number.
    """

    entry = models.BigIntegerField(unique=True)
    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=60)
    by_key = models.CharField(max_length=40)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="stirs_by_age")]
