"""What others may have done: orders and things to be done, the duty desk, visits, good practice, the timeline."""
from .closing import close_directive, withdraw_directive
from .desk import begin_desk, hand_over_desk, take_call, take_over_desk
from .doing import close_task, do, look_at_photo, send_back, take
from .giving import defer, excuse, give, pass_down, withdraw_task
from .issuing import chase, feed_back, issue, receive, replace_directive
from .milestones import add_milestones, import_milestones
from .practices import adopt, set_aside, spread, write_practice
from .specs import Group, TaskSpec
from .visits import add_finding, record_visit

__all__ = ["Group", "TaskSpec", "add_finding", "add_milestones", "adopt", "begin_desk", "chase", "close_directive", "close_task", "defer",
           "do", "excuse", "feed_back", "give", "hand_over_desk", "import_milestones", "issue", "look_at_photo", "pass_down",
           "receive", "record_visit", "replace_directive", "send_back", "set_aside", "spread", "take", "take_call", "take_over_desk",
           "withdraw_directive", "withdraw_task", "write_practice"]
