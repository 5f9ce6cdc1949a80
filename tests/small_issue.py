"""A small issue that holds every form of the format: what the tests of whole commands work on.

`write(folder)` makes it: cover, contents, foreword with signature, three sections, news with lists, quotations, a pull quote
and a box, Russian text, a briefing, advertisements as PDF and as image. Pictures are drawn here, so that nothing lies about.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from PIL import Image, ImageDraw

ISSUE = """\
format: 1
publication: Harbour Review
tagline: Ships and weather
period: "Spring 2025"
date: 2025-03-20
language: en
masthead:
  organisation: Harbour Society
  address: ["1 Quay Street", Port Ellen]
  email: desk@harbour.example
  web: harbour.example
cover:
  photo: {file: photos/sea.jpg, alt: The sea at dusk}
  headlines:
    - article: tides
    - A free line about the weather
outline:
  - contents
  - article: foreword
    contents: false
  - section: Water
    divider: {photo: {file: photos/sea.jpg, alt: ""}}
    items: [tides, {ad: ropes}, harbours]
  - section: Air
    items: [winds, briefing]
  - ad: lamps
ads:
  ropes: {file: ads/ropes.pdf, advertiser: Ropes Ltd, alt: Ropes, size: full-page, side: right}
  lamps: {file: ads/lamps.jpg, advertiser: Lamps Ltd, alt: Lamps, size: full-page, position: back-cover}
"""

FOREWORD = """\
---
title: Foreword
template: foreword
author:
  name: Ann Keeper
  role: Keeper of the light
  photo: {file: photos/keeper.jpg, alt: Ann Keeper}
  signature: photos/sign.png
  closing: "Yours,"
---
"""

TIDES = """\
---
title: What the tide leaves behind
contents-title: What the tide leaves
kicker: Shores
standfirst: Twice a day the harbour empties, and twice a day somebody walks its floor.
byline: Mary Stone
photos:
  - {file: photos/sea.jpg, caption: The harbour at low water., credit: M. Stone, alt: A harbour at low water}
  - {file: photos/shore.jpg, caption: Finds of one morning., alt: Shells in a row}
---
The tide is *not* a clock, although **everyone on the quay** treats it as one. The tables at [the office](https://harbour.example/tides)
are printed once a year; the difference of a well-known height and a self-made mark is a matter of local pride.

## The mud-larks

> [!pull]
> Nothing is lost for good; it is only waiting for the right wind.
> — Mary Stone

Three things are found again and again:

- clay pipes, broken at the stem;
- coins of the eighteenth century, which the Office of Wrecks wants to see;
- letters in bottles, most of them from children.

1. Wash the find.
2. Dry the find slowly.
3. Show it.

> A harbour is a memory with a timetable.
> — An old saying

> [!box] How to read a tide table
> Heights are given over chart datum. Add an hour in summer.

"""

HARBOURS = """\
---
title: Гавани северного моря
language: ru
photos:
  - {file: photos/shore.jpg, caption: Старая гавань., alt: Старая гавань}
---
Северные гавани замерзают поздно, и рыбаки выходят в море даже в декабре. Начальник порта рассказывает, что прошлая зима была
необыкновенно тёплой, а льда не было вовсе.

"""

WINDS = """\
---
title: The winds have names
byline: John Vane
---
Every wind on this coast has a name, and every name has a story that contradicts the others.

### From the north

"""

BRIEFING = """\
---
title: In brief
template: briefing
photos:
  - {file: photos/shore.jpg, caption: The new crane., alt: A crane}
  - {file: photos/sea.jpg, caption: The ferry., alt: A ferry}
---
## A crane returns

The crane of 1902 has been restored and lifts again.

## The ferry is late

The new ferry will not arrive before June, the owners say.
"""

FILLER = (
    "The pilots meet in the small house over the slipway, where the logbooks of two centuries stand on one shelf. Each of them "
    "knows the channel by heart, and each of them checks the lead line all the same. A stranger who asks about the weather is "
    "given a chair, a cup of tea and an answer that takes the better part of the afternoon. "
)


def write(folder: Path, paragraphs: int = 4) -> Path:
    """The issue in `folder`; the longer articles have `paragraphs` paragraphs more."""
    for name in ("articles", "photos", "ads"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    more = "\n\n".join(f"{FILLER}That was said for the {n + 1}. time." for n in range(paragraphs))
    articles = {
        "foreword": FOREWORD + more, "tides": TIDES + more, "harbours": HARBOURS, "winds": WINDS + more, "briefing": BRIEFING,
    }
    (folder / "issue.yaml").write_text(ISSUE, encoding="utf-8")
    for name, text in articles.items():
        (folder / "articles" / f"{name}.md").write_text(text.rstrip() + "\n", encoding="utf-8")
    picture(folder / "photos/sea.jpg", (2600, 3600), "#1f4e5f")
    picture(folder / "photos/shore.jpg", (2400, 1600), "#b08d57")
    picture(folder / "photos/keeper.jpg", (1200, 1500), "#57534e")
    picture(folder / "photos/sign.png", (900, 300), "#ffffff")
    picture(folder / "ads/lamps.jpg", (2551, 3579), "#f2c14e")
    vector_ad(folder / "ads/ropes.pdf")
    return folder


def picture(path: Path, size: tuple[int, int], colour: str) -> None:
    """A plain field with a few circles, small as a file."""
    image = Image.new("RGB", size, colour)
    draw = ImageDraw.Draw(image)
    for n in range(6):
        centre = (size[0] * (n + 1) // 7, size[1] * ((n * 3) % 7 + 1) // 8)
        draw.circle(centre, min(size) // (6 + n), outline="#ffffff", width=12)
    image.save(path, dpi=(300, 300))


def vector_ad(path: Path) -> None:
    """A one-page PDF, A4 with 3 mm bleed, with TrimBox and BleedBox: a field and a triangle."""
    code = zlib.compress(b"0.2 0.6 0.1 0 k 0 0 612.28 858.90 re f 0 0 0 1 k 100 100 m 500 100 l 300 600 l f")
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612.28 858.90]/BleedBox[0 0 612.28 858.90]"
        b"/TrimBox[8.5 8.5 603.78 850.40]/Resources<<>>/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(code), code),
    ]
    out, places = b"%PDF-1.6\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    path.write_bytes(out + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer)
