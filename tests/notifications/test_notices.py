"""Notices: one per person in the inbox, mail to those with an address, after the work is done."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from thidua.core import clock
from thidua.notifications.actions import Recipient, mark_read, notify
from thidua.notifications.models import Notice
from thidua.notifications.queries import inbox, of_kind, unread_count

TEMPLATE = "notices/try.txt"


@pytest.fixture(autouse=True)
def template(settings: Any) -> None:
    """A text template: its first line is the subject."""
    text = "Phòng {{ unit }} đã gửi báo cáo\nMời đồng chí tiếp nhận trước {{ day }}.\n"
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {TEMPLATE: text})]},
        }
    ]


VALUES = {"unit": "Nội chính", "day": "20/11"}


class FallenServer(EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages: Any) -> int:
        raise OSError("no route to host")


def test_each_recipient_gets_one_notice(db: None) -> None:
    people = [Recipient(1, "a@example.vn"), Recipient(2), Recipient(1, "a@example.vn")]
    assert notify(people, TEMPLATE, VALUES, url="/bao-cao/7/") == 2
    rows = list(Notice.objects.order_by("account_id").values_list("account_id", "subject", "body", "url", "read_at"))
    subject, body = "Phòng Nội chính đã gửi báo cáo", "Mời đồng chí tiếp nhận trước 20/11."
    assert rows == [(1, subject, body, "/bao-cao/7/", None), (2, subject, body, "/bao-cao/7/", None)]


def test_nobody_to_tell_costs_nothing(db: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert notify([], TEMPLATE, VALUES) == 0


def test_mail_goes_to_each_alone_once_the_work_is_done(db: None, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        notify([Recipient(1, "a@example.vn"), Recipient(2, "b@example.vn"), Recipient(3)], TEMPLATE, VALUES)
        assert mail.outbox == []
    assert [(m.to, m.subject) for m in mail.outbox] == [
        (["a@example.vn"], "Phòng Nội chính đã gửi báo cáo"),
        (["b@example.vn"], "Phòng Nội chính đã gửi báo cáo"),
    ]


@pytest.mark.django_db(transaction=True)
def test_work_that_was_rolled_back_tells_nobody() -> None:
    with transaction.atomic():
        notify([Recipient(1, "a@example.vn")], TEMPLATE, VALUES)
        transaction.set_rollback(True)
    assert (Notice.objects.count(), mail.outbox) == (0, [])


def test_a_fallen_mail_server_is_logged_and_undoes_nothing(
    db: None, settings: Any, caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.FallenServer"
    with django_capture_on_commit_callbacks(execute=True):
        notify([Recipient(1, "a@example.vn")], TEMPLATE, VALUES)
    assert Notice.objects.count() == 1
    assert [r.getMessage() for r in caplog.records] == ["Không gửi được thư điện tử cho 1 người."]


@pytest.fixture
def three(db: None) -> list[Notice]:
    """Two notices for account 1, one for account 2."""
    return [
        Notice.objects.create(account_id=who, subject=f"Tin {n}", created_at=clock.now())
        for n, who in enumerate([1, 2, 1])
    ]


def test_the_inbox_is_ones_own_newest_first(three: list[Notice]) -> None:
    assert [n.subject for n in inbox(1)] == ["Tin 2", "Tin 0"]
    assert (unread_count(1), unread_count(2), unread_count(3)) == (2, 1, 0)


def test_reading_one_leaves_the_others(three: list[Notice]) -> None:
    assert mark_read(1, three[0].pk) == 1
    assert mark_read(1, three[0].pk) == 0
    assert (unread_count(1), unread_count(2)) == (1, 1)
    assert [n.subject for n in of_kind(inbox(1), "chua")] == ["Tin 2"]
    assert [n.subject for n in of_kind(inbox(1), "roi")] == ["Tin 0"]


def test_nobody_reads_anothers_notice(three: list[Notice]) -> None:
    assert mark_read(1, three[1].pk) == 0
    assert unread_count(2) == 1


def test_reading_all_reads_ones_own(three: list[Notice]) -> None:
    assert mark_read(1) == 2
    assert (unread_count(1), unread_count(2)) == (0, 1)
