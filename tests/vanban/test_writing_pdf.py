"""The written PDF: archive and accessibility marks, fonts, language, title, text, page numbers."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pypdf
import pypdfium2

from tests.vanban.make_papers import make_paper
from tests.vanban.sample_papers import decision, letter, office_plan
from thidua.vanban.structure import Block, Paper
from thidua.vanban.writing import write_pdf


def opened(paper: Paper) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write_pdf(paper)))


def pages_of(paper: Paper) -> list[list[str]]:
    """The lines of each page as a reader of the file gets them."""
    document = pypdfium2.PdfDocument(write_pdf(paper))
    return [[line.strip() for line in page.get_textpage().get_text_range().splitlines()] for page in document]


def tags_of(reader: pypdf.PdfReader) -> list[str]:
    """The kinds of all tagged elements, in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    return found


def test_it_is_marked_as_archive_and_accessible_pdf() -> None:
    reader = opened(office_plan())
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()  # type: ignore[index]
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_language_and_title_are_set() -> None:
    reader = opened(decision())
    root = reader.trailer["/Root"]
    assert (str(root["/Lang"]), root["/MarkInfo"]["/Marked"]) == ("vi-VN", True)  # type: ignore[index]
    assert reader.metadata is not None
    assert str(reader.metadata.creation_date) == "2024-01-05 00:00:00+00:00"
    assert reader.metadata.title == "Quyết định 05/QĐ-UBND: Ban hành Quy chế thi đua, khen thưởng"


def test_headings_and_tables_are_tagged() -> None:
    tags = tags_of(opened(office_plan()))
    counted = {tag: tags.count(tag) for tag in ("/H1", "/H2", "/H3", "/Table", "/TH", "/TD")}
    assert counted == {"/H1": 3, "/H2": 4, "/H3": 4, "/Table": 2, "/TH": 6, "/TD": 10}


def test_all_fonts_are_embedded_liberation_serif() -> None:
    names = set()
    for page in opened(office_plan()).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font["/DescendantFonts"][0].get_object()
            embedded = {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].keys())
            names.add((str(font["/BaseFont"]).split("+")[-1].split("-Identity")[0], len(embedded)))
    assert names == {
        (name, 1)
        for name in (
            "LiberationSerif",
            "LiberationSerif-Bold",
            "LiberationSerif-Italic",
            "LiberationSerif-BoldItalic",
        )
    }


def test_pages_are_a4_and_a_landscape_appendix_lies() -> None:
    sizes = [(round(float(p.mediabox.width) / 72 * 25.4), round(float(p.mediabox.height) / 72 * 25.4))
             for p in opened(office_plan()).pages]  # fmt: skip
    assert sizes == [(210, 297), (210, 297), (210, 297), (297, 210)]


def test_page_numbers_begin_on_page_two_and_anew_in_an_appendix() -> None:
    paper = office_plan()
    paper.blocks[2:2] = [Block("paragraph", "Nội dung tuyên truyền. " * 40)] * 8
    paper.appendices[0].blocks += [Block("paragraph", "Nội dung phân công. " * 40)] * 8
    heads = [lines[0] for lines in pages_of(paper)]
    assert heads[1:] == ["2", "3", "4", "Phụ lục I", "2", "3", "Phụ lục II"]


def test_text_comes_out_as_written() -> None:
    lines = [line for page in pages_of(letter()) for line in page]
    assert [line for line in lines if "ngày" in line or line.startswith(("Số", "- ", "1."))] == [
        "Số: 12/VPUB-TCHCQT",
        "Thành phố Hồ Chí Minh, ngày 18 tháng 11 năm 2025",
        "- Các phòng, ban thuộc Văn phòng;",
        "- Trung tâm Thông tin;",
        "- Trung tâm Hội nghị.",
        "1. Kết quả thực hiện.",
        "- Như trên;",
        "- Lưu: VT, TCHCQT.",
    ]


def test_data_is_never_markup() -> None:
    text = '#panic("x") $a$ *đậm* _nghiêng_ [x] \\ @a <b> // #sys.inputs.'
    paper = Paper(doc_type="KẾ HOẠCH", blocks=[Block("paragraph", text), Block("paragraph", "Hết.")])
    assert text in [line for page in pages_of(paper) for line in page]


def test_a_character_no_font_has_does_not_stop_the_document() -> None:
    paper = Paper(
        doc_type="KẾ HOẠCH", blocks=[Block("paragraph", "Mặt cười \U0001f600 và ꪀ."), Block("paragraph", "Hết.")]
    )
    assert "Mặt cười □ và □." in [line for page in pages_of(paper) for line in page]


def test_the_signature_is_never_alone_on_a_page() -> None:
    for count in range(14, 22):
        blocks = [Block("paragraph", f"Dòng thứ {number}.") for number in range(count)]
        paper = decision()
        paper.blocks, paper.appendices = [*blocks, Block("paragraph", "Câu cuối.")], []
        pages = pages_of(paper)
        assert [page for page in pages if "Nơi nhận:" in page and "Câu cuối./." not in page] == [], count


def test_equal_papers_give_equal_bytes() -> None:
    assert write_pdf(decision()) == write_pdf(decision())


def test_many_threads_may_write_at_once() -> None:
    papers = [make_paper(seed) for seed in range(12)]
    alone = [write_pdf(paper) for paper in papers]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(write_pdf, papers)) == alone
