"""Issued documents and the series their numbers come from."""

import uuid

from django.db import models


class NumberSeries(models.Model):
    """The last number given in a series (one row an agency, register and period)."""

    series = models.CharField(max_length=80)
    period = models.CharField(max_length=10)
    last = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "period"], name="documents_series_once")
        ]


class IssuedDocument(models.Model):
    """A numbered document; what it says is `data`, its PDF is `sha256` once printed."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    layout = models.CharField(max_length=60)
    agency_code = models.CharField(max_length=35)
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    subject = models.CharField(max_length=80, db_index=True)
    data = models.JSONField()
    issued_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_code", "layout", "number"], name="documents_number_once"
            )
        ]
