"""What the cards of services say alike."""

from collections.abc import Mapping

from motcua.kernel.words import Sentence

OF_SERVICES: Mapping[str, Sentence] = {
    "service": Sentence(
        "Dịch vụ là cặp (bộ hoặc tỉnh, thủ tục); nhiều đơn vị cùng cung cấp thì tính một "
        "lần, theo mức cao nhất. Vì vậy số của các đơn vị cấp dưới không cộng thành số của"
        " cấp trên.",
        "A service is the pair (ministry or province, procedure); offered by several units"
        " it counts once, at its highest level. So figures of units do not add up to those"
        " above them.",
    ),
    "moment": Sentence(
        "Danh mục tính theo ngày cuối của kỳ.",
        "The supply is that of the last day of the period.",
    ),
}
"""What a service is, and of which day the supply is."""
