"""What a firm does: the trades by which places are shut and opened again, and counted."""
from django.utils.translation import gettext_lazy as _

TRADES = {
    "scenic": _("景区"), "cinema": _("影剧院"), "museum": _("科技馆、博物馆、图书馆"), "entertainment": _("歌舞娱乐、网吧、棋牌"),
    "bath": _("洗浴、美容美发"), "gym": _("健身、游泳、体育场馆"), "worship": _("宗教场所"), "training": _("校外培训"),
    "childcare": _("托育、幼儿园"), "market": _("农贸市场、集市"), "live_poultry": _("活禽交易、宰杀"), "restaurant": _("餐饮"),
    "hotel": _("住宿"), "mall": _("商场、超市"), "shop": _("零售、日用"), "pharmacy": _("药店"), "clinic": _("诊所"),
    "factory": _("工业企业"), "building": _("建筑工地"), "farming": _("种植、养殖"), "haulage": _("货运、仓储、快递"),
    "other": _("其他"),
}
