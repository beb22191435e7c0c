"""Speed of vanban on made plans: pages read per second from text, Word and PDF, PDF documents written per second.

A page is 3,000 characters. Ratios are measured side by side in one run; the times themselves are this machine's.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from thidua.vanban import read, read_guarded  # noqa: E402 - runs from a clone, installed or not
from thidua.vanban.reading import understand  # noqa: E402
from thidua.vanban.sources.txt import lines_of  # noqa: E402
from thidua.vanban.structure import Block, Paper, Recipient, Signer  # noqa: E402
from thidua.vanban.writing import write_docx, write_pdf  # noqa: E402

PAGE = 3_000
TARGETS = {"txt": 50, "docx": 20}
PHRASES = [
    *(
        "tổ chức triển khai",
        "phong trào thi đua",
        "phòng, chống ma túy",
        "cán bộ, công chức",
        "viên chức",
        "người lao động",
    ),
    *(
        "đơn vị trực thuộc",
        "Văn phòng",
        "tuyên truyền",
        "vận động",
        "kiểm tra",
        "đánh giá",
        "tổng hợp",
        "báo cáo kết quả",
    ),
    *("thực hiện nhiệm vụ", "được giao", "theo quy định", "tại địa phương", "hiệu quả", "thiết thực", "kịp thời"),
]
UNITS = [
    "Phòng Tổ chức - Hành chính - Quản trị",
    "Trung tâm Thông tin",
    "Phòng Nội chính",
    "Phòng Tổng hợp",
    "Sở Nội vụ",
]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


def made_plan(seed: int, pages: float) -> Paper:
    """A plan of about so many pages: sections, items, sub-items with dates and units, bullets, one table."""
    random = Random(seed)
    blocks: list[Block] = []
    characters = 0
    section = item = 0
    while characters < pages * PAGE:
        if item % 6 == 0:
            section += 1
            roman = ROMAN[(section - 1) % 10]
            blocks.append(Block("heading", f"NỘI DUNG {words(random, 3).upper()}", roman, 1))
            item = 0
        item += 1
        unit = random.choice(UNITS)
        day = f"{random.randint(1, 28)}/{random.randint(1, 12)}/2025"
        task = f"{unit} chủ trì {words(random, 16)}, báo cáo trước ngày {day}."
        blocks.append(Block("heading", words(random, 4).capitalize(), str(item), 2))
        blocks.append(Block("heading", task, "a", 3))
        blocks.append(Block("heading", f"Các phòng, ban {words(random, 20)}.", "b", 3))
        blocks += [
            Block("bullet", f"{words(random, 8).capitalize()};"),
            Block("paragraph", f"{words(random, 24)}.".capitalize()),
        ]
        characters += sum(len(block.text) for block in blocks[-5:])
    blocks.append(
        Block(
            "table",
            rows=[["TT", "Nội dung", "Thời hạn"], ["1", words(random, 5), "Quý I"], ["2", words(random, 4), "Quý II"]],
        )
    )
    return Paper(
        doc_type="KẾ HOẠCH",
        number=str(random.randint(10, 900)),
        symbol="KH-VPUB",
        issuing_agency="VĂN PHÒNG",
        parent_agency="ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        place="Sơn La",
        date=dt.date(2025, 1 + seed % 12, 5),
        title=f"Triển khai phong trào thi đua năm {2020 + seed % 7}",
        bases=["Căn cứ Quyết định số 182/QĐ-UBND ngày 06/02/2023 của Chủ tịch UBND tỉnh"],
        opening=["Văn phòng ban hành Kế hoạch với những nội dung như sau:"],
        blocks=blocks,
        recipients=[Recipient("Sở Nội vụ", "để báo cáo"), Recipient("Các phòng, ban"), Recipient("Lưu: VT")],
        signer=Signer(position="CHÁNH VĂN PHÒNG", name="Trần Văn An"),
    )


def words(random: Random, count: int) -> str:
    """So many phrases in a row."""
    return " ".join(random.choice(PHRASES) for _ in range(count))


def plain_text(paper: Paper) -> str:
    """The plan as an office would paste it into a text file."""
    day = paper.date or dt.date(2025, 1, 1)
    lines = [
        paper.parent_agency or "",
        paper.issuing_agency or "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"Số: {paper.number}/{paper.symbol}",
        f"{paper.place}, ngày {day:%d} tháng {day.month} năm {day.year}",
        paper.doc_type,
        paper.title,
        *(f"{basis};" for basis in paper.bases),
        *paper.opening,
    ]
    for block in paper.blocks:
        if block.kind == "table":
            lines += [f"| {' | '.join(row)} |" for row in block.rows]
        elif block.kind == "heading":
            lines.append(f"{block.label}{')' if block.label.islower() else '.'} {block.text}")
        else:
            lines.append(f"- {block.text}" if block.kind == "bullet" else block.text)
    lines += ["Nơi nhận:", *(f"- {recipient.name};" for recipient in paper.recipients), paper.signer.position or ""]
    return "\n".join([*lines, paper.signer.name or ""]) + "\n"


def median_of(rounds: int, *works: Callable[[], object], clock: Callable[[], float] = time.process_time) -> list[float]:
    """The median seconds of each work, done turn about so that a busy moment of the machine hits all alike.

    Processor time, so that the figures are those of one core even where others keep it busy.
    """
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, times in zip(works, taken, strict=True):
            started = clock()
            work()
            times.append(clock() - started)
    return [median(times) for times in taken]


def main() -> int:
    """Measure, print, and end with the RESULT line."""
    parser = argparse.ArgumentParser(description="Speed of reading and writing documents.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: an answer within 50 seconds")
    quick = parser.parse_args().quick
    rounds, count = (3, 3) if quick else (9, 12)
    papers = [made_plan(seed, 5) for seed in range(count)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rate = measure_reading(folder, papers, rounds)
        measure_growth(folder, rounds)
        measure_guard(folder, papers[0], rounds)
    pdf_rate = measure_writing(papers, rounds)
    met = all(rate[kind] >= target for kind, target in TARGETS.items())
    print("targets met" if met else "targets NOT met")
    print(f"RESULT txt_pages_per_s={rate['txt']:.0f} docx_pages_per_s={rate['docx']:.0f} pdf_docs_per_s={pdf_rate:.1f}")
    return 0


def write_files(folder: Path, name: str, paper: Paper) -> dict[str, Path]:
    """Write one plan in every format."""
    contents = {"txt": plain_text(paper).encode(), "docx": write_docx(paper), "pdf": write_pdf(paper)}
    files = {kind: folder / f"{name}.{kind}" for kind in contents}
    for kind, content in contents.items():
        files[kind].write_bytes(content)
    return files


def measure_reading(folder: Path, papers: list[Paper], rounds: int) -> dict[str, float]:
    """Pages read per second, by format, side by side."""
    pages = sum(len(plain_text(paper)) for paper in papers) / PAGE
    files = [write_files(folder, str(number), paper) for number, paper in enumerate(papers)]
    kinds = list(files[0])

    def read_all(kind: str) -> None:
        for written in files:
            read(written[kind])

    times = median_of(rounds, *(partial(read_all, kind) for kind in kinds))
    rate = {kind: pages / seconds for kind, seconds in zip(kinds, times, strict=True)}
    print(f"{len(papers)} made plans, {pages:.0f} pages of {PAGE:,} characters; median of {rounds} rounds, one core")
    for kind in kinds:
        target = f", target {TARGETS[kind]}" if kind in TARGETS else ""
        print(f"read {kind:<5}{rate[kind]:9.0f} pages/s{target}")
    print(f"speed side by side: docx/txt {rate['docx'] / rate['txt']:.2f}, pdf/txt {rate['pdf'] / rate['txt']:.2f}")
    return rate


def measure_growth(folder: Path, rounds: int) -> None:
    """How the time grows from a short document to one ten times as long."""
    papers = [made_plan(1, pages) for pages in (2.5, 25)]
    texts = [plain_text(paper) for paper in papers]
    longer = len(texts[1]) / len(texts[0])
    short, long = (write_files(folder, name, paper) for name, paper in zip(("short", "long"), papers, strict=True))
    for kind in short:
        one, ten = median_of(rounds, partial(read, short[kind]), partial(read, long[kind]))
        took = ten / one
        print(f"growth {kind:<5}{longer:.1f} x the length, {took:.1f} x the time: {took / longer:.2f} (1 is linear)")
    lines = [lines_of(text) for text in texts]
    one, ten = median_of(rounds, partial(understand, lines[0]), partial(understand, lines[1]))
    print(f"understanding alone {len(texts[1]) / PAGE / ten:.0f} pages/s, growth {ten / one / longer:.2f}")


def measure_guard(folder: Path, paper: Paper, rounds: int) -> None:
    """What the guarded child process costs one document, in real time."""
    path = write_files(folder, "guarded", paper)["txt"]
    plain, guarded = median_of(rounds, partial(read, path), partial(read_guarded, path), clock=time.perf_counter)
    print(f"guard: a child process adds {1000 * (guarded - plain):.0f} ms of real time to one document")


def measure_writing(papers: list[Paper], rounds: int) -> float:
    """PDF and Word documents written per second; returns that of PDF."""

    def write_all(writer: Callable[[Paper], bytes]) -> None:
        for paper in papers:
            writer(paper)

    pdf, docx = median_of(rounds, partial(write_all, write_pdf), partial(write_all, write_docx))
    print(f"write pdf {len(papers) / pdf:.1f} documents/s, docx {len(papers) / docx:.1f} documents/s (five pages each)")
    return len(papers) / pdf


if __name__ == "__main__":
    sys.exit(main())
