"""Addresses of the movements' pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
