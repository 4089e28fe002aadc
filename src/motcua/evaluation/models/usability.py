"""Rows of usability sessions; nothing in them says who the person was."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.evaluation.models.campaigns import Subject
from motcua.evaluation.values.usability import AgeBand, Device, Disability, Task


class UsabilitySession(models.Model):
    """A person walks five tasks on a portal; `facilitator` sits beside and writes down."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    subject = models.ForeignKey(Subject, models.CASCADE, related_name="sessions")
    facilitator = models.UUIDField()
    facilitator_name = models.CharField(max_length=200)
    age = models.CharField(max_length=10)
    device = models.CharField(max_length=10)
    disability = models.CharField(max_length=10, blank=True)
    consents = models.BooleanField(default=False)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(age__in=[one.value for one in AgeBand])
                & Q(device__in=[one.value for one in Device])
                & Q(disability__in=["", *(one.value for one in Disability)]),
                name="evaluation_session_profile_known",
                violation_error_message="Bạn hãy chọn trong danh sách.",
            ),
            models.CheckConstraint(
                condition=Q(disability="") | Q(consents=True),
                name="evaluation_session_disability_with_consent",
                violation_error_message="Chỉ ghi dạng khuyết tật khi người tham gia đồng ý.",
            ),
        ]


class TaskResult(models.Model):
    """How one task of a session went."""

    session = models.ForeignKey(UsabilitySession, models.CASCADE, related_name="tasks")
    task = models.CharField(max_length=10)
    success = models.PositiveSmallIntegerField()
    severity = models.PositiveSmallIntegerField(null=True)
    seconds = models.PositiveIntegerField()
    obstacles = models.JSONField(default=list)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "task"],
                name="evaluation_task_once",
                violation_error_message="Việc này đã ghi trong buổi.",
            ),
            models.CheckConstraint(
                condition=Q(task__in=[one.value for one in Task])
                & Q(success__in=[0, 1, 2])
                & (Q(severity=None) | Q(severity__in=[1, 2, 3, 4])),
                name="evaluation_task_within_scales",
                violation_error_message="Kết quả từ 0 đến 2, mức cản trở từ 1 đến 4.",
            ),
            models.CheckConstraint(
                condition=Q(success=2) | Q(severity__isnull=False),
                name="evaluation_task_says_how_bad",
                violation_error_message="Chưa làm được dễ dàng thì phải nói mức cản trở.",
            ),
        ]
