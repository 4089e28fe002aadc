"""The roles of people, as code, each with a description that a clerk can read.

A role says who somebody is. What a role may do in a procedure is said by the function it fulfils
there, and each agency binds functions to roles itself.
"""

from enum import StrEnum

from motcua.kernel.words import Sentence


class Role(StrEnum):
    """Every role the house knows; the value is what stands in rows and in the journal."""

    CITIZEN = "citizen"
    ORGANIZATION = "organization"
    DELEGATE = "delegate"
    HELPER = "helper"
    RECEPTIONIST = "receptionist"
    CASE_OFFICER = "case_officer"
    APPROVER = "approver"
    COORDINATOR = "coordinator"
    REGISTRY_CLERK = "registry_clerk"
    FINANCE_OFFICER = "finance_officer"
    PROCEDURE_ADMIN = "procedure_admin"
    SYSTEM_ADMIN = "system_admin"
    CONTROLLER = "controller"
    PETITION_OFFICER = "petition_officer"
    DPO = "dpo"
    EVALUATOR = "evaluator"
    EMC_OPERATOR = "emc_operator"
    INDEPENDENT_REVIEWER = "independent_reviewer"
    EXECUTIVE = "executive"

    @property
    def title(self) -> Sentence:  # type: ignore[override]  # its own, not str.title
        """Name the role."""
        return ROLES[self][0]

    @property
    def description(self) -> Sentence:
        """Say what a person in this role does."""
        return ROLES[self][1]

    @property
    def of_officers(self) -> bool:
        """Tell whether the role is held in an agency and so asks for a second factor."""
        return self not in PUBLIC_ROLES


PUBLIC_ROLES = frozenset({Role.CITIZEN, Role.ORGANIZATION, Role.DELEGATE, Role.HELPER})

