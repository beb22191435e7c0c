"""Addresses of the desk's pages."""

from django.urls import path

from thidua.desk.views import desk

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("bang-don-vi/", desk.matrix, name="matrix"),
]
