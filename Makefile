# Two commands do everything: `make run` and `make test`. The work itself is in tools/*.py, short and readable.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python3.12 || command -v python3.13)
HOST ?= 127.0.0.1
PORT ?= 8000
export PYTHONUTF8 = 1
export HOST PORT

ifeq ($(strip $(PYTHON)),)
$(error Cần Python 3.11 trở lên: apt-get install python3.11 python3.11-venv (Python 3.11 or newer is needed))
endif

.DEFAULT_GOAL := help
.PHONY: help run test check venv bench demo-reset drawings lock format

help: ## các lệnh (the commands)
	@grep -E '^[a-z-]+: .*##' Makefile | sed -E 's/: .*## /\t/' | while IFS="$$(printf '\t')" read -r name what; do \
	  printf '  make %-12s %s\n' "$$name" "$$what"; done

run: ## cài đặt, dựng dữ liệu mẫu, chạy tại http://127.0.0.1:8000 (install, fill, serve)
	@exec "$(PYTHON)" -m tools.run

test: ## toàn bộ kiểm thử: quy tắc, SQLite, PostgreSQL, trình duyệt (everything)
	@exec "$(PYTHON)" -m tools.test

check: ## định dạng, lỗi thường gặp, kiểu, hướng phụ thuộc (format, lint, types, contracts)
	@exec "$(PYTHON)" -m tools.test check

venv: ## chỉ dựng môi trường Python cho người phát triển (environment only)
	@exec "$(PYTHON)" -m tools.venv dev

bench: ## đo tốc độ, bản rút gọn (benchmarks, quick)
	@exec "$(PYTHON)" -m tools.bench

demo-reset: ## xóa và dựng lại dữ liệu mẫu; YES=1 nếu không phải dữ liệu mẫu (rebuild the demo data)
	@exec "$(PYTHON)" -m tools.run --reset $(if $(YES),--yes)

drawings: ## vẽ lại các hình trong docs/ từ mã nguồn (redraw the generated docs)
	@exec "$(PYTHON)" -m tools.venv dev
	@.venv/bin/python -m tools.drawings

lock: ## ghi lại các tệp khóa phiên bản; UPGRADE=1 để lấy bản mới (rewrite the lock files)
	@exec "$(PYTHON)" -m tools.lock $(if $(UPGRADE),--upgrade)

format: ## sửa định dạng mã nguồn (format the code)
	@exec "$(PYTHON)" -m tools.venv dev
	@.venv/bin/python -m ruff format .
	@.venv/bin/python -m ruff check --fix .
