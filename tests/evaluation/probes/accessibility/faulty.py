"""Small pages with many faults; whatever fails carries an id, and the tests name it."""

HEAD = (
    "<!doctype html><html lang='{lang}'><head><meta charset='utf-8'>{meta}<title>{title}</title>"
    "<style>body{{font:16px/1.5 sans-serif;color:#222;margin:16px}} main{{max-width:60rem}}"
    " a,button,input,select{{font-size:16px}} {style}</style></head><body>{body}</body></html>"
)
VIEWPORT = "<meta name='viewport' content='width=device-width, initial-scale=1'>"
SENTENCE = (
    "Bà con nhập mã hồ sơ in trên giấy hẹn để xem hồ sơ đã được giải quyết tới bước nào rồi,"
    " nếu chưa có mã thì hỏi tại bộ phận một cửa của xã, phường nơi đã nộp giấy tờ."
)


def page(body: str, *, style: str = "", lang: str = "vi", meta: str = VIEWPORT, title: str = ""):
    title = title or "Tra cứu hồ sơ – Cổng dịch vụ công"
    return HEAD.format(lang=lang, meta=meta, title=title, style=style, body=body)


CLEAN = page(
    f"""
<a class="skip" href="#chinh">Đến nội dung chính</a>
<header><nav aria-label="Chính"><ul>
<li><a href="/a">Thủ tục hành chính</a></li><li><a href="/b">Tra cứu hồ sơ</a></li>
<li><a href="/c">Hỏi đáp, trợ giúp</a></li></ul></nav></header>
<main id="chinh" tabindex="-1"><h1>Tra cứu hồ sơ</h1><p>{SENTENCE}</p>
<form action="/b"><p>Mọi ô đều bắt buộc, trừ ô ghi “nếu có”.</p>
<p><label for="ma">Mã hồ sơ</label><br><input id="ma" name="ma" required></p>
<p><label for="dt">Số điện thoại (nếu có)</label><br>
<input id="dt" name="dt" type="tel" autocomplete="tel"></p>
<p><label for="hen">Ngày hẹn (nếu có)</label><br><input id="hen" name="hen" type="date"></p>
<p><label for="gio">Giờ hẹn (nếu có)</label><br>
<input id="gio" name="gio" type="datetime-local"></p>
<fieldset><legend>Nhận kết quả</legend>
<label><input type="radio" name="kq" value="1"> Tại bộ phận một cửa</label><br>
<label><input type="radio" name="kq" value="2"> Qua bưu điện</label></fieldset>
<p><button>Tra cứu</button></p></form>
<h2>Lệ phí</h2><div class="cuon" tabindex="0" role="region" aria-label="Bảng lệ phí"><table>
<tr><th scope="col">Việc</th><th scope="col">Mức thu</th></tr>
<tr><td>Đăng ký khai sinh đúng hạn tại xã, phường</td><td>Miễn phí</td></tr></table></div>
<h2>Lưu ý</h2><details><summary>Khi mất giấy hẹn</summary><p>{SENTENCE}</p></details>
<ul><li><a href="/1">Đăng ký khai sinh</a></li><li><a href="/2">Đăng ký kết hôn</a></li></ul></main>
<footer><p>Tổng đài <a href="tel:19001234">1900 1234</a></p></footer>""",
    style=".skip{position:absolute;left:-999px} .skip:focus{left:0;top:0} li{margin:8px 0}"
    " input,button{padding:8px;max-width:100%;box-sizing:border-box} .cuon{overflow-x:auto}"
    " td{min-width:180px} fieldset{line-height:2}",
)

FIELDS = page(
    f"""<main><h1>Nộp hồ sơ</h1><p>{SENTENCE}</p>
<form action="/x">
<p><input id="mo" placeholder="Nơi cấp giấy tờ"></p>
<p><input id="chuot" title="Quê quán"></p>
<p><input id="tron" name="tron"></p>
<p><label id="lac" for="khong-co">Dân tộc</label></p>
<p><label for="sao">Lý do *</label><input id="sao"></p>
<p><input type="radio" name="gt" id="nam"><label for="nam">Nam</label>
<input type="radio" name="gt" id="nu"><label for="nu">Nữ</label></p>
<p><label for="ten">Họ và tên</label><input id="ten"></p>
<p><label for="thu">Email</label><input id="thu" autocomplete="off"></p>
<p><label for="mau">Mã số</label><input id="mau" pattern="[0-9]{{9}}"></p>
<p><label for="hut">Ghi chú</label><input id="hut" aria-describedby="khong"></p>
<p><label for="sai">Số nhà</label><input id="sai" aria-invalid="true"></p>
<p><label for="loi">Ngõ</label><input id="loi"><span id="bao" class="error">Chưa ghi ngõ</span></p>
<p><label for="nhat">Phố</label><input id="nhat" class="nhat"></p></form>
<form action="/y"><p><label for="b1">Tổ</label><input id="b1" required></p>
<p><label for="b2">Thôn</label><input id="b2" required></p>
<p><label for="b3">Xóm</label><input id="b3"></p>
<p><label for="tinh">Tỉnh</label><select id="tinh" onchange="location.href='/?' + this.value">
<option>Ninh Bình</option><option>Cà Mau</option></select></p>
<p><label for="nghe">Nghề</label><select id="nghe"><option>Nông</option></select></p></form>
<form id="im" novalidate action="/m"><p><label for="im1">Ấp</label><input id="im1"></p></form>
<form action="/z"><p><label for="mk">Mật khẩu</label>
<input id="mk" type="password" autocomplete="off" onpaste="return false"></p>
<p><img id="anh" src="/captcha.png" alt="captcha" width="90" height="40">
<label for="cap">Mã trong hình</label><input id="cap"></p></form></main>
<script>document.getElementById('nghe').addEventListener('change', (event) =>
{{ event.target.form.submit(); }});
document.getElementById('im').addEventListener('submit', (event) =>
{{ event.preventDefault(); event.target.elements[0].classList.add('wrong'); }});</script>""",
    style=".nhat{border:1px solid #ddd}",
)

