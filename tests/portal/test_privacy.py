"""The privacy page tells of everything that is kept, who sees it and for how long."""

import pytest

from motcua.counters.actions.keeping import KEPT
from motcua.documents.rules.policy import POLICY


@pytest.mark.django_db
def test_it_tells_what_is_kept_and_for_how_long(client):
    told = client.get("/quyen-rieng-tu/").content.decode()
    for what in ("Kho giấy tờ", "Phiên hỗ trợ", "mã độc", "phản ánh kiến nghị", "Lịch hẹn"):
        assert what in told
    assert f"giữ kín {POLICY.incoming_kept.days} ngày" in told
    assert f"bị xóa {KEPT.days} ngày sau buổi hẹn" in told
