"""What an edition may begin with: a simple service, usual questions, usual processes."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from motcua.kernel.words import Sentence
from motcua.procedures.values.editing import Tree, Trees


def words(vi: str, en: str) -> dict[str, str]:
    """Write a text for people."""
    return {"vi": vi, "en": en}


def empty(*, code: str, name: str, on: date) -> Trees:
    """Begin a simple service: who applies, where they live, a declaration; three working days."""
    return {
        "procedure": _procedure(code, name, on),
        "form": {
            "title": words(name, name),
            "pages": [
                {
                    "name": "applicant",
                    "title": words("Thông tin của bạn", "About you"),
                    "fields": [*BLOCKS["applicant"](), *BLOCKS["contact"]()],
                },
                {
                    "name": "declaration",
                    "title": words("Cam đoan", "Declaration"),
                    "fields": BLOCKS["declaration"](),
                },
            ],
        },
        "workflow": process("three_days", name),
        "fees": {"fees": []},
        "scenarios": {"answers": {}, "scenarios": []},
    }


def _procedure(code: str, name: str, on: date) -> Tree:
    return {
        "code": code,
        "name": words(name, name),
        "field": words("Chưa phân loại", "Not yet classified"),
        "profile": "vn-2025",
        "level": "full",
        "audiences": ["citizen"],
        "channels": ["self_service", "counter", "post"],
        "competent": {"level": "commune", "kind": "commune", "path": "applicant.address"},
        "applicant": {
            "name": "applicant.full_name",
            "citizen_id": "applicant.citizen_id",
            "phone": "applicant.phone",
            "email": "applicant.email",
            "address": "applicant.address",
        },
        "components": [],
        "results": [
            {
                "name": words(f"Kết quả: {name}", f"Result: {name}"),
                "layout": "certificate",
                "sections": [
                    {
                        "title": words("Người yêu cầu", "The applicant"),
                        "rows": [
                            {
                                "label": words("Họ, chữ đệm, tên", "Full name"),
                                "value": "applicant.full_name",
                            }
                        ],
                    }
                ],
            }
        ],
        "legal_basis": [],
        "valid_from": on.isoformat(),
    }


def question(kind: str, name: str, label: tuple[str, str], **more: Any) -> dict[str, Any]:
    """Write a question."""
    return {"name": name, "type": kind, "label": words(*label), **more}


def _applicant() -> list[dict[str, Any]]:
    return [
        question(
            "person_name",
            "applicant.full_name",
            ("Họ, chữ đệm, tên của bạn", "Your full name"),
            map_to="applicant.full_name",
            prefill="account.full_name",
            autocomplete="name",
        ),
        question(
            "citizen_id",
            "applicant.citizen_id",
            ("Số định danh cá nhân", "Personal identity number"),
            map_to="applicant.citizen_id",
            hint=words(
                "12 chữ số, in trên thẻ căn cước.", "12 digits, printed on the identity card."
            ),
            why=words(
                "Để tra cứu thông tin của bạn trong Cơ sở dữ liệu quốc gia về dân cư, bạn không "
                "phải nộp bản sao.",
                "To look you up in the national population database, so that you need not hand in "
                "copies.",
            ),
            prefill="account.citizen_id",
            sensitive=True,
            retention="5 years",
        ),
    ]


def _contact() -> list[dict[str, Any]]:
    return [
        question(
            "phone",
            "applicant.phone",
            ("Số điện thoại", "Phone number"),
            map_to="applicant.phone",
            why=words("Để báo kết quả và hỏi lại khi cần.", "To tell you the result."),
            prefill="account.phone",
            autocomplete="tel",
        ),
        question(
            "email",
            "applicant.email",
            ("Thư điện tử", "Email"),
            map_to="applicant.email",
            required=False,
            prefill="account.email",
            autocomplete="email",
        ),
        question(
            "address",
            "applicant.address",
            ("Nơi cư trú", "Residence"),
            map_to="applicant.residence",
            prefill="account.address",
        ),
    ]


def _person() -> list[dict[str, Any]]:
    return [
        question(
            "person_name",
            "person.full_name",
            ("Họ, chữ đệm, tên", "Full name"),
            map_to="person.full_name",
        ),
        question(
            "partial_date",
            "person.born_on",
            ("Ngày, tháng, năm sinh", "Date of birth"),
            map_to="person.born_on",
            hint=words("Nếu không rõ ngày, tháng thì ghi năm.", "The year alone if need be."),
        ),
        question(
            "choice",
            "person.sex",
            ("Giới tính", "Sex"),
            map_to="person.sex",
            options=[
                {"value": "male", "label": words("Nam", "Male")},
                {"value": "female", "label": words("Nữ", "Female")},
            ],
        ),
        question(
            "citizen_id",
            "person.citizen_id",
            ("Số định danh cá nhân, nếu có", "Personal identity number, if there is one"),
            map_to="person.citizen_id",
            required=False,
            why=words("Để tìm đúng người trong cơ sở dữ liệu.", "To find the right person."),
            sensitive=True,
            retention="5 years",
        ),
    ]


def _born_on() -> list[dict[str, Any]]:
    label = ("Ngày, tháng, năm sinh của bạn", "Your date of birth")
    return [question("date", "applicant.born_on", label, map_to="applicant.born_on")]


def _place() -> list[dict[str, Any]]:
    label = ("Xã, phường, đặc khu nơi giải quyết", "Commune that settles it")
    return [question("administrative_unit", "competent.commune", label)]


def _copies() -> list[dict[str, Any]]:
    return [
        question(
            "integer",
            "copies.count",
            ("Bạn cần bao nhiêu bản?", "How many copies do you need?"),
            map_to="dossier.copies",
            min=1,
            max=50,
            unit=words("bản", "copies"),
            inputmode="numeric",
        )
    ]


def _delivery() -> list[dict[str, Any]]:
    return [
        question(
            "choice",
            "result.delivery",
            ("Bạn muốn nhận kết quả ở đâu?", "Where do you want the result?"),
            map_to="dossier.delivery",
            options=[
                {"value": "counter", "label": words("Tại nơi tiếp nhận hồ sơ", "At the desk")},
                {"value": "post", "label": words("Qua bưu điện", "By post")},
            ],
        )
    ]


def _declaration() -> list[dict[str, Any]]:
    label = (
        "Tôi cam đoan nội dung khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật.",
        "I declare that this is true and that I answer for it before the law.",
    )
    return [question("declaration", "declaration.truth", label)]


BLOCKS: Mapping[str, Callable[[], list[dict[str, Any]]]] = {
    "applicant": _applicant,
    "contact": _contact,
    "born_on": _born_on,
    "person": _person,
    "place": _place,
    "copies": _copies,
    "delivery": _delivery,
    "declaration": _declaration,
}
"""Usual questions, with the dictionary's elements in them; each call gives new ones."""

