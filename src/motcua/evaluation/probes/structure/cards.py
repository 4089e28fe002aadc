"""What can be told of a portal's structure and of how things are found on it."""

from motcua.evaluation.probes.structure.telling import Cards
from motcua.evaluation.values.facts import Area, Better, Scope, Severity, Source, Unit
from motcua.kernel.words import Sentence

CARDS = Cards(Area.STRUCTURE)
CLICKS = Source(
    "Yêu cầu cũ về mức độ thuận tiện của dịch vụ công trực tuyến: tối đa 3 lần bấm từ trang chủ"
)
SEARCH = Source("TT 21/2023/TT-BTTTT, Điều 5 khoản 1: tra cứu dịch vụ")
WAYS = Source("WCAG 2.2 SC 2.4.5", "https://www.w3.org/TR/WCAG22/#multiple-ways")
TITLED = Source("WCAG 2.2 SC 2.4.2", "https://www.w3.org/TR/WCAG22/#page-titled")
HEADED = Source("WCAG 2.2 SC 2.4.6", "https://www.w3.org/TR/WCAG22/#headings-and-labels")
WHERE = Source("WCAG 2.2 SC 2.4.8 (AAA)", "https://www.w3.org/TR/WCAG22/#location")
HTTP = Source("RFC 9110, 15.5.5", "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5")
ROBOTS = Source("RFC 9309", "https://www.rfc-editor.org/rfc/rfc9309")
SITEMAP = Source("Sitemaps XML", "https://www.sitemaps.org/protocol.html")
SCHEMA = Source("schema.org GovernmentService", "https://schema.org/GovernmentService")
CRUMBS = Source("schema.org BreadcrumbList", "https://schema.org/BreadcrumbList")
ND_42 = Source("NĐ 42/2022/NĐ-CP: cung cấp thông tin trên môi trường mạng")
PLAIN = Source("WCAG 2.2 SC 3.1.5 (AAA)", "https://www.w3.org/TR/WCAG22/#reading-level")
_SEARCHED = Scope.SITE

# ---------------------------------------------------------------- findability
CARDS.add(
    "clicks",
    Sentence("Số lần bấm từ trang chủ tới dịch vụ", "Clicks from the home page to a service"),
    Sentence(
        "Đưa danh mục thủ tục lên trang chủ hoặc trình đơn, bớt các trang trung gian.",
        "Put the list of procedures on the home page or into the menu, and drop pages in between.",
    ),
    scope=Scope.SITE,
    unit=Unit.COUNT,
    better=Better.LESS,
    limit=3,
    severity=Severity.SERIOUS,
    sources=(CLICKS,),
)
CARDS.add(
    "search",
    Sentence("Trang chủ có ô tìm kiếm", "The home page has a search field"),
    Sentence(
        "Đặt ô tìm kiếm ở đầu trang chủ, có nhãn “Tìm thủ tục”.",
        "Put a search field at the top of the home page, labelled “Find a procedure”.",
    ),
    severity=Severity.SERIOUS,
    sources=(WAYS, SEARCH),
)
for _code, _says, _remedy, _severity in (
    (
        "search_works",
        Sentence("Tìm đúng tên thì ra thủ tục", "Search finds a procedure by its name"),
        Sentence(
            "Kiểm tra chỉ mục tìm kiếm: gõ mấy chữ đầu của tên thủ tục phải ra thủ tục đó.",
            "Check the index of the search: the first words of a procedure's name must find it.",
        ),
        Severity.SERIOUS,
    ),
    (
        "search_diacritics",
        Sentence("Gõ không dấu cũng tìm được", "Search without diacritics finds as well"),
        Sentence(
            "Bỏ dấu cả câu hỏi lẫn chỉ mục trước khi so, để “dang ky khai sinh” ra “Đăng ký khai "
            "sinh”.",
            "Fold the diacritics of query and index before comparing, so that “dang ky khai sinh” "
            "finds "
            "“Đăng ký khai sinh”.",
        ),
        Severity.SERIOUS,
    ),
    (
        "search_typo",
        Sentence(
            "Gõ sai một chữ vẫn tìm được hoặc được gợi ý",
            "Search forgives one misspelt word, or suggests",
        ),
        Sentence(
            "Cho sai một ký tự (tìm mờ), hoặc hỏi “Bạn có muốn tìm…?”.",
            "Allow one wrong letter (fuzzy search), or ask “Did you mean…?”.",
        ),
        Severity.MODERATE,
    ),
    (
        "search_empty",
        Sentence(
            "Không có kết quả thì chỉ cách làm tiếp",
            "A search without results says what to do next",
        ),
        Sentence(
            "Nói rõ không tìm thấy gì, và gợi ý: bớt từ, xem danh mục, gọi tổng đài.",
            "Say that nothing was found, and suggest: fewer words, the list, the hotline.",
        ),
        Severity.MINOR,
    ),
):
    CARDS.add(
        _code,
        _says,
        _remedy,
        scope=Scope.SITE,
        severity=_severity,
        sources=(SEARCH,),
    )
