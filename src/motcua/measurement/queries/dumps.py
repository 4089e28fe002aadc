"""Open data: roll-ups written whole into files, by month and coarse enough to name nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from motcua.kernel.words import Sentence
from motcua.measurement.queries.engine import AskRefused
from motcua.measurement.queries.lakes import the_lake
from motcua.measurement.values import schemas
from motcua.measurement.values.periods import Period


@dataclass(frozen=True, slots=True)
class Dump:
    """What anybody may have whole. `source` is a roll-up or a register of the lake."""

    name: str
    source: str
    title: Sentence
    about: Sentence

    @property
    def columns(self) -> Mapping[str, str]:
        """The columns and their types, as DuckDB names them."""
        return schemas.columns(self.source)


DUMPS = {
    one.name: one
    for one in (
        Dump(
            "luot-truy-cap",
            "visits_agencies_monthly",
            Sentence("Lượt truy cập theo tháng và cơ quan", "Visits by month and agency"),
            Sentence(
                "Lượt xem, lượt truy cập, lượt khách mỗi ngày cộng lại, lượt xem của máy tự động.",
                "Page views, visits, daily visitors added up, views by robots.",
            ),
        ),
        Dump(
            "ho-so",
            "dossiers_services_monthly",
            Sentence(
                "Hồ sơ theo tháng, bộ hoặc tỉnh, thủ tục và cách nộp",
                "Dossiers by month, ministry or province, procedure and channel",
            ),
            Sentence(
                "Đã nhận, đã xong, đúng hạn, quá hạn, có lệ phí, nộp tiền trực tuyến; cả hai cách "
                "đếm: như báo lên (online_fed, level_fed) và như thực tế (channel, level).",
                "Received, settled, in time, late, with a fee, paid online; both ways of counting: "
                "as reported (online_fed, level_fed) and as it is (channel, level).",
            ),
        ),
        Dump(
            "thoi-gian",
            "waits_tops_monthly",
            Sentence("Thời gian giải quyết theo tháng", "Time to settle by month"),
            Sentence(
                "Số hồ sơ theo số giờ làm việc nằm tại cơ quan, không tính lúc chờ người nộp.",
                "Dossiers by working hours they lay with the authority, applicants' time left out.",
            ),
        ),
        Dump(
            "nguyen-nhan",
            "failures_tops_daily",
            Sentence("Nguyên nhân không làm tiếp được", "Why people could not go on"),
            Sentence(
                "Sáu nguyên nhân, do máy ghi hoặc do người dân trả lời.",
                "The six causes, from telemetry or as people answered.",
            ),
        ),
        Dump(
            "danh-gia",
            "answers_tops_daily",
            Sentence("Đánh giá và câu trả lời", "Ratings and answers"),
            Sentence(
                "Số người được hỏi, đã trả lời, hài lòng.", "How many were asked, answered, liked."
            ),
        ),
        Dump(
            "cung-cap",
            "supply",
            Sentence("Dịch vụ được cung cấp", "Services on offer"),
            Sentence(
                "Thủ tục nào, ở đâu, làm được đến mức nào trên mạng, từ ngày nào.",
                "Which procedure, where, how far online, since when.",
            ),
        ),
        Dump(
            "khai-bao-766",
            "declared",
            Sentence("Số liệu cơ quan tự khai báo", "What agencies declared"),
            Sentence(
                "Tử số, mẫu số của các thành phần chỉ số 766 mà không sự kiện nào mang theo.",
                "Numerators and denominators of parts of index 766 that no event carries.",
            ),
        ),
    )
}
_DATED = {"supply": "valid_from <= $last AND coalesce(valid_to, DATE '9999-12-31') >= $first"}
_MONTHS = {"declared": "month BETWEEN $first AND $last"}
Kind = Literal["csv", "parquet"]
_FORMATS = {
    "csv": "FORMAT csv, HEADER true",
    "parquet": "FORMAT parquet, COMPRESSION zstd",
}


def dump(name: str, *, period: Period, kind: Kind, file: Path) -> None:
    """Write what was counted in a period into `file`; raises `AskRefused` for an unknown name.

    Monthly roll-ups are cut at whole months. Memory stays the same however much it is.
    """
    if name not in DUMPS:
        known = ", ".join(DUMPS)
        raise AskRefused(
            Sentence(
                f"Không có bộ dữ liệu “{name[:40]}”. Hãy chọn: {known}.",
                f"There is no data set “{name[:40]}”. Choose one of: {known}.",
            )
        )
    one = DUMPS[name]
    where = _DATED.get(one.source) or _MONTHS.get(one.source) or "day BETWEEN $first AND $last"
    columns = ", ".join(f'"{column}"' for column in one.columns)
    query = f'SELECT {columns} FROM "{one.source}" WHERE {where} ORDER BY ALL'  # noqa: S608 -- our own names only
    copied = f"COPY ({query}) TO '{str(file).replace(chr(39), chr(39) * 2)}' ({_FORMATS[kind]})"
    monthly = one.source in _MONTHS or (
        one.source in schemas.COARSER and schemas.COARSER[one.source].monthly
    )
    first = period.first.replace(day=1) if monthly else period.first
    the_lake().connection().execute(copied, {"first": first, "last": period.last})