ROLES: dict[Role, tuple[Sentence, Sentence]] = {
    Role.CITIZEN: (
        Sentence("Công dân", "Citizen"),
        Sentence(
            "Nộp hồ sơ, theo dõi, nộp phí, bổ sung giấy tờ, xin rút và đánh giá việc phục vụ.",
            "Applies, follows, pays, adds papers, withdraws and rates the service.",
        ),
    ),
    Role.ORGANIZATION: (
        Sentence("Doanh nghiệp, tổ chức", "Business or organisation"),
        Sentence(
            "Làm những việc như công dân, thông qua người đại diện của tổ chức.",
            "Does what a citizen does, through the people who represent it.",
        ),
    ),
    Role.DELEGATE: (
        Sentence("Người được ủy quyền", "Authorised person"),
        Sentence(
            "Làm thay người ủy quyền, khi có giấy tờ chứng minh việc ủy quyền.",
            "Acts for another person, with proof of the mandate.",
        ),
    ),
    Role.HELPER: (
        Sentence("Người hỗ trợ, Tổ công nghệ số cộng đồng", "Helper, community digital team"),
        Sentence(
            "Giúp người dân nộp hồ sơ trong một buổi; sau buổi đó không xem được gì nữa.",
            "Helps a person apply in one sitting, and sees nothing afterwards.",
        ),
    ),
    Role.RECEPTIONIST: (
        Sentence("Cán bộ tiếp nhận và trả kết quả", "Reception officer"),
        Sentence(
            "Làm việc tại bộ phận một cửa: tiếp nhận, yêu cầu bổ sung, từ chối, in phiếu, "
            "bàn giao hồ sơ và trả kết quả.",
            "Works at the one-stop desk: accepts, asks for papers, refuses, prints, hands over "
            "and returns results.",
        ),
    ),
    Role.CASE_OFFICER: (
        Sentence("Chuyên viên thụ lý", "Case officer"),
        Sentence(
            "Thẩm tra hồ sơ, đề xuất hướng giải quyết và dự thảo kết quả.",
            "Examines the application, proposes a decision and drafts the result.",
        ),
    ),
    Role.APPROVER: (
        Sentence("Lãnh đạo phòng, cơ quan", "Head of division or agency"),
        Sentence(
            "Phân công, phê duyệt, ký kết quả, gia hạn và xin lỗi khi trễ hẹn.",
            "Assigns, approves, signs results, extends limits and apologises for delay.",
        ),
    ),
    Role.COORDINATOR: (
        Sentence("Cán bộ cơ quan phối hợp", "Officer of a coordinating agency"),
        Sentence(
            "Cho ý kiến về hồ sơ trong số giờ được hẹn khi cơ quan chủ trì hỏi.",
            "Gives an opinion within the hours set when the lead agency asks.",
        ),
    ),
    Role.REGISTRY_CLERK: (
        Sentence("Văn thư", "Registry clerk"),
        Sentence(
            "Vào sổ, lấy số, đóng dấu và phát hành văn bản.",
            "Registers, numbers, seals and issues documents.",
        ),
    ),
    Role.FINANCE_OFFICER: (
        Sentence("Kế toán, tài chính", "Finance officer"),
        Sentence(
            "Thu phí, lệ phí, xuất biên lai, hoàn tiền và đối soát.",
            "Collects fees, issues receipts, refunds and reconciles.",
        ),
    ),
    Role.PROCEDURE_ADMIN: (
        Sentence("Quản trị nghiệp vụ", "Procedure administrator"),
        Sentence(
            "Quản lý danh mục thủ tục, biểu mẫu, quy trình, thời hạn và mức phí.",
            "Looks after the catalogue, forms, processes, time limits and fees.",
        ),
    ),
    Role.SYSTEM_ADMIN: (
        Sentence("Quản trị hệ thống", "System administrator"),
        Sentence(
            "Quản lý tài khoản và kết nối; không xem được nội dung hồ sơ.",
            "Manages accounts and connections; cannot read applications.",
        ),
    ),
    Role.CONTROLLER: (
        Sentence("Kiểm soát thủ tục hành chính, thanh tra", "Control and inspection"),
        Sentence(
            "Xem hồ sơ, số liệu và cảnh báo quá hạn; không thay đổi được gì.",
            "Reads applications, figures and overdue warnings; changes nothing.",
        ),
    ),
    Role.PETITION_OFFICER: (
        Sentence("Cán bộ tiếp nhận phản ánh, kiến nghị", "Petition officer"),
        Sentence(
            "Phân loại, chuyển và trả lời phản ánh, kiến nghị của người dân.",
            "Sorts, assigns and answers petitions.",
        ),
    ),
    Role.DPO: (
        Sentence("Cán bộ bảo vệ dữ liệu cá nhân", "Data-protection officer"),
        Sentence(
            "Giải quyết yêu cầu về quyền đối với dữ liệu cá nhân và ghi sổ sự cố lộ dữ liệu.",
            "Handles requests about personal data and keeps the register of breaches.",
        ),
    ),
    Role.EVALUATOR: (
        Sentence("Cán bộ đánh giá, Cục Chuyển đổi số quốc gia", "National evaluator"),
        Sentence(
            "Quản lý bộ tiêu chí, thực hiện đánh giá và công bố kết quả.",
            "Keeps the sets of criteria, evaluates and publishes.",
        ),
    ),
    Role.EMC_OPERATOR: (
        Sentence("Cán bộ vận hành hệ thống đo lường", "Operator of the measuring system"),
        Sentence(
            "Vận hành việc giám sát, đo lường mức độ cung cấp và sử dụng dịch vụ.",
            "Runs the monitoring of how services are provided and used.",
        ),
    ),
    Role.INDEPENDENT_REVIEWER: (
        Sentence("Tổ chức đánh giá độc lập", "Independent reviewer"),
        Sentence(
            "Đánh giá cổng dịch vụ từ góc nhìn của người dùng.",
            "Reviews portals from the point of view of users.",
        ),
    ),
    Role.EXECUTIVE: (
        Sentence("Thủ trưởng, Ủy ban nhân dân", "Head of agency"),
        Sentence(
            "Đặt chỉ tiêu và xem bảng số liệu điều hành; không xem nội dung hồ sơ.",
            "Sets targets and reads dashboards; does not read applications.",
        ),
    ),
}
