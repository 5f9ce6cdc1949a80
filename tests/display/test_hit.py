"""Which frames lie under a point, and in which order a page is read."""

from __future__ import annotations

import pytest

from digest_studio.base.geometry import Rect
from digest_studio.display.document import Page
from digest_studio.display.hit import hit, placed_frames, reading_order
from digest_studio.display.items import Frame, Group, Item

ARTICLE = Frame("article:ferry", Rect(50, 50, 400, 600))
PHOTO = Frame("article:ferry:photo:1", Rect(100, 100, 200, 150))
AD = Frame("ad:bank", Rect(50, 660, 400, 100))


def page(*items: Item) -> Page:
    return Page(1, "1", "1", True, 500, 800, 9, items)


def names(frames: tuple[Frame, ...]) -> list[str]:
    return [frame.name for frame in frames]


def test_a_photo_is_found_before_the_article_that_it_lies_in() -> None:
    assert names(hit(page(PHOTO, ARTICLE, AD), 150, 150)) == [PHOTO.name, ARTICLE.name]


def test_beside_the_photo_there_is_the_article_alone() -> None:
    assert names(hit(page(PHOTO, ARTICLE, AD), 350, 150)) == [ARTICLE.name]


def test_where_no_frame_is_nothing_is_found() -> None:
    assert hit(page(PHOTO, ARTICLE, AD), 20, 20) == ()


def test_of_frames_of_one_size_the_one_painted_last_is_on_top() -> None:
    below, above = Frame("below", Rect(0, 0, 10, 10)), Frame("above", Rect(5, 5, 10, 10))
    assert names(hit(page(below, above), 7, 7)) == ["above", "below"]


def test_frames_of_groups_lie_where_the_group_puts_them() -> None:
    group = Group((Group((Frame("photo", Rect(1, 2, 3, 4)),), 10, 20),), 100, 200)
    assert placed_frames(page(group)) == (Frame("photo", Rect(111, 222, 3, 4)),)


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        (90, Rect(100, 160, 20, 40)),
        (180, Rect(60, 180, 40, 20)),
        (270, Rect(80, 200, 20, 40)),
        (360, Rect(100, 200, 40, 20)),
    ],
)  # fmt: skip
def test_a_group_turns_its_frames_counter_clockwise_about_its_origin(turn: int, box: Rect) -> None:
    group = Group((Frame("table", Rect(0, 0, 40, 20)),), 100, 200, turn)
    assert placed_frames(page(group)) == (Frame("table", box),)


def test_what_a_group_cuts_off_cannot_be_hit() -> None:
    group = Group((Frame("map", Rect(0, 0, 100, 100)),), 0, 0, clip=Rect(0, 0, 50, 50))
    assert names(hit(page(group), 40, 40)) == ["map"]
    assert hit(page(group), 60, 40) == ()


def test_an_article_is_read_before_its_photos_and_all_of_it_before_the_next() -> None:
    second = Frame("article:tide", Rect(50, 660, 400, 100))
    second_photo = Frame("article:tide:photo:1", Rect(60, 670, 50, 50))
    assert names(reading_order(page(PHOTO, ARTICLE, second_photo, second))) == [
        ARTICLE.name, PHOTO.name, second.name, second_photo.name,
    ]  # fmt: skip


def test_frames_with_the_same_box_are_each_read_once() -> None:
    photo, article = Frame("photo", Rect(0, 0, 9, 9)), Frame("article", Rect(0, 0, 9, 9))
    assert names(reading_order(page(photo, article))) == ["article", "photo"]
