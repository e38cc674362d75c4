"""The sizes are measured: each planted fault is found, and its neighbour just within the limit is not."""
import pytest

from tools import sizes


def function(lines):
    """A function of so many lines."""
    return "def long():\n" + "    x = 1\n" * (lines - 1)


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("lianfang/response/isolation/actions.py", sizes.REFUSED),
        ("lianfang/ground/ui/static/ui/ui.js", sizes.REFUSED),
        ("lianfang/response/isolation/tests/test_release.py", sizes.TEST),
        ("tests/journeys/test_first_loop.py", sizes.TEST),
        ("lianfang/entry/home/templates/home/home.html", sizes.TEMPLATE),
    ],
)
def test_a_file_may_grow_to_its_limit_and_no_further(house, path, limit):
    house.put(path, "x = 1\n" * limit)
    assert sizes.faults(house.root) == []
    house.put(path, "x = 1\n" * (limit + 1))
    assert [fault.split(":")[0] for fault in sizes.faults(house.root)] == [path]


def test_a_function_may_grow_to_its_limit_and_no_further(house):
    house.put("lianfang/a.py", function(sizes.FUNCTION))
    assert sizes.faults(house.root) == []
    house.put("lianfang/a.py", function(sizes.FUNCTION + 1))
    assert "long has 41 lines" in sizes.faults(house.root)[0]


def test_a_docstring_does_not_count_and_a_method_does(house):
    house.put("lianfang/a.py", "class A:\n    async def long(self):\n" + '        """One.\n' + "        Two.\n" * 40 + '        """\n')
    assert sizes.faults(house.root) == []
    house.put("lianfang/a.py", "class A:\n    async def long(self):\n" + "        x = 1\n" * 40)
    assert len(sizes.faults(house.root)) == 1


def test_a_folder_may_hold_twenty_entries_and_no_more(house):
    house.put("lianfang/ground/room/tests/__init__.py", "")
    for number in range(sizes.FOLDER):
        house.put(f"lianfang/ground/room/part{number}/__init__.py", "")
    assert sizes.faults(house.root) == []
    house.put("lianfang/ground/room/one_more.py", "")
    assert sizes.faults(house.root) == ["lianfang/ground/room/: 21 entries, a folder has 20 at most"]


def test_migrations_and_tests_are_not_counted_as_folders(house):
    for number in range(30):
        house.put(f"lianfang/ground/room/migrations/{number:04}.py", "")
        house.put(f"lianfang/ground/room/tests/test_{number}.py", "")
    assert sizes.faults(house.root) == []


def test_over_two_hundred_and_fifty_lines_is_said_but_not_refused(house):
    file = house.put("lianfang/a.py", "x = 1\n" * 251)
    assert sizes.faults(house.root) == []
    assert "251 lines" in next(sizes.files_growing([file], house.root))
