"""The output intent: the printing condition that a PDF/X-4 is made for, its profile embedded (ISO 32000-1, 14.11.5)."""

from __future__ import annotations

from digest_studio.assets.outputs import OutputProfile
from digest_studio.paint.pdf.file import PdfFile
from digest_studio.paint.pdf.objects import Stream, text_string

_REGISTRY = "http://www.color.org"


def add_output_intent(output: OutputProfile, file: PdfFile) -> None:
    """Let the catalogue of `file` name the condition and hold its profile."""
    profile = file.add(Stream(b"/N 4", output.data))  # compressing it would spare a fifth, and cost as much time as ten pages
    entries = {"OutputConditionIdentifier": output.identifier, "OutputCondition": output.info, "Info": output.description}
    if output.registered:
        entries["RegistryName"] = _REGISTRY
    said = b"".join(b"/%b%b" % (key.encode("ascii"), text_string(value)) for key, value in entries.items())
    catalogue = file.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]  # ReportLab writes the keys that it knows
    catalogue.OutputIntents = b"[<</Type/OutputIntent/S/GTS_PDFX%b/DestOutputProfile %d 0 R>>]" % (said, profile)
