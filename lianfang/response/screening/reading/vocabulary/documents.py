"""Which kind of document a header or a cell speaks of; the first that fits."""

import re

KIND_WORDS = (
    (re.compile("护照|passport", re.IGNORECASE), "passport"),
    (re.compile("通行证|回乡证|台胞证|永久居留|居留"), "permit"),
    (re.compile("身份证|居住证"), "id_card"),
)
