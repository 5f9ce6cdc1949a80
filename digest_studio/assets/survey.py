"""All images and PDFs of an issue looked into, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from digest_studio.assets.facts import ImageFacts, PdfFacts
from digest_studio.assets.images import look_into_image, whole_digest
from digest_studio.assets.pdfs import look_into_pdf
from digest_studio.assets.problems import Problem
from digest_studio.base.diagnostics import Diagnostic, Severity, Source
from digest_studio.base.say import say
from digest_studio.base.values import dataclass


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found, by the path as the issue names it (and the page). What has no facts has an error among `problems`."""

    images: Mapping[str, ImageFacts]
    pdfs: Mapping[tuple[str, int], PdfFacts]
    problems: tuple[Diagnostic, ...]


def survey(folder: Path, images: Iterable[str], pdfs: Iterable[tuple[str, int]]) -> Survey:
    """Look into `images` and the named pages of `pdfs`, paths relative to `folder` and known to be inside it."""
    folder = folder.absolute()
    problems: list[Diagnostic] = []
    image_facts: dict[str, ImageFacts] = {}
    for name in dict.fromkeys(images):
        _add_image(folder, name, image_facts, problems)
    pages: dict[str, list[int]] = {}
    for name, page in dict.fromkeys(pdfs):
        pages.setdefault(name, []).append(page)
    pdf_facts: dict[tuple[str, int], PdfFacts] = {}
    for name, numbers in pages.items():
        _add_pdf(folder, name, tuple(numbers), pdf_facts, problems)
    return Survey(_told_apart(image_facts), pdf_facts, tuple(problems))


def _add_image(folder: Path, name: str, facts: dict[str, ImageFacts], problems: list[Diagnostic]) -> None:
    try:
        facts[name], oddity = look_into_image(folder / name)
    except Problem as problem:
        problems.append(problem.diagnostic(name))
    except OSError as error:
        problems.append(_unreadable(name, error))
    else:
        if oddity:
            problems.append(oddity.diagnostic(name, Severity.WARNING))


def _add_pdf(
    folder: Path, name: str, pages: tuple[int, ...], facts: dict[tuple[str, int], PdfFacts], problems: list[Diagnostic]
) -> None:
    try:
        found, errors, oddities = look_into_pdf(folder / name, pages)
    except Problem as problem:
        problems.append(problem.diagnostic(name))
    except OSError as error:
        problems.append(_unreadable(name, error))
    else:
        facts.update({(name, page): page_facts for page, page_facts in found.items()})
        problems += [error.diagnostic(name) for error in errors]
        problems += [oddity.diagnostic(name, Severity.WARNING) for oddity in oddities]


def _unreadable(name: str, error: OSError) -> Diagnostic:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Diagnostic("missing-file", say("there is no such file"), say("put it there, or name another"), source=Source(name))
    message = say("the file cannot be read: {reason}", reason=error.strerror or say("it cannot be read"))
    return Diagnostic("unreadable-file", message, say("check its permissions"), source=Source(name))


def _told_apart(images: dict[str, ImageFacts]) -> dict[str, ImageFacts]:
    """Images whose fingerprints agree, with digests of all their bytes: only the same picture may count as the same."""
    shared = {digest for digest, count in Counter(facts.digest for facts in images.values()).items() if count > 1}
    return {
        name: replace(facts, digest=whole_digest(Path(facts.path))) if facts.digest in shared else facts
        for name, facts in images.items()
    }
