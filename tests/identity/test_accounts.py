from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from tests.factories.people import AT, PASSWORD, WARD, citizen, officer

from motcua.identity import actions, queries
from motcua.identity.models import Account
from motcua.identity.rules.profiles import AccountRefused, Profile
from motcua.identity.rules.sealing import SealBroken
from motcua.identity.values import ANONYMOUS, Role
from motcua.journal.queries import history

pytestmark = pytest.mark.django_db


def kinds(key):
    return [entry.kind for entry in history(f"account:{key}")]


def register(**said):
    said = {"full_name": "Nguyễn Văn An", "phone": "0912345678", "password": PASSWORD} | said
    return actions.register(**said, by=ANONYMOUS, at=AT)


def test_a_citizen_registers_and_the_journal_names_them():
    key = register(full_name="  nguyễn   Văn An ", phone="+84 912 345 678", email="An@Vidu.vn")
    profile = queries.viewer_of(key, at=AT).citizen
    told = (profile.full_name, profile.phone, profile.email)
    assert told == ("nguyễn Văn An", "+84912345678", "an@vidu.vn")
    entry = history(f"account:{key}")[0]
    assert (entry.kind, entry.by.key, entry.at) == ("account.registered", str(key), AT)
    assert "345" not in str(entry.payload)


def test_every_problem_is_told_at_once():
    with pytest.raises(AccountRefused) as refused:
        register(full_name="", phone="12", email="x", password="123")
    assert set(refused.value.problems) == {"full_name", "phone", "email", "password"}
    assert Account.objects.count() == 0


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("ngan", "ngắn"),
        ("1234567890", "Nhiều người"),
        ("918273645546", "chữ số"),
        ("NguyenVanAn1", "gần giống"),
    ],
)
def test_a_weak_password_is_refused_in_both_languages(password, word):
    with pytest.raises(AccountRefused) as refused:
        register(full_name="NguyenVanAn", password=password)
    sentence = refused.value.problems["password"]
    assert word in sentence.vi
    assert "assword" in sentence.en


def test_a_phone_number_opens_one_account_however_it_is_written():
    register()
    with pytest.raises(AccountRefused) as refused:
        register(phone="+84 912345678")
    assert "đã có tài khoản" in refused.value.sentence.vi


def test_the_database_itself_keeps_phones_and_names_apart():
    first = Account.objects.get(key=citizen().key)
    second = Account.objects.get(key=citizen().key)
    second.phone = first.phone
    with pytest.raises(IntegrityError, match="phone"), transaction.atomic():
        second.save()


def test_what_rests_in_the_table_cannot_be_read():
    viewer = citizen(phone="0912345678")
    change(viewer, citizen_id="001085012345", address="12 Hàng Bài")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM identity_account")
        cells = cursor.fetchone()
    binary = (bytes, memoryview)
    row = b" ".join(bytes(c) if isinstance(c, binary) else str(c).encode() for c in cells)
    for secret in ("912345678", "001085012345", "Hàng Bài", "1990-03-27"):
        assert secret.encode() not in row


def test_a_sealed_value_moved_to_another_account_does_not_open():
    mine, theirs = (Account.objects.get(key=citizen().key) for _ in range(2))
    Account.objects.filter(pk=mine.pk).update(phone_sealed=theirs.phone_sealed)
    with pytest.raises(SealBroken):
        assert Account.objects.get(pk=mine.pk).phone


def change(viewer, **said):
    old = viewer.citizen
    told = {"full_name": old.full_name, "phone": old.phone, "born_on": date(1990, 3, 27)} | said
    return actions.change_profile(profile=Profile(**told), by=viewer, at=AT)


def test_a_changed_profile_tells_the_journal_which_fields_and_not_what():
    viewer = citizen()
    assert change(viewer, citizen_id="001085012345") == ("citizen_id", "born_on")
    assert change(viewer, citizen_id="001085012345") == ()
    entries = [e for e in history(f"account:{viewer.key}") if e.kind == "account.profile_changed"]
    assert [e.payload["fields"] for e in entries] == [["citizen_id", "born_on"]]
    assert queries.viewer_of(viewer.key, at=AT).citizen.citizen_id == "001085012345"


def test_a_wrong_profile_changes_nothing():
    viewer = citizen(email="mai@vidu.vn")
    citizen(email="lan@vidu.vn")
    with pytest.raises(AccountRefused) as refused:
        change(viewer, citizen_id="12", email="lan@vidu.vn")
    assert set(refused.value.problems) == {"citizen_id", "email"}
    assert queries.viewer_of(viewer.key, at=AT).citizen.email == "mai@vidu.vn"


def test_a_new_password_is_noted_and_a_weak_one_refused():
    viewer = citizen()
    actions.change_password(account_key=viewer.key, password="bien dong gio lon", by=viewer, at=AT)
    assert Account.objects.get(key=viewer.key).check_password("bien dong gio lon")
    with pytest.raises(AccountRefused):
        actions.change_password(account_key=viewer.key, password="ngan", by=viewer, at=AT)
    assert kinds(viewer.key).count("account.password_changed") == 1


def come_in(viewer):
    return actions.sign_in(account_key=viewer.key, method="password", by=ANONYMOUS, at=AT)


def test_coming_in_is_noted_and_a_closed_account_stays_out():
    viewer = citizen()
    assert come_in(viewer).name == viewer.name
    assert "account.signed_in" in kinds(viewer.key)
    Account.objects.filter(key=viewer.key).update(is_active=False)
    with pytest.raises(actions.SignInRefused):
        come_in(viewer)
    assert queries.viewer_of(viewer.key, at=AT).anonymous


def test_a_viewer_costs_two_queries(django_assert_num_queries):
    key = officer(Role.CASE_OFFICER).key
    with django_assert_num_queries(2):
        viewer = queries.viewer_of(key, at=AT)
    assert [(g.role, g.agency_code, g.agency_path) for g in viewer.grants] == [
        (Role.CASE_OFFICER, WARD, f"{WARD}.")
    ]
