"""Accounts and the roles they hold in agencies."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from motcua.identity.models.sealed import Sealed
from motcua.identity.values import Role


class Account(AbstractBaseUser):
    """Somebody who can log in. `key` is public; the phone, papers and address rest sealed."""

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=50)
    email = models.EmailField(blank=True, default="")
    full_name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    simulated = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    citizen_id_sealed = models.BinaryField(default=b"")
    citizen_id_mark = models.CharField(max_length=64, blank=True, default="")
    born_on_sealed = models.BinaryField(default=b"")
    phone_sealed = models.BinaryField(default=b"")
    phone_mark = models.CharField(max_length=64, blank=True, default="")
    address_sealed = models.BinaryField(default=b"")

    citizen_id = Sealed(marked=True)
    born_on = Sealed()
    phone = Sealed(marked=True)
    address = Sealed()

    objects = BaseUserManager["Account"]()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="account_key_once"),
            models.UniqueConstraint(fields=["username"], name="account_username_once"),
            models.UniqueConstraint(
                Lower("email"), condition=~Q(email=""), name="account_email_once"
            ),
            models.UniqueConstraint(
                fields=["phone_mark"], condition=~Q(phone_mark=""), name="account_phone_once"
            ),
            models.CheckConstraint(
                condition=Q(username=Lower("username")), name="account_username_lower"
            ),
        ]
        indexes = [models.Index(fields=["citizen_id_mark"], name="account_citizen_id")]


class Membership(models.Model):
    """A role held in an agency from one moment, and until another where it was taken back."""

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])
    agency = models.ForeignKey(
        "agencies.Agency",
        to_field="code",
        db_column="agency_code",
        on_delete=models.PROTECT,
        related_name="+",
    )
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="membership_key_once"),
            models.UniqueConstraint(
                fields=["account", "role", "agency"],
                condition=Q(valid_to=None),
                name="membership_open_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=models.F("valid_from")),
                name="membership_ends_after_it_begins",
            ),
        ]
