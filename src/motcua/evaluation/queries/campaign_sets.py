"""The criteria of a campaign: the set as it was when the campaign took it up."""

from motcua.evaluation.models import Campaign
from motcua.evaluation.queries.criteria import criteria_set
from motcua.evaluation.rules.criteria_lint import in_force
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.criteria import CriteriaSet, Criterion, Method
from motcua.kernel.words import Sentence


def set_of(campaign: Campaign) -> CriteriaSet:
    """Give the criteria that hold on the campaign's last day; refuses a set that has changed."""
    found = criteria_set(campaign.criteria_set)
    if found.digest != campaign.criteria_digest:
        raise CampaignRefused(
            "bo-tieu-chi",
            Sentence(
                f"Bộ tiêu chí {found.name} trong thư viện đã khác lúc đợt này bắt đầu. Hãy trả "
                "bộ cũ về chỗ, và lưu bộ mới thành một phiên bản khác.",
                f"The set {found.name} in the library is no longer what it was when the campaign "
                "began. Put the old one back and keep the new one as another version.",
            ),
        )
    return in_force(found, campaign.last_day)


def asked(found: CriteriaSet, *methods: Method) -> tuple[Criterion, ...]:
    """Give the criteria of a set that are judged by one of `methods`, in their order."""
    return tuple(one for one in found.criteria if one.method in methods)
