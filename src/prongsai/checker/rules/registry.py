"""Every rule of the checker in the order of the contract: its name, its severity, what it is about, the function that applies it."""

from collections.abc import Callable, Iterator

from prongsai.checker.rules.agency import agency_mismatch, agency_type, place_mismatch
from prongsai.checker.rules.cells import cell_misplaced
from prongsai.checker.rules.coverage import uncovered_weakness
from prongsai.checker.rules.extremes import extreme_mismatch
from prongsai.checker.rules.levels import level_mismatch, level_table, target_mismatch
from prongsai.checker.rules.measures import measure_follow_up, measure_owner, measure_period, measure_steps, vague_owner, vague_period
from prongsai.checker.rules.progress import copied_row, no_evidence, result_is_wish
from prongsai.checker.rules.results import results_mismatch
from prongsai.checker.rules.rule import Finding, Inquiry, Rule
from prongsai.checker.rules.scores import change_mismatch, indicator_mismatch
from prongsai.checker.rules.sections import missing_section
from prongsai.checker.rules.text import foreign_text
from prongsai.checker.rules.titles import indicator_title, item_code
from prongsai.checker.rules.totals import total_mismatch
from prongsai.checker.rules.weights import weight_mismatch
from prongsai.checker.rules.years import year_mismatch
from prongsai.plan import Severity
from prongsai.words import Words


def _rules(severity: Severity, *entries: tuple[str, Words, Callable[[Inquiry], Iterator[Finding]]]) -> dict[str, Rule]:
    return {name: Rule(name, severity, about, apply) for name, about, apply in entries}


RULES: dict[str, Rule] = {
    **_rules(
        "error",
        ("total-mismatch", Words("คะแนนรวมไม่ตรงกับคะแนนตัวชี้วัด", "the total does not follow from the indicators"), total_mismatch),
        ("indicator-mismatch", Words("คะแนนเดียวกันมีสองค่า", "one score has two values"), indicator_mismatch),
        ("change-mismatch", Words("ผลต่างระหว่างปีไม่ตรง", "a difference between years is not the difference"), change_mismatch),
        ("extreme-mismatch", Words("คะแนนสูงสุดหรือต่ำสุดไม่ตรง", "the highest or lowest is another one"), extreme_mismatch),
        ("level-mismatch", Words("ระดับไม่ตรงกับคะแนน", "the level is not that of the scores"), level_mismatch),
        ("level-table", Words("ตารางระดับไม่ตรงหลักเกณฑ์", "the table of levels is not the year's"), level_table),
        ("weight-mismatch", Words("น้ำหนักไม่ตรงหลักเกณฑ์", "the weights are not the year's"), weight_mismatch),
        ("target-mismatch", Words("เกณฑ์ผ่านหรือค่าเป้าหมายไม่ตรง", "the pass mark is not the year's"), target_mismatch),
        ("year-mismatch", Words("ปีงบประมาณไม่ตรงกันในเอกสาร", "the fiscal year changes"), year_mismatch),
        ("agency-mismatch", Words("มีชื่อหน่วยงานอื่น", "another agency's name"), agency_mismatch),
    ),
    **_rules("warning", ("agency-type", Words("เรียกประเภทหน่วยงานผิด", "the wrong type of agency"), agency_type)),
    **_rules(
        "error",
        ("place-mismatch", Words("อำเภอหรือจังหวัดไม่ตรงกัน", "district or province change"), place_mismatch),
        ("indicator-title", Words("เลขตัวชี้วัดไม่ตรงกับชื่อ", "an indicator's number with another's title"), indicator_title),
        ("item-code", Words("รหัสข้อไม่ตรงกับปีหรือชื่อ", "an item's code that is not the year's, or with another's title"), item_code),
        ("uncovered-weakness", Words("จุดอ่อนที่ไม่มีมาตรการ", "a weak point without a measure"), uncovered_weakness),
        ("measure-owner", Words("มาตรการไม่มีผู้รับผิดชอบ", "a measure without an owner"), measure_owner),
        ("measure-period", Words("มาตรการไม่มีระยะเวลา", "a measure without a period"), measure_period),
        ("measure-steps", Words("มาตรการไม่มีขั้นตอน", "a measure without steps"), measure_steps),
        ("measure-follow-up", Words("มาตรการไม่มีการติดตาม", "a measure without follow-up"), measure_follow_up),
    ),
    **_rules(
        "warning",
        ("vague-owner", Words("ผู้รับผิดชอบคือทุกคน", "everyone is responsible"), vague_owner),
        ("vague-period", Words("ทุกมาตรการใช้เวลาทั้งปี", "every measure takes the whole year"), vague_period),
    ),
    **_rules("error", ("result-is-wish", Words("ผลการดำเนินการเป็นเพียงความคาดหวัง", "results that are wishes"), result_is_wish)),
    **_rules(
        "warning",
        ("no-evidence", Words("ผลการดำเนินการไม่มีหลักฐาน", "results without proof"), no_evidence),
        ("copied-row", Words("ข้อความซ้ำในเรื่องที่ต่างกัน", "rows with copied text"), copied_row),
        ("cell-misplaced", Words("ข้อความอยู่ผิดช่อง", "text in the wrong column"), cell_misplaced),
        ("missing-section", Words("ขาดส่วนที่ต้องมี", "a part is missing"), missing_section),
    ),
    **_rules("note", ("foreign-text", Words("อักขระแปลกปลอม", "characters of other scripts or broken words"), foreign_text)),
    **_rules("error", ("results-mismatch", Words("ไม่ตรงกับผลของหน่วยงาน", "differs from the agency's results"), results_mismatch)),
}
