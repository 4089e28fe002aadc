"""The whole library: what the decisions say must be what the rows say."""

from collections import Counter

import pytest
from django.db import transaction
from tests.agencies.library import load

from motcua.agencies import queries
from motcua.agencies.models import Agency, Succession, Territory

pytestmark = pytest.mark.django_db

BRANCHES = (
    "police_province",
    "tax",
    "social_insurance",
    "land_registry",
    "electricity",
    "education",
    "employment",
)


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """Load it once for all tests here, and take it back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


def test_the_counts_are_those_of_the_decisions(country):
    assert (country.provinces, country.communes) == (34, 3321)
    kinds = Territory.objects.filter(parent__isnull=False).values_list("kind", flat=True)
    assert Counter(kinds) == {"Xã": 2621, "Phường": 687, "Đặc khu": 13}
    cities = Territory.objects.filter(parent=None, kind="Thành phố")
    assert cities.count() == 6
    former = Succession.objects.values_list("former_code", flat=True).distinct()
    assert (former.count(), country.successions) == (10052, 10604)


def test_every_place_has_its_agencies(country):
    kinds = Counter(Agency.objects.values_list("kind", flat=True))
    assert kinds == {
        "ministry": 22,
        "province": 34,
        "service_centre": 34,
        "desk": 34,
        "commune": 3321,
        "police_commune": 3321,
        **dict.fromkeys(BRANCHES, 34),
    }
    for kind in ("commune", "police_commune", *BRANCHES):
        assert not Agency.objects.filter(kind=kind, official=True).exists()


def test_the_police_of_a_commune_is_under_the_police_of_its_province(country):
    police = queries.agency("H26.CA.00070")
    assert (police.name, police.parent_code) == ("Công an phường Hoàn Kiếm", "H26.CA")
    assert police.territory == queries.territory("00070")
    assert queries.agency("H26.CA").name == "Công an thành phố Hà Nội"
    assert not police.path.startswith(queries.agency("H26.00070").path)
    assert queries.stands_alone("H26.00070.")
    assert queries.stands_alone(police.path)


def test_a_province_has_no_police_of_a_commune(country):
    with pytest.raises(queries.AgencyUnknown, match="chưa có cơ quan loại này"):
        queries.competent("police_commune", "01")


def test_a_commune_knows_its_place_in_the_tree(country):
    ward = queries.agency("H26.00070")
    assert (ward.name, ward.path) == ("Ủy ban nhân dân phường Hoàn Kiếm", "H26.00070.")
    assert ward.parent_code == "H26"
    assert ward.territory == queries.territory("00070")
    assert ward.territory.address == "Phường Hoàn Kiếm, Thành phố Hà Nội"
    assert ward.territory.edition == "2025-07-01"


@pytest.mark.parametrize(
    ("kind", "code", "agency"),
    [
        ("commune", "00070", "H26.00070"),
        ("province", "00070", "H26"),
        ("service_centre", "79", "H29.HCC"),
        ("desk", "25747", "H29.HCC.MC"),
        ("police_commune", "00070", "H26.CA.00070"),
        ("police_province", "00070", "H26.CA"),
        ("tax", "25747", "H29.THUE"),
        ("social_insurance", "79", "H29.BHXH"),
        ("land_registry", "00070", "H26.DD"),
        ("electricity", "01", "H26.DIEN"),
        ("education", "00070", "H26.GD"),
        ("employment", "79", "H29.VL"),
    ],
)
@pytest.mark.shows("O5")
def test_somebody_serves_every_place(country, kind, code, agency):
    assert queries.competent(kind, code).code == agency


def test_no_province_name_is_used_twice_and_no_commune_name_within_one(country):
    for province in queries.provinces():
        names = [(commune.kind, commune.name) for commune in queries.communes(province.code)]
        assert len(set(names)) == len(names) > 0


def test_lists_are_in_dictionary_order(country):
    names = [province.name for province in queries.provinces()]
    assert names[:4] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng"]
    assert names[-1] == "Vĩnh Long"
    assert names.index("Đà Nẵng") > names.index("Cần Thơ")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hoan kiem", "Phường Hoàn Kiếm, Thành phố Hà Nội"),
        ("Hoàn Kiếm", "Phường Hoàn Kiếm, Thành phố Hà Nội"),
        ("hoan ki", "Phường Hoàn Kiếm, Thành phố Hà Nội"),
        ("da nang", "Thành phố Đà Nẵng"),
        ("phuong sai gon", "Phường Sài Gòn, Thành phố Hồ Chí Minh"),
        ("con dao", "Đặc khu Côn Đảo, Thành phố Hồ Chí Minh"),
        ("tan phu dong nai", "Xã Tân Phú, Tỉnh Đồng Nai"),
        ("tan an nghe an", "Xã Tân An, Tỉnh Nghệ An"),
    ],
)
def test_places_are_found_as_people_type_them(country, typed, first):
    assert queries.find_units(typed, 5)[0].address == first


@pytest.mark.parametrize("typed", ["", " ", "—", "zzz", "'; drop table"])
def test_nothing_is_found_for_nothing(country, typed):
    assert queries.find_units(typed) == ()


def test_a_typeahead_costs_a_question_a_key(country, django_assert_num_queries):
    queries.find_units("a")
    for typed in ("h", "ho", "hoa", "hoan k"):
        with django_assert_num_queries(1):
            queries.find_units(typed, 10)


def test_a_former_commune_is_followed_into_its_parts(country):
    parts = queries.became_of("00016")
    assert {(part.former_name, part.whole) for part in parts} == {("Phường Ngọc Hà", False)}
    assert {part.now.name for part in parts} == {"Ba Đình", "Ngọc Hà"}
    (whole,) = queries.became_of("trúc bạch")
    assert (whole.whole, whole.now.title) == (True, "Phường Ba Đình")
    assert queries.became_of("Thị trấn Ba Chẽ")[0].former_code == "06970"
    assert queries.became_of("m'đrắk")[0].now.title == "Xã M'Drắk"
    assert queries.became_of("nowhere\0") == ()