WORDS = page(
    f"""<h2 id="dau">Hướng dẫn</h2><p>{SENTENCE}</p><h5 id="nhay">Bước một</h5><h3 id="rong"></h3>
<p id="gia">Giấy tờ cần nộp</p><p>{SENTENCE}</p>
<p id="anh">Please read the following instructions before you come to the office and make sure
that all of the documents are with you for the officer to check.</p>
<p id="mau">Bà con bấm nút màu đỏ bên dưới để gửi.</p><p>Bấm nút màu xanh “Gửi hồ sơ”.</p>
<p id="be">Chữ chú thích rất nhỏ</p><div><a id="day" href="/1">tại đây</a></div>
<p>Xem mẫu đơn <a href="/2">tại đây</a>.</p>
<img id="tep" src="/a.png" alt="IMG_2043.jpg" width="60" height="60">
<img id="hinh" src="/b.png" alt="hình ảnh" width="60" height="60">
<img id="chu" src="/thong-bao.png" width="300" height="90"
 alt="Thông báo nghỉ lễ của Trung tâm phục vụ hành chính công">
<img src="/c.png" alt="Cán bộ một cửa đang hướng dẫn bà con nộp hồ sơ" width="300" height="90">
<video id="phim" src="/p.mp4" controls width="200"></video>
<video src="/q.mp4" controls width="200"><track kind="captions" src="/q.vtt"></video>
<audio id="nhac" src="/n.mp3" autoplay></audio>
<div id="chay">Chạy</div><div id="xoay" role="progressbar" aria-label="Đang tải">Quay</div>
<table id="so"><tr><td>Tháng</td><td>Hồ sơ</td></tr><tr><td>1</td><td>20</td></tr>
<tr><td>2</td><td>30</td></tr></table><marquee id="troi">Chào mừng</marquee>""",
    lang="en",
    title="Trang chủ",
    meta=VIEWPORT + "<meta id='tai' http-equiv='refresh' content='600'>",
    style="#gia{font-size:24px;font-weight:700} #be{font-size:10px}"
    " @keyframes m{to{transform:translateX(90px)}}"
    " #chay,#xoay{animation:m 3s infinite;width:50px}"
    " @media (orientation:portrait) and (min-width:9000px){body{transform:rotate(90deg)}}",
)

LOOKS = page(
    f"""<main><h1>Lịch tiếp dân</h1><p>{SENTENCE}</p>
<div id="rong">Khung rộng</div>
<p id="dong">Một dòng chữ khá dài nằm trong khung có chiều cao đặt sẵn thì bị cắt mất khi phóng to
lên gấp đôi hoặc là khi người đọc giãn chữ ra cho dễ đọc hơn, nhất là với người mắt kém, người già
và người dùng máy cũ ở vùng xa.</p>
<p id="het">Lịch tiếp dân của chủ tịch xã vào sáng thứ năm hằng tuần.</p>
<div class="hai"><span>Nơi nộp hồ sơ</span><span id="de">Nơi trả kết quả</span></div>
<div class="cuon"><table><tr><th>Việc</th><td>Dữ liệu rất dài trong bảng</td></tr></table></div>
<h2 class="an">Chỉ đọc lên</h2><p class="cat"><a href="/a">{SENTENCE}</a></p></main>""",
    style="#rong{width:900px} #dong{height:48px;overflow:hidden}"
    " .cuon{overflow-x:auto} td{min-width:600px}"
    " @media (max-width:500px){#het{display:none}}"
    " .hai{position:relative;height:1.5em} .hai span{position:absolute;top:0;left:0;width:6.6em;"
    "white-space:nowrap} #de{left:6.9em !important}"
    " .an{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"
    " .cat{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}",
)

