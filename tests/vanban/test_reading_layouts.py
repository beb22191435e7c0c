"""Layouts met in stored documents: labels with a dash, titles with "V/V", stamps, cells under one another."""

from __future__ import annotations

import time

import pytest

from thidua.vanban.reading import understand
from thidua.vanban.reading.labels import label_of
from thidua.vanban.sources.txt import lines_of

LABELLED = [
    ("A- NHỮNG KẾT QUẢ ĐẠT ĐƯỢC", "A"),
    ("a- Nội dung phong trào", "a"),
    ("I- HÌNH THỨC THI ĐUA", "I"),
    ("1- Hình thức: thi đua thường xuyên", "1"),
]


@pytest.mark.parametrize(("text", "printed"), LABELLED)
def test_a_label_may_be_followed_by_a_dash(text, printed):
    label = label_of(text)
    assert label is not None
    assert label.printed == printed


@pytest.mark.parametrize("text", ["V/V BAN HÀNH KẾ HOẠCH", "V/v ban hành Kế hoạch", "đ-ường làng", "A-lếch"])
def test_what_only_looks_like_a_label(text):
    assert label_of(text) is None


def read_text(text):
    return understand(lines_of(text))


BARRED = """ỦY
BAN NHÂN DÂN
TỈNH LÂM SƠN
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
52/KH-UBND
|
Lâm
Sơn, ngày 12 tháng 3
năm 2024
|
KẾ HOẠCH
PHÁT ĐỘNG THI ĐUA NĂM 2024
Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH,
YÊU CẦU
1. Mục đích
Khơi dậy tinh thần thi đua.
Phần II
NỘI DUNG THI ĐUA VÀ
CÁCH CHẤM ĐIỂM
"""


def test_letterhead_cells_printed_one_under_another():
    reading = read_text(BARRED)
    paper = reading.paper
    assert (paper.number, paper.symbol) == ("52", "KH-UBND")
    assert paper.issuing_agency == "ỦY BAN NHÂN DÂN TỈNH LÂM SƠN"
    assert (paper.place, str(paper.date)) == ("Lâm Sơn", "2024-03-12")


def test_a_heading_in_capitals_runs_over_lines():
    titles = [(item.label, item.title) for item in read_text(BARRED).outline]
    assert titles == [
        ("I", "MỤC ĐÍCH, YÊU CẦU"),
        ("1", "Mục đích"),
        ("Phần II", "NỘI DUNG THI ĐUA VÀ CÁCH CHẤM ĐIỂM"),
    ]


GAZETTED = """CÔNG BÁO/Số 101/Ngày 21-05-2024
12

BỘ VIỆC CHUNG
Số: 77/QĐ-BVC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 05 tháng 5 năm 2024
QUYẾT ĐỊNH
V/V CÔNG BỐ DANH MỤC VĂN BẢN HẾT HIỆU LỰC
Căn cứ Luật ban hành văn bản quy phạm pháp luật ngày 22/6/2015;
Theo đề nghị của Vụ trưởng Vụ Pháp chế.
QUYẾT ĐỊNH:
Điều 1. Công bố kèm theo Quyết định này Danh mục văn bản hết hiệu lực.
Người ký: CỔNG THÔNG TIN ĐIỆN TỬ
Email: cong@example.vn
Cơ quan: VĂN PHÒNG
Thời gian ký: 20.05.2024 15:28:25 +07:00

CÔNG BÁO/Số 101/Ngày 21-05-2024
13
Điều 2. Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành Quyết định này./.

BỘ TRƯỞNG

Đào Văn Lâm

DANH MỤC VĂN BẢN HẾT HIỆU LỰC
(Ban hành kèm theo Quyết định số 77/QĐ-BVC ngày 05/5/2024)
A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ
I. LĨNH VỰC THI ĐUA
"""


