"""Words that are written into sheets and known again when they come back, so no catalogue may change them."""

SAMPLE_MARK = "（示例）"  # ends the first cell of a sample row; whoever reads the sheet back leaves that row out
CHOICES_SHEET = "选项"  # the hidden sheet of long drop-downs
FONT = "宋体"
