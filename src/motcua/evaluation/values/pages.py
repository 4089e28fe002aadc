"""Pages of a portal, by what a citizen comes to them for."""

from enum import StrEnum

from motcua.kernel.words import Sentence


class PageKind(StrEnum):
    """What a page is for; an audit looks for one of each before it takes more of the same."""

    HOME = "home"
    SEARCH = "search"
    SERVICES = "services"
    PROCEDURE = "procedure"
    FORM = "form"
    LOGIN = "login"
    LOOKUP = "lookup"
    GUIDE = "guide"
    PRIVACY = "privacy"
    FEEDBACK = "feedback"
    STATISTICS = "statistics"
    PAYMENT = "payment"
    CONTACT = "contact"
    QUESTIONS = "questions"
    ACCESSIBILITY = "accessibility"
    OTHER = "other"


KIND_TITLES = {
    PageKind.HOME: Sentence("Trang chủ", "Home page"),
    PageKind.SEARCH: Sentence("Tìm kiếm", "Search"),
    PageKind.SERVICES: Sentence("Danh mục dịch vụ", "List of services"),
    PageKind.PROCEDURE: Sentence("Thủ tục", "Procedure"),
    PageKind.FORM: Sentence("Biểu mẫu", "Form"),
    PageKind.LOGIN: Sentence("Đăng nhập", "Log in"),
    PageKind.LOOKUP: Sentence("Tra cứu hồ sơ", "Dossier look-up"),
    PageKind.GUIDE: Sentence("Hướng dẫn", "Guide"),
    PageKind.PRIVACY: Sentence("Bảo vệ dữ liệu cá nhân", "Privacy notice"),
    PageKind.FEEDBACK: Sentence("Phản ánh, đánh giá", "Feedback and rating"),
    PageKind.STATISTICS: Sentence("Thống kê", "Statistics"),
    PageKind.PAYMENT: Sentence("Thanh toán", "Payment"),
    PageKind.CONTACT: Sentence("Liên hệ", "Contact"),
    PageKind.QUESTIONS: Sentence("Hỏi đáp", "Questions and answers"),
    PageKind.ACCESSIBILITY: Sentence("Hỗ trợ tiếp cận", "Accessibility statement"),
    PageKind.OTHER: Sentence("Trang khác", "Another page"),
}
