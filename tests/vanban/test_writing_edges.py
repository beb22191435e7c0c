"""Papers no office would send: empty, half filled in, endless. Nothing may stop, nothing may be lost."""

from __future__ import annotations

import io

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from thidua.vanban.structure import Appendix, Block, Paper, Recipient, Signer
from thidua.vanban.writing import write_docx, write_pdf

LONG = "Tổ chức tuyên truyền, phổ biến pháp luật về phòng, chống ma túy đến cán bộ, công chức. " * 80
ODD_BLOCKS = [
    Block("heading", "", ""),
    Block("heading", "Không nhãn", ""),
    Block("heading", "", "1", 1),
    Block("table", rows=[]),
    Block("table", rows=[[]]),
    Block("table", rows=[["a", "b"], ["c"], []]),
    Block("bullet", ""),
    Block("paragraph", ""),
]


def pdf_text(paper: Paper) -> str:
    document = pypdfium2.PdfDocument(write_pdf(paper))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def word_text(paper: Paper) -> str:
    document = docx.Document(io.BytesIO(write_docx(paper)))
    return " ".join(" ".join(node.text or "" for node in document.element.iter(qn("w:t"))).split())


def test_an_empty_paper_is_a_form_to_fill_in() -> None:
    form = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: Ngày tháng năm"
    assert word_text(Paper()) == form
    assert pdf_text(Paper()) == form


def test_half_filled_parts_print_no_stray_marks() -> None:
    paper = Paper(
        doc_type="KẾ HOẠCH",
        addressees=[""],
        bases=["", "Căn cứ Luật"],
        opening=[""],
        blocks=ODD_BLOCKS,
        recipients=[Recipient("")],
        signer=Signer(";", "; ;", ""),
        appendices=[Appendix("")],
    )
    printed = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: Ngày tháng năm KẾ HOẠCH Căn cứ Luật. "
        "Không nhãn {}a b c (Ban hành kèm theo Kế hoạch số … ngày … tháng … năm)"
    )
    assert pdf_text(paper) == printed.format("1. ")
    assert word_text(paper) == printed.format("")  # the number is printed by Word


@pytest.mark.parametrize(
    "paper",
    [
        Paper(doc_type="KẾ HOẠCH", blocks=[Block("table", rows=[["STT", "Việc"], ["1", f"{LONG * 2}hếtdòng"]])]),
        Paper(doc_type="KẾ HOẠCH", blocks=[Block("paragraph", "Một."), Block("paragraph", f"{LONG}hếtdòng")]),
        Paper(doc_type="KẾ HOẠCH", recipients=[Recipient(f"Đơn vị {n}") for n in range(120)] + [Recipient("hếtdòng")]),
        Paper(doc_type="KẾ HOẠCH", title=f"{LONG}hếtdòng", issuing_agency="SỞ " * 60),
        Paper(doc_type="KẾ HOẠCH", blocks=[Block("paragraph", "w" * 3000), Block("paragraph", "hếtdòng")]),
    ],
)
def test_nothing_runs_off_the_page(paper: Paper) -> None:
    last = "hếtdòng"
    assert (last in word_text(paper), last in pdf_text(paper)) == (True, True)
    document = pypdfium2.PdfDocument(write_pdf(paper))
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert min(box[1] for box in boxes if box[2] > box[0]) > 20
        assert max(box[2] for box in boxes) < page.get_width() - 40
