"""Orders and sensors: what is at a door for an order comes down when that is over, or elsewhere; who called there explains an opening."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.reactions import Reaction
from lianfang.response.doorstep import queries as doorstep
from lianfang.response.isolation import queries as orders
from lianfang.response.sensors import actions as sensors
from lianfang.response.sensors import queries as doors

ENDS = ("release", "lift", "expire", "set_aside", "replace", "leave_county", "record_death", "admit")


def sensors_follow_orders(lines):
    """Whose order is over, or is watched elsewhere or by somebody else: the device at his door comes down, or its turns are that one's."""
    sensors.follow_orders(orders={told.record: told.id for told in lines}, by=named(SYSTEM), at=lines[0].at)


doors.hand_in(orders=orders.running_orders, visits=[orders.was_called_on, doorstep.was_visited])

DOORS = [Reaction(f"isolation.{verb}", sensors_follow_orders, ("sensors.unbind_device", "sensors.lapse_alert"))
         for verb in (*ENDS, "move", "assign_minder")]