KEYS = page(
    f"""<a id="nhay" href="#khong-co">Bỏ qua đến nội dung</a>
<div id="dinh">Thanh dính</div><ul class="menu"><li><span>Thủ tục</span>
<ul id="con"><li><a href="/h1">Hộ tịch</a></li></ul></li></ul>
<main><h1>Nộp hồ sơ</h1><p>{SENTENCE}</p>
<div id="chuot">Nộp trực tuyến</div><div id="ngoai" onclick="1" style="cursor:pointer">Xem</div>
<div id="vai" role="button">Gửi</div><button id="go" tabindex="-1">Lưu</button>
<p><a id="truoc" href="/1" tabindex="3">Một</a></p>
<p><a id="vien" href="/2">Không thấy viền</a></p><p><a id="nen" href="/3">Đổi nền</a></p>
<p class="nguoc"><a id="duoi" href="/4">Dưới</a><a id="tren" href="/5">Trên</a></p>
<p><a id="an" href="/6">Ẩn</a></p><p><button id="day" onfocus="this.blur()">Đẩy</button></p>
<p style="margin-top:900px"><a id="xa" href="/7">Ở xa</a></p>
<p><label for="o">Ô nhập</label><input id="o"></p></main>
<script>document.getElementById('chuot').addEventListener('click', () => 1);</script>""",
    style="#chuot{cursor:pointer} .menu ul{display:none} .menu li:hover ul{display:block}"
    " #vien:focus{outline:0} #nen:focus{outline:0;background:#ff0} #an{opacity:0}"
    " .nguoc{display:flex;flex-direction:column-reverse} .nguoc a{width:9em;padding:9px 0}"
    " #o{outline:0;border:1px solid #555} #dinh{position:fixed;bottom:0;left:0;right:0;"
    "height:480px;background:#fff}",
)

TRAP = page(
    f"""<main><h1>Ghi ý kiến</h1><p>{SENTENCE}</p>"""
    + "".join(f'<p><a href="/{one}">Mục {one}</a></p>' for one in range(60))
    + """<p><label for="bay">Ý kiến</label><textarea id="bay"></textarea></p>"""
    + "".join(f'<p><a href="/s{one}">Sau {one}</a></p>' for one in range(30))
    + """</main><script>document.getElementById('bay').addEventListener('keydown', (event) => {
if (event.key === 'Tab') event.preventDefault(); });</script>"""
)

SHORT_TRAP = page(
    """<main><h1>Ghi ý kiến</h1>"""
    + "".join(f'<p><a href="/{one}">Mục {one}</a></p>' for one in range(19))
    + """<p><label for="bay">Ý kiến</label><textarea id="bay"></textarea></p>"""
    + "".join(f'<p><a href="/s{one}">Sau {one}</a></p>' for one in range(14))
    + """</main><script>document.getElementById('bay').addEventListener('keydown', (event) => {
if (event.key === 'Tab') event.preventDefault(); });</script>"""
)

HELD = page(
    """<main><h1>Ghi ý kiến</h1><p><a href="/1">Một</a> <a href="/2">Hai</a></p>
<p><button id="bay">Bẫy</button></p><p><a href="/3">Ba</a> <a href="/4">Bốn</a></p></main>
<script>document.getElementById('bay').addEventListener('blur', (event) =>
{ setTimeout(() => event.target.focus(), 0); });</script>"""
)

LEAVES = page(
    """<main><h1>Rời đi</h1><p><a href="/1">Một</a></p>
<p><label for="o">Ô</label><input id="o" onfocus="location.href='/clean'"></p></main>"""
)

NAMED = page(
    """<main><h1>Xin chào</h1><img name="querySelectorAll" alt=""><form name="body"></form>
<form name="title"><input name="getAttribute"><input name="matches"></form></main>"""
)

PHONE = page(
    f"""<div id="lop">Thông báo</div><main><h1>Liên hệ</h1><p>{SENTENCE}</p>
<p id="so">Điện thoại: 024 3825 1234</p><p>Đường dây nóng: <a href="tel:1022">1022</a></p>
<table id="bang"><tr><th>Việc</th><td>Dữ liệu</td></tr></table>
<p><label for="o">Ý kiến</label><input id="o"></p><p id="be">Chữ bé trên điện thoại</p>
<p><a id="a1" href="/1">12</a><a id="a2" href="/2">13</a></p></main>""",
    meta="<meta id='cua-so' name='viewport' content='width=1024, maximum-scale=1'>",
    style="#lop{position:fixed;bottom:0;left:0;right:0;height:300px;background:#eee}"
    " #o{font-size:13px} @media (max-width:400px){#be{font-size:9px}}"
    " td{min-width:500px} #a1,#a2{display:block;font-size:12px;line-height:12px}",
)

TOWN = {
    "/clean": CLEAN,
    "/fields": FIELDS,
    "/words": WORDS,
    "/looks": LOOKS,
    "/keys": KEYS,
    "/trap": TRAP,
    "/short-trap": SHORT_TRAP,
    "/held": HELD,
    "/leaves": LEAVES,
    "/named": NAMED,
    "/phone": PHONE,
}
