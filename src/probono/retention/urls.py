from django.urls import path

from probono.retention import views, views_copies

app_name = "retention"
urlpatterns = [
    path("", views.closed_files, name="list"),
    path("begin/<slug:act>/", views.begin, name="begin"),
    path("copies/", views_copies.listed, name="copies"),
    path("copies/ask/", views_copies.ask, name="copy-ask"),
    path("copies/<uuid:pk>/take/", views_copies.take, name="copy-take"),
    path("copies/<uuid:pk>/<slug:act>/", views_copies.act, name="copy-act"),
    path("<uuid:pk>/", views.keeping, name="keeping"),
    path("<uuid:pk>/<slug:act>/", views.act, name="act"),
    path("holds/<uuid:pk>/<slug:act>/", views.hold_act, name="hold"),
    path("readings/<uuid:pk>/", views.agree_reading, name="reading"),
]
