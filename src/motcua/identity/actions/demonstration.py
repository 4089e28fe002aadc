"""Simulated people, one for each role, with ways in that are the same at every start."""

import base64
import hashlib
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from motcua.identity.actions.granting import grant
from motcua.identity.actions.registering import create_officer, register
from motcua.identity.models import Account
from motcua.identity.models.sealed import mark, seal_secret
from motcua.identity.rules.names import phone_of
from motcua.identity.values import SYSTEM, DemonstrationAccount, Role

PASSWORD = "trinh-dien-mot-cua"  # noqa: S105 -- printed at the start of every demonstration
WARD = "H26.00070"
CITY = "H26"
POLICE = "H26.CA.00070"
CENTRE = "H26.HCC"
MINISTRY = "G06"

CITIZENS = (
    ("Trần Thị Mai (mô phỏng)", "0912000001"),
    ("Nguyễn Văn Bình (mô phỏng)", "0912000002"),
)
# Those of CITY act for every agency of the city: its police, tax, insurance, land registry …
OFFICERS = (
    (Role.RECEPTIONIST, "tiepnhan", "Lê Thị Hoa", WARD),
    (Role.CASE_OFFICER, "thuly", "Phạm Minh Đức", WARD),
    (Role.APPROVER, "lanhdao", "Vũ Quang Huy", WARD),
    (Role.REGISTRY_CLERK, "vanthu", "Đỗ Thu Hằng", WARD),
    (Role.FINANCE_OFFICER, "ketoan", "Bùi Thanh Tùng", WARD),
    (Role.HELPER, "hotro", "Hoàng Gia Bảo", WARD),
    (Role.RECEPTIONIST, "tiepnhan.congan", "Nguyễn Đình Chiến", POLICE),
    (Role.CASE_OFFICER, "thuly.congan", "Lương Thị Hạnh", POLICE),
    (Role.APPROVER, "lanhdao.congan", "Trần Quốc Việt", POLICE),
    (Role.REGISTRY_CLERK, "vanthu.congan", "Hà Thị Mơ", POLICE),
    (Role.RECEPTIONIST, "tiepnhan.hanoi", "Nguyễn Thu Trang", CENTRE),
    (Role.CASE_OFFICER, "thuly.hanoi", "Trần Đức Anh", CENTRE),
    (Role.RECEPTIONIST, "tiepnhan.thanhpho", "Đinh Thị Sen", CITY),
    (Role.CASE_OFFICER, "thuly.thanhpho", "Lại Văn Tùng", CITY),
    (Role.APPROVER, "lanhdao.thanhpho", "Chu Đức Mạnh", CITY),
    (Role.REGISTRY_CLERK, "vanthu.thanhpho", "Tống Thị Quyên", CITY),
    (Role.FINANCE_OFFICER, "ketoan.thanhpho", "Kiều Minh Châu", CITY),
    (Role.COORDINATOR, "phoihop", "Ngô Thị Lan", CITY),
    (Role.PROCEDURE_ADMIN, "nghiepvu", "Dương Văn Khôi", CITY),
    (Role.SYSTEM_ADMIN, "quantri", "Lý Hải Nam", CITY),
    (Role.CONTROLLER, "kiemsoat", "Đặng Thị Ngọc", CITY),
    (Role.PETITION_OFFICER, "kiennghi", "Mai Xuân Trường", CITY),
    (Role.DPO, "baovedulieu", "Trịnh Khánh Vy", CITY),
    (Role.EVALUATOR, "danhgia", "Phan Đình Phúc", MINISTRY),
    (Role.EMC_OPERATOR, "doluong", "Cao Thị Yến", MINISTRY),
    (Role.INDEPENDENT_REVIEWER, "doclap", "Tạ Minh Anh", MINISTRY),
    (Role.EXECUTIVE, "thutruong", "Hồ Sỹ Long", CITY),
)


@transaction.atomic
def load_demonstration(*, at: datetime) -> tuple[DemonstrationAccount, ...]:
    """Open the accounts of a demonstration that are not there yet, and tell the ways into all.

    Does nothing and gives nothing where MOTCUA_DEMONSTRATION is `no`. Agencies must be loaded.
    """
    if not settings.DEMONSTRATION:
        return ()
    return (
        *(_citizen(name, phone, at) for name, phone in CITIZENS),
        *(_officer(post, at) for post in OFFICERS),
    )


def _citizen(name: str, phone: str, at: datetime) -> DemonstrationAccount:
    if not Account.objects.filter(phone_mark=mark("phone", phone_of(phone))).exists():
        register(full_name=name, phone=phone, password=PASSWORD, simulated=True, by=SYSTEM, at=at)
    return DemonstrationAccount(Role.CITIZEN, name, phone, PASSWORD, "", "")


def _officer(post: tuple[Role, str, str, str], at: datetime) -> DemonstrationAccount:
    role, username, name, code = post
    shown = f"{name} (mô phỏng)"
    secret = _secret(username)
    if not Account.objects.filter(username=username).exists():
        key = create_officer(
            username=username, full_name=shown, password=PASSWORD, simulated=True, by=SYSTEM, at=at
        )
        grant(account_key=key, role=role, agency_code=code, by=SYSTEM, at=at)
        set_up_second_factor(account_key=key, secret=secret)
    return DemonstrationAccount(role, shown, username, PASSWORD, secret, code)


def set_up_second_factor(*, account_key: UUID, secret: str) -> None:
    """Give a simulated account one-time codes from a known base32 secret."""
    account = Account.objects.get(key=account_key, simulated=True)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": seal_secret(secret)}
    )


def _secret(username: str) -> str:
    digest = hashlib.sha256(f"motcua demonstration {username}".encode()).digest()
    return base64.b32encode(digest[:20]).decode()
