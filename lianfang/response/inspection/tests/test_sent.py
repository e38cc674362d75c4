"""A village cadre's phone carries the problems of his village, and sends how each was put right once there is signal."""
import json
from datetime import timedelta

from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.models import Photo
from lianfang.response.inspection import actions
from lianfang.response.inspection.models import Problem


def test_a_problem_put_right_on_the_phone_is_taken_once_with_its_photo(cast, visited, browse, head):
    one = actions.raise_problem(unit=visited.unit, topic="gates", grade="usual", words="夜间无人", sheet=visited, by=head, at=cast.at)
    phone, entry, photo = browse(cast.cadre), str(uuid7()), str(uuid7())
    carried = phone.get(f"/api/v1/carry?area={cast.units['丰禾社区'].pk}").json()
    [turn] = [row for row in carried["sections"]["turns"]["rows"] if row["flow"] == "inspection_problem"]
    assert turn["action"] == "inspection.fix_problem" and turn["record"] == str(one.pk)
    sent = {"id": entry, "seq": 1, "action": "inspection.fix_problem", "at": (cast.at + timedelta(hours=1)).isoformat(), "base": None,
            "form": None, "data": {"record": str(one.pk), "words": "排了两班", "photo": photo}}
    for _again in range(2):
        answer = phone.post("/api/v1/outbox", json.dumps({"sent_at": (cast.at + timedelta(hours=2)).isoformat(), "entries": [sent]}),
                            content_type="application/json").json()
        assert [receipt["state"] for receipt in answer["receipts"]] == ["taken"], answer
    one.refresh_from_db()
    assert (one.state, one.fixed.open()) == ("fixed", "排了两班") and str(Photo.objects.get(record=one.pk).pk) == photo
    far = {**sent, "id": str(uuid7()), "data": {"record": str(one.pk), "words": "我改了"}}
    told = browse(cast.far_cadre).post("/api/v1/outbox", json.dumps({"sent_at": sent["at"], "entries": [far]}),
                                       content_type="application/json").json()
    assert [receipt["state"] for receipt in told["receipts"]] == ["refused"] and Problem.objects.get().state == "fixed"
