"""The interface in words: a page drawn from its OpenAPI document."""
from django.shortcuts import render

from lianfang.ground.accounts.access import may
from lianfang.ground.outbox import acts

from .v1 import document


@may("work")
def guide(request):
    """Every address, what it takes and gives, and the actions an outbox may hold."""
    found = document()
    operations = [(method.upper(), address, told) for address, methods in found["paths"].items() for method, told in methods.items()]
    shapes = [(name, shape) for name, shape in sorted(found["components"]["schemas"].items()) if shape.get("properties")]
    return render(request, "api/guide.html", {"operations": operations, "shapes": shapes, "acts": list(acts().values()),
                                              "version": found["info"]["version"]})
