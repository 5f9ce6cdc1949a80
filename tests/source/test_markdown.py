"""A body becomes blocks of spans; what a page has no place for is an error in its line, and its words stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_studio.source.body import (
    Block,
    Box,
    Break,
    Heading,
    List,
    ListItem,
    Paragraph,
    PhotoPin,
    PullQuote,
    Quotation,
    Span,
)
from digest_studio.source.markdown import MAX_PROBLEMS, parse_body


def blocks(text: str, first_line: int = 1) -> tuple[Block, ...]:
    found, problems = parse_body(text, "a.md", first_line)
    assert problems == (), [str(problem) for problem in problems]
    return found


def problems(text: str) -> list[str]:
    """Each problem as `line rule`."""
    _, found = parse_body(text, "a.md")
    assert all(problem.remedy and not problem.fatal for problem in found)
    return [f"{problem.source.line} {problem.rule}" for problem in found if problem.source]


def plain(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(text) for text in texts)


def words(block: Block | ListItem) -> str:
    """All words of a block in their order."""
    if isinstance(block, Paragraph | Heading):
        return "".join(span.text for span in block.spans)
    if isinstance(block, List):
        return " ".join(map(words, block.items))
    if isinstance(block, ListItem):
        return " ".join(map(words, block.blocks))
    if isinstance(block, PhotoPin | Break):
        return ""
    title = block.title if isinstance(block, Box) else ()
    heads = "".join(span.text for span in title)
    return " ".join([heads, *map(words, block.blocks), "".join(span.text for span in block.attribution)])


def test_paragraphs_know_their_lines() -> None:
    assert blocks("One\ntwo.\n\n\nThree.\n", first_line=8) == (Paragraph(plain("One two."), 8), Paragraph(plain("Three."), 12))


def test_emphasis_links_and_breaks() -> None:
    text = "A *b **c*** [d *e*](https://x.org/?q=1 'title')  \n<https://y.org> <me@x.org>\\\n1 &lt; 2 &amp; \\*so\\* on"
    assert blocks(text) == (
        Paragraph(
            (
                Span("A "), Span("b ", emphasis=True), Span("c", True, True), Span(" "),
                Span("d ", link="https://x.org/?q=1"), Span("e", emphasis=True, link="https://x.org/?q=1"), Span("\n"),
                Span("https://y.org", link="https://y.org"), Span(" "), Span("me@x.org", link="mailto:me@x.org"),
                Span("\n1 < 2 & *so* on"),
            ),
            1,
        ),
    )  # fmt: skip


def test_heads_lists_and_breaks() -> None:
    text = "## Two\n\n### Three\n\n3. a\n\n   more\n4. b\n   - c\n   - d\n\n[!column]\n\n[!page]\n\n![](photo:12)\n"
    inner = List(False, 1, (ListItem((Paragraph(plain("c"), 9),), 9), ListItem((Paragraph(plain("d"), 10),), 10)), 9)
    assert blocks(text) == (
        Heading(2, plain("Two"), 1),
        Heading(3, plain("Three"), 3),
        List(
            True,
            3,
            (
                ListItem((Paragraph(plain("a"), 5), Paragraph(plain("more"), 7)), 5),
                ListItem((Paragraph(plain("b"), 8), inner), 8),
            ),
            5,
        ),
        Break("column", 12),
        Break("page", 14),
        PhotoPin(12, 16),
    )


def test_a_quotation_its_attribution_and_its_paragraphs() -> None:
    assert blocks("> One.\n>\n> Two,\n> three.\n> — The *Author*, 1999\n") == (
        Quotation(
            (Paragraph(plain("One."), 1), Paragraph(plain("Two, three."), 3)),
            (Span("The "), Span("Author", emphasis=True), Span(", 1999")),
            1,
        ),
    )
    assert blocks("> One.\n>\n> — Author\n") == (Quotation((Paragraph(plain("One."), 1),), plain("Author"), 1),)
    assert blocks("> One — two\n> — \n") == (Quotation((Paragraph(plain("One — two —"), 1),), (), 1),)


def test_a_pull_quote() -> None:
    expected = (PullQuote((Paragraph(plain("Words."), 2),), plain("Author"), 1),)
    assert blocks("> [!pull]\n> Words.\n> — Author\n") == expected
    assert blocks("> [!pull]  \n> Words.\n> — Author\n") == expected


def test_a_box_may_hold_heads_and_lists() -> None:
    text = "> [!box] The *plan*\n> First.\n>\n> ## Head\n>\n> - item\n>\n> — Desk\n"
    assert blocks(text) == (
        Box(
            (Span("The "), Span("plan", emphasis=True)),
            (
                Paragraph(plain("First."), 2), Heading(2, plain("Head"), 4),
                List(False, 1, (ListItem((Paragraph(plain("item"), 6),), 6),), 6),
            ),
            plain("Desk"),
            1,
        ),
    )  # fmt: skip
    assert blocks("> [!box]\n>\n> Words.") == (Box((), (Paragraph(plain("Words."), 3),), (), 1),)


def test_an_escaped_mark_is_a_word() -> None:
    assert blocks("\\[!column]\n\n> \\[!pull] so\n\nNote\\[^1]") == (
        Paragraph(plain("[!column]"), 1),
        Quotation((Paragraph(plain("[!pull] so"), 3),), (), 3),
        Paragraph(plain("Note[^1]"), 5),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x\n\n# Title", ["3 unsupported-markdown"]),
        ("#### Four", ["1 unsupported-markdown"]),
        ("Head\nhead\n---\n", ["3 unsupported-markdown"]),
        ("Head\n===\n", ["2 unsupported-markdown"]),
        ("a\n\n***\n", ["3 unsupported-markdown"]),
        ("| a | b |\n|---|---|\n| c | d |", ["2 unsupported-markdown"]),
        ("a | b\n:- | -:\nc | d", ["2 unsupported-markdown"]),
        ("Text[^1]\n\n[^1]: Note", ["1 unsupported-markdown", "3 unsupported-markdown"]),
        ("a\nb <b>c</b>", ["2 unsupported-markdown"] * 2),
        ("a\n\n<div>\nb\n</div>", ["3 unsupported-markdown"]),
        ("<!-- later -->", ["1 unsupported-markdown"]),
        ("a\nb `c`", ["2 unsupported-markdown"]),
        ("a\n\n    code", ["3 unsupported-markdown"]),
        ("```\ncode\n```", ["1 unsupported-markdown"]),
        ("a\nb ![x](y.jpg)", ["2 unsupported-markdown"]),
        ("![](photos/1.jpg)", ["1 unsupported-markdown"]),
        ("text ![](photo:1)", ["1 unsupported-markdown"]),
        ("> ![](photo:1)", ["1 unsupported-markdown", "1 empty-markdown"]),
        ("![words](photo:1)", ["1 markdown-form"]),
        ("- a\n  - b\n    - c", ["3 unsupported-markdown"]),
        ("- [ ] a\n- [x] b", ["1 unsupported-markdown", "2 unsupported-markdown"]),
        ("~~old~~ new", ["1 unsupported-markdown"]),
        ("> a\n>\n> > b", ["3 unsupported-markdown"]),
        ("> a\n>\n> - b", ["3 unsupported-markdown"]),
        ("- a\n\n  > b", ["3 unsupported-markdown"]),
        ("- a\n\n  ## b", ["3 unsupported-markdown"]),
        ("[!colum]", ["1 markdown-form"]),
        ("[!column] words", ["1 markdown-form"]),
        ("> [!column]", ["1 markdown-form"]),
        ("[!pull]", ["1 markdown-form"]),
        ("> [!pul]\n> a", ["1 markdown-form"]),
        ("> [!pull] a\n> b", ["1 markdown-form"]),
        ("> [!pull]", ["1 empty-markdown"]),
        ("> [!box] Title", ["1 empty-markdown"]),
        (">", ["1 empty-markdown"]),
        ("- a\n-", ["2 empty-markdown"]),
        ("a\n\n##", ["3 empty-markdown"]),
        ("a [b](www.x.org) [c](x.md) [d](javascript:x) [e](file:///x) [f]()", ["1 link-target"] * 5),
        ("[Note]: important", ["1 markdown-form"]),
        ("a\n\nb\x0bc\x00", ["3 control-character"] * 2),
    ],
)  # fmt: skip
def test_what_has_no_place_is_an_error_in_its_line(text: str, expected: list[str]) -> None:
    assert problems(text) == expected


def test_remedies_say_what_would_be_right() -> None:
    _, found = parse_body("[!colum]\n\n[a](www.x.org)\n\n> [!pul]\n> b", "a.md", 5)
    assert [str(problem) for problem in found] == [
        "a.md:5: `[!colum]` does nothing here (did you mean `[!column]`?)",
        "a.md:7: the link `www.x.org` leads nowhere (write https://www.x.org)",
        "a.md:9: `[!pul]` does nothing here (did you mean `[!pull]`?)",
    ]


def test_problems_are_bounded() -> None:
    assert len(problems("# x\n\n" * 1000)) == MAX_PROBLEMS


def test_line_ends_make_no_difference() -> None:
    text = "a\nb\n\n> [!pull]\n> c\n> — d\n\n# e\n\n\nf `g`\n"
    unix = parse_body(text, "a.md")
    assert parse_body(text.replace("\n", "\r\n"), "a.md") == unix
    assert parse_body(text.replace("\n", "\r"), "a.md") == unix


WORDS = st.lists(st.from_regex(r"[a-zé]{1,6}", fullmatch=True), min_size=1, max_size=5).map(" ".join)
PIECES = st.one_of(
    WORDS,
    st.builds("{} *{}* **{}**".format, WORDS, WORDS, WORDS),
    st.builds("{} [{}](https://x.org)".format, WORDS, WORDS),
    st.builds("## {}".format, WORDS),
    st.builds("- {}\n- {}\n  1. {}".format, WORDS, WORDS, WORDS),
    st.builds("> {}\n>\n> {}\n> — {}".format, WORDS, WORDS, WORDS),
    st.builds("> [!pull]\n> {}".format, WORDS),
    st.builds("> [!box] {}\n> {}\n>\n> ### {}\n>\n> - {}".format, WORDS, WORDS, WORDS, WORDS),
)
WRONG = st.one_of(
    st.builds("# {}".format, WORDS),
    st.builds("{} `{}` <b>{}</b>".format, WORDS, WORDS, WORDS),
    st.builds("    {}".format, WORDS),
    st.builds("> {}\n> > {}\n> - {}\n> ## {}".format, WORDS, WORDS, WORDS, WORDS),
    st.builds("- {}\n  - {}\n    - {}\n      - {}\n\n      {}".format, WORDS, WORDS, WORDS, WORDS, WORDS),
    st.builds("- {}\n\n  > [!box] {}\n  > {}\n  > — {}".format, WORDS, WORDS, WORDS, WORDS),
    st.builds("| {} | {} |\n|---|---|\n| {} | {} |".format, WORDS, WORDS, WORDS, WORDS),
)


def _letters(text: str) -> list[str]:
    text = re.sub(r"\]\(https://x.org\)|</?b>|\[!(pull|box)\]", " ", text)
    return re.findall(r"[a-zé]+", text)


@given(st.lists(PIECES, max_size=6))
def test_every_word_stands_in_the_blocks_once_in_its_order(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    assert _letters(" ".join(map(words, blocks(text)))) == _letters(text)


@given(st.lists(PIECES | WRONG, max_size=6))
def test_words_of_forbidden_forms_are_kept(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    found, _ = parse_body(text, "a.md")
    assert _letters(" ".join(map(words, found))) == _letters(text)


@given(st.text(max_size=300) | st.text("ab[]()!<>*_`#->.1 \n\\&;:|~^—", max_size=300))
def test_no_text_raises(text: str) -> None:
    found, told = parse_body(text, "a.md")
    lines = len(re.split("\r\n|\n|\r", text))
    assert all(problem.source and 1 <= problem.source.line <= lines for problem in told)
    assert all(1 <= block.line <= lines for block in found)
