"""Rules about keys, the focus and what is pressed, on a computer and on a phone."""

from motcua.evaluation.probes.accessibility.wording_rows import rule

KEYBOARD = {
    "reach-passed-over": rule(
        "Phím Tab đi qua cả trang mà không tới “{name}”.",
        "The Tab key goes through the page and never reaches “{name}”.",
        "2.1.1",
    ),
    "reach-taken-out": rule(
        "“{name}” bị gỡ khỏi đường đi của phím Tab (tabindex âm).",
        "“{name}” is taken out of the way of the Tab key (negative tabindex).",
        "2.1.1",
    ),
    "reach-role-only": rule(
        "“{name}” mang vai trò nút, ô nhưng phím Tab không tới được.",
        "“{name}” has the role of a control but the Tab key cannot reach it.",
        "2.1.1",
    ),
    "reach-click-only": rule(
        "“{name}” (thẻ {tag}) chỉ bấm được bằng chuột.",
        "“{name}” (a {tag}) can only be clicked.",
        "2.1.1 4.1.2",
    ),
    "reach-hover-only": rule(
        "“{name}” chỉ hiện khi rê chuột ({selector}).",
        "“{name}” shows only under the mouse ({selector}).",
        "2.1.1",
    ),
    "trap": rule(
        "Phím Tab kẹt ở “{name}”, không đi tiếp được.",
        "The Tab key is caught at “{name}” and does not go on.",
        "2.1.2",
    ),
    "order-tabindex": rule(
        "“{name}” mang tabindex={tabindex}, chen ngang thứ tự của trang.",
        "“{name}” has tabindex {tabindex} and jumps the order of the page.",
        "2.4.3",
    ),
    "order-jump": rule(
        "Từ “{from}” tiêu điểm nhảy ngược lên {up} px tới “{name}”.",
        "From “{from}” the focus jumps {up} px back up to “{name}”.",
        "2.4.3",
    ),
    "order-row": rule(
        "Trên một hàng, tiêu điểm đi từ phải sang trái tới “{name}”.",
        "Along a row the focus goes from right to left to “{name}”.",
        "2.4.3",
    ),
    "focus-unmarked": rule(
        "“{name}” trông y như cũ khi có tiêu điểm.",
        "“{name}” looks just the same with the focus on it.",
        "2.4.7",
    ),
    "focus-on-hidden": rule(
        "Tiêu điểm tới “{name}” mà mắt không thấy nó.",
        "The focus goes to “{name}”, which cannot be seen.",
        "2.4.7",
    ),
    "focus-thrown": rule(
        "“{name}” đẩy tiêu điểm đi ngay khi vừa nhận.",
        "“{name}” throws the focus off as soon as it gets it.",
        "2.1.1 2.4.7",
    ),
    "focus-covered": rule(
        "Khi có tiêu điểm, “{name}” bị “{by}” che kín.",
        "With the focus on it, “{name}” is covered by “{by}”.",
        "2.4.11",
    ),
    "focus-leaves": rule(
        "“{name}” vừa nhận tiêu điểm là trang chuyển đi {to}.",
        "As soon as “{name}” has the focus the page leaves for {to}.",
        "3.2.1",
    ),
    "skip-none": rule(
        "Có {many} chỗ dừng trước nội dung chính mà không có liên kết bỏ qua.",
        "{many} stops come before the main content and no link skips them.",
    ),
    "skip-nowhere": rule(
        "Liên kết bỏ qua trỏ tới “{href}” không có trên trang.",
        "The skip link points to “{href}”, which is not on the page.",
        "2.4.1",
    ),
    "skip-still": rule(
        "Bấm liên kết bỏ qua “{href}” mà tiêu điểm vẫn ở đầu trang.",
        "Following the skip link “{href}” leaves the focus at the top of the page.",
        "2.4.1",
    ),
    "skip-unseen": rule(
        "Liên kết bỏ qua “{href}” không hiện ra khi có tiêu điểm.",
        "The skip link “{href}” does not appear when it has the focus.",
        "2.4.7",
    ),
    "target-small": rule(
        "Chỗ bấm “{name}” chỉ {width}×{height} px, sát “{near}”.",
        "The target “{name}” is only {width}×{height} px and close to “{near}”.",
        "2.5.8",
    ),
}
