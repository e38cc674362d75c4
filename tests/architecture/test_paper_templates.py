"""The Word templates in the loops are the ones their script makes."""
import pytest

from tools.paper_templates import LOOPS, TEMPLATES


@pytest.mark.parametrize("place", TEMPLATES)
def test_a_template_is_what_the_script_makes(place):
    assert TEMPLATES[place]() == (LOOPS / place).read_bytes(), "run python -m tools.paper_templates"
