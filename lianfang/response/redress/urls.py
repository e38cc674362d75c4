"""Addresses of appeals and corrections."""
from django.urls import path

from .views import answering, claims, lists

app_name = "redress"
urlpatterns = [
    path("", lists.appeals, name="appeals"),
    path("corrections/", lists.corrections, name="corrections"),
    path("appeals/<uuid:pk>/", answering.appeal, name="appeal"),
    path("appeals/<uuid:pk>/uphold/", answering.uphold, name="uphold"),
    path("appeals/<uuid:pk>/change/", answering.change, name="change"),
    path("appeals/<uuid:pk>/facts/", answering.facts, name="facts"),
    path("appeals/<uuid:pk>/exception/", answering.agree_exception, name="agree_exception"),
    path("appeals/<uuid:pk>/words/", answering.read, name="read_appeal"),
    path("appeals/<uuid:pk>/photo/", answering.photo, name="appeal_photo"),
    path("corrections/<uuid:pk>/", claims.correction, name="correction"),
    path("corrections/<uuid:pk>/keep/", claims.leave_as_is, name="leave_as_is"),
    path("corrections/<uuid:pk>/words/", claims.read, name="read_correction"),
    path("corrections/<uuid:pk>/photo/", claims.photo, name="claim_photo"),
]
