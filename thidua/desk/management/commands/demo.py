"""`manage.py demo`: fills an empty database with an Office, its plan and three years of work, and prints the logins."""

from __future__ import annotations

import argparse
import datetime as dt
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from thidua.desk.demo import build
from thidua.desk.demo.logins import table
from thidua.desk.demo.office import FIRST_DAY


def day_or_real(text: str) -> dt.date | None:
    """What --today takes: YYYY-MM-DD, or "real" for the true day."""
    if text == "real":
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng 2025-11-12, cũng không phải real") from error
    if day < FIRST_DAY:
        raise argparse.ArgumentTypeError(f"dữ liệu mẫu bắt đầu từ ngày {FIRST_DAY:%d/%m/%Y}")
    return day


class Command(BaseCommand):
    """Thin: the story is in `thidua.desk.demo`."""

    help = "Dựng dữ liệu mẫu: một Văn phòng, 12 đơn vị, 90 người, kế hoạch và ba năm hoạt động."

    def add_arguments(self, parser: CommandParser) -> None:
        """--today, --reset, --yes."""
        parser.add_argument(
            "--today", type=day_or_real, default=build.LAST_DAY, metavar="NGÀY",
            help="ngày đồng hồ đứng, dạng 2025-11-12; “real” để theo ngày thật",
        )  # fmt: skip
        parser.add_argument("--reset", action="store_true", help="xóa dữ liệu mẫu hiện có rồi dựng lại")
        parser.add_argument("--yes", action="store_true", help="với --reset: xóa cả khi không phải dữ liệu mẫu")

    def handle(self, *args: Any, **options: Any) -> None:
        """Builds, or says why there is nothing to build."""
        if build.holds_anything():
            if not options["reset"]:
                return self._already_there()
            if not build.is_demo() and not options["yes"]:
                raise CommandError(
                    "Cơ sở dữ liệu này không do lệnh demo dựng. Để xóa hết và dựng dữ liệu mẫu, thêm --yes."
                )
        start = time.monotonic()
        if options["reset"]:
            self._say("Xóa dữ liệu và tệp hiện có…")
            build.empty()
        today: dt.date | None = options["today"]
        built = build.build(until=min(today or build.LAST_DAY, build.LAST_DAY), say=self._say)
        build.stand_on(today)
        self._say(
            f"Đã dựng xong dữ liệu mẫu sau {time.monotonic() - start:.1f} giây: {built.scenes} việc, "
            f"{built.entries} mục nhật ký, không gửi thư nào."
        )
        self._say(f"Đồng hồ của hệ thống đứng ở ngày {today:%d/%m/%Y}." if today else "Đồng hồ chạy theo ngày thật.")
        self._logins()
        return None

    def _already_there(self) -> None:
        if build.is_demo():
            self._say("Dữ liệu mẫu đã có, không làm gì thêm. Để dựng lại từ đầu: manage.py demo --reset")
            self._logins()
        else:
            self._say("Cơ sở dữ liệu đã có tài khoản nên không dựng dữ liệu mẫu.")

    def _logins(self) -> None:
        for line in table():
            self._say(line)

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
