"""The shell of the phone app; everything else the phone asks of the API."""
from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lianfang.ground.accounts.access import anybody

from . import shell as files

SCRIPT = "text/javascript; charset=utf-8"
DECODER = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"


@anybody
@require_safe
def shell(request):
    """The one page; it holds nobody's record."""
    return HttpResponse(files.page())


@anybody
@require_safe
def worker(request):
    """The service worker."""
    return HttpResponse(files.worker(), SCRIPT)


@anybody
@require_safe
def scanner(request):
    """The reader of codes, which alone may compile WebAssembly."""
    return HttpResponse(files.scanner(), SCRIPT, headers={"Content-Security-Policy": DECODER})


@anybody
@require_safe
def manifest(request):
    """What the phone's own screen shows of the app."""
    icons = [{"src": f"/static/field/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
             for size in (192, 512) for purpose in ("any", "maskable")]
    icons.append({"src": static("ui/mark.svg"), "sizes": "any", "type": "image/svg+xml"})
    told = {"id": "/field/", "start_url": "/field/", "scope": "/field/", "name": _("联防"), "short_name": _("联防"),
            "display": "standalone", "orientation": "portrait", "background_color": "#f3f5f7", "theme_color": "#0b4a6f", "icons": icons}
    return JsonResponse(told, content_type="application/manifest+json")
