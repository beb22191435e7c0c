# ruff: noqa: E501 - a paragraph of a document is one line
"""A small plan in the language of offices, for tests that need one; `text()` can change its parts."""

from __future__ import annotations

import textwrap

from thidua.vanban.reading import understand
from thidua.vanban.sources.txt import lines_of
from thidua.vanban.structure import Reading

CONTENT = (
    "Tăng cường công tác lãnh đạo, chỉ đạo công tác phòng cháy, chữa cháy tại cơ quan.",
    "Hằng năm tổ chức cho cán bộ, công chức, viên chức và người lao động ký cam kết chấp hành pháp luật về phòng cháy,"
    " chữa cháy và xây dựng cơ quan an toàn.",
    "Đẩy mạnh tuyên truyền trên trang thông tin điện tử của cơ quan.",
)


def text(content: tuple[str, ...] = CONTENT, *, unit_day: str = "20/11", upper_day: str = "20/11") -> str:
    """The plan as text; its second part lists `content`."""
    numbered = "\n".join(f"{i}. {words}" for i, words in enumerate(content, 1))
    return textwrap.dedent(
        """\
        | ỦY BAN NHÂN DÂN TỈNH SƠN LA VĂN PHÒNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
        | Số:     /KH-VPUB | Sơn La, ngày     tháng 01 năm 2024 |
        KẾ HOẠCH
        Triển khai phong trào thi đua "Toàn dân phòng cháy, chữa cháy" giai đoạn 2024 - 2025
        Thực hiện Quyết định số 55/QĐ-UBND ngày 10/01/2024 của Chủ tịch Ủy ban nhân dân tỉnh về phong trào thi đua "Toàn dân phòng cháy, chữa cháy" giai đoạn 2024 - 2025, Văn phòng ban hành Kế hoạch với những nội dung như sau:
        I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        Nâng cao trách nhiệm của cán bộ, công chức trong công tác phòng cháy, chữa cháy.
        2. Yêu cầu
        Phong trào thi đua phải thiết thực, hiệu quả.
        II. NỘI DUNG PHONG TRÀO THI ĐUA
        {content}
        III. ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA, HÌNH THỨC KHEN THƯỞNG
        1. Đối tượng: Các phòng thuộc Văn phòng.
        2. Tiêu chí thi đua: Theo quy định tại Quyết định số 55/QĐ-UBND ngày 10/01/2024.
        3. Hình thức khen thưởng
        - Bằng khen của Chủ tịch UBND tỉnh.
        - Giấy khen của Chánh Văn phòng.
        IV. TỔ CHỨC THỰC HIỆN
        1. Thời gian tổ chức thực hiện
        Phong trào thi đua được triển khai từ năm 2024 đến năm 2025; tổng kết Phong trào thi đua vào năm 2025.
        2. Trách nhiệm tổ chức thực hiện
        2.1. Trưởng các phòng thuộc Văn phòng: Tổ chức thực hiện Kế hoạch tại đơn vị.
        Định kỳ hàng năm báo cáo kết quả thực hiện phong trào thi đua với Lãnh đạo Văn phòng (qua Phòng Tổng hợp) trước ngày {unit_day} hàng năm.
        2.2. Phòng Tổng hợp: Hướng dẫn và đôn đốc thực hiện Kế hoạch này.
        Định kỳ hàng năm xây dựng báo cáo kết quả thực hiện phong trào thi đua với UBND tỉnh (qua Công an tỉnh và Sở Nội vụ) trước ngày {upper_day} hàng năm.
        Trên đây là Kế hoạch triển khai phong trào thi đua của Văn phòng./.
        Nơi nhận:
        - Sở Nội vụ (để báo cáo);
        - Các phòng thuộc Văn phòng;
        - Lưu: VT, TH.
        CHÁNH VĂN PHÒNG
        Hoàng Quang Khuê
        """
    ).format(content=numbered, unit_day=unit_day, upper_day=upper_day)


def reading(words: str = "") -> Reading:
    """The reading of a plan's text."""
    return understand(lines_of(words or text()))
