"""A portal that shows fifty persons to everyone: in tables, titles, addresses, scripts, frames."""

from itertools import cycle

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng")
MIDDLES = ("Thị", "Văn", "Đức", "Minh", "Ngọc")
GIVEN = ("Hoa", "Bình", "Cường", "Dũng", "Yến", "Giang", "Hạnh", "Khánh", "Lan", "Phượng")


def _people():
    families, middles = cycle(FAMILIES), cycle((*MIDDLES, "Xuân"))
    for number in range(50):
        name = f"{next(families)} {next(middles)} {GIVEN[number % 10]}"
        yield (
            name,
            f"{1 + number:03}1900{number + 10:02}{number + 417:03}",
            f"09{number:02}345{678 + number:03}",
        )


PEOPLE = tuple(_people())
NAME, NUMBER, PHONE = PEOPLE[0]
ALONE = "Đặng Quỳnh Trâm"
SECRETS = tuple(dict.fromkeys([ALONE, *(word for one in PEOPLE for word in one)]))
HEAD = "<!doctype html><html><meta charset=utf-8><title>{}</title>"


def _row(person):
    name, number, phone = person
    return (
        f'<tr><td style="color:#ddd" title="{name}">{name}<td id="cd{number}">{number}<td>{phone}'
        f'<td><a href="/chi-tiet?cccd={number}&ho_ten={name}">{name}</a>'
        f'<img src="/anh-{number}.png"><input value="{phone}">'
    )


TABLE = "<table><tr><th>Họ và tên<th>Số CCCD<th>Điện thoại<th>Mã hồ sơ{}</table>".format(
    "".join(map(_row, PEOPLE))
)
SCRIPT = (
    f'<script>localStorage.setItem("{NUMBER}", "{NAME}");'
    f'throw new Error("{NAME} {NUMBER}")</script>'
)
PAGES = {
    "/": HEAD.format("Cổng dịch vụ công")
    + '<h1>Cổng</h1><a href="/tra-cuu">Tra cứu hồ sơ</a> <a href="/thu-tuc">Thủ tục</a>'
    + '<a href="/lien-he">Liên hệ</a> <a href="/khach">Thống kê</a><a href="/hoi-dap">Hỏi đáp</a>'
    + f'<a href="/ho-so/{NUMBER}">Hồ sơ của tôi</a><a href="tel:{PHONE}">gọi</a>',
    "/tra-cuu": HEAD.format(f"Hồ sơ của {NAME}")
    + f"<h1>{NAME.upper()}</h1>{TABLE}{SCRIPT}<script src='/x.js?cccd={NUMBER}'></script>",
    "/thu-tuc": HEAD.format(f"Người nộp {PHONE}")
    + f'<iframe src="/khung"></iframe><a name="{NUMBER}" href="/a?sdt={PHONE}"></a>',
    "/khung": HEAD.format("Khung") + f"<h1>{PEOPLE[1][1]}</h1>{TABLE}",
    "/lien-he": HEAD.format("Liên hệ") + f"<p>Chủ hồ sơ: {NAME}</p><p style='color:#eee'>{NAME}",
    "/khach": HEAD.format("Thống kê") + "<p>Không có ai.</p>",
    "/hoi-dap": HEAD.format(f"Trả lời {ALONE}")
    + f"<h1>Hỏi đáp</h1><p>Bà {ALONE}, căn cước {NUMBER}, hỏi: …</p><a href=/b>{ALONE}</a>",
}