CARDS.add(
    "search_address",
    Sentence("Kết quả tìm kiếm có địa chỉ riêng", "Results of a search have an address"),
    Sentence(
        "Gửi tìm kiếm bằng GET (?q=…), để kết quả gửi được cho người khác và nút lùi vẫn đúng.",
        "Search by GET (?q=…), so that results can be sent on and Back works.",
    ),
    scope=Scope.SITE,
    sources=(SEARCH, Source("RFC 9110, 9.3.1", "https://www.rfc-editor.org/rfc/rfc9110#name-get")),
)
CARDS.add(
    "broken_links",
    Sentence(
        "Đường dẫn trong cổng bị hỏng (trong số đã thử)",
        "Broken links on the portal (of those tried)",
    ),
    Sentence(
        "Sửa hoặc bỏ từng đường dẫn nêu ở đây; trang đã dời thì chuyển hướng 301.",
        "Mend or remove each link named here; redirect a page that moved by 301.",
    ),
    scope=Scope.SITE,
    unit=Unit.COUNT,
    better=Better.LESS,
    limit=0,
    severity=Severity.SERIOUS,
    sources=(HTTP,),
)
CARDS.add(
    "broken_anchors",
    Sentence(
        "Đường dẫn tới chỗ không có trong trang",
        "Links to places that are not in the page",
    ),
    Sentence(
        "Đặt id đúng tên ở chỗ cần tới, hoặc bỏ đường dẫn.",
        "Give the place the id that the link names, or remove the link.",
    ),
    unit=Unit.COUNT,
    better=Better.LESS,
    limit=0,
    severity=Severity.MINOR,
    sources=(
        Source("HTML: scroll to the fragment", "https://html.spec.whatwg.org/#scroll-to-fragid"),
    ),
)
CARDS.add(
    "not_found",
    Sentence("Địa chỉ không có thì trả lời 404", "An address that does not exist answers 404"),
    Sentence(
        "Trả mã 404 cho địa chỉ không có, đừng trả 200 hay chuyển về trang chủ.",
        "Answer 404 for what does not exist, not 200, and do not lead to the home page.",
    ),
    scope=Scope.SITE,
    sources=(HTTP,),
)
CARDS.add(
    "not_found_help",
    Sentence("Trang báo không tìm thấy có lối đi tiếp", "The page “not found” shows a way on"),
    Sentence(
        "Đặt ở trang 404 ô tìm kiếm và đường dẫn về trang chủ, danh mục thủ tục.",
        "Put a search field and links to the home page and the list of procedures on the 404 page.",
    ),
    scope=Scope.SITE,
    severity=Severity.MINOR,
    sources=(HTTP,),
)
CARDS.add(
    "sitemap",
    Sentence("Có sơ đồ trang sitemap.xml", "There is a sitemap.xml"),
    Sentence(
        "Sinh sitemap.xml từ danh mục thủ tục và ghi địa chỉ của nó vào robots.txt.",
        "Make a sitemap.xml of the list of procedures and name it in robots.txt.",
    ),
    scope=Scope.SITE,
    severity=Severity.MINOR,
    sources=(SITEMAP,),
)
CARDS.add(
    "robots",
    Sentence(
        "robots.txt không chặn máy tìm kiếm khỏi trang thủ tục",
        "robots.txt does not keep search engines from procedures",
    ),
    Sentence(
        "Bỏ “Disallow: /” cho mọi máy; chỉ chặn trang riêng của người dùng.",
        "Take “Disallow: /” for everybody away; close only the pages of users.",
    ),
    scope=Scope.SITE,
    sources=(ROBOTS, CLICKS),
)
CARDS.add(
    "indexed",
    Sentence("Máy tìm kiếm được đọc trang công khai", "Search engines may read the public page"),
    Sentence(
        "Bỏ noindex ở trang chủ, danh mục, thủ tục và hướng dẫn.",
        "Take noindex off the home page, the list, procedures and guides.",
    ),
    sources=(CLICKS,),
)

