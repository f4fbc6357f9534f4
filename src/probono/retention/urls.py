from django.urls import path

from probono.retention import views

app_name = "retention"
urlpatterns = [
    path("", views.closed_files, name="list"),
    path("begin/<slug:act>/", views.begin, name="begin"),
    path("<uuid:pk>/", views.keeping, name="keeping"),
    path("<uuid:pk>/<slug:act>/", views.act, name="act"),
    path("holds/<uuid:pk>/<slug:act>/", views.hold_act, name="hold"),
    path("readings/<uuid:pk>/", views.agree_reading, name="reading"),
]
