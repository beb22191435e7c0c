"""Real documents against their hand readings, with the scorer that measures the reader: pooled floors per part."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from thidua.vanban.reading import understand
from thidua.vanban.sources.txt import load_txt

SHARED = Path(__file__).parents[2].parent / "shared"
FLOORS = {
    "outline": 0.99,
    "parent": 0.99,
    "deadline": 0.95,
    "bases": 0.98,
    "recipients": 0.99,
    "units": 0.95,
    "head": 0.99,
}

if (SHARED / "plans" / "others").exists():

    @pytest.fixture(scope="module")
    def score():
        spec = importlib.util.spec_from_file_location("score_reading", SHARED / "tools" / "score_reading.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    @pytest.fixture(scope="module")
    def results(score):
        rows = {}
        for truth in sorted((SHARED / "plans" / "others").glob("*/truth.json")):
            got = json.loads(json.dumps(understand(load_txt(truth.parent / "source.txt")).as_json()))
            rows[truth.parent.name] = score.one(got, json.loads(truth.read_text(encoding="utf-8")))
        return rows

    @pytest.mark.parametrize("part", list(FLOORS))
    def test_pooled(score, results, part):
        total = [sum(row[part][place] for row in results.values()) for place in range(3)]
        assert score.f1(*total) >= FLOORS[part]

    def test_no_deadline_where_there_is_none(results):
        invented = {name: row["deadline"][1] for name, row in results.items() if row["deadline"][2] == 0}
        assert invented == dict.fromkeys(invented, 0)
