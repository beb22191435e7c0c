"""From lines to a Reading: what an official document says, item by item, and what is odd about it."""

from __future__ import annotations

from thidua.vanban.reading.awards import award_forms_of
from thidua.vanban.reading.bases import bases_of
from thidua.vanban.reading.blocks import appendix_of, blocks_of, drop_end_mark, split_opening
from thidua.vanban.reading.deadlines import deadlines_of, frame_of
from thidua.vanban.reading.findings import findings_of
from thidua.vanban.reading.furniture import without_bars, without_stamps
from thidua.vanban.reading.head import head_line, read_head, take_addressees
from thidua.vanban.reading.lines import prepare
from thidua.vanban.reading.outline import outline_of
from thidua.vanban.reading.paragraphs import layout_of, paragraphs_of
from thidua.vanban.reading.period import period_of
from thidua.vanban.reading.recipients import split_closing
from thidua.vanban.reading.regions import divide
from thidua.vanban.reading.signer import read_signer
from thidua.vanban.reading.units import duties_of, units_of
from thidua.vanban.structure import Paper, Reading, SourceLine


def year_of(paper: Paper) -> int | None:
    """Return the year the document was written in, if it is printed."""
    if paper.date is not None:
        return paper.date.year
    return int(paper.date_partial[:4]) if paper.date_partial else None


def understand(lines: list[SourceLine]) -> Reading:
    """Read the lines of one official document into paper, outline, deadlines, units and findings."""
    prepared, source = prepare(lines)
    prepared = without_bars(without_stamps(prepared))
    regions = divide(prepared)
    paper = Paper()
    reading = Reading(paper, source)
    read_head(regions, paper)
    paper.addressees, body_lines = take_addressees(regions.body)
    layout = layout_of(prepared)
    body = paragraphs_of(body_lines, layout)
    opening, rest = split_opening(body, paper)
    paper.recipients, signature, _ = split_closing(regions.closing)
    paper.signer = read_signer(signature)
    counted = list(rest)
    for place, annex in enumerate(regions.annexes):
        annexed = paragraphs_of(annex.body, layout)
        paper.appendices.append(appendix_of(annex, annexed))
        if annex.counts:
            for paragraph in annexed:
                paragraph.annex = place
            counted.extend(annexed)
    outline = outline_of(counted)
    reading.outline = outline.items
    reading.legal_bases = bases_of(paper.title, opening, outline)
    reading.duties = duties_of(outline, paper.doc_type)
    reading.responsible_units = units_of(reading.duties)
    reading.period = period_of(paper.title, year_of(paper), reading.outline)
    reading.deadlines = deadlines_of(outline, counted, frame_of(paper, reading.period))
    reading.award_forms = award_forms_of(outline)
    reading.findings = findings_of(reading, outline, [*opening, *counted], layout, head_line(regions))
    paper.blocks = blocks_of(rest)
    drop_end_mark(paper)
    return reading
