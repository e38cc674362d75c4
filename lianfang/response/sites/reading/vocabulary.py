"""How sheets of rooms are headed, and how people write what a room is fit for."""

HEADINGS = {
    "building": ("楼栋", "楼号", "栋", "building"),
    "number": ("房号", "房间号", "房间", "房间号码", "room"),
    "floor": ("楼层", "层", "floor"),
    "beds": ("床位", "床位数", "床数", "beds"),
    "fits": ("适用", "适合", "类型", "fits"),
    "bathroom": ("独立卫生间", "卫生间", "bathroom"),
    "zone": ("分区", "区", "zone"),
}
FITS = {"家庭": "family", "家庭间": "family", "family": "family", "无障碍": "accessible", "accessible": "accessible",
        "陪护": "carer", "可陪护": "carer", "照料": "carer", "carer": "carer", "普通": "", "一般": "", "无": "", "": ""}
ZONES = {"": "contaminated", "污染区": "contaminated", "隔离区": "contaminated", "contaminated": "contaminated",
         "半污染区": "buffer", "缓冲区": "buffer", "buffer": "buffer", "清洁区": "clean", "工作区": "clean", "clean": "clean"}
YES = {"是", "有", "1", "y", "yes", "√", ""}
NO = {"否", "无", "没有", "0", "n", "no", "×"}
FIRST_BUILDING = "1号楼"
SAMPLE = [["1号楼", "201", 2, 2, "家庭", "是", "污染区"], ["1号楼", "202", 2, 1, "", "是", "污染区"]]
