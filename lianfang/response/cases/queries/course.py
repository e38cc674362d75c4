"""A case as its page shows it, and the revisits that the table asks for."""
from lianfang.ground import decisions

from ..models import Case


def case_named(pk) -> Case | None:
    """One case with whom it is about and where; None of what is not there or out of scope."""
    return Case.objects.select_related("person", "unit", "taken_by", "investigator").filter(pk=pk).first()


def revisit_days(case, on) -> tuple:
    """On which days after discharge the table of a day asks for a revisit; none of a case without a class."""
    if not case.klass:
        return ()
    return decisions.decide("revisit", {"disease": case.disease, "klass": case.klass}, on=on).result["days"]
