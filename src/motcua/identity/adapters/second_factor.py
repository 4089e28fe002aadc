"""How allauth keeps second factors: sealed, and officers cannot give theirs up."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from motcua.identity.models import Membership
from motcua.identity.models.sealed import seal_secret, unseal_secret


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """allauth's adapter with our keys, our rules and our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Mã này không đúng hoặc đã dùng rồi. Bạn hãy chờ mã mới rồi nhập lại."),
        "cannot_delete_authenticator": _("Tài khoản cán bộ luôn phải có xác thực hai bước."),
        "cannot_generate_recovery_codes": _(
            "Bạn hãy bật xác thực hai bước trước khi tạo mã dự phòng."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return unseal_secret(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Refuse where the account has ever held a role."""
        return not Membership.objects.filter(account_id=authenticator.user_id).exists()

    def _get_site_name(self) -> str:
        return "Một cửa"
