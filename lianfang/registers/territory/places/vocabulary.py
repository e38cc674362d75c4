"""The words around the name of a place."""

import re

BEFORE = re.compile('^(?:来自|自|从|由|在|于|经|原|现在?|刚从|居住在?|务工地?|打工地?|[:：,，。(（"“])+')
KIND = re.compile("省|市|县|区|旗|盟|州|自治区|自治州|自治县|地区|全境|境内")  # 平谷县 for what is 平谷区 today
# What makes a bare name part of something smaller and nearer: 南阳镇, 和平村, 武汉路.
SMALLER = re.compile("镇|乡|村|屯|街|路|社区|小区|大道|大街|胡同|巷|花园|家园|新村|城(?!区|市)|宾馆|酒店|饭店|商场|超市|大厦|广场")
BETWEEN = re.compile("[-—–~～→>、,，;；/|+＋\\s]+|转|途经|途径|经停|返回|后到")
ALSO = re.compile("[经到去往至回从自和及与或赴再又后]")  # after these a second place may follow
CHINA = "CN"
DISTRICT = "区"
HERE = re.compile("(本县|县内|本地|本市区|本乡|本镇|本村)")
IN_THE_PROVINCE = re.compile("(本省|省内)")
