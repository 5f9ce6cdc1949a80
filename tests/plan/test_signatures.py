"""How pages are folded."""

from __future__ import annotations

import pytest

from digest_studio.plan.signatures import signatures


@pytest.mark.parametrize(("pages", "sheets"), [
    (44, [16, 16, 8, 4]), (48, [16, 16, 16]), (24, [16, 8]), (4, [4]), (33, [16, 16, 1]), (0, []),
])
def test_the_largest_sheets_first(pages: int, sheets: list[int]) -> None:
    assert signatures(pages) == sheets
