"""What is said about a dossier, and who looked at it."""

from django.db import models


class SupplementRequest(models.Model):
    """What the officer asked for, all at once; `items` name components or answers with a reason.

    `changes` tell what the answer changed: path, and what stood there before and after.
    """

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="supplement_requests"
    )
    items = models.JSONField()
    reason = models.TextField()
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    answer_by = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    changes = models.JSONField(default=list)


class Message(models.Model):
    """A message between officer and applicant."""

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="messages"
    )
    from_applicant = models.BooleanField()
    author_key = models.CharField(max_length=80)
    author_name = models.CharField(max_length=200)
    body = models.TextField()
    sent_at = models.DateTimeField()


class Look(models.Model):
    """An officer opened the dossier on a day; shown to the applicant."""

    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="looks")
    account_key = models.UUIDField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=40)
    on = models.DateField()
    first_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "account_key", "on"], name="dossiers_look_once_a_day"
            )
        ]
