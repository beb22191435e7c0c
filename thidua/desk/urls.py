"""Addresses of the desk's pages."""

from django.urls import path

from thidua.desk import views

urlpatterns = [path("", views.desk, name="desk")]
