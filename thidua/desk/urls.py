"""Addresses of the desk's pages."""

from django.urls import path

from thidua.desk.views import desk, errors, law, log, search

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("bang-don-vi/", desk.matrix, name="matrix"),
    path("tim/", search.search, name="search"),
    path("quy-dinh/", law.law_rules, name="law_rules"),
    path("nhat-ky/", log.log, name="log"),
    path("nhat-ky/kiem-tra/", log.log_check, name="log_check"),
    path("loi/", errors.errors, name="errors"),
    path("loi/<int:pk>/", errors.error, name="error"),
]
