"""Cells of statistics, and the months that must be counted anew."""

from django.db import models


class Cell(models.Model):
    """What was counted in one month for one place, service and channel.

    `place` is the path of an agency, the top of one (`H26.`), or empty for the country; an empty
    `service_code` or `channel` means all of them. `top` says with which province or ministry the
    cell is counted. `hours` maps buckets of authority time to numbers.
    """

    month = models.DateField()
    top = models.CharField(max_length=35)
    place = models.CharField(max_length=120, blank=True)
    service_code = models.CharField(max_length=20, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    received = models.PositiveIntegerField(default=0)
    early = models.PositiveIntegerField(default=0)
    on_time = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)
    unjudged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    stopped = models.PositiveIntegerField(default=0)
    hours = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "service_code", "channel", "month", "top"],
                name="statistics_cell_once",
            )
        ]
        indexes = [models.Index(fields=["top", "month"], name="statistics_of_top")]


class CountedMonth(models.Model):
    """When the month of a top was counted; `stale` asks for it to be counted again."""

    top = models.CharField(max_length=35)
    month = models.DateField()
    counted_at = models.DateTimeField(null=True)
    stale = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["top", "month"], name="statistics_month_once")
        ]
