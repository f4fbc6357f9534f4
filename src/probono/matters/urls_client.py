"""The client's own pages. Their addresses say nothing."""

from django.urls import path

from probono.matters.views import window

app_name = "client"
urlpatterns = [
    path("words/", window.phrase, name="phrase"),
    path("look/", window.look, name="look"),
    path("look/close/", window.close, name="close"),
]