# ---------------------------------------------------------------- pages
CARDS.add(
    "titles",
    Sentence(
        "Phần trang có tên riêng, nói rõ nội dung",
        "Share of pages with a title of their own that tells",
    ),
    Sentence(
        "Đặt <title> riêng cho từng trang: tên thủ tục trước, tên cổng sau.",
        "Give each page its own <title>: the procedure first, the portal's name after it.",
    ),
    scope=Scope.SITE,
    unit=Unit.SHARE,
    limit=1.0,
    sources=(TITLED,),
)
CARDS.add(
    "h1",
    Sentence("Trang có đúng một đề mục lớn nhất (h1)", "The page has one main heading (h1)"),
    Sentence(
        "Cho mỗi trang một <h1> nói trang này để làm gì.",
        "Give each page one <h1> that says what it is for.",
    ),
    sources=(HEADED,),
)
CARDS.add(
    "description",
    Sentence(
        "Trang có lời giới thiệu cho máy tìm kiếm", "The page has a description for search engines"
    ),
    Sentence(
        "Thêm <meta name='description'> một hai câu về nội dung trang.",
        "Add a <meta name='description'> of one or two sentences.",
    ),
    severity=Severity.MINOR,
    sources=(Source("HTML: meta description", "https://html.spec.whatwg.org/#meta-description"),),
)
CARDS.add(
    "schema_org",
    Sentence(
        "Trang thủ tục nói cho máy biết nó là dịch vụ công (schema.org)",
        "The procedure's page tells machines that it is a service (schema.org)",
    ),
    Sentence(
        "Thêm JSON-LD kiểu GovernmentService: tên, cơ quan, phí, thời hạn.",
        "Add JSON-LD of type GovernmentService: name, provider, fee, time.",
    ),
    severity=Severity.MINOR,
    sources=(SCHEMA,),
)
CARDS.add(
    "schema_valid",
    Sentence("Dữ liệu JSON-LD đọc được", "Its JSON-LD can be read"),
    Sentence(
        "Sửa cú pháp JSON trong khối application/ld+json.",
        "Mend the JSON in the application/ld+json block.",
    ),
    severity=Severity.MINOR,
    sources=(Source("JSON-LD 1.1", "https://www.w3.org/TR/json-ld11/"),),
)
CARDS.add(
    "schema_breadcrumbs",
    Sentence(
        "Đường dẫn vị trí có dạng máy đọc được", "The trail is told to machines (BreadcrumbList)"
    ),
    Sentence(
        "Thêm BreadcrumbList vào JSON-LD của trang.",
        "Add a BreadcrumbList to the page's JSON-LD.",
    ),
    better=Better.NEITHER,
    severity=Severity.MINOR,
    sources=(CRUMBS,),
)
CARDS.add(
    "breadcrumbs",
    Sentence("Trang thủ tục cho biết đang ở đâu", "The procedure's page shows where one is"),
    Sentence(
        "Thêm dòng vị trí: Trang chủ › Lĩnh vực › Thủ tục.",
        "Add a trail: Home › Field › Procedure.",
    ),
    severity=Severity.MINOR,
    sources=(WHERE,),
)
CARDS.add(
    "languages",
    Sentence("Trang chủ có nút đổi ngôn ngữ", "The home page can be read in another language"),
    Sentence(
        "Thêm nút đổi sang tiếng Anh, và tiếng của dân tộc đông người ở địa phương nếu được.",
        "Add a switch to English, and to a language of the local minorities if possible.",
    ),
    severity=Severity.MINOR,
    sources=(ND_42,),
)
CARDS.add(
    "updated",
    Sentence("Trang ghi ngày cập nhật", "The page says when it was changed"),
    Sentence(
        "Ghi “Cập nhật ngày …” ở cuối trang thủ tục và trang hướng dẫn.",
        "Write “Updated on …” at the end of procedures and guides.",
    ),
    severity=Severity.MINOR,
    sources=(ND_42,),
)
CARDS.add(
    "print",
    Sentence("Trang in ra được gọn", "The page has styles for print"),
    Sentence(
        "Thêm @media print: bỏ trình đơn, giữ giấy tờ và các bước.",
        "Add @media print: drop the menus, keep papers and steps.",
    ),
    severity=Severity.MINOR,
    sources=(Source("CSS Media Queries 4", "https://www.w3.org/TR/mediaqueries-4/#print"),),
)
CARDS.add(
    "document_only",
    Sentence(
        "Nội dung trang chỉ nằm trong tệp PDF hay ảnh chụp",
        "The page's content is only in a PDF or a scan",
    ),
    Sentence(
        "Viết nội dung thành chữ trên trang; tệp PDF để kèm.",
        "Write the content as text on the page; keep the PDF beside it.",
    ),
    better=Better.LESS,
    limit=False,
    severity=Severity.SERIOUS,
    sources=(Source("WCAG 2.2 SC 1.4.5", "https://www.w3.org/TR/WCAG22/#images-of-text"),),
)
CARDS.add(
    "addresses",
    Sentence("Phần địa chỉ đọc được qua điện thoại", "Share of addresses that can be read out"),
    Sentence(
        "Dùng địa chỉ ngắn bằng chữ không dấu (/thu-tuc/1.001193), bỏ mã phiên và chuỗi dài.",
        "Use short addresses of plain words (/thu-tuc/1.001193); no session and no long codes.",
    ),
    scope=Scope.SITE,
    unit=Unit.SHARE,
    limit=0.8,
    severity=Severity.MINOR,
    sources=(Source("Cool URIs", "https://www.w3.org/Provider/Style/URI"),),
)
CARDS.add(
    "back",
    Sentence(
        "Nút quay lại của trình duyệt không bị chặn", "The browser's back button is left alone"
    ),
    Sentence(
        "Bỏ đoạn mã gọi history.forward(), history.go(1) hay giữ người dùng bằng onpopstate.",
        "Take away the script that calls history.forward(), history.go(1) or holds by onpopstate.",
    ),
    sources=(Source("WCAG 2.2 SC 3.2.5 (AAA)"),),
)
CARDS.add(
    "long_sentences",
    Sentence("Phần câu dài hơn 35 tiếng", "Share of sentences longer than 35 syllables"),
    Sentence(
        "Cắt câu dài làm hai; mỗi câu một ý.",
        "Cut long sentences in two; one thought each.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    severity=Severity.MINOR,
    sources=(PLAIN,),
)
CARDS.add(
    "jargon",
    Sentence("Từ chuyên môn hành chính trong 100 tiếng", "Words of offices in a hundred syllables"),
    Sentence(
        "Thay bằng lời thường, hoặc giải thích ngay bên cạnh.",
        "Use everyday words, or explain beside them.",
    ),
    unit=Unit.SCORE,
    better=Better.NEITHER,
    severity=Severity.MINOR,
    sources=(PLAIN,),
)
