"""A link that leads nowhere is found; one elsewhere, in code or to a heading that stands is not."""
import pytest

from tools import links


@pytest.mark.parametrize(
    "page",
    ["[a](gone.md)", "![a](gone.png)", '<img src="gone.png">', "[a](#gone)", "[a](b.md#gone)", "[a](../README.md)"],
)
def test_a_dead_link(house, page):
    house.put("docs/b.md", "# B\n")
    house.put("docs/a.md", f"# A\n{page}\n")
    assert [fault.split(":")[0] for fault in links.faults(house.root)] == ["docs/a.md"]


@pytest.mark.parametrize(
    "page",
    [
        "[a](b.md)", "[a](b.md#第一次-run-it)", "[a](#a)", "[a](https://example.org/gone)", "[a](mailto:a@example.org)",
        "`[a](gone.md)`", "```\n[a](gone.md)\n```", "[a](sub)", "[a](with%20blank.md)", '[a](b.md "title")',
    ],
)  # fmt: skip
def test_a_live_one(house, page):
    house.put("docs/b.md", "# B\n## 第一次: `run` it\n")
    house.put("docs/with blank.md")
    house.put("docs/sub/c.md")
    house.put("docs/a.md", f"# A\n{page}\n")
    assert list(links.faults(house.root)) == []
