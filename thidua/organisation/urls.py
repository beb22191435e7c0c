"""Addresses of the organisation's pages."""

from django.urls import path

from thidua.organisation.views import session

urlpatterns = [
    path("dang-nhap/", session.sign_in, name="sign_in"),
    path("dang-xuat/", session.sign_out, name="sign_out"),
    path("giao-dien/", session.theme, name="theme"),
]
