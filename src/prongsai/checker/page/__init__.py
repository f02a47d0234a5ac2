"""The document as a page of HTML with the remarks at their passages."""

from prongsai.checker.page.whole import remark_page

__all__ = ["remark_page"]
