"""What makes a service hard to find."""

from tests.portals.clean import plain
from tests.portals.faults import HOME, LIGHTHOUSE, PROCEDURE, SEARCH, SERVICES, fault
from tests.portals.portal import ANYWHERE, Asked, Portal
from tests.portals.province import PROCEDURES, found

FORM = r'<form class="search".*?</form>'
STEPS = (
    ("/gioi-thieu/", "Giới thiệu dịch vụ công"),
    ("/don-vi/", "Chọn cơ quan"),
    ("/don-vi/so-tu-phap/", "Sở Tư pháp"),
    ("/don-vi/so-tu-phap/ho-tich/", "Hộ tịch"),
)


@fault(
    "structure-search-none",
    "Cổng không có ô tìm kiếm.",
    "The portal has no search.",
    finds="structure.search",
    on=(HOME, SERVICES),
    whole=True,
)
def search_none(portal: Portal) -> None:
    portal.cut(FORM, on=HOME)
    portal.drop("/tim-kiem/")


@fault(
    "structure-search-post",
    "Tìm kiếm gửi kiểu POST: không lưu, không gửi được địa chỉ kết quả cho ai.",
    "Search is sent by POST: results have no address to keep or to share.",
    finds="structure.search_works",
    on=HOME,
    whole=True,
    unseen="Nothing is ever sent to a portal, so its search is told as not tried.",
)
def search_post(portal: Portal) -> None:
    portal.edit('action="/tim-kiem/" method="get"', 'action="/tim-kiem/" method="post"', on=HOME)
    portal.edit(
        'action="/tim-kiem/" method="get"', 'action="/tim-kiem/" method="post"', on="/tim-kiem/"
    )


@fault(
    "structure-search-marks",
    "Gõ không dấu thì tìm không ra gì.",
    "Who types without diacritics finds nothing.",
    finds="structure.search_diacritics",
    on=(HOME, SEARCH),
    whole=True,
)
def search_marks(portal: Portal) -> None:
    def searched(asked: Asked) -> dict:
        question = asked.query.get("q", "")
        return {"question": question, "results": found(question, marks=True)}

    portal.page("/tim-kiem/", "search.html", searched)


@fault(
    "structure-search-typo",
    "Gõ sai một chữ là không tìm ra gì.",
    "One slip in a word, and nothing is found.",
    finds="structure.search_typo",
    on=(HOME, SEARCH),
    whole=True,
)
def search_typo(portal: Portal) -> None:
    def searched(asked: Asked) -> dict:
        question = asked.query.get("q", "")
        return {"question": question, "results": found(question, typos=False)}

    portal.page("/tim-kiem/", "search.html", searched)


@fault(
    "structure-clicks-five",
    "Phải bấm năm lần mới tới được một thủ tục.",
    "It takes five clicks to reach a service.",
    finds="structure.clicks",
    on=(HOME, *(path for path, _ in STEPS), PROCEDURE),
    whole=True,
)
def clicks_five(portal: Portal) -> None:
    services = tuple((f"/thu-tuc/{one.code}/", one.title) for one in PROCEDURES)
    for at, (path, heading) in enumerate(STEPS):
        plain(portal, path, heading, links=STEPS[at + 1 : at + 2] or services)
    portal.edit(
        '<ul class="menu">\n<li><a href="/thu-tuc/">',
        '<ul class="menu">\n<li><a href="/gioi-thieu/">',
        on=ANYWHERE,
    )
    portal.cut('<section class="panel" aria-labelledby="nhieu-nguoi-dung">.*?</section>', on=HOME)
    portal.cut(r'<li><a href="/thu-tuc/[^<]*</a></li>', on="/so-do-trang/")
    portal.cut(FORM, on=HOME)
    portal.cut(r"<url><loc>[^<]*/thu-tuc/[^<]*</loc></url>", on="/sitemap.xml")


@fault(
    "structure-links-broken",
    "Ba liên kết ở trang chủ dẫn tới trang không có.",
    "Three links on the home page lead to pages that do not exist.",
    finds="structure.broken_links",
    on=HOME,
    whole=True,
)
def links_broken(portal: Portal) -> None:
    links = "".join(
        f'<li><a href="/tin-tuc/{name}/">{words}</a></li>'
        for name, words in (
            ("ke-hoach", "Kế hoạch cải cách hành chính"),
            ("lich-tiep-dan", "Lịch tiếp dân tháng này"),
            ("van-ban", "Văn bản mới"),
        )
    )
    portal.edit(
        '<div class="notice">', f'<ul class="list">{links}</ul><div class="notice">', on=HOME
    )


@fault(
    "structure-titles-same",
    "Mọi trang cùng một tên; mở nhiều thẻ không biết thẻ nào là gì.",
    "Every page has the same title; nobody can tell one tab from another.",
    finds="structure.titles",
    on=(HOME, PROCEDURE),
    whole=True,
)
def titles_same(portal: Portal) -> None:
    portal.cut("<title>.*?</title>", "<title>Cổng dịch vụ công</title>", on=ANYWHERE)


@fault(
    "structure-sitemap-none",
    "Không có sơ đồ trang cho máy tìm kiếm.",
    "No sitemap for search engines.",
    finds="structure.sitemap",
    whole=True,
)
def sitemap_none(portal: Portal) -> None:
    portal.drop("/sitemap.xml")
    portal.edit("Sitemap: ", "# ", on="/robots.txt")


@fault(
    "structure-schema-none",
    "Không mô tả dịch vụ bằng schema.org, máy tìm kiếm không hiểu.",
    "Services are not described with schema.org, so search engines do not know them.",
    finds="structure.schema_org",
    on=PROCEDURE,
    whole=True,
)
def schema_none(portal: Portal) -> None:
    data = '<script type="application/ld\\+json">.*?</script>'
    portal.cut(data, on=HOME)
    for one in PROCEDURES:
        portal.cut(data, on=f"/thu-tuc/{one.code}/")


@fault(
    "structure-breadcrumbs-none",
    "Trang thủ tục không cho biết mình đang ở đâu.",
    "A procedure's page does not tell where in the portal one is.",
    finds="structure.breadcrumbs",
    on=PROCEDURE,
    whole=True,
)
def breadcrumbs_none(portal: Portal) -> None:
    def without(text: str) -> str:
        before, mark, rest = text.partition('<nav class="crumbs"')
        return before + rest.partition("</nav>")[2] if mark else text

    portal.edits.append((ANYWHERE, without))


@fault(
    "structure-missing-as-found",
    "Địa chỉ không có vẫn trả lời như có trang; liên kết hỏng không ai biết.",
    "Addresses that do not exist are answered as if they did; broken links stay unseen.",
    finds="structure.not_found",
    whole=True,
)
def missing_as_found(portal: Portal) -> None:
    plain(portal, "404", "Không tìm thấy trang", said=("Địa chỉ này không có.",))


@fault(
    "structure-robots-closed",
    "Cấm máy tìm kiếm vào cả cổng, người dân tìm trên mạng không ra.",
    "Search engines are shut out of the whole portal; people searching the web do not find it.",
    finds="structure.indexed",
    peers=(LIGHTHOUSE,),
    on=PROCEDURE,
)
def robots_closed(portal: Portal) -> None:
    portal.header("X-Robots-Tag", "noindex, nofollow")
