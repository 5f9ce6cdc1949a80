"""Preflight profiles: bundled ones, an office's own, and what is wrong with one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from digest_studio.app.resources import resources
from digest_studio.base.diagnostics import Diagnostic, Severity
from digest_studio.preflight.profile import BASE, MAGAZINE, RULES, Least, Limits, Profile
from digest_studio.preflight.profiles import load_profile, profile_names
from digest_studio.source.decode import decode
from digest_studio.source.yaml import parse_yaml

BUNDLED = (resources(),)
MANUAL = Path(__file__).parents[2] / "docs" / "preflight.md"


def own(folder: Path, text: str, name: str = "house.yaml") -> tuple[Profile, tuple[Diagnostic, ...]]:
    (folder / name).write_text(text, "utf-8")
    return load_profile(name, folder, BUNDLED)


def test_the_magazine_in_the_program_is_the_one_in_the_file() -> None:
    root, _ = parse_yaml((resources() / "preflight" / "magazine.yaml").read_text("utf-8"), "magazine.yaml")
    problems: list[Diagnostic] = []
    assert root is not None
    assert decode(root, Profile, problems, given={"name": BASE}) == MAGAZINE
    assert load_profile(BASE, None, BUNDLED) == (MAGAZINE, ())


def test_newsprint_is_coarser_and_takes_less_ink() -> None:
    profile, problems = load_profile("newspaper", None, BUNDLED)
    assert problems == ()
    assert profile.limits.image_ppi == Least(100, 150)
    assert profile.limits.ink == 240
    assert profile.limits.stretch == MAGAZINE.limits.stretch


def test_an_offices_own_says_only_what_is_different(tmp_path: Path) -> None:
    profile, problems = own(tmp_path, "like: newspaper\nlimits: {safe: 6, image-ppi: {error: 120}}\nrules: {missing-alt: off}\n")
    assert problems == ()
    assert (profile.limits.safe, profile.limits.image_ppi, profile.limits.ink) == (6, Least(120, 150), 240)
    assert profile.rules == {"missing-alt": "off"}


def test_profiles_of_the_users_folder_are_known_by_name(tmp_path: Path) -> None:
    (tmp_path / "preflight").mkdir()
    (tmp_path / "preflight" / "house.yaml").write_text("rules: {bleed: info}\n", "utf-8")
    folders = (*BUNDLED, tmp_path)
    assert profile_names(folders) == ("house", "magazine", "newspaper")
    assert load_profile("house", None, folders) == (Profile("house", Limits(), {"bleed": "info"}), ())


@pytest.mark.parametrize(("text", "place", "said"), [
    ("limits:\n  safe: 5\n  hairline: 1\n", "house.yaml:3", "hairline"),
    ("limits:\n  safe: wide\n", "house.yaml:2", "must be a number"),
    ("rules:\n  bled: off\n", "house.yaml:2", "did you mean `bleed`?"),
    ("rules:\n  bleed: of\n", "house.yaml:2", "did you mean `off`?"),
    ("like: newspapr\n", "house.yaml:1", "did you mean `newspaper`?"),
    ("limits:\n  image-ppi: {error: 300, warning: 200}\n", "house.yaml:2", "lower"),
    ("limits:\n  safe: -3\n", "house.yaml:2", "from 0 to"),
    ("- a list\n", "house.yaml", "limits"),
    ("rules: {bleed: off\n", "house.yaml", "bracket"),
])
def test_what_is_wrong_has_its_line_and_the_magazine_holds(tmp_path: Path, text: str, place: str, said: str) -> None:
    profile, problems = own(tmp_path, text)
    assert profile == MAGAZINE
    assert any(str(p.source).startswith(place) and said in str(p) for p in problems), [str(p) for p in problems]
    assert not any(p.fatal for p in problems)


@pytest.mark.parametrize("name", ["newspapr", "../magazine", "missing.yaml", "../outside.yaml"])
def test_profiles_that_are_not_there(tmp_path: Path, name: str) -> None:
    profile, problems = load_profile(name, tmp_path, BUNDLED)
    assert profile == MAGAZINE
    assert [p.severity for p in problems] == [Severity.ERROR]


def test_profiles_that_lead_to_each_other(tmp_path: Path) -> None:
    (tmp_path / "preflight").mkdir()
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / "preflight" / f"{name}.yaml").write_text(f"like: {other}\n", "utf-8")
    _, (problem,) = load_profile("one", None, (*BUNDLED, tmp_path))
    assert "one → two → one" in problem.message


def test_what_stops_all_work_is_not_weighed() -> None:
    fatal = Diagnostic("missing-file", "gone", fatal=True)
    assert Profile(rules={"missing-file": "off"}).weighed([fatal]) == (fatal,)


def test_the_manual_explains_every_rule_and_every_limit() -> None:
    said = set(re.findall(r"`([a-z0-9-]+)`", MANUAL.read_text("utf-8")))
    limits = {name.replace("_", "-") for name in Limits.__dataclass_fields__}
    assert not set(RULES) - said
    assert not limits - said
