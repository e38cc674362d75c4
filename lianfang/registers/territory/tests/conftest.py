"""A small county to test with, and the published divisions where they lie beside the checkout."""
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from lianfang.ground.accounts.queries import named
from lianfang.ground.days import SHANGHAI
from lianfang.ground.units import actions as tree

AT = datetime(2020, 3, 18, 18, 45, tzinfo=SHANGHAI)


@pytest.fixture
def by(db):
    """The account that acts."""
    return named("console")


@pytest.fixture
def county(by):
    """青禾县 with one town of two villages."""
    drafts = [{"parent": None, "level": "county", "name": "青禾县", "code": "990101", "from_on": date(2019, 10, 1)},
              {"parent": 0, "level": "township", "name": "禾阳街道", "code": "990101001", "from_on": date(2019, 10, 1)},
              {"parent": 1, "level": "village", "name": "丰禾社区居委会", "code": "990101001001", "from_on": date(2019, 10, 1)},
              {"parent": 1, "level": "village", "name": "和平村民委员会", "code": "990101001201", "from_on": date(2019, 10, 1)}]
    return tree.add_units(drafts=drafts, by=by, at=AT)


@pytest.fixture
def village(county):
    """丰禾社区."""
    return county[2]


@pytest.fixture
def act(by):
    """Who and when, for every action."""
    return {"by": by, "at": AT}


@pytest.fixture(scope="session")
def divisions_folder():
    """The folder of published divisions; named by LIANFANG_SHARED or found beside the checkout."""
    shared = Path(os.environ.get("LIANFANG_SHARED") or Path(__file__).parents[5] / "shared")
    folder = shared / "reference" / "divisions"
    if not folder.is_dir():
        pytest.skip(f"no published divisions: set LIANFANG_SHARED ({folder} is absent)")
    return folder
