"""Is everything in the PDF that the folder says, at the place where the PDF itself says that it is?

    python -m tests.end_to_end.reading ISSUE PDF

Each check takes what the author wrote (authored.py) and what the PDF shows (printed.py) and yields a sentence for each thing
that is wrong; none knows how Digest Studio works.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.end_to_end.authored import Authored, Text, folded, read
from tests.end_to_end.printed import LinkArea, Printed

FOOT = 0.93  # where a page's foot begins, as a part of its height
PICTURE_PAGE = 80  # words on a page that is a picture: its caption
MOST_PIECES = 6  # a word may come in so many pieces: a drop cap and its rest, an address broken over lines


def failures(folder: Path, pdf: Path) -> list[str]:
    """Everything that is wrong."""
    authored, printed = read(folder), Printed(pdf)
    starts = article_starts(authored, printed)
    missing = [f"no bookmark leads to {text.id}" for text in authored.articles if text.id not in starts]
    return [
        *missing,
        *words(authored, printed, starts),
        *contents(authored, printed, starts),
        *links(printed),
        *cover_lines(authored, printed, starts),
        *bookmarks(authored, printed),
        *labels(authored, printed),
        *addresses(authored, printed),
    ]


def article_starts(authored: Authored, printed: Printed) -> dict[str, int]:
    """The page (from 0) to which each article's bookmark leads. Equal titles are taken in order."""
    starts: dict[str, int] = {}
    marks = list(printed.bookmarks)
    for text in authored.articles:
        title = folded(text.title)
        mark = next((m for m in marks if folded(m.title) == title), None)
        if mark:
            starts[text.id] = mark.page
            marks.remove(mark)
    return starts


def page_words(printed: Printed, number: int) -> list[str]:
    return folded(printed.texts[number])


def opening_words(printed: Printed, number: int) -> list[str]:
    """The words of the page where something begins; of its facing page too, where a picture fills a left-hand page."""
    words = page_words(printed, number)
    facing = number % 2 == 1 and len(words) < PICTURE_PAGE and number + 1 < len(printed)
    return words + page_words(printed, number + 1) if facing else words


# --- words ----------------------------------------------------------------------------------------------------------


def words(authored: Authored, printed: Printed, starts: dict[str, int]) -> Iterator[str]:
    """Every word of every article stands on its pages once, in reading order; beside them only what is known to repeat."""
    stops = sorted({*starts.values(), *(m.page for m in printed.bookmarks), len(printed)})
    groups: dict[int, list[Text]] = {}
    for text in (text for text in authored.articles if text.id in starts):
        groups.setdefault(starts[text.id], []).append(text)
    for start, texts in sorted(groups.items()):
        end = next(stop for stop in stops if stop > start)
        found = [word for n in range(start, end) for word in page_words(printed, n)]
        allowed = Counter(folded(" ".join(authored.furniture + authored.sections)) * (end - start))
        allowed.update(label.casefold() for label in printed.labels[start:end])
        for file in authored.ad_files:
            allowed.update(folded(" ".join(Printed(file).texts)))
        yield from article_words(texts, found, allowed)


def article_words(texts: Sequence[Text], found: list[str], allowed: Counter[str]) -> Iterator[str]:
    """Compare the words of the articles that share pages with the words `found` there."""
    known = Counter(allowed)
    for text in texts:
        for unit in text.units:
            wanted = folded(unit)
            found, lost = whole(wanted, found)
            known.update(wanted)
            if lost is not None:
                yield f"{text.id}: “{excerpt(wanted, lost)}” is not there in order (word {lost + 1} of {len(wanted)})"
        captions = Counter(folded(" ".join(text.captions)))
        if captions - Counter(found):
            yield f"{text.id}: of its captions is missing: {' '.join(captions - Counter(found))}"
        known += captions
        known.update(folded(" ".join(text.markers)))
    over = Counter(found) - known
    for quote in (folded(quote) for text in texts for quote in text.repeated):
        if not Counter(quote) - known - over:
            over -= Counter(quote)
    if over:
        yield f"{', '.join(t.id for t in texts)}: more words than the author wrote: {' '.join(sorted(over.elements()))}"


def excerpt(words: Sequence[str], at: int) -> str:
    return " ".join(words[max(0, at - 3):at + 3])


def whole(wanted: Sequence[str], found: list[str]) -> tuple[list[str], int | None]:
    """Whether the words `wanted` stand in `found` in order: the index of the first that does not, None if all do.

    Also `found` with the pieces of those words put together. Taking each word as early as it comes finds an order if
    there is one.
    """
    joined: list[str] = []
    at = 0
    for n, word in enumerate(wanted):
        while at < len(found) and not (width := pieces(word, found, at)):
            joined.append(found[at])
            at += 1
        if at >= len(found):
            return found, n
        joined.append(word)
        at += width
    return joined + found[at:], None


