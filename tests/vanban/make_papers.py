"""Makes realistic Vietnamese papers from a seed: plans, decisions, proposals, reports, notices, minutes, letters."""

from __future__ import annotations

import datetime as dt
from random import Random

from tests.vanban import paper_words as words
from thidua.vanban.structure import Appendix, Block, Paper, Recipient, Signer

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]


def make_paper(seed: int, *, imperfect: bool | None = None) -> Paper:
    """Return the paper of a seed, always the same; `imperfect` forces faulty numbering on or off (else one in four)."""
    random = Random(seed)
    faulty = random.random() < 0.25 if imperfect is None else imperfect
    maker = _Maker(random, faulty)
    kind = random.choice([*words.KINDS, "QUYẾT ĐỊNH", "KẾ HOẠCH", ""])
    return maker.paper(kind)


class _Maker:
    """One paper in the making: all choices come from one random source."""

    def __init__(self, random: Random, faulty: bool) -> None:
        self.random = random
        self.faulty = faulty
        self.pick = random.choice

    def paper(self, kind: str) -> Paper:
        parent, agency, symbol, place, head = self.pick(words.OFFICES)
        paper = Paper(
            doc_type=kind,
            number=self.pick([None, "05", "09", "12", "172", "1627", f"{self.random.randint(10, 9999)}"]),
            symbol=f"{words.KINDS[kind]}-{symbol}" if kind else f"{symbol}-{self.pick(['TCHCQT', 'NC', 'KGVX', 'TH'])}",
            issuing_agency=agency,
            parent_agency=parent,
            place=place,
            title=self.title(kind),
            recipients=self.recipients(kind),
            signer=self.signer(head),
        )
        self.date(paper)
        if kind in ("", "TỜ TRÌNH", "BÁO CÁO") and (kind != "BÁO CÁO" or self.random.random() < 0.5):
            paper.addressees = self.random.sample(words.ADDRESSEES, self.pick([1, 1, 2, 3]))
        if kind == "QUYẾT ĐỊNH":
            self.decision(paper, head)
        elif kind == "":
            self.letter(paper)
        else:
            self.plan(paper)
        paper.appendices = self.appendices(kind)
        return paper

    def date(self, paper: Paper) -> None:
        day = dt.date(2023, 1, 1) + dt.timedelta(days=self.random.randrange(1400))
        choice = self.random.random()
        if choice < 0.7:
            paper.date = day
        elif choice < 0.9:
            paper.date_partial = f"{day:%Y-%m}"
        else:
            paper.date_partial = f"{day.year}"

    def title(self, kind: str) -> str:
        title = f"{self.pick(words.TITLE_VERBS)} {self.pick(words.TITLE_OBJECTS)} {self.pick(words.TITLE_ENDS)}".strip()
        if kind == "QUYẾT ĐỊNH":
            return f"Về việc {title[0].lower()}{title[1:]}"
        if kind == "":
            return title[0].lower() + title[1:]
        return title.upper() if self.random.random() < 0.3 else title

    def sentence(self, least: int = 1, most: int = 4) -> str:
        parts = [self.pick(words.CLAUSES) for _ in range(self.random.randint(least, most))]
        text = "; ".join(dict.fromkeys(parts)) + "."
        return text[0].upper() + text[1:]

    def item(self, last: bool = False) -> str:
        text = self.pick(words.ITEMS)
        return text + ("." if last else self.pick([".", ";"]))

    def decision(self, paper: Paper, head: str) -> None:
        paper.enacted_by = self.pick([None, f"{head} {words.OFFICE_OF[head]}"])
        paper.bases = [*self.bases(), f"Theo đề nghị của {self.pick(words.PROPOSERS)}"]
        count = self.random.randint(2, 5)
        for number in range(1, count + 1):
            paper.blocks.append(Block("heading", self.pick(words.ARTICLES), f"Điều {number}", 1))
            if self.random.random() < 0.4 and number < count:
                for inner in range(1, self.random.randint(3, 5)):
                    paper.blocks.append(Block("heading", self.item(), f"{inner}", 2))
                    if self.random.random() < 0.4:
                        paper.blocks += self.letters(3)
        paper.blocks.append(
            Block("heading", f"{self.pick(words.PROPOSERS)} {words.MUST_CARRY_OUT}", f"Điều {count + 1}", 1)
        )

    def letter(self, paper: Paper) -> None:
        if self.random.random() < 0.5:
            paper.opening = [f"{self.pick(words.STARTS)} {self.pick(words.AS_FOLLOWS)}"]
            for number in range(1, self.random.randint(3, 5)):
                paper.blocks.append(Block("heading", self.item(last=True), str(number), 1))
        else:
            paper.blocks = [Block("paragraph", f"{self.pick(words.STARTS)} {self.pick(words.REQUESTS)}")]
            paper.blocks += [Block("paragraph", self.sentence()) for _ in range(self.random.randint(1, 3))]
        paper.blocks.append(Block("paragraph", self.pick(words.ENDINGS)))

    def plan(self, paper: Paper) -> None:
        if self.random.random() < 0.6:
            paper.bases = self.bases()
        if self.random.random() < 0.4:
            paper.opening.append(self.sentence(2, 4))
        paper.opening.append(f"{self.pick(words.STARTS)} {self.pick(words.AS_FOLLOWS)}")
        self.parts(paper.blocks)
        paper.blocks.append(Block("paragraph", self.pick(words.ENDINGS)))

    def parts(self, blocks: list[Block]) -> None:
        """The numbered parts of a plan; one in eight has capital letters above the roman numbers."""
        romans = _ROMAN[: self.random.randint(2, 5)]
        if self.faulty:
            romans = self.spoil(romans)
        above = 1 if self.random.random() < 0.12 else 0
        for place, roman in enumerate(romans):
            if above and place % 2 == 0:
                blocks.append(Block("heading", self.pick(words.PARTS), "ABCD"[place // 2], 1))
            start = len(blocks)
            blocks.append(Block("heading", self.pick(words.PARTS), roman, 1))
            self.part(blocks)
            for block in blocks[start:]:
                block.level += above if block.kind == "heading" else 0

    def spoil(self, labels: list[str]) -> list[str]:
        """Repeat a number ("III", "III") or leave one out."""
        place = self.random.randrange(1, len(labels))
        if self.random.random() < 0.5:
            return [*labels[:place], labels[place - 1], *labels[place:-1]]
        return [*labels[:place], *labels[place + 1 :]] if place < len(labels) - 1 else labels

    def part(self, blocks: list[Block]) -> None:
        if self.random.random() < 0.15:
            blocks += [Block("paragraph", self.sentence()) for _ in range(2)]
            return
        numbers = [str(number) for number in range(1, self.random.randint(3, 6))]
        if self.faulty and self.random.random() < 0.3:
            numbers = self.spoil(numbers)
        for number in numbers:
            choice = self.random.random()
            if choice < 0.35:
                blocks.append(Block("heading", self.sentence(1, 3), number, 2))
                continue
            blocks.append(Block("heading", self.pick(words.CLAUSE_TITLES), number, 2))
            if choice < 0.5:
                blocks += [Block("paragraph", self.sentence(2, 5)) for _ in range(self.random.randint(1, 2))]
            elif choice < 0.65:
                blocks += self.letters(3)
            elif choice < 0.8:
                self.dotted(blocks, number)
            elif choice < 0.93:
                blocks += self.bullets()
            else:
                blocks += [Block("paragraph", "Nội dung cụ thể theo bảng sau:"), self.table()]

    def dotted(self, blocks: list[Block], number: str) -> None:
        for inner in range(1, self.random.randint(3, 5)):
            blocks.append(Block("heading", self.sentence(1, 2), f"{number}.{inner}", 3))
            choice = self.random.random()
            if choice < 0.3:
                blocks += self.letters(4)
            elif choice < 0.5:
                blocks += self.bullets()
            elif choice < 0.6:
                blocks += [Block("heading", self.item(), f"{number}.{inner}.{place}", 4) for place in (1, 2)]
            elif choice < 0.7:
                blocks += [Block("paragraph", self.sentence()) for _ in range(2)]

    def regulation(self) -> list[Block]:
        """Chapters with articles that are numbered through, some with clauses and points."""
        blocks: list[Block] = []
        article = 0
        for roman in _ROMAN[: self.random.randint(2, 3)]:
            blocks.append(Block("heading", self.pick(words.PARTS), f"Chương {roman}", 1))
            for _ in range(self.random.randint(1, 3)):
                article += 1
                blocks.append(Block("heading", self.pick(words.CLAUSE_TITLES), f"Điều {article}", 2))
                if self.random.random() < 0.5:
                    blocks.append(Block("paragraph", self.sentence()))
                    continue
                for number in range(1, self.random.randint(3, 5)):
                    blocks.append(Block("heading", self.sentence(1, 2), str(number), 3))
                    if self.random.random() < 0.3:
                        blocks += self.letters(4)
        return blocks

    def letters(self, level: int) -> list[Block]:
        count = self.pick([2, 3, 3, 4, 6, 8])
        made = [
            Block("heading", self.item(place == count), _LETTERS[place - 1], level) for place in range(1, count + 1)
        ]
        if self.random.random() < 0.15:
            made += [Block("heading", self.item(), f"({place})", level + 1) for place in (1, 2, 3)]
        return made

    def bullets(self) -> list[Block]:
        blocks = [Block("bullet", self.item()) for _ in range(self.random.randint(2, 4))]
        if self.random.random() < 0.3:
            blocks.append(Block("bullet", "Nội dung gồm:"))
            blocks += [Block("bullet", self.item(), "+") for _ in range(2)]
        return blocks

    def bases(self) -> list[str]:
        return self.random.sample(words.BASES, self.random.randint(1, 4))

    def table(self) -> Block:
        head = self.pick(words.TABLE_HEADS)
        rows = [head]
        for number in range(1, self.random.randint(3, 9)):
            rows.append([str(number), *(self.pick(words.CELLS) for _ in head[1:])])
        return Block("table", rows=rows)

    def recipients(self, kind: str) -> list[Recipient]:
        first = {"QUYẾT ĐỊNH": "Như Điều 3", "": "Như trên"}.get(kind)
        found = [Recipient(first)] if first else []
        for name in self.random.sample(words.RECIPIENTS, self.random.randint(1, 6)):
            found.append(Recipient(name, self.pick([None, None, *words.PURPOSES])))
        return [*found, Recipient(self.pick(words.FILED))]

    def signer(self, head: str) -> Signer:
        authority, position = self.pick(words.AUTHORITIES[head])
        return Signer(authority, position, self.pick([*words.NAMES, *words.NAMES, None]))

    def appendices(self, kind: str) -> list[Appendix]:
        count = self.pick([0, 0, 0, 0, 1, 2, 3])
        if kind == "QUYẾT ĐỊNH" and self.random.random() < 0.3:
            self.faulty = False
            if self.random.random() < 0.4:
                return [Appendix("QUY CHẾ", self.title("KẾ HOẠCH"), self.regulation())]
            blocks: list[Block] = []
            self.parts(blocks)
            return [Appendix("KẾ HOẠCH", self.title("KẾ HOẠCH"), blocks)]
        made = []
        for number in range(count):
            blocks = []
            if self.random.random() < 0.4:
                self.faulty = False
                blocks.append(Block("heading", self.pick(words.PARTS), "I", 1))
                self.part(blocks)
                blocks.append(Block("heading", self.pick(words.PARTS), "II", 1))
                blocks.append(Block("paragraph", self.sentence()))
            else:
                blocks.append(self.table())
            label = "Phụ lục" if count == 1 else f"Phụ lục {_ROMAN[number]}"
            made.append(Appendix(label, self.pick(words.APPENDIX_TITLES), blocks, landscape=self.random.random() < 0.2))
        return made
