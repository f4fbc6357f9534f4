"""Only included in evaluation mode."""

from django.urls import path

from probono.accounts import views

app_name = "demo"
urlpatterns = [path("demo-sign-in/", views.demo_sign_in, name="sign-in")]
