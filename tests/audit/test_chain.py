"""The log is append-only: whatever is changed, taken out, put in or moved is found."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import F

from tests import make
from thidua.audit import actions as audit
from thidua.audit.models import Entry
from thidua.audit.queries import first_broken, history_of, steps_of
from thidua.core import clock
from thidua.core.actor import SYSTEM, Actor
from thidua.organisation.models import Person

ME = Actor(account_id=7, name="Cầm Thị Hương", address="10.0.0.5")


@pytest.fixture
def log(db: None) -> Person:
    """Six entries, four of them about one person."""
    person = make.make_person("Hà Minh Đức")
    make.make_person("Lò Thị An")
    for number in range(4):
        with transaction.atomic():
            audit.record(ME, f"việc {number}", person, note="ghi chú", number=number, words="đ, ế")
    return person


def test_an_entry_says_who_did_what_to_what_and_when(db: None) -> None:
    with clock.standing_on(dt.date(2024, 11, 14)):
        person = make.make_person("Hà Minh Đức")
        with transaction.atomic():
            audit.record(ME, "sửa", person, note="vì sai", born="1990-01-01")
    entry = Entry.objects.order_by("-sequence")[0]
    values = {
        "account_id": 7, "who": "Cầm Thị Hương", "address": "10.0.0.5", "verb": "sửa", "subject": "Hà Minh Đức",
        "subject_type": "organisation.person", "subject_id": str(person.pk), "note": "vì sai",
        "data": {"born": "1990-01-01"}, "sequence": 2,
    }  # fmt: skip
    assert {name: getattr(entry, name) for name in values} == values
    assert (entry.at, entry.previous) == (
        dt.datetime(2024, 11, 14, 2, tzinfo=dt.UTC), Entry.objects.get(sequence=1).hash,
    )  # fmt: skip


def test_an_untouched_log_stands(log: Person) -> None:
    assert first_broken() is None
    assert [e.sequence for e in Entry.objects.all()] == [1, 2, 3, 4, 5, 6]


def test_the_first_entry_leans_on_nothing(db: None) -> None:
    assert first_broken() is None
    make.make_person()
    assert Entry.objects.get().previous == audit.GENESIS


FIELDS: dict[str, Any] = {
    "at": dt.datetime(2001, 1, 1, tzinfo=dt.UTC),
    "account_id": 99,
    "who": "Người khác",
    "address": "1.2.3.4",
    "verb": "việc khác",
    "subject_type": "organisation.unit",
    "subject_id": "999",
    "subject": "Tên khác",
    "note": "",
    "data": {"number": 5},
    "previous": "f" * 64,
    "hash": "e" * 64,
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_change_of_any_field_is_found(log: Person, field: str) -> None:
    Entry.objects.filter(sequence=4).update(**{field: FIELDS[field]})
    broken = first_broken()
    assert broken is not None
    assert broken.sequence == 4


def test_every_field_is_covered_by_the_test_above() -> None:
    assert {f.name for f in Entry._meta.get_fields()} == {*FIELDS, "id", "sequence"}


@pytest.mark.parametrize("sequence", [1, 3, 5])
def test_an_entry_taken_out_is_found(log: Person, sequence: int) -> None:
    Entry.objects.filter(sequence=sequence).delete()
    broken = first_broken()
    assert broken is not None
    assert broken.sequence == sequence + 1


def test_an_entry_taken_out_with_the_numbers_closed_is_found(log: Person) -> None:
    Entry.objects.filter(sequence=3).delete()
    for sequence in (4, 5, 6):
        Entry.objects.filter(sequence=sequence).update(sequence=F("sequence") - 1)
    broken = first_broken()
    assert broken is not None
    assert broken.sequence == 3


def test_an_entry_put_in_between_is_found(log: Person) -> None:
    for sequence in (6, 5, 4):
        Entry.objects.filter(sequence=sequence).update(sequence=F("sequence") + 1)
    before = Entry.objects.get(sequence=3)
    false = Entry.objects.get(sequence=3)
    false.pk, false.sequence, false.verb, false.previous = None, 4, "việc bịa", before.hash
    false.hash = audit.digest(false)
    false.save(force_insert=True)
    broken = first_broken()
    assert broken is not None
    assert (broken.sequence, broken.verb) == (5, "việc 1")


def test_two_entries_that_changed_places_are_found(log: Person) -> None:
    Entry.objects.filter(sequence=3).update(sequence=99)
    Entry.objects.filter(sequence=4).update(sequence=3)
    Entry.objects.filter(sequence=99).update(sequence=4)
    broken = first_broken()
    assert broken is not None
    assert broken.sequence == 3


def test_outside_a_transaction_nothing_is_recorded(transactional_db: None) -> None:
    person = Person.objects.create(full_name="Hà Minh Đức", sex="m", search="", sort="")
    with pytest.raises(transaction.TransactionManagementError):
        audit.record(SYSTEM, "sửa", person)
    assert Entry.objects.count() == 0


def test_what_was_rolled_back_was_never_recorded(log: Person) -> None:
    with transaction.atomic():
        audit.record(ME, "sửa", log)
        transaction.set_rollback(True)
    assert Entry.objects.count() == 6
    with transaction.atomic():
        audit.record(ME, "sửa", log)
    assert first_broken() is None


@pytest.mark.django_db(transaction=True)
def test_many_who_write_at_once_leave_one_unbroken_chain() -> None:
    person = Person.objects.create(full_name="Hà Minh Đức", sex="m", search="", sort="")
    start = threading.Barrier(6)
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            start.wait()
            for turn in range(5):
                with transaction.atomic():
                    audit.record(ME, f"việc {number}.{turn}", person)
        except BaseException as error:  # shown by the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert list(Entry.objects.order_by("sequence").values_list("sequence", flat=True)) == list(range(1, 31))
    assert {e.verb for e in Entry.objects.all()} == {f"việc {n}.{t}" for n in range(6) for t in range(5)}
    assert first_broken() is None


def test_history_of_one_record_is_newest_first(log: Person) -> None:
    assert [e.verb for e in history_of(log, limit=3)] == ["việc 3", "việc 2", "việc 1"]
    steps = steps_of(log)
    assert [(s.what, s.who, s.note) for s in steps[:2]] == [
        ("Việc 3", ME.name, "ghi chú"),
        ("Việc 2", ME.name, "ghi chú"),
    ]
    assert (steps[-1].what, steps[-1].note) == ("Thêm người", "")
