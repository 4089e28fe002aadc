import pytest
from tests.agencies.library import AT, EDITION, LIBRARY, change, load, small

from motcua.agencies import queries
from motcua.agencies.actions import LibraryIncomplete
from motcua.agencies.models import Agency, Succession, Territory
from motcua.journal.queries import history
from motcua.kernel.definitions import DefinitionRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(tmp_path):
    return small(tmp_path)


def test_loading_twice_changes_nothing_and_is_told_once(library):
    first, second = load(library), load(library)
    assert (first.changed, second.changed) == (True, False)
    assert (first.provinces, first.communes, first.successions) == (1, 3, 4)
    (entry,) = history("library:agencies")
    assert (entry.kind, entry.at, entry.payload["communes"]) == ("agencies.library_loaded", AT, 3)


def test_a_corrected_file_corrects_the_rows_and_keeps_them(library):
    load(library)
    kept = dict(Agency.objects.values_list("code", "id"))
    change(library, f"{EDITION}/communes.csv", old="Hoàn Kiếm", new="Hồ Gươm")
    assert load(library).changed
    assert queries.agency("H26.00070").name == "Ủy ban nhân dân phường Hồ Gươm"
    assert queries.find_units("ho guom")[0].code == "00070"
    assert dict(Agency.objects.values_list("code", "id")) == kept
    assert Succession.objects.count() == 4


def test_an_agency_that_left_the_files_stays(library):
    load(library)
    change(library, f"{EDITION}/communes.csv", old="00082,01,Phường,Cửa Nam,00073\n", new="")
    load(library)
    assert queries.agency("H26.00082").short_name == "Phường Cửa Nam"


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        ("communes.csv", "00070,01", "70,01", 3),
        ("communes.csv", "00070,01", "00070,99", 3),
        ("communes.csv", "00082,01", "00070,01", 4),
        ("communes.csv", "~00055\n", "~99999\n", 2),
        ("communes.csv", "Phường,Ba Đình", "Quận,Ba Đình", 2),
        ("communes.csv", "Ba Đình,", "Ba Đình", 2),
        ("communes.csv", "Ba Đình", "Ba\0Đình", 2),
        ("communes.csv", "code,province", "ma,province", 1),
        ("provinces.csv", "H26", "G26", 2),
        ("former-communes.csv", "00055,Phường Cửa Đông", "00055,", 2),
        ("edition.yaml", "edition: 2025-07-01", "edition: soon", 2),
    ],
)
def test_a_wrong_sheet_is_refused_with_its_file_and_line(library, name, old, new, line):
    change(library, f"{EDITION}/{name}", old=old, new=new)
    with pytest.raises(DefinitionRefused, match=rf"{name}:{line}: "):
        load(library)
    assert not Territory.objects.exists()


def test_every_problem_of_a_sheet_is_told_at_once(library):
    change(library, f"{EDITION}/communes.csv", old="00004,01,Phường", new="4,02,Làng")
    with pytest.raises(DefinitionRefused) as refusal:
        load(library)
    assert len(refusal.value.problems) == 3


def test_bytes_that_are_no_text_are_refused(library):
    (library / EDITION / "communes.csv").write_bytes(b"code,province\xff\n")
    with pytest.raises(DefinitionRefused, match=r"communes\.csv:1: "):
        load(library)


def test_a_folder_without_a_library_is_refused(tmp_path, library):
    with pytest.raises(LibraryIncomplete, match="thiếu"):
        load(tmp_path / "nowhere")
    (library / "agencies" / "ministries.yaml").unlink()
    with pytest.raises(LibraryIncomplete, match=r"ministries\.yaml"):
        load(library)


def test_the_newest_edition_is_the_one_that_counts(library):
    load(library)
    newer = library / "territory" / "2030-01-01"
    (library / EDITION).rename(newer)
    change(newer, "edition.yaml", old="edition: 2025-07-01", new="edition: 2030-01-01")
    change(newer, "communes.csv", old="Phường,Ba Đình", new="Xã,Ba Đình")
    load(library)
    assert queries.territory("00004").title == "Xã Ba Đình"
    assert queries.agency("H26.00004").territory.edition == "2030-01-01"
    assert Territory.objects.get(edition="2025-07-01", code="00004").kind == "Phường"


def test_the_library_of_the_project_says_where_its_facts_come_from():
    text = (LIBRARY / EDITION / "edition.yaml").read_text(encoding="utf-8")
    assert "Nghị quyết 202/2025/QH15" in text
    assert "Quyết định 19/2025/QĐ-TTg" in text
