"""What is asked in inspection."""
from .deciding import AnswerForm, CaseForm, CloseCaseForm, NumberForm, UpholdForm, WordsForm, WordsPhotoForm
from .markets import CommendForm, ComplaintForm, MarketCaseForm, MarketCheckForm, OutcomeForm
from .planning import ChecklistForm, PlanForm, RoundForm, SeatsForm, SpanForm, TeamForm, VisitForm, seated
from .sent import SentFix, SentVisit
from .visiting import AssessmentForm, ProblemForm, ProblemHereForm, SeenForm, WrittenForm

__all__ = ["AnswerForm", "AssessmentForm", "CaseForm", "ChecklistForm", "CloseCaseForm", "CommendForm", "ComplaintForm", "MarketCaseForm",
           "MarketCheckForm", "NumberForm", "OutcomeForm", "PlanForm", "ProblemForm", "ProblemHereForm", "RoundForm", "SeatsForm",
           "SeenForm", "SentFix", "SentVisit", "SpanForm", "TeamForm", "UpholdForm", "VisitForm", "WordsForm", "WordsPhotoForm",
           "WrittenForm", "seated"]
