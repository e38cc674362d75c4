"""The words of a report to the city before a person has changed them: counts and days alone, in the language of the form."""
from django.utils import translation

from lianfang.ground.documents.wording import day_words, moment_words
from lianfang.ground.units.queries import above

from ..figures import counted_of


def draft(event, stage) -> str:
    """The words of a report in the language of the form, Chinese: no name, no number, no address below the township."""
    with translation.override("zh-hans"):
        county = above(event.unit, "county") or event.unit
        said = [f"{county.name}{moment_words(event.known_at)}获知：{event.title}。"]
        if event.record:
            for counted in counted_of(event.record):
                said += _lines(counted)
        if stage == "final":
            said.append("经处置，本起疫情已终止，今后有变化另行报告。")
        return "".join(said)


def _lines(counted) -> list[str]:
    found = []
    if counted.get("township"):
        found.append(f"病例现住{counted['township']}。")
    if counted.get("onset_on"):
        found.append(f"发病日期{day_words(counted['onset_on'])}。")
    if "contacts" in counted:
        found.append(f"已判定接触者{counted['contacts']}人，其中在管{counted['watched']}人、函告外地{counted['elsewhere']}人。")
    return found
