"""Categories, which are the county's; persons stand beside their orders."""
from lianfang.registers.people.models import Category

from . import free


@free("people/categories/<slug:code>")
def category(stage):
    return Category.objects.create(code="sample", zh="样例", en="Sample", source="样例", from_on=stage.cast.on).pk
