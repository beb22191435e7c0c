"""The roof: which box answers which address."""

from django.urls import include, path

from thidua.desk.views.errors import server_error

urlpatterns = [
    path("", include("thidua.desk.urls")),
    path("", include("thidua.organisation.urls")),
    path("phong-trao/", include("thidua.movements.urls")),
]
handler500 = server_error
