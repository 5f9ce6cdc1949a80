"""What the outline's rows say, in the user's language: short in the row, whole in the tip and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from digest_studio.gui.outline.rows import Fit, Row
from digest_studio.gui.words import said


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Outline", text, None, number)


class Wording:
    """Words for rows."""

    def title(self, row: Row) -> str:
        match row.thing.kind:
            case "contents":
                return tr("Contents")
            case "hint":
                return tr("Nothing is in the outline yet")
            case "pool":
                return {"articles": tr("Unplaced articles"), "ads": tr("Unplaced advertisements"),
                        "pictures": tr("Loose pictures")}[row.thing.id]  # fmt: skip
            case _:
                return row.title

    def hint(self, row: Row) -> str:
        """What belongs into an empty place, and how to put it there."""
        if row.children:
            return ""
        match row.thing.kind, row.thing.id:
            case "hint", _:
                return tr("Add a section with +, or drag articles here.")
            case "section", _:
                return tr("Empty: drag articles here. Not printed.")
            case "pool", "articles":
                return tr("Drop Markdown or text files here.")
            case "pool", "ads":
                return tr("Drop PDF files or pictures here.")
            case "pool", "pictures":
                return tr("Drop photographs here, or onto an article.")
            case _:
                return ""

    def detail(self, row: Row) -> str:
        """The row's second line."""
        if row.thing.kind == "article":
            return " · ".join(part for part in (self.status(row), self.pages(row)) if part)
        if row.thing.kind == "ad" and row.ad is not None:
            sides = {"left": tr("left-hand page"), "right": tr("right-hand page"), "any": ""}
            side = self.position(row) or sides[row.ad.side]
            return " · ".join(part for part in (self.size(row), side, tr("fixed") if row.ad.fixed else "") if part)
        if row.thing.kind == "contents":
            return self.pages(row)
        return self.hint(row)

    def status(self, row: Row) -> str:
        return {"draft": tr("Draft"), "edited": tr("Edited"), "approved": tr("Approved")}.get(row.status, "")

    def size(self, row: Row) -> str:
        sizes = {
            "full-page": tr("Full page"), "half-page": tr("Half page"), "half-page-vertical": tr("Half page, upright"),
            "third-page": tr("Third of a page"), "quarter-page": tr("Quarter page"), "spread": tr("Spread"),
        }  # fmt: skip
        return sizes[row.ad.size] if row.ad else ""

    def position(self, row: Row) -> str:
        positions = {
            "back-cover": tr("back cover"), "inside-front-cover": tr("inside front cover"),
            "inside-back-cover": tr("inside back cover"),
        }  # fmt: skip
        return positions.get(row.ad.position, "") if row.ad else ""

    def pages(self, row: Row) -> str:
        if not row.pages:
            return ""
        count = tr("%n page(s)", row.pages)
        return tr("about {pages}").format(pages=count) if row.guessed else count

    def badge(self, row: Row) -> str:
        """How an article fits, in a word or two; "" where nothing is known."""
        fit: Fit | None = row.fit
        if fit is None:
            return ""
        if fit.over:
            return tr("%n line(s) over", fit.over)
        return tr("{percent} % empty").format(percent=round(100 * fit.empty)) if fit.empty else tr("Fits")

    def tip(self, row: Row) -> str:
        """Everything about a row."""
        lines = [self.title(row), self.detail(row)]
        if row.folio:
            where = tr("On page {page}") if row.first == row.last or row.thing.kind != "section" else tr("On pages {page}")
            lines.append(where.format(page=row.folio))
        if row.fit and row.fit.empty and not row.fit.over:
            lines.append(tr("{percent} % of its last page is empty").format(percent=round(100 * row.fit.empty)))
            if row.fit.under:
                lines.append(tr("%n line(s) free", row.fit.under))
        elif badge := self.badge(row):
            lines.append(f"{badge} · {row.template}" if row.template else badge)
        if row.thing.kind in ("article", "ad") and row.place is None:
            lines.append(tr("Not placed: it is not printed"))
        lines += map(said, row.problems)
        return "\n".join(line for line in lines if line)

    def aloud(self, row: Row) -> str:
        """The row for a screen reader."""
        page = tr("page {page}").format(page=row.folio) if row.folio else ""
        return ", ".join(part for part in (self.title(row), page, self.detail(row), self.badge(row)) if part)
