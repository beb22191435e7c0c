"""Addresses of the organisation's pages."""

from django.urls import path

from thidua.organisation.views import accounts, inbox, people, profile, session, unit_changes, units

urlpatterns = [
    path("dang-nhap/", session.sign_in, name="sign_in"),
    path("dang-xuat/", session.sign_out, name="sign_out"),
    path("giao-dien/", session.theme, name="theme"),
    path("ca-nhan/", profile.profile, name="profile"),
    path("ca-nhan/mat-khau/", profile.password, name="password"),
    path("thong-bao/", inbox.inbox, name="inbox"),
    path("thong-bao/<int:pk>/", inbox.notice_open, name="notice_open"),
    path("thong-bao/da-doc/", inbox.notices_read, name="notices_read"),
    path("don-vi/", units.units, name="units"),
    path("don-vi/co-cau/", units.unit_tree, name="unit_tree"),
    path("don-vi/them/", unit_changes.unit_new, name="unit_new"),
    path("don-vi/<int:pk>/", units.unit, name="unit"),
    path("don-vi/<int:pk>/dinh-chinh/", unit_changes.unit_correct, name="unit_correct"),
    path("don-vi/<int:pk>/doi-ten/", unit_changes.unit_rename, name="unit_rename"),
    path("don-vi/<int:pk>/chuyen/", unit_changes.unit_move, name="unit_move"),
    path("don-vi/<int:pk>/sap-nhap/", unit_changes.unit_merge, name="unit_merge"),
    path("don-vi/<int:pk>/chia-tach/", unit_changes.unit_split, name="unit_split"),
    path("don-vi/<int:pk>/giai-the/", unit_changes.unit_dissolve, name="unit_dissolve"),
    path("nguoi/", people.people, name="people"),
    path("nguoi/them/", people.person_new, name="person_new"),
    path("nguoi/<int:pk>/", people.person, name="person"),
    path("nguoi/<int:pk>/sua/", people.person_edit, name="person_edit"),
    path("nguoi/<int:pk>/bo-tri/", people.person_appoint, name="person_appoint"),
    path("chuc-vu/<int:pk>/ket-thuc/", people.post_end, name="post_end"),
    path("tai-khoan/", accounts.accounts, name="accounts"),
    path("tai-khoan/them/", accounts.account_new, name="account_new"),
    path("tai-khoan/<int:pk>/", accounts.account, name="account"),
    path("tai-khoan/<int:pk>/vai-tro/", accounts.role_grant, name="role_grant"),
    path("tai-khoan/<int:pk>/mat-khau/", accounts.password_reset, name="password_reset"),
    path("tai-khoan/<int:pk>/ngung/", accounts.account_stop, name="account_stop"),
    path("tai-khoan/<int:pk>/su-dung-lai/", accounts.account_resume, name="account_resume"),
    path("tai-khoan/<int:pk>/mo-khoa/", accounts.account_unlock, name="account_unlock"),
    path("vai-tro/<int:pk>/thoi/", accounts.role_revoke, name="role_revoke"),
]
