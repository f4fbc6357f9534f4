from django.conf import settings
from django.urls import path

from probono.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.home, name="home"),
    path("language/", views.set_language, name="language"),
    path("leave/", views.leave, name="leave"),
    path("blank/", views.blank, name="blank"),
    path("health/", views.health, name="health"),
]

if settings.EVALUATION_MODE:
    urlpatterns += [path("components/", views.components, name="components")]
