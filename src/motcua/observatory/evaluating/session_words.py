"""What is read out in a usability session, and what may hinder each task."""

from motcua.evaluation.values.usability import Task
from motcua.kernel.words import Sentence

CONSENT = (
    Sentence(
        "Chúng tôi đang xem cổng dịch vụ công này có dễ dùng không. Chúng tôi thử cổng, không thử "
        "bác, anh, chị.",
        "We are looking at whether this portal is easy to use. We test the portal, not you.",
    ),
    Sentence(
        "Sẽ có năm việc, chừng ba mươi phút. Muốn nghỉ hay dừng lúc nào cũng được, không phải nói "
        "lý do.",
        "There are five tasks, about thirty minutes. You can rest or stop at any time and need not "
        "say why.",
    ),
    Sentence(
        "Chúng tôi không ghi tên, số điện thoại, không ghi âm, không quay phim. Chỉ ghi nhóm tuổi, "
        "loại máy, từng việc làm được hay không và vướng ở đâu.",
        "We write down no name and no phone number and record nothing. We note only an age group, "
        "the device, whether each task worked and what was in the way.",
    ),
    Sentence(
        "Không dùng giấy tờ thật và không trả tiền thật. Trước nút gửi hoặc nút trả tiền, ta dừng.",
        "We use no real papers and pay no real money. We stop before sending or paying.",
    ),
)
ALOUD = {
    Task.FIND: (
        Sentence(
            "Bác vừa có cháu và muốn đăng ký khai sinh. Bác hãy tìm trên cổng này trang nói về thủ "
            "tục đăng ký khai sinh.",
            "A child was just born in your family. Find the page about registering the birth.",
        ),
        Sentence(
            "Làm được khi đã mở đúng trang thủ tục.", "Done when the procedure's page is open."
        ),
    ),
    Task.FORM: (
        Sentence(
            "Bác hãy bắt đầu làm tờ khai đăng ký khai sinh, dùng thông tin trên tờ giấy mẫu này. "
            "Đến trước nút gửi thì dừng lại.",
            "Begin the form for registering the birth, with the details on this sample sheet. Stop "
            "before the button that sends it.",
        ),
        Sentence(
            "Làm được khi đã tới bước cuối. Không bấm gửi hồ sơ.",
            "Done when the last step is reached. Do not send it.",
        ),
    ),
    Task.FOLLOW: (
        Sentence(
            "Bác đã nộp một hồ sơ tuần trước. Bác hãy xem hồ sơ đó đang đến đâu, với mã hồ sơ ghi "
            "trên giấy này.",
            "You applied last week. Find out how it stands, with the code on this paper.",
        ),
        Sentence(
            "Làm được khi đã gửi mã đi và cổng trả lời, kể cả trả lời là không có hồ sơ.",
            "Done when the portal has answered, even if it says there is none.",
        ),
    ),
    Task.LOG_IN: (
        Sentence(
            "Bác hãy đăng nhập vào cổng bằng tài khoản thử này. Nếu cổng gửi mã số về điện thoại, "
            "bác nhập mã đó vào.",
            "Log in with this trial account. If a code comes to the phone, type it in.",
        ),
        Sentence(
            "Làm được khi cổng cho biết đã đăng nhập. Chỉ dùng tài khoản thử.",
            "Done when the portal says that one is logged in. Use the trial account only.",
        ),
    ),
    Task.PAY: (
        Sentence(
            "Hồ sơ của bác có phí. Bác hãy tìm chỗ trả tiền và đi tới trước bước trả. Không trả "
            "tiền thật.",
            "There is a fee. Find where to pay and go as far as the last step. Do not pay.",
        ),
        Sentence(
            "Làm được khi đã thấy số tiền và cách trả. Dừng trước nút trả tiền.",
            "Done when the amount and the ways to pay are seen. Stop before the button that pays.",
        ),
    ),
}
"""By task: what is read out, and when it counts as done."""
