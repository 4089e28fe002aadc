"""The catalogue: procedures, every version of their records, and the lines nobody could read.

The record itself is `ProcedureVersion.record` (`values.catalogue.to_json`); the columns beside it
are derived from it for browsing. Lists stand between bars, `|province|commune|`, so that the same
`contains="|commune|"` works on SQLite and on PostgreSQL (`values.catalogue.barred`, `.unbarred`).
"""

from django.db import models
from django.db.models import F, Q


class Procedure(models.Model):
    """One procedure of the catalogue; what it says stands in its versions."""

    key = models.CharField(max_length=64, unique=True)
    """What addresses are made of: the code, or `khong-ma-<12 hex>` where no valid code is known."""
    code = models.CharField(max_length=32, null=True, unique=True)  # noqa: DJ001 -- unique, absent
    current = models.ForeignKey(
        "procedures.ProcedureVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()


class ProcedureVersion(models.Model):
    """What one source said of a procedure, from one import until a changed one. Never edited."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    record = models.JSONField()
    name = models.TextField()
    field_name = models.TextField(blank=True)
    agency_name = models.TextField(blank=True)
    levels = models.TextField(blank=True)
    """`|ministry|province|commune|other|`: values.catalogue.Level."""
    audiences = models.TextField(blank=True)
    """`|citizen|enterprise|…|`: values.catalogue.Audience."""
    online = models.CharField(max_length=16)
    """values.catalogue.Online: full, partial, unstated (online, to what extent unknown), none."""
    source = models.CharField(max_length=200)
    """Name of the file or collection that said so, without its folder."""
    source_line = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    """SHA-256 (hex) of the record as the source gave it, whatever the order of its keys."""
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("procedure", "number"), name="procedures_version_number_unique"
            ),
            models.UniqueConstraint(
                fields=("procedure",),
                condition=Q(valid_to__isnull=True),
                name="procedures_version_one_open",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="procedures_version_ends_after_start",
            ),
        )


class UnreadableLine(models.Model):
    """A line of a catalogue file that is no record, kept as it came, so that nothing is lost."""

    source = models.CharField(max_length=200)
    line = models.PositiveIntegerField()
    problem = models.TextField()
    raw = models.BinaryField()
    digest = models.CharField(max_length=64)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "line", "digest"), name="procedures_unreadable_line_unique"
            ),
        )
