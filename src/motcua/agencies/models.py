"""Rows of agencies, territory and calendars. Only this package touches them."""

from django.db import models
from django.db.models.functions import Concat, Length

from motcua.agencies.values import KIND_TITLES, AgencyKind

models.CharField.register_lookup(Length)


class Territory(models.Model):
    """A province or commune of one edition of the country's units."""

    edition = models.CharField(max_length=10)
    code = models.CharField(max_length=5)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="territory_once_an_edition"),
            models.CheckConstraint(
                condition=models.Q(parent=None, code__length=2)
                | models.Q(parent__isnull=False, code__length=5),
                name="territory_is_province_or_commune",
                violation_error_message="Tỉnh có mã 2 chữ số; xã có mã 5 chữ số và thuộc một tỉnh.",
            ),
        ]


class Succession(models.Model):
    """What became of a former commune: one row for each unit that took it or a part of it."""

    former_code = models.CharField(max_length=5)
    former_name = models.CharField(max_length=80)
    folded = models.CharField(max_length=80, db_index=True)
    whole = models.BooleanField()
    territory = models.ForeignKey(Territory, models.CASCADE, related_name="successions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["former_code", "territory"], name="succession_once_a_territory"
            )
        ]


class Agency(models.Model):
    """An agency or a unit of one, in a tree by code."""

    code = models.CharField(max_length=35, unique=True)
    path = models.CharField(max_length=36, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="units")
    kind = models.CharField(
        max_length=20, choices=[(kind.value, title) for kind, title in KIND_TITLES.items()]
    )
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=100)
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, related_name="agencies")
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    official = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(path=Concat("code", models.Value("."))),
                name="agency_path_is_its_code",
                violation_error_message="Đường dẫn của cơ quan là mã của cơ quan và một dấu chấm.",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in AgencyKind]),
                name="agency_kind_known",
                violation_error_message="Loại cơ quan không có trong danh sách.",
            ),
        ]
        indexes = [models.Index(fields=["territory", "kind"], name="agency_of_a_territory")]


class WorkingHoursRule(models.Model):
    """The hours an agency and those below it work, unless one below has its own."""

    agency = models.OneToOneField(Agency, models.CASCADE, related_name="hours")
    periods = models.JSONField()


class RoleBinding(models.Model):
    """Which roles fulfil which functions at an agency and those below without a binding.

    `functions`: function → roles, both by name; a function that is not named is as everywhere.
    """

    agency = models.OneToOneField(Agency, models.CASCADE, related_name="binding")
    functions = models.JSONField()


class CalendarYear(models.Model):
    """The special days of one year, as the library says."""

    year = models.PositiveSmallIntegerField(unique=True)
    days = models.JSONField()


class LibraryState(models.Model):
    """Which library is loaded, and a token that changes with every change to what it feeds."""

    name = models.CharField(max_length=20, unique=True)
    digest = models.CharField(max_length=64)
    token = models.UUIDField()
