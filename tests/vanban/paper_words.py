"""The words the made papers are put together from: offices, titles, clauses, recipients, signers."""

from __future__ import annotations

KINDS = {
    "KẾ HOẠCH": "KH",
    "QUYẾT ĐỊNH": "QĐ",
    "TỜ TRÌNH": "TTr",
    "BÁO CÁO": "BC",
    "THÔNG BÁO": "TB",
    "BIÊN BẢN": "BB",
    "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr",
}

# parent agency, issuing agency, abbreviation, place, head of the agency
OFFICES = [
    ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "VĂN PHÒNG", "VPUB", "Sơn La", "CHÁNH VĂN PHÒNG"),
    (None, "ỦY BAN NHÂN DÂN TỈNH SƠN LA", "UBND", "Sơn La", "CHỦ TỊCH"),
    (None, "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "UBND", "Thành phố Hồ Chí Minh", "CHỦ TỊCH"),
    ("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "SỞ NỘI VỤ", "SNV", "Đắk Lắk", "GIÁM ĐỐC"),
    ("UBND TỈNH SƠN LA", "SỞ TÀI CHÍNH", "STC", "Sơn La", "GIÁM ĐỐC"),
    ("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "BQLKCN", "Sơn La", "TRƯỞNG BAN"),
    (None, "ỦY BAN NHÂN DÂN XÃ MƯỜNG CƠI", "UBND", "Mường Cơi", "CHỦ TỊCH"),
]
OFFICE_OF = {
    "CHÁNH VĂN PHÒNG": "ỦY BAN NHÂN DÂN TỈNH SƠN LA",
    "CHỦ TỊCH": "ỦY BAN NHÂN DÂN",
    "GIÁM ĐỐC": "SỞ NỘI VỤ",
    "TRƯỞNG BAN": "QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
}
AUTHORITIES = {
    "CHÁNH VĂN PHÒNG": [
        (None, "CHÁNH VĂN PHÒNG"),
        ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TL. CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH"),
        ("TUQ. CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG NỘI CHÍNH"),
    ],
    "CHỦ TỊCH": [
        (None, "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        (None, "Q. CHỦ TỊCH"),
    ],
    "GIÁM ĐỐC": [(None, "GIÁM ĐỐC"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")],
    "TRƯỞNG BAN": [(None, "TRƯỞNG BAN"), ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")],
}
NAMES = ["Trần Bảo Minh", "Nguyễn Thị Thu Hà", "Lò Văn Phương", "Đỗ Văn Chung", "Quàng Thị Xuân", "Hồ Thị Nguyên Thảo"]
NAMES += ["Y Thanh Hà Niê Kđăm", "Cầm Bá Ơn", "Ngô Đình Úy"]

TITLE_VERBS = ["Triển khai", "Tổ chức", "Thực hiện", "Tổng kết", "Sơ kết"]
TITLE_OBJECTS = [
    "phong trào thi đua “Toàn dân tham gia phòng, chống ma túy”",
    "công tác thi đua, khen thưởng",
    "phong trào “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”",
    "chuyển đổi số trong hoạt động của cơ quan",
    "Nghị quyết số 21-NQ/TW ngày 25 tháng 10 năm 2017",
    "công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ",
]
TITLE_ENDS = [
    "năm 2024",
    "trên địa bàn tỉnh Sơn La giai đoạn 2023 - 2025",
    "6 tháng đầu năm 2025",
    "",
    "giai đoạn 2026 - 2030, định hướng đến năm 2035 của các cơ quan, đơn vị",
]

BASES = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều "
    "của Luật Thi đua, khen thưởng",
    "Căn cứ Quyết định số 182/QĐ-UBND ngày 06/02/2023 của Chủ tịch UBND tỉnh về việc ban hành Kế hoạch triển khai "
    "phong trào thi đua “Toàn dân tham gia phòng, chống ma túy”",
    "Căn cứ Thông tư số 01/2024/TT-BNV ngày 24/02/2024 của Bộ trưởng Bộ Nội vụ",
]
STARTS = [
    "Thực hiện Kế hoạch số 172/KH-UBND ngày 18 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh,",
    "Thực hiện chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 2769/UBND-NC ngày 24/7/2024, sau khi trao đổi với các cơ "
    "quan có liên quan,",
    "Trên cơ sở kết quả đạt được trong năm 2023 (có biểu kèm theo),",
]
AS_FOLLOWS = [
    "cơ quan xây dựng nội dung cụ thể như sau:",
    "Văn phòng UBND tỉnh báo cáo, triển khai với những nội dung như sau:",
    "đơn vị đề nghị một số nội dung sau:",
]
REQUESTS = [
    "đề nghị các phòng, ban, đơn vị gửi báo cáo trước ngày 20/11/2024.",
    "Văn phòng đề nghị quý cơ quan quan tâm, phối hợp thực hiện.",
]
CLAUSES = [
    "tạo khí thế thi đua sôi nổi, phát huy sức mạnh tổng hợp của cán bộ, công chức, viên chức và người lao động",
    "góp phần hoàn thành thắng lợi nhiệm vụ chính trị, kinh tế - xã hội của địa phương",
    "100% đơn vị ký cam kết không vi phạm pháp luật về phòng, chống ma túy, phấn đấu đạt ≥ 95% chỉ tiêu",
    "tuyên truyền trên Cổng thông tin điện tử tỉnh (địa chỉ: sonla.gov.vn) và Trang thông tin của Văn phòng",
    "kịp thời phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến theo Kế hoạch số 05/KH-VPUB ngày 05/01/2024",
    "việc biểu dương, khen thưởng phải bảo đảm thực chất, khách quan, minh bạch, không chạy theo thành tích",
    "gửi báo cáo về Phòng Tổ chức - Hành chính - Quản trị trước ngày 20/11 hàng năm để tổng hợp",
    "phối hợp với Công ty TNHH A&B tổ chức hội thi “Tìm hiểu pháp luật” với trên 1.500 lượt người tham dự",
    "kinh phí thực hiện khoảng 25,5 triệu đồng (bằng chữ: hai mươi lăm triệu năm trăm nghìn đồng)",
    "05 tập thể và 12 cá nhân được đề nghị khen thưởng; 02 tập thể được tặng Cờ thi đua của Chính phủ",
    "“Toàn dân tham gia phòng, chống ma túy” là phong trào thường xuyên - không phong trào hình thức",
    "năm 2023, số vụ vi phạm giảm 12,5% so với cùng kỳ (24/192 vụ); số 05/BC-UBND ngày 01/02/2024 đã nêu rõ",
    "từng bước ngăn chặn, đẩy lùi tội phạm và tệ nạn ma túy vì một xã hội bình yên, hạnh phúc",
]
ITEMS = [
    "Cán bộ, công chức, viên chức và người lao động thuộc Văn phòng UBND tỉnh",
    "Bằng khen của Chủ tịch UBND tỉnh",
    "Tổ chức tập huấn, bồi dưỡng nghiệp vụ cho cán bộ làm công tác thi đua, khen thưởng ở cơ sở, nhất là các xã vùng "
    "sâu, vùng xa, biên giới còn nhiều khó khăn",
    "Thực hiện nghiêm quy định tại điểm a khoản 2 Điều 15 Luật Thi đua, khen thưởng",
    "Chấp hành tốt “văn hóa công sở” - nói đi đôi với làm",
    "Hồ sơ gửi trước ngày 30/11/2024 (theo dấu bưu điện)",
]
PARTS = [
    "MỤC ĐÍCH, YÊU CẦU",
    "NỘI DUNG PHONG TRÀO THI ĐUA",
    "TỔ CHỨC THỰC HIỆN",
    "KINH PHÍ THỰC HIỆN",
    "ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA, HÌNH THỨC VÀ TIÊU CHUẨN KHEN THƯỞNG, KINH PHÍ TRIỂN KHAI PHONG TRÀO THI ĐUA",
    "KẾT QUẢ ĐẠT ĐƯỢC",
]
CLAUSE_TITLES = [
    "Mục đích",
    "Yêu cầu",
    "Hình thức khen thưởng",
    "Thời gian tổ chức thực hiện",
    "Trách nhiệm của các phòng, ban, đơn vị",
    "Tồn tại, hạn chế và nguyên nhân",
]
ARTICLES = [
    "Ban hành kèm theo Quyết định này Kế hoạch triển khai phong trào thi đua năm 2024.",
    "Tặng Giấy khen của Chánh Văn phòng Ủy ban nhân dân tỉnh cho 02 tập thể và 05 cá nhân có thành tích xuất sắc.",
    "Quyết định này có hiệu lực kể từ ngày ký.",
    "Kèm theo Giấy khen là tiền thưởng theo quy định hiện hành.",
]
PROPOSERS = [
    "Trưởng phòng Tổ chức - Hành chính - Quản trị",
    "Giám đốc Sở Nội vụ tại Tờ trình số 3367/TTr-SNV ngày 28/11/2024",
    "Chánh Văn phòng",
]
MUST_CARRY_OUT = "và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này."
ENDINGS = [
    "Trên đây là nội dung triển khai phong trào thi đua của Văn phòng UBND tỉnh.",
    "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh về cơ quan để tổng hợp, "
    "xem xét, giải quyết.",
    "Đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện.",
]
ADDRESSEES = [
    "Chủ tịch Ủy ban nhân dân tỉnh",
    "Các phòng, ban, đơn vị trực thuộc Văn phòng",
    "Sở Nội vụ (Ban Thi đua - Khen thưởng)",
    "Trung tâm Thông tin",
]
RECIPIENTS = [
    "Thường trực Tỉnh ủy",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
    "Sở Nội vụ",
    "Công an tỉnh",
    "Các sở, ban, ngành",
    "VPUB: CVP, các PCVP",
    "Trang Thông tin VP",
    "UBND các xã, phường",
]
PURPOSES = ["để báo cáo", "để thực hiện", "để phối hợp", "b/c"]
FILED = ["Lưu: VT, TCHCQT", "Lưu: VT, TCHCQT, H01b", "Lưu: VT, NC", "Lưu: VT"]
TABLE_HEADS = [
    ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành"],
    ["TT", "Họ và tên", "Chức vụ"],
    ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2023", "Năm 2024", "Ghi chú"],
]
CELLS = [
    "Phòng Nội chính",
    "Tổ chức hội nghị tổng kết phong trào thi đua và khen thưởng các tập thể, cá nhân",
    "Quý IV",
    "1.250",
    "20/11/2024",
    "98,5%",
    "Lò Văn Phương",
]
APPENDIX_TITLES = [
    "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾ HOẠCH",
    "BIỂU TỔNG HỢP KẾT QUẢ PHONG TRÀO THI ĐUA NĂM 2024 CỦA CÁC PHÒNG, BAN, ĐƠN VỊ TRỰC THUỘC VĂN PHÒNG",
    "TIÊU CHÍ CHẤM ĐIỂM",
]
