"""Outlines from GeoJSON: each feature one unit of ours, or a sentence that names it and its field."""
import json
from io import BytesIO

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.registers.territory import actions
from lianfang.registers.territory.models import Outline
from lianfang.registers.territory.outlines import OutlineFault, borders_of, label_at, thinned

NEAR = [[125.0, 43.0], [125.2, 43.0], [125.2, 43.2], [125.0, 43.2], [125.0, 43.0]]
FAR = [[125.2, 43.0], [125.4, 43.0], [125.4, 43.2], [125.2, 43.2], [125.2, 43.0]]


def feature(ring, **says):
    return {"type": "Feature", "properties": says, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def file_of(*features, **more) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}, ensure_ascii=False).encode()


def brought(cast, *features, **how):
    with everything():
        return actions.set_outlines(unit=cast.units["青禾县"], borders=borders_of(file_of(*features)), source="勘界成果", by=cast.officer,
                                    at=cast.at, **how)


def test_features_are_our_towns_by_code_or_name_and_the_next_file_takes_their_place(cast):
    found = brought(cast, feature(NEAR, name="禾阳街道"), feature(FAR, adcode=990100101))
    assert not found.faults and found.names == ["禾阳街道", "梨花沟镇"] and Outline.objects.count() == 2
    brought(cast, feature(FAR, name="禾阳街道"))
    kept = Outline.objects.get(unit=cast.units["禾阳街道"])
    assert kept.polygons == [[FAR]] and 125.28 < kept.label_longitude < 125.32 and Outline.objects.count() == 2


@pytest.mark.parametrize(("one", "says"), [
    (feature(NEAR, name="没有的镇"), "“name”"), (feature(NEAR), "“properties”里没有"),
    ({"type": "Feature", "properties": {"name": "禾阳街道"}, "geometry": {"type": "Point", "coordinates": [125, 43]}}, "“geometry.type”"),
    ({"type": "Feature", "properties": {"name": "禾阳街道"}, "geometry": None}, "“geometry.type”"),
    (feature(NEAR[:-1], name="禾阳街道"), "没有闭合"), (feature(NEAR[:2], name="禾阳街道"), "不到 4 个点"),
    (feature([point[::-1] for point in NEAR], name="禾阳街道"), "填反了"),
    (feature([[x * 100_000, y] for x, y in NEAR], name="禾阳街道"), "不在国内"),
    (feature([*NEAR[:3], ["东", 43.1], NEAR[0]], name="禾阳街道"), "不是[经度, 纬度]"),
    ({"type": "Feature", "properties": {"name": "禾阳街道"}, "geometry": {"type": "MultiPolygon", "coordinates": []}},
     "是空的"), ("x", "没有 name"),
])
def test_a_feature_at_fault_names_its_field_and_nothing_of_it_is_written(cast, one, says):
    found = brought(cast, feature(FAR, name="梨花沟镇"), one)
    assert [(fault.row, says in fault.message) for fault in found.faults] == [(2, True)] and Outline.objects.count() == 1


def test_one_unit_twice_and_two_of_a_name(cast):
    found = brought(cast, feature(NEAR, name="禾阳街道"), feature(FAR, code="990100001"), dry_run=True)
    assert [fault.row for fault in found.faults] == [2] and "第 1 个图形" in found.faults[0].message and not Outline.objects.exists()


@pytest.mark.parametrize(("content", "says"), [
    (b"\xff\x00", "不是 GeoJSON"), (b"[]", "“type”"), (b'{"type": "Topology"}', "“type”"), (file_of(), "“features”"),
    (file_of(feature(NEAR), crs={"properties": {"name": "urn:ogc:def:crs:EPSG::4526"}}), "“crs”"), (b"[" * 100_000, "不是 GeoJSON")])
def test_what_is_no_file_of_degrees_is_refused_whole(content, says):
    with pytest.raises(OutlineFault, match=says):
        borders_of(content)


def test_points_no_screen_shows_are_left_out_and_a_name_stands_inside(cast):
    long = [[125 + n / 5000, 43.0] for n in range(1000)] + [[125.2, 43.2], [125.0, 43.2], [125.0, 43.0]]
    [border] = borders_of(file_of(feature(long, name="禾阳街道")))
    thinned([border])
    assert len(border.polygons[0][0]) < 8
    crescent = [[0, 0], [9, 0], [9, 9], [0, 9], [0, 8], [8, 8], [8, 1], [0, 1], [0, 0]]
    x, y = label_at([[crescent]])
    assert x > 8 or y < 1 or y > 8, "its middle lies outside of it"


def test_a_border_that_would_take_minutes_is_at_fault_and_the_others_are_not(cast, monkeypatch):
    monkeypatch.setattr("lianfang.registers.territory.outlines.LOOKS", 40_000)
    zigzag = [[125, 43], *([125 + n / 800, 43.5 + n % 2 / 5] for n in range(400)), [125.5, 43], [125, 43]]
    found = brought(cast, feature(NEAR, name="禾阳街道"), feature(zigzag, name="梨花沟镇"))
    assert found.names == ["禾阳街道"] and "太多太碎" in found.faults[0].message


def test_the_page_writes_a_whole_file_and_of_one_with_faults_only_what_is_asked_for(cast, client):
    client.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    url = reverse("territory:outlines", args=[cast.units["青禾县"].pk])

    def hand_in(content, **more):
        return client.post(url, {"file": BytesIO(content), "source": "勘界", **more})

    bad = file_of(feature(NEAR, name="禾阳街道"), feature(FAR, name="没有的镇"))
    page = hand_in(bad)
    assert page.status_code == 422 and "第 2 个图形" in page.content.decode() and not Outline.objects.exists()
    assert hand_in(bad, rest="1").status_code == 302 and Outline.objects.count() == 1
    assert "不是 GeoJSON" in hand_in(b"x").content.decode()
