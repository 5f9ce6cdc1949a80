"""Output profiles: bundled by name, or a printer's own from the issue's folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageCms

from digest_studio.assets.outputs import BUNDLED, OutputProfile, load_output
from digest_studio.base.diagnostics import Diagnostic
from tests.press.material import ISO_COATED, PROFILES


def load(name: str, folder: Path) -> OutputProfile | Diagnostic:
    return load_output(name, PROFILES, lambda file: folder / file)


@pytest.mark.parametrize("name", BUNDLED)
def test_every_bundled_profile_is_an_output_profile_for_cmyk(name: str, tmp_path: Path) -> None:
    found = load(name, tmp_path)
    assert isinstance(found, OutputProfile)
    assert (found.data[12:16], found.data[16:20]) == (b"prtr", b"CMYK")
    assert ImageCms.getProfileDescription(str(ISO_COATED)).strip() == found.description
    assert (PROFILES / "README.md").read_text("utf-8").count(name) == 1


def test_a_printers_own_profile_is_named_by_what_it_says_of_itself(tmp_path: Path) -> None:
    data = ISO_COATED.read_bytes()
    (tmp_path / "press.icc").write_bytes(data)
    found = load("press.icc", tmp_path)
    assert isinstance(found, OutputProfile)
    assert found.identifier == "ISO Coated v2 300% (basICColor)"
    assert not found.registered
    (tmp_path / "press.icc").write_bytes(data.replace(b"ISO Coated v2 300% (", b"ISO Coated FOGRA39 ("))
    named = load("press.icc", tmp_path)
    assert isinstance(named, OutputProfile)
    assert (named.identifier, named.registered) == ("FOGRA39", True)


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
