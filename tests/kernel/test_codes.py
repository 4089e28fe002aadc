from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.codes import (
    AgencyCode,
    CodeRefused,
    DossierCode,
    FieldCode,
    ProcedureCode,
    ResultCode,
)


@pytest.mark.parametrize(
    ("text", "root_first", "unit_first"),
    [
        ("000.00.16.H05", "H05.16", "000.00.16.H05"),
        ("000.00.00.G22", "G22", "000.00.00.G22"),
        ("H41", "H41", "000.00.00.H41"),
        ("001.00.16.H05", "H05.16.00.001", "001.00.16.H05"),
        (" h05.16 ", "H05.16", "000.00.16.H05"),
        ("H15.50.05.13", "H15.50.05.13", None),
        ("H44.100", "H44.100", None),
    ],
)
def test_both_orders_of_an_agency_are_one_code(text, root_first, unit_first):
    code = AgencyCode.parse(text)
    assert (str(code), code.unit_first) == (root_first, unit_first)
    if unit_first:
        assert AgencyCode.parse(unit_first) == code


def test_an_agency_knows_those_above():
    code = AgencyCode.parse("H15.50.05")
    assert (code.root, code.path, str(code.parent)) == ("H15", "H15.50.05.", "H15.50")
    assert (code.is_province, AgencyCode("G22").is_province) == (True, False)
    assert AgencyCode("G22").parent is None


def test_a_procedure_is_national_or_an_agencys_copy():
    copy = ProcedureCode.parse("1.001193.000.00.00.H35")
    national = ProcedureCode.parse("1.001193")
    assert (copy.national, copy.agency, copy.is_local) == (national, AgencyCode("H35"), True)
    assert (national.national, national.agency, national.is_local) == (national, None, False)


def test_fields_and_results_name_their_ministry():
    assert FieldCode.parse("G03-GD10").ministry == AgencyCode("G03")
    assert ResultCode.parse("KQ.G15.000031").ministry == AgencyCode("G15")


@pytest.mark.parametrize(
    ("text", "agency", "on", "sequence"),
    [
        ("000.00.53.H48-220921-0099", "H48.53", date(2022, 9, 21), "0099"),
        ("H15.50.05.13-261008-0975", "H15.50.05.13", date(2026, 10, 8), "0975"),
        ("000.00.16.H05-210512-0001", "H05.16", date(2021, 5, 12), "0001"),
        ("G15.001.02-260102-150001", "G15.001.02", date(2026, 1, 2), "150001"),
        ("h26–261122–0001", "H26", date(2026, 11, 22), "0001"),
    ],
)
def test_a_dossier_code_is_read_as_printed(text, agency, on, sequence):
    code = DossierCode.parse(text)
    assert (str(code.agency), code.on, code.sequence) == (agency, on, sequence)
    assert str(code) == text.upper().replace("–", "-")


@given(
    st.sampled_from(["H26", "H26.00070", "H15.50.05.13"]),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(1, 10**8),
)
def test_what_is_allocated_is_read_back(agency, on, sequence):
    code = DossierCode.format(agency=AgencyCode(agency), on=on, sequence=sequence)
    assert DossierCode.parse(str(code)) == code


def test_a_dossier_is_numbered_from_one():
    with pytest.raises(ValueError, match="numbered from 1"):
        DossierCode.format(agency=AgencyCode("H26"), on=date(2026, 1, 1), sequence=0)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (AgencyCode, ""),
        (AgencyCode, "Z05"),
        (AgencyCode, "H5.16"),
        (AgencyCode, "H05..16"),
        (AgencyCode, "H05." + "1" * 40),
        (AgencyCode, "H٠٥"),
        (ProcedureCode, "1001193"),
        (ProcedureCode, "1.001193.H35"),
        (FieldCode, "G03GD10"),
        (ResultCode, "KQ.G15.31"),
        (DossierCode, "H05-261301-0001"),
        (DossierCode, "...-260101-0001"),
        (DossierCode, "H05-260101-01"),
    ],
)
def test_what_is_no_code_is_refused_with_an_example(kind, text):
    with pytest.raises(CodeRefused) as refusal:
        kind.parse(text)
    assert "Bạn hãy viết theo mẫu" in refusal.value.sentence.vi
    assert "Write it like" in refusal.value.sentence.en


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    for kind in (AgencyCode, ProcedureCode, FieldCode, ResultCode, DossierCode):
        try:
            code = kind.parse(text)
        except CodeRefused:
            continue
        assert kind.parse(str(code)) == code
