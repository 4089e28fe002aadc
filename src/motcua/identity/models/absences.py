"""Times when an officer is away and another stands in."""

import uuid

from django.db import models
from django.db.models import F, Q


class Absence(models.Model):
    """From `begins_on` to `ends_on` (both included, Hà Nội dates) `cover` stands in for `account`.

    `ended_at`: taken back before its time.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    account = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="absences"
    )
    cover = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="covers"
    )
    begins_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    entered_by = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="absence_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=~Q(account=F("cover")),
                name="absence_covered_by_another",
                violation_error_message="Người làm thay phải là người khác.",
            ),
        ]
        indexes = [models.Index(fields=["cover", "ends_on"], name="absence_covered_by")]
