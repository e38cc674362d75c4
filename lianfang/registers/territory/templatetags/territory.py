"""Numbers as the territory writes them."""
from django import template

register = template.Library()


@register.filter
def whole(value):
    """Persons come whole; nothing stays nothing."""
    return value if value is None else round(value)


@register.filter
def plain_number(value):
    """600000.0 is 600,000, 12.5 stays 12.5."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
