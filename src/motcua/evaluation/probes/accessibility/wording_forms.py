"""Rules about fields, errors and logging in."""

from motcua.evaluation.probes.accessibility.wording_rows import rule

FORMS = {
    "label-missing": rule("Ô “{text}” không có nhãn.", "The field “{text}” has no label.", "3.3.2"),
    "label-placeholder": rule(
        "Ô chỉ có chữ gợi ý mờ “{text}”, gõ vào là mất, không có nhãn.",
        "The field has only the hint “{text}”, gone once one types, and no label.",
        "3.3.2",
    ),
    "label-title": rule(
        "Ô chỉ được gọi tên khi rê chuột (“{text}”), không có nhãn nhìn thấy.",
        "The field is named only on hover (“{text}”); no label is seen.",
        "3.3.2",
    ),
    "label-group": rule(
        "Nhóm {many} lựa chọn “{name}” không có câu hỏi chung (fieldset, legend).",
        "The group of {many} choices “{name}” has no question of its own (fieldset, legend).",
        "1.3.1",
    ),
    "label-orphan": rule(
        "Nhãn “{text}” trỏ tới ô “{id}” không có trên trang.",
        "The label “{text}” points to “{id}”, which is not on the page.",
        "1.3.1",
    ),
    "required-unmarked": rule(
        "Biểu mẫu có {many} ô bắt buộc (như “{text}”) mà không ô nào ghi là bắt buộc.",
        "The form has {many} required fields (such as “{text}”) and marks none of them.",
        "3.3.2",
    ),
    "required-unwired": rule(
        "Ô “{text}” ghi dấu * nhưng không mang required hay aria-required.",
        "“{text}” carries an asterisk but neither required nor aria-required.",
        "1.3.1",
    ),
    "described-by-nothing": rule(
        "Ô “{text}” trỏ tới lời giải thích “{id}” không có trên trang.",
        "“{text}” points to the explanation “{id}”, which is not on the page.",
        "1.3.1",
    ),
    "invalid-unsaid": rule(
        "Ô “{text}” bị báo sai nhưng không có lời nói sai ở đâu.",
        "“{text}” is marked invalid and no words say what is wrong.",
        "3.3.1",
    ),
    "format-unsaid": rule(
        "Ô “{text}” đòi viết theo mẫu {pattern} mà không nói mẫu đó.",
        "“{text}” demands the format {pattern} and does not say so.",
        "3.3.2",
    ),
    "error-untied": rule(
        "Lời báo lỗi “{text}” không nối với ô nào.",
        "The error message “{text}” is tied to no field.",
        "3.3.1",
    ),
    "error-coloured": rule(
        "Khi điền sai, biểu mẫu chỉ đổi màu ô, không nói sai gì.",
        "When something is wrong the form only colours the field and says nothing.",
        "1.4.1 3.3.1",
    ),
    "purpose-unsaid": rule(
        "Ô “{text}” hỏi về người dùng mà không có autocomplete=“{token}”.",
        "“{text}” asks about the user and has no autocomplete “{token}”.",
        "1.3.5",
    ),
    "purpose-off": rule(
        "Ô “{text}” chặn tự điền (autocomplete=off); nên là “{token}”.",
        "“{text}” stops filling in (autocomplete off); it should be “{token}”.",
        "1.3.5",
    ),
    "password-no-fill": rule(
        "Ô “{text}” chặn trình quản lý mật khẩu (autocomplete=off).",
        "“{text}” stops password managers (autocomplete off).",
        "3.3.8",
    ),
    "password-no-paste": rule("Ô “{text}” chặn dán mật khẩu.", "“{text}” stops pasting.", "3.3.8"),
    "login-image-code": rule(
        "Đăng nhập đòi chép mã trong hình mà không có cách khác.",
        "Logging in demands copying a code from an image, with no other way.",
        "1.1.1 3.3.8",
    ),
    "image-code": rule(
        "Biểu mẫu đòi chép mã trong hình mà không có cách khác.",
        "The form demands copying a code from an image, with no other way.",
        "1.1.1",
    ),
    "input-acts": rule(
        "Chọn ở ô “{name}” là trang chuyển đi ngay, chưa bấm nút.",
        "Choosing in “{name}” leaves the page at once, with no button pressed.",
        "3.2.2",
    ),
}
