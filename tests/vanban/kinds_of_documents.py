"""Whole documents of several kinds and issuers, written for the tests in the manner of real ones."""

# ruff: noqa: E501 - a line of a document is as long as it is
SCHOOL = """\
SỞ GD –ĐT ĐIỆN BIÊN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG THPT TX. MƯỜNG LAY             Độc lập – Tự do – Hạnh phúc
        Số 04/ KH-THPTTX. ML
                              Mường Lay, ngày 9  tháng 10  năm 2014
                        ***
KẾ HOẠCH PHÁT ĐỘNG ĐỢT THI ĐUA CAO ĐIỂM CHÀO MỪNG
NGÀY NHÀ GIÁO VIỆT NAM 20/11.

          Căn cứ nhiệm vụ năm học 2014 -2015 của Nhà trường.
 Trường THPT TX.Mường Lay phát động đợt thi đua cao điểm, cụ thể như sau.

I. MỤC ĐÍCH – YÊU CẦU:
1. Mục đích:
- Khích lệ học sinh thi đua học tập, rèn luyện.
2. Yêu cầu: Các lớp đều tham gia, đúng thời gian.

II. THỜI GIAN:
Từ tuần 9 đến tuần 13.

III. NỘI DUNG THI ĐUA.
1. Giải bóng chuyền của các khối lớp.( thể lệ thi đấu do Đoàn trường thông báo sau tới lớp)
2. Tuần học tốt: Mỗi lớp đăng ký ít nhất hai giờ học.
IV. TỔ CHỨC THỰC HIỆN
1. Đoàn trường: xây dựng thể lệ, nộp về Ban Giám hiệu trước ngày 20/10/2014.
2. Giáo viên chủ nhiệm: triển khai tới học sinh.
3. Tổ Văn phòng: chuẩn bị cơ sở vật chất.
                                                              HIỆU TRƯỞNG
Nơi nhận:                                                      (Đã ký)
- BGH;
- Các tổ, GVCN;                                           Nguyễn Văn Hòa
- Lưu VT.
"""
LETTER = """\
| UBND TỈNH LẠNG SƠN SỞ NỘI VỤ ------- Số: 1234/SNV-TĐKT V/v hướng dẫn đề nghị khen thưởng phong trào thi đua năm 2025 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- Lạng Sơn, ngày 02 tháng 7 năm 2025 |

Kính gửi:
- Các sở, ban, ngành, đoàn thể tỉnh;
- Ủy ban nhân dân các xã, phường;
- Các doanh nghiệp trên địa bàn tỉnh.

Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ; Sở Nội vụ hướng dẫn một số nội dung như sau:
1. Hồ sơ đề nghị khen thưởng
a) Tờ trình đề nghị khen thưởng;
b) Báo cáo thành tích của tập thể, cá nhân.
2. Thời gian gửi hồ sơ: trước ngày 15/11/2025.
Đề nghị các cơ quan, đơn vị quan tâm thực hiện./.
| Nơi nhận: - Như trên; - Giám đốc Sở (để b/c); - Lưu: VT, TĐKT. | TUQ. GIÁM ĐỐC TRƯỞNG PHÒNG THI ĐUA - KHEN THƯỞNG Hoàng Thị Lan |
"""
NOTICE = """\
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 21 /TB-LĐLĐ
Sơn La, ngày 5 tháng 3 năm 2025
THÔNG BÁO
Kết luận của đồng chí Chủ tịch Liên đoàn Lao động tỉnh
tại hội nghị giao ban công tác tháng 02 năm 2025

Ngày 28/02/2025, đồng chí Chủ tịch LĐLĐ tỉnh chủ trì hội nghị giao ban. Sau khi nghe báo cáo và ý kiến thảo luận, đồng chí Chủ tịch kết luận như sau:
1. Đánh giá chung: Trong tháng 02/2025, các cấp công đoàn đã hoàn thành nhiệm vụ.
2. Nhiệm vụ tháng 3/2025
2.1. Văn phòng LĐLĐ tỉnh
- Chuẩn bị nội dung hội nghị Ban Chấp hành, hoàn thành trước ngày 15/3.
- Tham mưu tổ chức hội nghị vào ngày 25/3/2025.
2.2. Ban Tài chính
Hoàn thành quyết toán năm 2024 chậm nhất ngày 20/3/2025.
2.3. Công đoàn các khu công nghiệp
Báo cáo kết quả Tháng Công nhân trước ngày 10 hằng tháng.
3. Giao Ủy ban Kiểm tra công đoàn tỉnh xây dựng kế hoạch kiểm tra trong quý II/2025.
Trên đây là kết luận của đồng chí Chủ tịch, Văn phòng thông báo để các đơn vị thực hiện.
TL. BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
ThS. Lê Thị Thu Hà

Nơi nhận:
- Thường trực LĐLĐ tỉnh;
- Các ban;
- Lưu: VT.
"""
PARTY = """\
          TỈNH ỦY SƠN LA               ĐẢNG CỘNG SẢN VIỆT NAM
        BAN TUYÊN GIÁO VÀ DÂN VẬN
                 *                        Sơn La, ngày 20 tháng 11 năm 2025
          Số 45-KH/BTGDVTU

                              KẾ HOẠCH
            tuyên truyền phòng, chống ma túy và tệ nạn xã hội
                           giai đoạn 2026 - 2030
                                 -----
      Thực hiện Chỉ thị số 36-CT/TW, ngày 16/8/2019 của Bộ Chính trị khóa XII
"về tăng cường, nâng cao hiệu lực, hiệu quả công tác phòng, chống và kiểm soát
ma túy"; Kế hoạch số 12-KH/TU, ngày 05/11/2025 của Ban Thường vụ Tỉnh ủy, Ban
Tuyên giáo và Dân vận Tỉnh ủy xây dựng Kế hoạch tuyên truyền như sau:
      I. MỤC ĐÍCH, YÊU CẦU
      1. Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về công tác phòng,
chống ma túy trong giai đoạn hiện nay.
      2. Công tác tuyên truyền phải thường xuyên, liên tục, có trọng tâm, trọng điểm,
phù hợp với từng đối tượng.
      II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN
      1. Nội dung
      1.1. Tuyên truyền chủ trương của Đảng, chính sách, pháp luật của Nhà nước.
      1.2. Tuyên truyền kết quả thực hiện các chỉ tiêu đến năm 2030.

                                      2

      2. Hình thức
      Tuyên truyền qua báo chí, hội nghị báo cáo viên, mạng xã hội.
      III. TỔ CHỨC THỰC HIỆN
      1. Ban Tuyên giáo và Dân vận Tỉnh ủy
      - Chủ trì hướng dẫn, theo dõi việc thực hiện Kế hoạch.
      - Tham mưu sơ kết vào quý IV/2028, tổng kết vào quý III/2030.
      2. Đảng ủy các xã, phường
      Xây dựng kế hoạch cụ thể hóa trước ngày 31/12/2025; định kỳ 6 tháng, năm báo
cáo kết quả về Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy) trước ngày
15/6 và 15/12.
      3. Báo và Phát thanh, Truyền hình tỉnh: Mở chuyên trang, chuyên mục.
      Trên đây là Kế hoạch tuyên truyền, đề nghị các cấp ủy quan tâm thực hiện.

Nơi nhận:                                        K/T TRƯỞNG BAN
- Ban TG&DV Trung ương (để báo cáo),          PHÓ TRƯỞNG BAN THƯỜNG TRỰC
- Thường trực Tỉnh ủy (để báo cáo),
- Đảng ủy các xã, phường,
- Lưu VP, TTBC.
                                                 Nguyễn Thị Hồng Nhung
"""
DECISION = """\
BỘ CÔNG AN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 7619/QĐ-BCA
Hà Nội, ngày 08 tháng 9 năm 2025
QUYẾT ĐỊNH
BAN HÀNH KẾ HOẠCH TRIỂN KHAI CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÒNG, CHỐNG MA TÚY ĐẾN NĂM 2030
BỘ TRƯỞNG BỘ CÔNG AN
Căn cứ Luật Phòng, chống ma túy ngày 30 tháng 3 năm 2021;
Căn cứ Nghị quyết số 163/2024/QH15 ngày 27 tháng 11 năm 2024 của Quốc hội phê duyệt chủ trương đầu tư Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030;
Căn cứ Nghị định số 02/2025/NĐ-CP ngày 18 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Công an;
Theo đề nghị của Cục trưởng Cục Cảnh sát điều tra tội phạm về ma túy,
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Chánh Văn phòng Bộ, Cục trưởng Cục Cảnh sát điều tra tội phạm về ma túy, Giám đốc Công an các tỉnh, thành phố trực thuộc trung ương và các đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Các đồng chí Thứ trưởng;
- Lưu: VT, C04.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Trung tướng Lê Văn Tuyến
KẾ HOẠCH
TRIỂN KHAI CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÒNG, CHỐNG MA TÚY ĐẾN NĂM 2030
(Ban hành kèm theo Quyết định số 7619/QĐ-BCA ngày 08/9/2025 của Bộ trưởng Bộ Công an)
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Cụ thể hóa các nhiệm vụ.
2. Yêu cầu
Bảo đảm tiến độ.
II. NHIỆM VỤ CỤ THỂ
1. Xây dựng văn bản hướng dẫn
- Đơn vị chủ trì: Cục Cảnh sát điều tra tội phạm về ma túy.
- Đơn vị phối hợp: Cục Pháp chế và cải cách hành chính, tư pháp.
- Thời gian hoàn thành: Trước ngày 30/10/2025.
- Sản phẩm: Thông tư của Bộ trưởng.
2. Tổ chức tập huấn
- Đơn vị chủ trì: Công an các địa phương.
- Thời gian thực hiện: Quý IV/2025 và hằng năm.
III. TỔ CHỨC THỰC HIỆN
1. Cục Cảnh sát điều tra tội phạm về ma túy có trách nhiệm theo dõi, đôn đốc, tổng hợp báo cáo Lãnh đạo Bộ.
2. Công an các tỉnh, thành phố trực thuộc trung ương căn cứ Kế hoạch này, xây dựng kế hoạch triển khai, gửi về Bộ Công an (qua Cục Cảnh sát điều tra tội phạm về ma túy) trước ngày 30/9/2025; định kỳ báo cáo kết quả trước ngày 15/6 và 15/12 hằng năm.
PHỤ LỤC
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch)
| STT | Nhiệm vụ | Chủ trì | Thời gian |
| 1 | Xây dựng Thông tư | C04 | 10/2025 |
| I | Nhóm nhiệm vụ | | |
1. Ghi chú thứ nhất
"""
REPORT = """\
ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ PHIÊNG KHOÀI	Độc lập - Tự do - Hạnh phúc
Số: 215/BC-UBND	Phiêng Khoài, ngày 10 tháng 12 năm 2025

BÁO CÁO
Kết quả thực hiện phong trào thi đua “Toàn dân tham gia phòng, chống ma túy” năm 2025

Thực hiện Công văn số 980/CAT-PC04 ngày 01/12/2025 của Công an tỉnh về việc báo cáo kết quả; UBND xã Phiêng Khoài báo cáo như sau:
PHẦN THỨ NHẤT
KẾT QUẢ THỰC HIỆN
I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO
1. Ngày 15/3/2025, UBND xã ban hành Kế hoạch số 45/KH-UBND; trong quý II/2025 đã tổ chức ký cam kết.
2. Tính đến ngày 30/11/2025, có 1.250/1.300 hộ ký cam kết, đạt 96,1%.
II. KẾT QUẢ
1. Tuyên truyền
a) Trực tiếp: 12 buổi/1.500 lượt người.
b) Gián tiếp: 45 tin, bài.
2. Hạn chế
Một số bản chưa báo cáo trước ngày 20/11/2025 theo quy định.
PHẦN THỨ HAI
PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026
1. Tiếp tục triển khai phong trào; hoàn thành ký cam kết trước ngày 31/3/2026.
2. Đề nghị Công an tỉnh hỗ trợ kinh phí.
Trên đây là báo cáo kết quả thực hiện./.
Nơi nhận:	TM. ỦY BAN NHÂN DÂN
- Công an tỉnh;	KT. CHỦ TỊCH
- TT Đảng ủy, HĐND xã;	PHÓ CHỦ TỊCH
- Lưu: VT.
	Lường Văn Tưởng
"""
