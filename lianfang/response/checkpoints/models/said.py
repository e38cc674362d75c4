"""What people say of their way: what for, and whether they stay in this county."""
from django.utils.translation import gettext_lazy as _

PURPOSES = {"home": _("回家"), "work": _("上班、务工"), "supplies": _("送货、保供"), "visit": _("走亲访友"), "transit": _("过境"),
            "emergency": _("急救、抢险"), "unknown": _("没说清")}
GOES = {"here": _("本县"), "elsewhere": _("外县")}
