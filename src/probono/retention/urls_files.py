"""A client's own copy at the second origin."""

from django.urls import path

from probono.retention import views_copies

app_name = "copies"
urlpatterns = [path("<str:ticket>/", views_copies.file, name="file")]
