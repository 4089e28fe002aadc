import pytest

from motcua.kernel.codes import CitizenId, CodeRefused, TaxCode
from motcua.kernel.codes.people import BIRTH_PROVINCES


@pytest.mark.parametrize(
    ("text", "province", "sex", "year"),
    [
        ("001085012345", "01", "male", 1985),
        ("079 192 000 123", "79", "female", 1992),
        ("064.205.000123", "64", "male", 2005),
        ("096 311 999999", "96", "female", 2011),
        ("199205000123", None, "male", 2005),  # registered abroad
        ("012345678", None, None, None),  # a card of nine digits
    ],
)
def test_a_personal_number_tells_province_sex_and_year(text, province, sex, year):
    number = CitizenId.parse(text)
    assert (number.birth_province, number.sex, number.birth_year) == (province, sex, year)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("00108501234", "9 chữ số"),
        ("0010850123456", "9 chữ số"),
        ("00108501234a", "9 chữ số"),
        ("٠01085012345", "9 chữ số"),
        ("003085012345", "ba số đầu (003)"),
        ("001485012345", "số thứ tư (4)"),
    ],
)
def test_an_impossible_number_is_refused_with_the_reason(text, why):
    with pytest.raises(CodeRefused) as refusal:
        CitizenId.parse(text)
    assert why in refusal.value.sentence.vi


def test_a_number_is_shown_by_its_end_only():
    assert CitizenId.parse("001085012345").masked == "••••••••2345"


def test_the_63_provinces_of_birth_are_known():
    assert len(BIRTH_PROVINCES) == 63


@pytest.mark.parametrize(
    ("text", "code", "personal"),
    [
        ("0100112437", "0100112437", False),
        ("0100112437-001", "0100112437-001", False),
        ("0100112437001", "0100112437-001", False),
        ("001085012345", "001085012345", True),
    ],
)
def test_a_tax_code_is_of_a_body_a_branch_or_a_person(text, code, personal):
    assert (str(TaxCode.parse(text)), TaxCode.parse(text).is_personal) == (code, personal)


@pytest.mark.parametrize("text", ["0100112436", "010011243", "0100112437-000", "003085012345", ""])
def test_a_wrong_tax_code_is_refused(text):
    with pytest.raises(CodeRefused):
        TaxCode.parse(text)
