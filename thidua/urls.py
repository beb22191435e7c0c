"""The roof: which box answers which address."""

from django.urls import include, path

urlpatterns = [
    path("", include("thidua.desk.urls")),
    path("", include("thidua.organisation.urls")),
    path("phong-trao/", include("thidua.movements.urls")),
]
