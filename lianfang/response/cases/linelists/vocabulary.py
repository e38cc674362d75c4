"""The headings and words of line lists: of this county, of SORMAS, of Go.Data, of published outbreaks."""
PROFILES = {
    "county": {"id": "编号", "name": "姓名", "sex": "性别", "birth_on": "出生日期", "age": "年龄", "age_unit": "年龄单位",
               "id_number": "证件号", "phone": "联系电话", "onset_on": "发病日期",
               "diagnosed_on": "诊断日期", "reported_on": "报告日期", "died_on": "死亡日期",
               "outcome": "转归", "klass": "病例分类", "origin": "感染来源", "place": "现住址"},
    "sormas": {"id": "externalID", "name": "person.firstName", "family_name": "person.lastName", "sex": "person.sex",
               "birth_day": "person.birthdateDD", "birth_month": "person.birthdateMM", "birth_year": "person.birthdateYYYY",
               "age": "person.approximateAge", "age_unit": "person.approximateAgeType", "id_number": "person.nationalHealthId",
               "phone": "person.phone", "onset_on": "symptoms.onsetDate", "diagnosed_on": "investigatedDate", "reported_on": "reportDate",
               "died_on": "person.deathDate", "outcome": "outcome", "klass": "caseClassification", "origin": "caseOrigin",
               "place": "community"},
    "godata": {"id": "visualId", "name": "firstName", "family_name": "lastName", "sex": "gender", "birth_on": "dob", "age": "age years",
               "id_number": "documents number [1]", "phone": "addresses phoneNumber [1]", "onset_on": "dateOfOnset",
               "reported_on": "dateOfReporting", "died_on": "dateOfOutcome", "outcome": "outcomeId",
               "klass": "classification", "place": "addresses city [1]"},
}
CALLED = PROFILES["county"] | {  # what each column is called where somebody says which is which
    "family_name": "姓", "birth_year": "出生年", "birth_month": "出生月", "birth_day": "出生日", "household": "户号",
    "household_size": "户人数", "class": "班级", "class_size": "班级人数",
    "site": "场所", "site_size": "场所人数", "site_from": "暴露开始", "site_until": "暴露结束",
}
LINK_CALLED = {"source": "传染源编号", "case": "病例编号", "on": "接触日期", "setting": "接触方式"}
ALSO = {
    "id": ["id", "case_id", "epidNumber", "uuid", "病例编号", "卡片编号"], "name": ["first name", "患者姓名"], "family_name": ["last name"],
    "sex": ["sex", "gender"], "birth_on": ["date of birth", "birthdate"], "age": ["age", "age (years)"],
    "id_number": ["身份证号", "身份证", "有效证件号"], "phone": ["phone", "phone number", "电话", "手机号"],
    "onset_on": ["dt_onset", "date_of_prodrome", "date of onset", "发病", "发病时间"],
    "diagnosed_on": ["dt_diag", "诊断时间", "确诊日期", "确诊时间"],
    "reported_on": ["dt_report", "date of reporting", "报告时间"], "died_on": ["dt_death", "date_of_death", "date of death"],
    "outcome": ["outcome", "结局"], "klass": ["classification", "case classification", "分类"], "origin": ["place_infect", "来源"],
    "place": ["place", "住址", "现住地址"], "household": ["family_ID", "household", "户号", "户", "家庭编号"],
    "household_size": ["household_size", "户人数", "家庭人口"], "class": ["class", "班级"], "class_size": ["class_size", "班级人数"],
    "site": ["loc_hosp", "site", "场所", "感染场所", "暴露场所"], "site_size": ["site_size", "场所人数"],
    "site_from": ["dt_start_exp", "site_from", "暴露开始"], "site_until": ["dt_end_exp", "site_until", "暴露结束"],
}
LINKED = {  # a list of who infected whom; a line list that names the infector is one too
    "source": ["from", "source", "infector", "source_id", "sourceVisualId", "传染源编号", "感染来源编号", "上家编号", "上家"],
    "case": ["to", "case", "infectee", "case_ID", "target_id", "targetVisualId", "被感染者编号", "病例编号", "编号", "下家编号", "下家"],
    "on": ["date", "contact date", "dateOfLastContact", "接触日期", "感染日期", "日期"],
    "setting": ["exposure", "exposure type", "kind", "接触方式", "怎样接触", "方式"],
}
SETTING_WORDS = {"hospital room": "ward", "emergency room": "emergency", "visit hospital": "visit", "contact with hcw": "care",
                 "family member": "home", "household": "home", "同住": "home", "家人": "home", "同病房": "ward", "急诊": "emergency",
                 "探视": "visit", "诊疗": "care", "护理": "care", "同事": "work", "同单位": "work", "同学": "school", "同班": "school",
                 "聚餐": "meal", "聚会": "meal", "同车": "transport"}
NOTHING = {"", "na", "n/a", "nan", "null", "none", "不详", "未知", "-", "?"}
WORDS = {
    "sex": {"m": "m", "male": "m", "男": "m", "f": "f", "female": "f", "女": "f"},
    "outcome": {"dead": "died", "deceased": "died", "died": "died", "死亡": "died", "alive": "recovered", "recovered": "recovered",
                "治愈": "recovered", "痊愈": "recovered", "出院": "recovered"},
    "klass": {"confirmed": "confirmed", "确诊病例": "confirmed", "确诊": "confirmed", "suspect": "suspected", "suspected": "suspected",
              "疑似病例": "suspected", "疑似": "suspected", "probable": "clinical", "临床诊断病例": "clinical", "无症状": "carrier",
              "无症状（病原携带）": "carrier",
              "no_symptoms": "carrier", "confirmed_no_symptoms": "carrier", "not_a_case": "ruled_out",
              "not_a_case_discarded": "ruled_out", "排除": "ruled_out"},
    "origin": {"in_country": "local", "本地": "local", "point_of_entry": "abroad", "境外输入": "abroad", "外地输入": "imported",
               "middle east": "abroad", "outside middle east": "local"},
    "age_unit": {"years": "year", "岁": "year", "months": "month", "月": "month", "days": "day", "天": "day"},
}
OURS = {  # our codes as a list of the county writes them: as they are read in again
    "sex": {"m": "男", "f": "女"}, "outcome": {"recovered": "治愈", "died": "死亡"},
    "klass": {"suspected": "疑似病例", "clinical": "临床诊断病例", "confirmed": "确诊病例", "carrier": "无症状（病原携带）",
              "ruled_out": "排除"},
    "origin": {"local": "本地", "imported": "外地输入", "abroad": "境外输入"},
}
THEIRS = {  # the same as other systems write them
    "sex": {"m": "MALE", "f": "FEMALE"}, "outcome": {"recovered": "RECOVERED", "died": "DECEASED"},
    "klass": {"suspected": "SUSPECT", "clinical": "PROBABLE", "confirmed": "CONFIRMED", "carrier": "CONFIRMED_NO_SYMPTOMS",
              "ruled_out": "NOT_A_CASE"},
    "origin": {"local": "IN_COUNTRY", "imported": "IN_COUNTRY", "abroad": "POINT_OF_ENTRY"},
}
