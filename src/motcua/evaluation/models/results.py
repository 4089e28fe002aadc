"""Rows of results: those that are computed anew, and those that were published for ever."""

from django.db import models
from django.db.models import Q

from motcua.evaluation.models.campaigns import Campaign, Subject
from motcua.evaluation.values.published import SnapshotKind


class SubjectScore(models.Model):
    """The last computed result of a portal. `document` is its `SubjectResult` as JSON.

    `points` (total of most, on 100) is there to be sorted by; exact values are in the document.
    """

    subject = models.OneToOneField(Subject, models.CASCADE, related_name="score")
    run_key = models.UUIDField(null=True)
    grade = models.CharField(max_length=20)
    points = models.DecimalField(max_digits=9, decimal_places=4)
    provisional = models.BooleanField()
    open_criteria = models.PositiveSmallIntegerField()
    document = models.JSONField()
    computed_at = models.DateTimeField()


class Snapshot(models.Model):
    """A published document and its signature. Triggers refuse every UPDATE and DELETE.

    The newest number of a campaign is the one that holds.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="snapshots")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    document = models.TextField()
    criteria = models.TextField(blank=True)
    """The document's criteria alone, so that they are read without the rest."""
    sha256 = models.CharField(max_length=64, unique=True)
    signature = models.CharField(max_length=128)
    public_key = models.CharField(max_length=64)
    supersedes = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    published_by = models.CharField(max_length=200)
    published_at = models.DateTimeField()
    portals = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["-published_at"], name="evaluation_snapshots_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "number"],
                name="evaluation_snapshot_number_once",
                violation_error_message="Đã có bản công bố mang số này.",
            ),
            models.CheckConstraint(
                condition=Q(number=1, supersedes="", kind=SnapshotKind.RESULTS.value)
                | (
                    Q(number__gt=1)
                    & Q(kind__in=[SnapshotKind.CORRECTION.value, SnapshotKind.WITHDRAWAL.value])
                    & ~Q(supersedes="")
                    & ~Q(reason="")
                ),
                name="evaluation_snapshot_takes_a_place",
                violation_error_message="Bản sau phải nói nó thay bản nào và vì sao.",
            ),
        ]


class PublishedLine(models.Model):
    """A portal's line in a published document; never changed.

    `document` is its part of the whole, `result` the part of that which is counted; both are JSON,
    so that a page of one portal, or of one criterion, does not read everything.
    """

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="lines")
    agency_code = models.CharField(max_length=35)
    league = models.CharField(max_length=12)
    grade = models.CharField(max_length=20)
    points = models.DecimalField(max_digits=9, decimal_places=4)
    rank = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    """Where it stands in the document."""
    result = models.TextField()
    document = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["agency_code"], name="evaluation_lines_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "agency_code"],
                name="evaluation_line_once",
                violation_error_message="Mỗi cơ quan có một dòng trong bản công bố.",
            )
        ]
