"""Number books: one series per agency, kind and year; unique, in order, without a gap."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.db import IntegrityError, connection, transaction

from thidua.documents.actions.numbers import ABBREVIATIONS, issue_number
from thidua.documents.models import IssuedDocument, NumberBook


def issue(doc_type: str = "KẾ HOẠCH", *, agency_id: int = 1, on: dt.date = dt.date(2024, 5, 6)) -> IssuedDocument:
    return issue_number(
        agency_id=agency_id, doc_type=doc_type, symbol="KH-VPUB", title="Triển khai phong trào", issued_on=on
    )


def test_a_year_begins_with_one(db: None) -> None:
    first, second = issue(), issue()
    assert [d.full_number for d in (first, second)] == ["01/KH-VPUB", "02/KH-VPUB"]
    assert issue(on=dt.date(2025, 1, 2)).number == 1
    assert str(first) == "Kế hoạch số 01/KH-VPUB"


def test_kinds_and_agencies_count_on_their_own(db: None) -> None:
    numbers = [issue().number, issue("QUYẾT ĐỊNH").number, issue(agency_id=2).number, issue().number]
    assert numbers == [1, 1, 1, 2]
    books = {(b.agency_id, b.kind, b.year, b.last_number) for b in NumberBook.objects.all()}
    assert books == {(1, "KH", 2024, 2), (1, "QĐ", 2024, 1), (2, "KH", 2024, 1)}


def test_letters_without_a_named_kind_share_one_book(db: None) -> None:
    assert [issue("").number, issue("CÔNG VĂN").number] == [1, 2]
    assert NumberBook.objects.get().kind == ""


def test_a_book_is_named(db: None) -> None:
    assert [str(issue("QUYẾT ĐỊNH").book), str(issue("").book)] == ["Sổ QĐ năm 2024", "Sổ văn bản đi năm 2024"]


def test_abbreviations_are_told_apart() -> None:
    assert len(set(ABBREVIATIONS.values())) == len(ABBREVIATIONS)


def test_a_number_of_ten_and_more_has_no_zero(db: None) -> None:
    assert [issue().full_number for _ in range(10)][-1] == "10/KH-VPUB"


def test_what_is_rolled_back_leaves_no_gap(db: None) -> None:
    issue()
    with transaction.atomic():
        assert issue().number == 2
        transaction.set_rollback(True)
    assert issue().number == 2
    assert list(IssuedDocument.objects.values_list("number", flat=True).order_by("number")) == [1, 2]


def test_the_database_refuses_a_number_given_twice(db: None) -> None:
    first = issue()
    with pytest.raises(IntegrityError), transaction.atomic():
        IssuedDocument.objects.create(book=first.book, number=1, doc_type="", title="", issued_on=first.issued_on)


@pytest.mark.django_db(transaction=True)
def test_many_who_ask_at_once_get_one_number_each_without_a_gap() -> None:
    start = threading.Barrier(6)
    given: list[int] = []
    failures: list[BaseException] = []

    def ask(number: int) -> None:
        try:
            start.wait()
            for turn in range(4):
                try:
                    with transaction.atomic():
                        document = issue()
                        if turn == number % 4:
                            raise IntegrityError  # one of four thinks better of it
                    given.append(document.number)
                except IntegrityError:
                    pass
        except BaseException as error:  # shown by the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(given) == list(range(1, 19))
    assert list(IssuedDocument.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 19))
    assert NumberBook.objects.get().last_number == 18
