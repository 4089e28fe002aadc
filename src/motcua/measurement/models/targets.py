"""Rows of targets; none is ever changed but to be withdrawn, so that its history stays."""

import uuid

from django.db import models

from motcua.measurement.values.cards import Better
from motcua.measurement.values.targets import Target


class TargetRow(models.Model):
    """A target of an agency for a year and an indicator; one at a time holds."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    better = models.CharField(max_length=10)
    head = models.CharField(max_length=200)
    officer = models.UUIDField(null=True)
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        db_table = "measurement_target"
        constraints = [
            models.UniqueConstraint(
                fields=["agency_code", "year", "indicator"],
                condition=models.Q(withdrawn_at=None),
                name="measurement_target_once",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_by="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_by="")),
                name="measurement_target_withdrawn_by_somebody",
                violation_error_message="Ai rút chỉ tiêu và khi nào phải đi cùng nhau.",
            ),
        ]
        indexes = [
            models.Index(fields=["year", "agency_path"], name="measurement_targets_of"),
        ]

    @property
    def target(self) -> Target:
        """Give it as everybody reads it."""
        return Target(
            key=self.key,
            agency=self.agency_code,
            year=self.year,
            indicator=self.indicator,
            value=self.value,
            better=Better(self.better),
            head=self.head,
            officer=self.officer,
            set_by=self.set_by,
            set_at=self.set_at,
            withdrawn_by=self.withdrawn_by,
            withdrawn_at=self.withdrawn_at,
            reason=self.reason,
        )
