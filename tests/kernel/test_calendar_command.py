import subprocess
import sys

import pytest
from click.testing import CliRunner
from tests.kernel.calendars import official

from motcua.cli import main
from motcua.kernel.calendar.files import read_year


def run(*arguments):
    return CliRunner().invoke(main, ["calendar", *arguments])


@pytest.mark.parametrize(
    ("start", "limit", "first", "why"),
    [
        ("2024-04-26", "7 working days", "2024-05-09 17:00", "thứ Bảy 04/05/2024 (làm bù"),
        ("2025-12-01T08:15", "168 working hours", "2025-12-30 08:15", "(cuối tuần)"),
        ("2024-04-26", "7 ngày làm việc", "2024-05-09 17:00", "Ngày Chiến thắng"),
        ("2025-12-01T01:15+00:00", "8 giờ làm việc", "2025-12-02 08:15", "8 giờ làm việc"),
    ],
)
def test_a_due_date_is_printed_with_its_reasons(start, limit, first, why):
    result = run("due", start, limit)
    assert (result.exit_code, result.output.splitlines()[0]) == (0, first)
    assert why in result.output


def test_a_cutoff_and_english_may_be_asked_for():
    result = run("due", "2025-12-05T15:30", "0 days", "--cutoff", "15:00", "--language", "en")
    told = "2025-12-08 17:00\nReceived 15:30 Friday 5 December 2025; received"
    assert result.output.startswith(told)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2024-04-26", "7"), "Không hiểu thời hạn “7”"),
        (("26/04/2024", "7 ngày"), "Bạn hãy viết 2024-04-26"),
        (("2024-04-31", "7 ngày"), "Bạn hãy viết 2024-04-26"),
        (("2024-04-26", "7 ngày", "--cutoff", "3pm"), "Bạn hãy viết 15:00"),
        (("9999-04-26", "7 ngày"), "từ năm 1990 đến năm 2150"),
    ],
)
def test_bad_input_is_refused_with_the_remedy(arguments, words):
    result = run("due", *arguments)
    assert result.exit_code == 1
    assert words in result.output


def test_a_broken_table_is_refused_with_its_file_and_line(tmp_path):
    (tmp_path / "calendar").mkdir()
    (tmp_path / "calendar" / "2024.yaml").write_text("year: 2024\ndays:\n  - on: tomorrow\n")
    result = run("due", "2024-04-26", "7 ngày", "--library", str(tmp_path))
    assert result.exit_code == 1
    assert "2024.yaml:3: " in result.output


def test_a_draft_is_a_table_that_can_be_read():
    drafted = read_year(run("draft", "2026").output, name="2026.yaml")
    assert not any(entry.day.official for entry in drafted.days)
    known = set(official().table.days)
    assert {entry.on for entry in drafted.days} <= known


@pytest.mark.once
def test_the_command_starts_without_django():
    code = "import sys, motcua.cli.calendar; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
