"""The client's own page about her releases. Its addresses say nothing."""

from django.urls import path

from probono.consent.views import agreed

app_name = "agreed"
urlpatterns = [
    path("look/yes/", agreed.agreed, name="list"),
    path("look/yes/<uuid:release>/", agreed.paper, name="paper"),
    path("look/yes/<uuid:release>/stop/", agreed.stop, name="stop"),
]
