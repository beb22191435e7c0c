"""Addresses of the desk's pages."""

from django.urls import path

from thidua.desk.views import desk, errors, law, search

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("bang-don-vi/", desk.matrix, name="matrix"),
    path("tim/", search.search, name="search"),
    path("quy-dinh/", law.law_rules, name="law_rules"),
    path("loi/", errors.errors, name="errors"),
    path("loi/<int:pk>/", errors.error, name="error"),
]
