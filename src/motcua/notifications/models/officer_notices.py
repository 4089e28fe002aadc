"""What officers are told at their desk."""

from django.db import models
from django.db.models import Q

from motcua.notifications.values import NoticeKind


class OfficerNotice(models.Model):
    """One sentence to one officer, with where to go on; `account` is the account's public key."""

    account = models.UUIDField()
    kind = models.CharField(max_length=12)
    text_vi = models.CharField(max_length=300)
    text_en = models.CharField(max_length=300)
    link = models.CharField(max_length=300)
    key = models.CharField(max_length=160)
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="notifications_notice_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in NoticeKind]),
                name="notifications_notice_kind_known",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-id"], name="notifications_notice_of"),
            models.Index(
                fields=["account"],
                name="notifications_notice_unread",
                condition=Q(read_at__isnull=True),
            ),
        ]
