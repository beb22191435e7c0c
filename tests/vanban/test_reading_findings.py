"""Findings: each oddity alone is reported with its code, a sound document has none; spelling and validity are data."""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from thidua.vanban.reading import understand
from thidua.vanban.reading.spelling import lexicon, slips_in
from thidua.vanban.reading.validity import legal_texts, out_of_force
from thidua.vanban.sources.txt import lines_of
from thidua.vanban.structure import LegalBasis

SOUND = """\
ỦY BAN NHÂN DÂN
XÃ CHIỀNG MAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Chiềng Mai, ngày 03 tháng 3 năm 2025
KẾ HOẠCH
Tổ chức phong trào thi đua “Toàn dân tham gia phòng, chống ma túy” trên địa bàn xã năm 2025
Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;
Ủy ban nhân dân xã ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao nhận thức của Nhân dân.
2. Yêu cầu
Thiết thực, hiệu quả.
II. ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA
1. Đối tượng: Các bản, tiểu khu.
2. Tiêu chí: Không có người nghiện mới.
III. NỘI DUNG, BIỆN PHÁP
1. Tuyên truyền tới từng hộ gia đình.
2. Ký cam kết trong tháng 3/2025.
IV. TỔ CHỨC THỰC HIỆN
1. Công an xã: Tổng hợp, báo cáo Ủy ban nhân dân xã trước ngày 30/11/2025.
2. Các bản, tiểu khu: Gửi báo cáo về Ủy ban nhân dân xã (qua Công an xã) trước ngày 20/11/2025./.
Nơi nhận:
- Đảng ủy xã (b/c);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Cà Văn Quyết
"""


def codes(text):
    return [finding.code for finding in understand(lines_of(text)).findings]


def test_a_sound_plan_has_no_finding():
    assert codes(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Số: 12/KH-UBND", "Số:     /KH-UBND", ["missing_number"]),
        ("ngày 03 tháng 3 năm 2025", "ngày     tháng 3 năm 2025", ["missing_date"]),
        ("IV. TỔ CHỨC", "III. TỔ CHỨC", ["duplicate_numbering"]),
        ("IV. TỔ CHỨC", "VI. TỔ CHỨC", ["skipped_numbering"]),
        ("IV. TỔ CHỨC", "II. TỔ CHỨC", ["backward_numbering"]),
        ("I. MỤC ĐÍCH", "II. MỤC ĐÍCH", ["late_numbering", "duplicate_numbering"]),
        ("TIÊU CHÍ THI ĐUA\n", "TIÊU CHÍ THI ĐUA, KINH PHÍ\n", ["promised_section_absent"]),
        ("98/2023/NĐ-CP ngày 31/12/2023", "91/2017/NĐ-CP ngày 31/7/2017", ["basis_not_in_force"]),
        ("98/2023/NĐ-CP ngày 31/12/2023", "152/2025/NĐ-CP ngày 14/6/2025", ["basis_not_in_force"]),
        ("trước ngày 30/11/2025", "trước ngày 20/11/2025", ["same_day_deadlines"]),
        ("trước ngày 20/11/2025./.", "trước ngày 20/02/2025./.", ["deadline_before_document"]),
        (
            "Tiêu chí: Không có người nghiện mới.",
            "Tiêu chí: Theo quy định tại Quyết định số 182/QĐ-UBND ngày 06/02/2023.",
            ["criteria_by_reference"],
        ),
        ("Nâng cao nhận thức của Nhân dân.", "Nâng cao nhận thức của\nnhân dân trong xã.", ["broken_sentence"]),
        ("Tuyên truyền tới", "Tuyên truyền trên Công thông tin điện tử tới", ["probable_misspelling"]),
    ],
)
def test_one_oddity_one_finding(old, new, expected):
    assert SOUND.count(old) == 1
    assert codes(SOUND.replace(old, new)) == expected


