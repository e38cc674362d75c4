"""The categories a county begins with; from there it keeps its own list (S2-16: its eight groups are nowhere listed, none is invented)."""

CATEGORIES = [
    ("returnee_abroad", "境外返乡（来）人员", "returnee from abroad", "仍在隔离人员中的境外返回人员（S0-11）"),
    ("returnee_out_of_province", "外省返乡（来）人员", "returnee from another province", "外省返乡人员一律隔离留观（S2-28）"),
    ("returnee_in_province", "省内返乡（来）人员", "returnee from within the province", "省内返回人员凭健康码管理（S2-27）"),
    ("returnee", "返乡（来）人员（来处待核）", "returnee, origin to be checked", "返乡人员排查（S3-08）"),
    ("contact", "密切接触者", "close contact", "新型冠状病毒肺炎防控方案：密切接触者管理"),
    ("case", "病例", "case", "新型冠状病毒肺炎防控方案：病例发现与报告"),
    ("housemate", "同住人员", "housemate", "居家隔离医学观察：共同居住者遵守同样要求"),
    ("lead", "核查到的线索人员", "person found from a lead", "疫情地区来人摸排（S2-15）"),
    ("worker", "返岗务工人员", "worker returning to a job", "返岗人员管理（S0-37）"),
    ("must_test", "应检尽检人员", "person who must be tested", "应检尽检（S3-24）"),
    ("tested", "检测登记人员", "person registered for a test", "应检尽检、愿检尽检采样登记（S3-24、S3-25）"),
    ("abnormal", "异常人员（发热等）", "person found abnormal", "三个第一时间：发现异常人员（S2-26）"),
    ("volunteer", "志愿者", "volunteer", "网格志愿服务登记"),
]
CLOSE = ("case",)  # shown only to those who investigate; to others a person is under a measure, or not
UNWALKED = (*CLOSE, "contact")  # no campaign is of these: whoever walks from door to door would know who they are
RETURNEES = {"abroad": "returnee_abroad", "other_province": "returnee_out_of_province", "same_province": "returnee_in_province",
             "same_county": "returnee_in_province", "unknown": "returnee"}  # by where somebody comes from
