"""One plan told in many layouts is read the same: heads, wrapped lines, blanks, NFD, signatures, commune and school."""

from __future__ import annotations

import random

import pytest

from tests.vanban.made_documents import LAYOUTS, make_document
from thidua.vanban.reading import understand
from thidua.vanban.sources.txt import lines_of

SEEDS = range(400)


@pytest.fixture(scope="module")
def readings():
    made = [make_document(seed) for seed in SEEDS]
    return [(one, understand(lines_of(one.text))) for one in made]


def wrong(readings, said, meant):
    """Return the seeds where the reading says other than was meant."""
    return [seed for seed, (made, reading) in zip(SEEDS, readings, strict=True) if said(reading) != meant(made)]


def test_the_head(readings):
    def said(reading):
        answer = reading.as_json()
        return {key: answer[key] for key in sorted(readings[0][0].head)}

    assert wrong(readings, said, lambda made: dict(sorted(made.head.items()))) == []


def test_the_outline(readings):
    def said(reading):
        return [(item.label, item.level, item.parent, item.title[:25]) for item in reading.outline]

    assert wrong(readings, said, lambda made: made.outline) == []


def test_the_deadlines(readings):
    def said(reading):
        return [(deadline.kind, deadline.date) for deadline in reading.deadlines if deadline.strength == "hard"]

    assert wrong(readings, said, lambda made: made.deadlines) == []


def test_whose_deadline_it_is(readings):
    def said(reading):
        return {
            (deadline.unit in reading.responsible_units, deadline.to, *deadline.via)
            for deadline in reading.deadlines
            if deadline.strength == "hard"
        }

    expected = {(True, "Văn phòng", "bộ phận tổng hợp")}
    assert wrong(readings, said, lambda made: expected if made.deadlines else set()) == []


def test_the_units(readings):
    assert wrong(readings, lambda reading: reading.responsible_units, lambda made: made.units) == []


def test_the_bases(readings):
    def said(reading):
        return [(basis.id, basis.date) for basis in reading.legal_bases]

    assert wrong(readings, said, lambda made: made.bases) == []


def test_the_recipients(readings):
    def said(reading):
        return [(recipient.name, recipient.purpose) for recipient in reading.paper.recipients]

    assert wrong(readings, said, lambda made: made.recipients) == []


def test_the_signer(readings):
    def said(reading):
        signer = reading.paper.signer
        return (signer.authority, signer.position, signer.name)

    assert wrong(readings, said, lambda made: made.signer) == []


def test_spans_point_into_the_source(readings):
    for _, reading in readings:
        for item in reading.outline:
            assert reading.source[item.start :].lstrip("*").startswith(item.label)
            assert reading.source[item.end - 1 : item.end].strip() != ""
        for deadline in reading.deadlines:
            span = " ".join(reading.source[deadline.start : deadline.end].replace("*", "").split())
            assert span == deadline.text


def test_only_the_blanks_are_odd(readings):
    true_of_the_content = {"missing_element", "deadline_before_document", "basis_not_in_force", "same_day_deadlines"}

    def said(reading):
        return {finding.code for finding in reading.findings} - true_of_the_content

    def meant(made):
        codes = {"missing_number"} if made.head["number"] is None else set()
        return codes | ({"missing_date"} if made.head["date"] is None else set())

    assert wrong(readings, said, meant) == []


def test_the_made_documents_are_varied():
    made = [make_document(seed) for seed in SEEDS]
    assert {one.layout for one in made} == set(LAYOUTS)
    assert len({one.signer[:2] for one in made}) > 10
    assert sum("\u0301" in one.text for one in made) > 80


@pytest.mark.parametrize("seed", range(60))
def test_torn_documents_are_read_without_an_error(seed):
    """Lines lost, shuffled, cut short: less is understood, but every span still lies in the source."""
    pick = random.Random(seed)
    lines = make_document(seed).text.split("\n")
    if seed % 3 == 0:
        lines = [line for line in lines if pick.random() > 0.3]
    elif seed % 3 == 1:
        pick.shuffle(lines)
    else:
        lines = [line[: pick.randrange(len(line) + 1)] for line in lines]
    reading = understand(lines_of("\n".join(lines)))
    spans = [(item.start, item.end) for item in (*reading.outline, *reading.deadlines)]
    assert [span for span in spans if not 0 <= span[0] <= span[1] <= len(reading.source)] == []
    assert all(item.parent is None or item.parent < place for place, item in enumerate(reading.outline))


def test_a_very_long_line_is_one_item():
    reading = understand(lines_of("KẾ HOẠCH\nThi đua\nI. TỔ CHỨC THỰC HIỆN\n1. " + "Sở A, " * 8000))
    assert [item.label for item in reading.outline] == ["I", "1"]
