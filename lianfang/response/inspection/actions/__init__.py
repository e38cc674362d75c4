"""What others may have done in inspection, one matter a file."""
from .cadres import commend, record_assessment, reply_assessment, see_assessment
from .cases import close_case, open_case
from .checklists import take_checklist
from .disputes import dispute, refuse_dispute, uphold
from .fixing import close_problem, fix_problem, reopen_problem, withdraw_problem
from .last import follow_last, tell_last
from .markets import (
                      answer_complaint,
                      close_complaint,
                      close_market_case,
                      open_market_case,
                      record_market_check,
                      return_complaint,
                      take_complaint,
)
from .planning import drop_round, drop_visit, open_next, open_round, plan_round, plan_visit
from .problems import Found, issue_written, raise_problem, raise_problems
from .ranking import close_due, close_scoring, publish
from .sent import take_fixes, take_visits
from .teams import Seat, compose_team, dissolve_team, reseat_team
from .visiting import finish_visit

__all__ = ["Found", "Seat", "answer_complaint", "close_case", "close_complaint", "close_due", "close_market_case", "close_problem",
           "close_scoring", "commend", "compose_team", "dispute", "dissolve_team", "drop_round", "drop_visit", "finish_visit",
           "fix_problem", "follow_last", "issue_written", "open_case", "open_market_case", "open_next", "open_round", "plan_round",
           "plan_visit", "publish", "raise_problem", "raise_problems", "record_assessment", "record_market_check", "refuse_dispute",
           "reopen_problem", "reply_assessment", "reseat_team", "return_complaint", "see_assessment", "take_checklist", "take_complaint",
           "take_fixes", "take_visits", "tell_last", "uphold", "withdraw_problem"]