BLOCK_TITLES = {
    "applicant": Sentence("Người nộp: họ tên, số định danh", "Applicant: name, identity number"),
    "contact": Sentence("Liên lạc: điện thoại, thư, địa chỉ", "Contact: phone, email, address"),
    "born_on": Sentence("Ngày sinh của người nộp", "Applicant's date of birth"),
    "person": Sentence(
        "Một người khác: họ tên, ngày sinh, giới tính, số định danh",
        "Another person: name, birth, sex, identity number",
    ),
    "place": Sentence("Xã, phường giải quyết", "Commune that settles it"),
    "copies": Sentence("Số bản cần cấp", "Number of copies"),
    "delivery": Sentence("Nơi nhận kết quả", "Where the result goes"),
    "declaration": Sentence("Lời cam đoan", "Declaration"),
}

_PROCESSES = {
    "same_day": ("trong ngày", "1 giờ làm việc", "1 giờ làm việc"),
    "three_days": ("3 ngày làm việc", "4 buổi", "2 buổi"),
    "seven_days": ("7 ngày làm việc", "11 buổi", "3 buổi"),
}
PROCESS_TITLES = {
    "same_day": Sentence("Trong ngày (nhận sau 15 giờ: hôm sau)", "Same day (after 15:00: next)"),
    "three_days": Sentence(
        "3 ngày làm việc: thẩm tra 4 buổi, ký 2 buổi", "3 working days: 4 + 2 half-days"
    ),
    "seven_days": Sentence(
        "7 ngày làm việc: thẩm tra 11 buổi, ký 3 buổi", "7 working days: 11 + 3 half-days"
    ),
}


def process(kind: str, name: str) -> Tree:
    """Write an internal process of four steps whose budgets add up to the limit."""
    limit, examined, signed = _PROCESSES[kind]
    return {
        "title": words(f"Quy trình nội bộ: {name}", f"Internal process: {name}"),
        "limit": {"duration": limit, **({"cutoff": "15:00"} if kind == "same_day" else {})},
        "intake": {
            "first_step": "reception",
            "hand_over": "automatic",
            "moves": [{"move": "accept"}, {"move": "request_supplement"}, {"move": "refuse"}],
        },
        "steps": _steps(examined, signed),
        "not_offered": ["request_payment", "withdraw"],
    }


def _steps(examined: str, signed: str) -> list[dict[str, Any]]:
    return [
        _step(
            "reception",
            ("Tiếp nhận hồ sơ", "Reception"),
            ("reception", "accepted", "0 giờ làm việc"),
            moves=[{"move": "hand_over", "to": "appraisal"}],
        ),
        _step(
            "appraisal",
            ("Thẩm tra, dự thảo kết quả", "Examination, draft of the result"),
            ("case_officer", "in_process", examined),
            moves=[
                {
                    "move": "propose",
                    "to": "signing",
                    "guards": ["components_reviewed", "result_ready"],
                    "label": words("Trình lãnh đạo ký", "Propose to the leader"),
                },
                {"move": "request_supplement"},
                {"move": "stop"},
            ],
        ),
        _step(
            "signing",
            ("Ký kết quả", "Signing"),
            ("leader", "in_process", signed),
            moves=[
                {"move": "resolve", "to": "return_of_result"},
                {"move": "send_back", "to": "appraisal"},
            ],
        ),
        _step(
            "return_of_result",
            ("Trả kết quả", "Return of the result"),
            ("reception", "resolved", "0 giờ làm việc"),
            moves=[{"move": "return_result", "guards": ["fee_paid"]}],
        ),
    ]


def _step(
    code: str,
    title: tuple[str, str],
    who: tuple[str, str, str],
    *,
    moves: list[dict[str, Any]],
) -> dict[str, Any]:
    function, state, budget = who
    return {
        "code": code,
        "title": words(*title),
        "function": function,
        "state": state,
        "budget": budget,
        "moves": moves,
    }
