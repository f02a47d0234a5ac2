"""What the reader of a Word file left out or took as accepted, as notes for the one who reads on."""

from dataclasses import dataclass

from prongsai.words import Words


@dataclass(slots=True)
class Tally:
    """Counts over a whole document."""

    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    blanks: int = 0
    pictures: int = 0
    charts: int = 0
    foreign: int = 0
    comments: int = 0

    def notes(self) -> tuple[Words, ...]:
        """A sentence for each thing that was counted."""
        notes = [self._changes()] if self.insertions or self.deletions else []
        return (*notes, *(_filled(words, count) for words, count in self._counts() if count))

    def _changes(self) -> Words:
        return Words(
            f"เอกสารมีการแก้ไขที่ติดตามไว้ (เพิ่ม {self.insertions:,} แห่ง ลบ {self.deletions:,} แห่ง) อ่านข้อความตามที่แก้ไขแล้ว",
            f"the document holds tracked changes ({self.insertions:,} insertions, {self.deletions:,} deletions); the text was read as changed",
        )

    def _counts(self) -> tuple[tuple[Words, int], ...]:
        return (
            (Words("ไม่ได้อ่านข้อความที่ซ่อนไว้ {} แห่ง", "hidden text left out: {}"), self.hidden),
            (Words("ช่องกรอกที่ยังไม่ได้กรอก {} ช่อง", "form fields not filled in: {}"), self.blanks),
            (Words("ไม่ได้อ่านข้อความในรูปภาพ {} รูป", "pictures whose text was not read: {}"), self.pictures),
            (Words("ไม่ได้อ่านแผนภูมิหรือผังภาพ {} ภาพ", "charts or diagrams not read: {}"), self.charts),
            (Words("ไม่ได้อ่านเนื้อหาจากไฟล์อื่นที่ฝังไว้ {} แห่ง", "contents embedded from other files not read: {}"), self.foreign),
            (Words("ไม่ได้อ่านความเห็นในเอกสาร {} รายการ", "comments in the document not read: {}"), self.comments),
        )


def _filled(words: Words, count: int) -> Words:
    return Words(*(text.format(f"{count:,}") for text in words))
