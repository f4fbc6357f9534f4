from django.urls import path

from probono.matters.views import matters

app_name = "matters"
urlpatterns = [
    path("", matters.matter_list, name="list"),
    path("<uuid:matter_id>/", matters.matter, name="matter"),
]
