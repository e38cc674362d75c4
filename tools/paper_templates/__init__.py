"""Makes the Word templates of the papers: `python -m tools.paper_templates`; a county changes its own copies in Word."""
from pathlib import Path

from . import (
               bulletin,
               card,
               certificate,
               directive,
               form,
               letter,
               minutes,
               notices,
               ranking,
               sections,
               transfer,
               trip,
               upward,
               work_pass,
               zone,
)

LOOPS = Path(__file__).resolve().parents[2] / "lianfang"
TEMPLATES = {
    "response/isolation/papers/start.docx": notices.start,
    "response/isolation/papers/release.docx": notices.release,
    "response/tracing/papers/letter.docx": letter.letter,
    "response/tracing/papers/recall.docx": letter.recall,
    "response/risk/papers/notice.docx": zone.zone,
    "response/cases/papers/card.docx": card.card,
    "response/transfers/papers/receipt.docx": transfer.receipt,
    "response/transfers/papers/sending.docx": transfer.sending,
    "response/upward/papers/report.docx": upward.report,
    "response/directives/papers/directive.docx": directive.directive,
    "response/directives/papers/milestones.docx": directive.milestones,
    "response/testing/papers/work_pass.docx": work_pass.work_pass,
    "response/sites/papers/trip.docx": trip.trip,
    "response/risk/closures/papers/notice.docx": zone.closed,
    "response/risk/closures/papers/register.docx": zone.register,
    "response/inspection/papers/paper.docx": ranking.ranking,
    "response/risk/points/papers/weekly.docx": ranking.risk_week,
    "entry/portal/papers/form.docx": form.form,
    "overview/situation/papers/bulletin.docx": bulletin.bulletin,
    "overview/incident/papers/sections.docx": sections.sections,
    "overview/meetings/papers/minutes.docx": minutes.minutes,
    "overview/ending/papers/certificate.docx": certificate.certificate,
    "overview/command/papers/muster.docx": ranking.muster,
    "overview/trial/papers/comparison.docx": sections.sections,
}