def test_gazette_headings_and_signature_stamps_are_no_text():
    reading = read_text(GAZETTED)
    assert (reading.paper.number, reading.paper.symbol) == ("77", "QĐ-BVC")
    assert reading.deadlines == []
    assert reading.paper.title == "V/V CÔNG BỐ DANH MỤC VĂN BẢN HẾT HIỆU LỰC"


def test_a_signature_without_recipients_ends_the_body():
    reading = read_text(GAZETTED)
    assert (reading.paper.signer.position, reading.paper.signer.name) == ("BỘ TRƯỞNG", "Đào Văn Lâm")
    assert [item.label for item in reading.outline] == ["Điều 1", "Điều 2"]


def test_the_banner_of_the_youth_union_is_no_agency():
    text = """BAN CHẤP HÀNH TỈNH LÂM SƠN                    ĐOÀN TNCS HỒ CHÍ MINH
***
Số: 15 - KH/TĐTN-PT                    Lâm Sơn, ngày 16 tháng 5 năm 2024
KẾ HOẠCH
Tổ chức hoạt động hè năm 2024
Căn cứ Kế hoạch số 18-KH/TWĐTN ngày 28/2/2024, Ban Thường vụ Tỉnh đoàn ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
"""
    assert read_text(text).paper.issuing_agency == "BAN CHẤP HÀNH TỈNH LÂM SƠN"


def test_a_number_printed_under_its_word():
    text = """ỦY BAN NHÂN DÂN
XÃ MƯỜNG LÂM
Số:
/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mường Lâm, ngày 20 tháng 6 năm 2024
BÁO CÁO
Kết quả phong trào thi đua
"""
    paper = read_text(text).paper
    assert (paper.number, paper.symbol) == (None, "BC-UBND")
    assert paper.issuing_agency == "ỦY BAN NHÂN DÂN XÃ MƯỜNG LÂM"


def test_reading_time_grows_with_the_lines_not_with_their_square():
    head = "KẾ HOẠCH\nThi đua năm 2025\nCăn cứ nhiệm vụ, ban hành như sau:\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n"

    def seconds(lines):
        text = head + "a) x\n" * lines
        start = time.process_time()
        understand(lines_of(text))
        return time.process_time() - start

    seconds(500)
    assert seconds(4000) < 12 * max(seconds(1000), 0.01)


def test_a_row_without_its_first_bar_is_a_row():
    reading = read_text(
        """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 30/QĐ-UBND | Lâm Sơn, ngày 09 tháng 10 năm 2024 |
QUYẾT ĐỊNH
BAN HÀNH QUY ĐỊNH VỀ TRÁCH NHIỆM CỦA NGƯỜI ĐỨNG ĐẦU
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM SƠN
Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định về trách nhiệm.
"""
    )
    assert reading.paper.issuing_agency == "ỦY BAN NHÂN DÂN TỈNH LÂM SƠN"
    assert (reading.paper.place, str(reading.paper.date)) == ("Lâm Sơn", "2024-10-09")


NUMERALS = """KẾ HOẠCH
Thi đua năm 2025
Căn cứ nhiệm vụ, đơn vị ban hành kế hoạch như sau:
1. Thu thập minh chứng
(i) Lập bảng mã;
(ii) Số hóa;
(iii) Lưu trữ.
2. Viết báo cáo
i) Phân công;
ii) Viết;
iii) Góp ý;
iv) Sửa;
v) Nộp.
3. Chỉ tiêu
3.1- 100% hồ sơ được số hóa.
"""


def test_small_numerals_are_not_letters():
    reading = read_text(NUMERALS)
    assert [(item.label, item.level) for item in reading.outline] == [
        ("1", 1), ("(i)", 2), ("(ii)", 2), ("(iii)", 2),
        ("2", 1), ("i", 2), ("ii", 2), ("iii", 2), ("iv", 2), ("v", 2),
        ("3", 1), ("3.1", 2),
    ]  # fmt: skip
    assert not [finding for finding in reading.findings if "numbering" in finding.code]