def test_elements_of_article_17_are_wanted_of_movement_plans_only():
    bare = textwrap.dedent(SOUND[: SOUND.index("II. ĐỐI TƯỢNG")]) + SOUND[SOUND.index("Nơi nhận") :]
    found = [finding.message for finding in understand(lines_of(bare)).findings]
    assert found == [
        f"Kế hoạch phong trào thi đua chưa nêu {name} (Luật Thi đua, khen thưởng, Điều 17)."
        for name in ("đối tượng", "nội dung", "tiêu chí", "biện pháp")
    ]
    other = bare.replace("Tổ chức phong trào thi đua “Toàn dân tham gia phòng, chống ma túy”", "Phòng, chống thiên tai")
    assert codes(other) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("trên Công thông tin điện tử tỉnh", "cổng thông tin điện tử"),
        ("chuyên hóa địa bàn", "chuyển hóa"),
        ("chuyên hoá địa bàn", "chuyển hóa"),
        ("báo cáo kết thực hiện", "báo cáo kết quả thực hiện"),
        ("của Ủy ban nhân tỉnh", "ủy ban nhân dân tỉnh"),
        ("Mặt trân Tổ quốc", "mặt trận tổ quốc"),
        ("Hội đồng nhân dan", "hội đồng nhân dân"),
        ("phong trào thi dua", "phong trào thi đua"),
        ("các các đơn vị", "các"),
        ("bố trí kính phí", "kinh phí"),
    ],
)
def test_slips(written, meant):
    assert [slip.meant for slip in slips_in(written)] == [meant]


@pytest.mark.parametrize(
    "sentence",
    [
        "Uỷ ban nhân dân tỉnh ban hành văn bản chỉ đạo.",
        "Văn phòng tham mưu tổ chức thực hiện, báo cáo kết quả thực hiện về Sở Nội vụ.",
        "Các cơ quan quan tâm bố trí kinh phí.",
        "Cổng Thông tin điện tử; cộng đồng doanh nghiệp; công thông thường.",
        "Cán bộ, công chức, viên chức và người lao động.",
        "Công tác phòng, chống ma tuý, chuyển hoá địa bàn.",
    ],
)
def test_right_writing_is_left_alone(sentence):
    assert slips_in(sentence) == []


def test_the_phrases_do_not_accuse_each_other():
    entries = [phrase for group in lexicon().phrases.values() for _, _, phrase in group]
    assert [phrase for phrase in entries if slips_in(phrase)] == []


@pytest.mark.parametrize(
    ("identifier", "day", "in_force"),
    [
        ("91/2017/NĐ-CP", dt.date(2023, 12, 31), True),
        ("91/2017/NĐ-CP", dt.date(2024, 1, 1), False),
        ("98/2023/NĐ-CP", dt.date(2025, 6, 30), True),
        ("98/2023/NĐ-CP", dt.date(2025, 7, 1), False),
        ("152/2025/NĐ-CP", dt.date(2025, 6, 30), False),
        ("01/2024/TT-BNV", dt.date(2025, 8, 5), False),
        ("06/2022/QH15", dt.date(2023, 12, 31), False),
        ("73/2021/QH14", dt.date(2026, 7, 1), False),
        ("999/QĐ-UBND", dt.date(2026, 7, 1), True),
    ],
)
def test_validity_by_date(identifier, day, in_force):
    assert (out_of_force(LegalBasis("Nghị định", identifier), day) is None) is in_force


def test_a_law_cited_by_name_is_told_by_its_date():
    old = LegalBasis("Luật", None, "2003-11-26", "Luật Thi đua, khen thưởng")
    new = LegalBasis("Luật", None, "2022-06-15", "Luật Thi đua, khen thưởng")
    day = dt.date(2024, 4, 1)
    assert [text.id if text else None for text in (out_of_force(old, day), out_of_force(new, day))] == [
        "15/2003/QH11",
        None,
    ]


def test_every_legal_text_has_grade_and_source():
    assert [text.id for text in legal_texts() if text.grade not in "ABCD" or not text.source] == []
    assert len({text.id for text in legal_texts()}) == len(legal_texts())