def pieces(word: str, found: Sequence[str], at: int) -> int:
    """How many of the words of `found` from `at` on make up `word` together; 0 if they do not."""
    built = ""
    for n, part in enumerate(found[at:at + MOST_PIECES], 1):
        built += part
        if built == word:
            return n
        if not word.startswith(built):
            return 0
    return 0


# --- numbers and links ------------------------------------------------------------------------------------------------


def contents(authored: Authored, printed: Printed, starts: dict[str, int]) -> Iterator[str]:
    """Each article of the contents has a line there: a link with its title and the number of the page where it starts."""
    pages = contents_pages(printed, starts)
    lines = [link for link in printed.links if link.page in pages]
    for text in authored.articles:
        if text.id not in authored.in_contents or text.id not in starts:
            continue
        start = starts[text.id]
        own = [link for link in lines if link.target == start and line_holds(link, folded(text.contents_title))]
        if not own:
            yield f"the contents has no line that leads to {text.id} on page {start + 1}"
        elif not any(folded(printed.labels[start])[-1] in folded(link.text) for link in own):
            yield f"the contents gives another number for {text.id} than {printed.labels[start]}"


def contents_pages(printed: Printed, starts: dict[str, int]) -> set[int]:
    """The pages whose links lead to most articles: the contents, one page or two that stand together."""
    articles = set(starts.values())
    reach = {n: len({k.target for k in printed.links if k.page == n} & articles) for n in range(1, len(printed))}
    best = max(reach, key=lambda n: (reach[n], -n), default=0)
    named = [m.page for m in printed.bookmarks if m.level == 0 and folded(m.title) == ["contents"]]
    first = named[0] if named else best
    end = min((page for page in starts.values() if page > first), default=first + 1)
    return {n for n in range(first, end) if reach[n]}


def line_holds(link: LinkArea, title: list[str]) -> bool:
    return whole(title, folded(link.text))[1] is None


def links(printed: Printed) -> Iterator[str]:
    """A link leads to a page on which its own words stand; the numbers in it are that page's."""
    for link in printed.links:
        if link.target is None:
            continue
        there = opening_words(printed, link.target)
        label = printed.labels[link.target]
        said = [word for word in folded(link.text) if word != label]
        if whole(said, there)[1] is not None and not any(word in there for word in said if len(word) > 3):
            yield f"page {link.page + 1}: the link “{link.text.strip()}” leads to page {link.target + 1}, where it is not said"


def cover_lines(authored: Authored, printed: Printed, starts: dict[str, int]) -> Iterator[str]:
    """Every cover line is printed; one that is an article's leads to the article."""
    texts = {text.id: text for text in authored.articles}
    for line in authored.headlines:
        name = line.get("article") if isinstance(line, dict) else None
        wanted = folded(texts[name].title if name in texts else str(line))
        if whole(wanted, page_words(printed, 0))[1] is not None:
            yield f"the cover does not say “{' '.join(wanted)}”"
        leads = [k for k in printed.links if k.page == 0 and k.target is not None and line_holds(k, wanted)]
        if name in starts and not any(link.target == starts[name] for link in leads):
            yield f"the cover line {name} does not lead to page {starts[name] + 1}"


def bookmarks(authored: Authored, printed: Printed) -> Iterator[str]:
    """A bookmark leads to a page that says its title (a section without a divider: its first article's)."""
    titles = {" ".join(folded(text.title)) for text in authored.articles} | {" ".join(folded(s)) for s in authored.dividers}
    for mark in printed.bookmarks:
        title = folded(mark.title)
        if mark.page < 0 or (" ".join(title) in titles and whole(title, opening_words(printed, mark.page))[1] is not None):
            yield f"the bookmark “{mark.title}” leads to page {mark.page + 1}, which does not say so"


def labels(authored: Authored, printed: Printed) -> Iterator[str]:
    """The page label is the number printed at the page's foot, wherever a page has furniture."""
    foot = set(folded(" ".join(authored.furniture[:2])))
    for n in range(len(printed)):
        text = " ".join(printed.texts_below(n, FOOT))
        if len(foot & set(folded(text))) >= len(foot) / 2 and printed.labels[n] not in folded(text):
            yield f"page {n + 1}: the label is {printed.labels[n]}, the foot says “{text}”"


def addresses(authored: Authored, printed: Printed) -> Iterator[str]:
    """Every address in the text is a link."""
    there = {link.address.rstrip("/") for link in printed.links}
    for text in authored.articles:
        yield from (f"{text.id}: {address} is no link" for address in text.links if address.rstrip("/") not in there)


def main() -> None:
    found = failures(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(found) or "Everything stands where the PDF says it does.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