def test_a_standing_committee_signs_above_its_chairman_on_one_line():
    text = """KẾ HOẠCH
Thi đua năm 2025
Căn cứ nhiệm vụ, Ban Thường vụ ban hành kế hoạch như sau:
1. Phát động thi đua./.
| Nơi nhận: - Lưu: VT. | TM. BAN THƯỜNG VỤ CHỦ TỊCH Lò Văn Sơn |
"""
    signer = read_text(text).paper.signer
    assert (signer.authority, signer.position, signer.name) == ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lò Văn Sơn")


def receivers(closing):
    text = (
        "KẾ HOẠCH\nThi đua năm 2025\nCăn cứ nhiệm vụ, nhà trường ban hành kế hoạch như sau:\n1. Phát động thi đua./.\n"
    )
    return [recipient.printed for recipient in read_text(text + closing).paper.recipients]


@pytest.mark.parametrize(
    "closing",
    [
        "Nơi nhận:\nUBND xã (báo cáo);\nBGH;\nCác tổ CM;\nLưu: VT.\nHIỆU TRƯỞNG\nLò Văn Sơn\n",
        "Nơi nhận: UBND xã (báo cáo); BGH; Các tổ CM; Lưu: VT.\nHIỆU TRƯỞNG\nLò Văn Sơn\n",
        "Nơi nhận: - UBND xã (báo cáo); - BGH; - Các tổ CM; - Lưu: VT.\nHIỆU TRƯỞNG\nLò Văn Sơn\n",
    ],
)
def test_recipients_with_and_without_dashes(closing):
    assert receivers(closing) == ["UBND xã (báo cáo)", "BGH", "Các tổ CM", "Lưu: VT"]


def test_a_semicolon_inside_a_dashed_recipient_stays():
    assert receivers("Nơi nhận:\n- Bộ Nội vụ; Bộ Tài chính;\n- Lưu: VT.\nHIỆU TRƯỞNG\nLò Văn Sơn\n") == [
        "Bộ Nội vụ; Bộ Tài chính",
        "Lưu: VT",
    ]


def test_what_a_proposal_foresees_is_not_due():
    text = """SỞ NỘI VỤ
Số: 214/TTr-SNV
Lâm Sơn, ngày 06 tháng 5 năm 2024
TỜ TRÌNH
Về việc ban hành Kế hoạch tổ chức Đại hội Thi đua yêu nước
Kính gửi: Ủy ban nhân dân tỉnh
Sở Nội vụ kính trình như sau:
1. Thời gian tổ chức đại hội
Đại hội cấp cơ sở dự kiến hoàn thành trước ngày 30/9/2024; cấp tỉnh tổ chức năm 2025.
"""
    reading = read_text(text)
    assert not [deadline for deadline in reading.deadlines if deadline.strength == "hard"]
    assert reading.period is None


def test_what_a_report_finds_late_sets_no_deadline():
    text = """ỦY BAN NHÂN DÂN XÃ MƯỜNG LÂM
Số: 33/BC-UBND
Mường Lâm, ngày 20 tháng 6 năm 2025
BÁO CÁO
Sơ kết phong trào thi đua 6 tháng đầu năm 2025
UBND xã báo cáo như sau:
1. Hạn chế: một số bản chưa nộp báo cáo đúng hạn (trước ngày 10 hằng tháng).
Nơi gửi:
- UBND tỉnh;
- Lưu: VT.
"""
    reading = read_text(text)
    assert reading.deadlines == []
    assert [recipient.printed for recipient in reading.paper.recipients] == ["UBND tỉnh", "Lưu: VT"]


def test_the_head_of_a_table_is_no_part_of_a_heading():
    text = (
        "KẾ HOẠCH\nThi đua năm 2025\nĐơn vị ban hành kế hoạch như sau:\nI. TIẾN ĐỘ\nSTT NỘI DUNG ĐƠN VỊ\nII. KINH PHÍ\n"
    )
    assert [item.title for item in read_text(text).outline] == ["TIẾN ĐỘ", "KINH PHÍ"]
