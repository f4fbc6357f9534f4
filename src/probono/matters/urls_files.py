"""The second origin's only address."""

from django.urls import path

from probono.matters.views import files

app_name = "files"
urlpatterns = [path("<str:ticket>/", files.file, name="file")]
