"""Where and when an agency takes no paper."""

import uuid

from django.db import models
from django.db.models import F, Q


class NoPaper(models.Model):
    """Closes the paper channel of an agency and all below it: one service or all (empty).

    `weekdays`: numbers from 0 (Monday), none for every day.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    service_code = models.CharField(max_length=20, blank=True)
    weekdays = models.JSONField(default=list)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    reason = models.CharField(max_length=300)
    set_at = models.DateTimeField()
    set_by_name = models.CharField(max_length=200)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="no_paper_ends_after_it_begins",
                violation_error_message="Ngày cuối phải sau ngày đầu.",
            )
        ]
        indexes = [
            models.Index(
                fields=["agency_path"], condition=Q(lifted_at=None), name="no_paper_of_agency"
            )
        ]
