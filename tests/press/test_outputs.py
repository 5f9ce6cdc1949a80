"""Output profiles: bundled by name, or a printer's own from the issue's folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from digest_studio.app.press import look_over
from digest_studio.app.session import Opened, make, open_issue
from digest_studio.assets.conditions import registered_condition
from digest_studio.assets.inks import in_inks
from digest_studio.assets.outputs import BUNDLED, OutputProfile, load_output, most_ink
from digest_studio.base.diagnostics import Diagnostic
from tests.press.material import ISO_COATED, PROFILES


def load(name: str, folder: Path) -> OutputProfile | Diagnostic:
    return load_output(name, PROFILES, lambda file: folder / file)


@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_profile_is_an_output_profile_for_cmyk(name: str, tmp_path: Path) -> None:
    found = load(name, tmp_path)
    assert isinstance(found, OutputProfile)
    assert (found.data[12:16], found.data[16:20]) == (b"prtr", b"CMYK")
    assert ImageCms.getProfileDescription(str(PROFILES / BUNDLED[name].file)).strip() == found.description
    assert registered_condition(found.data) == found.identifier
    assert (PROFILES / "README.md").read_text("utf-8").count(name) == 1


@pytest.mark.parametrize(("description", "condition"), [
    (b"ISO Coated v2 300% (basICColor)", "FOGRA39"), (b"PSO Uncoated v3 (FOGRA52)      ", "FOGRA52"),
    (b"PSO Uncoated ISO12647 (ECI)    ", "FOGRA47"), (b"Newsprint IFRA26S 2004         ", "IFRA26"),
    (b"U.S. Web Coated (SWOP) v2      ", "CGATS TR 001"), (b"GRACoL2013_CRPC6.icc           ", "CGATS21-2-CRPC6"),
    (b"Japan Color 2001 Coated        ", "JC200103"),
])
def test_a_printers_own_profile_is_named_by_its_registered_condition(tmp_path: Path, description: bytes, condition: str) -> None:
    (tmp_path / "press.icc").write_bytes(ISO_COATED.read_bytes().replace(b"ISO Coated v2 300% (basICColor)", description))
    found = load("press.icc", tmp_path)
    assert isinstance(found, OutputProfile)
    assert (found.identifier, found.registered) == (condition, True)
    assert found.info == description.decode().strip()


def test_a_profile_that_names_no_condition_is_named_by_what_it_says_of_itself(tmp_path: Path) -> None:
    data = ISO_COATED.read_bytes().replace(b"ISO Coated v2 300% (basICColor)", b"Our press in the cellar, 2024  ")
    (tmp_path / "press.icc").write_bytes(data)
    found = load("press.icc", tmp_path)
    assert isinstance(found, OutputProfile)
    assert (found.identifier, found.registered) == ("Our press in the cellar, 2024", False)


def test_the_data_that_a_profile_was_made_from_count_more_than_its_description() -> None:
    named = b"text\0\0\0\0ICCHDAT FOGRA47\0"
    profile = bytearray(ISO_COATED.read_bytes())
    at = profile.index(b"targ", 128, 1000)  # its entry in the table of tags: name, place, length
    profile[at + 4 : at + 12] = len(profile).to_bytes(4, "big") + len(named).to_bytes(4, "big")
    assert registered_condition(bytes(profile) + named) == "FOGRA47"
    assert registered_condition(ISO_COATED.read_bytes()) == "FOGRA39"


def test_the_limit_of_ink_is_what_a_profile_keeps_to(tmp_path: Path) -> None:
    for condition in BUNDLED.values():
        data = (PROFILES / condition.file).read_bytes()
        most = most_ink(data)
        assert most is not None
        assert most <= condition.ink_limit + 1
        (tmp_path / "press.icc").write_bytes(data)
        found = load("press.icc", tmp_path)
        assert isinstance(found, OutputProfile)
        assert found.ink_limit == condition.ink_limit


def test_a_profile_without_tables_is_refused(tmp_path: Path) -> None:
    damaged = bytearray(ISO_COATED.read_bytes())
    damaged[132:400] = bytes(268)
    (tmp_path / "press.icc").write_bytes(damaged)
    problem = load("press.icc", tmp_path)
    assert isinstance(problem, Diagnostic)
    assert "damaged" in problem.message


@pytest.mark.parametrize("intent", ["relative", "perceptual"])
def test_photographs_are_converted_as_the_issue_asks(intent: str, issue_folder: Path) -> None:
    outline = issue_folder / "issue.yaml"
    outline.write_text(outline.read_text("utf-8") + f"press: {{intent: {intent}}}\n", "utf-8")
    opened = open_issue(issue_folder)
    assert isinstance(opened, Opened)
    ready = look_over(make(opened))
    assert ready.output is not None
    vivid = Image.new("RGB", (2, 2), (0, 255, 40))
    wanted = ImageCms.Intent.PERCEPTUAL if intent == "perceptual" else ImageCms.Intent.RELATIVE_COLORIMETRIC
    by_littlecms = ImageCms.profileToProfile(
        vivid, ImageCms.createProfile("sRGB"), str(ISO_COATED), wanted, "CMYK", flags=ImageCms.Flags.BLACKPOINTCOMPENSATION
    )
    assert by_littlecms is not None
    assert in_inks(vivid, None, ready.output).getpixel((0, 0)) == by_littlecms.getpixel((0, 0))


@pytest.mark.parametrize(("data", "said"), [
    (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), "mntr"),
    (ISO_COATED.read_bytes()[:5000], "cut short"),
    (b"GIF89a" * 100, "no ICC profile"),
    (b"", "no ICC profile"),
])
def test_another_file_is_refused_with_its_name(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "press.icc").write_bytes(data)
    problem = load("press.icc", tmp_path)
    assert isinstance(problem, Diagnostic)
    assert said in problem.message
    assert (problem.rule, str(problem.source)) == ("press-profile", "press.icc")


def test_an_unknown_name_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    problem = load("coated-fogra99", tmp_path)
    assert isinstance(problem, Diagnostic)
    assert "coated-fogra39" in problem.remedy
