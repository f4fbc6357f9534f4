from django.urls import path

from probono.retention.breach import views

app_name = "breach"
urlpatterns = [
    path("", views.breaches, name="list"),
    path("begin/", views.begin, name="begin"),
    path("end-sessions/", views.end_sessions, name="end-sessions"),
    path("<uuid:pk>/", views.breach, name="breach"),
    path("<uuid:pk>/<slug:act>/", views.act, name="act"),
    path("clients/<uuid:pk>/<slug:act>/", views.client_act, name="client"),
]
