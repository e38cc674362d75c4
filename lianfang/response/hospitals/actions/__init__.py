"""What others may have done to hospitals."""
from .days import begin_day, pass_on
from .forces import add_member, change_member, end_member
from .places import change_hospital, put_up_hospital, take_down_hospital
from .problems import close_problem, find_problem, mend_problem, reopen_problem
from .reviewing import accept, send_back, waive
from .weeks import correct, save_draft, submit

__all__ = ["accept", "add_member", "begin_day", "change_hospital", "change_member", "close_problem", "correct", "end_member",
           "find_problem", "mend_problem", "pass_on", "put_up_hospital", "reopen_problem", "save_draft", "send_back", "submit",
           "take_down_hospital", "waive"]
