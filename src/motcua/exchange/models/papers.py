"""Papers in people's stores, and who agreed that forms are filled in from earlier ones."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.exchange.values import Origin


class Paper(models.Model):
    """A paper that its owner may reuse. One that was removed stays, so that it does not come back.

    `kind` is the code of the component it was accepted as, or of the layout it was issued in.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    owner = models.ForeignKey(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    origin = models.CharField(max_length=20)
    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    issued_by = models.CharField(max_length=300, blank=True)
    service_name = models.CharField(max_length=300, blank=True)
    dossier_code = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    valid_until = models.DateField(null=True)
    file = models.ForeignKey(
        "documents.File", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "-kept_at"],
                condition=Q(removed_at__isnull=True),
                name="exchange_papers_of_owner",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "file", "kind"], name="exchange_paper_once_an_owner"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=[origin.value for origin in Origin]),
                name="exchange_paper_origin_known",
            ),
            models.CheckConstraint(
                condition=Q(origin="own") | ~Q(dossier_code=""),
                name="exchange_paper_knows_its_dossier",
                violation_error_message="Giấy tờ từ hồ sơ phải ghi mã hồ sơ.",
            ),
        ]


class FillingIn(models.Model):
    """Whether somebody agreed that earlier answers fill in new forms; no row is no."""

    owner = models.OneToOneField(
        "identity.Account", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    agreed = models.BooleanField()
    version = models.CharField(max_length=20)
    at = models.DateTimeField()
