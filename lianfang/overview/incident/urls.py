"""Addresses of incidents."""
from django.urls import path

from .views import file, trajectory

app_name = "incident"
urlpatterns = [
    path("<uuid:case>/", file.file, name="file"),
    path("<uuid:case>/read/", file.read, name="read"),
    path("<uuid:case>/file.docx", file.print_file, name="print_file"),
    path("<uuid:case>/report.docx", file.report, name="report"),
    path("<uuid:case>/draft-trajectory/", trajectory.draft, name="draft_trajectory"),
    path("trajectories/<uuid:pk>/", trajectory.trajectory, name="trajectory"),
    path("trajectories/<uuid:pk>/review/", trajectory.review, name="review"),
    path("trajectories/<uuid:pk>/publish/", trajectory.publish, name="publish_trajectory"),
    path("trajectories/<uuid:pk>/drop/", trajectory.drop, name="drop_trajectory"),
    path("trajectories/<uuid:pk>/trajectory.docx", trajectory.paper, name="trajectory_paper"),
]
