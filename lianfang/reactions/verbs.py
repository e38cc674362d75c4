"""What each loop tells in the journal when it is asked to do something: a reaction names what it brings about."""

DECIDED = ("isolation.decide", "isolation.issue", "isolation.record_over", "isolation.extend", "isolation.replace", "isolation.lapse_check",
           "isolation.send_back", "isolation.ask_review", "isolation.raise_alarm")
WITHDRAWN = ("tracing.close_index", "tracing.withdraw", "tracing.recall", "tracing.reopen_index", "people.leave")
TRACED = (*WITHDRAWN, "tracing.open_index", "tracing.retime_index", "tracing.recompute", "tracing.turn")
ENROLLED, LEFT = ("testing.enrol", "testing.drop_test"), ("testing.leave", "testing.drop_test")
RECORDED = ("isolation.record_result", "isolation.raise_alarm")
ASSESSED = ("risk.propose_level", "risk.withdraw_level")
LISTED = ("isolation.list_switch", "isolation.propose_switch", "isolation.pass_nobody", "isolation.overtake_switch")
TOLD = ("testing.keep_outcome", "testing.mend_outcome", "testing.note_result", "testing.drop_test", "testing.answer_batch")
MOVED = ("testing.move", "testing.drop_test")
RECONSIDERED = (*DECIDED, "isolation.shorten", "isolation.lift", "isolation.expire", "isolation.drop", "isolation.drop_review")
