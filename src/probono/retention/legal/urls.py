from django.urls import path

from probono.retention.legal import views

app_name = "legal"
urlpatterns = [
    path("", views.demands, name="list"),
    path("take-in/", views.take_in, name="take-in"),
    path("dry-run/", views.choose, name="choose"),
    path("dry-run/<uuid:pk>/", views.dry_run, name="dry-run"),
    path("<uuid:pk>/", views.demand, name="demand"),
    path("<uuid:pk>/answers/<slug:name>/<slug:language>/", views.answer, name="answer"),
    path("<uuid:pk>/<slug:act>/", views.act, name="act"),
]
