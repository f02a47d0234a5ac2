"""What the kinds of documents and the severities of remarks are called."""

from prongsai.checker.fact import Kind
from prongsai.plan import Severity
from prongsai.words import Words

KIND_NAMES: dict[Kind, Words] = {
    "analysis": Words("การวิเคราะห์ผลการประเมิน", "analysis of the result"),
    "measures": Words("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "measures"),
    "progress": Words("รายงานผลการดำเนินการตามมาตรการ", "progress of the measures"),
    "unknown": Words("ไม่ทราบชนิดรายงาน", "kind of report not known"),
}
SEVERITY_NAMES: dict[Severity, Words] = {
    "error": Words("ข้อผิดพลาด", "error"),
    "warning": Words("ควรตรวจ", "warning"),
    "note": Words("ข้อสังเกต", "note"),
}
