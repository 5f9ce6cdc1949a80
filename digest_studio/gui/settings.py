"""What the studio remembers of its window, in the user's settings: never in an issue's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MAX_RECENT = 12

_GEOMETRY, _STATE, _RECENT, _OVERLAYS, _FIT, _ZOOM, _SOFT_PROOF = (
    "window/geometry", "window/state", "recent", "pages/overlays", "pages/fit", "pages/zoom", "pages/soft-proof",
)  # fmt: skip


def documents() -> Path:
    """The user's folder for documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class Settings:
    """Typed access to QSettings, whose values come back as the platform stores them."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings()

    @property
    def geometry(self) -> QByteArray | None:
        return self._bytes(_GEOMETRY)

    @property
    def state(self) -> QByteArray | None:
        """The docks' places."""
        return self._bytes(_STATE)

    def keep_window(self, geometry: QByteArray, state: QByteArray) -> None:
        self._store.setValue(_GEOMETRY, geometry)
        self._store.setValue(_STATE, state)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Issues' folders, the last opened first; those that are gone too."""
        return tuple(Path(each) for each in self._texts(_RECENT))

    def add_recent(self, folder: Path) -> None:
        kept = [each for each in self.recent if each != folder]
        self._store.setValue(_RECENT, [str(each) for each in (folder, *kept)][:MAX_RECENT])

    def forget_recent(self, folder: Path) -> None:
        self._store.setValue(_RECENT, [str(each) for each in self.recent if each != folder])

    @property
    def overlays(self) -> frozenset[str]:
        """The names of the overlays that are shown on the pages."""
        return frozenset(self._texts(_OVERLAYS))

    @overlays.setter
    def overlays(self, names: frozenset[str]) -> None:
        self._store.setValue(_OVERLAYS, sorted(names))

    @property
    def soft_proof(self) -> frozenset[str]:
        """What is switched on of the soft proof, by the names of gui/softproof.py."""
        return frozenset(self._texts(_SOFT_PROOF))

    @soft_proof.setter
    def soft_proof(self, names: frozenset[str]) -> None:
        self._store.setValue(_SOFT_PROOF, sorted(names))

    @property
    def fit(self) -> str:
        """How pages are fitted into the window: `page`, `width`, `spread`; "" for a zoom of the user's own."""
        return str(self._store.value(_FIT, "spread"))

    @fit.setter
    def fit(self, name: str) -> None:
        self._store.setValue(_FIT, name)

    @property
    def zoom(self) -> float:
        """The zoom that the user chose, 1 being the printed size."""
        try:
            return float(str(self._store.value(_ZOOM, 1.0)))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._store.setValue(_ZOOM, zoom)

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else None

    def _texts(self, key: str) -> list[str]:
        """A list of texts; a list of one comes back as a text."""
        value = self._store.value(key)
        if isinstance(value, str):
            return [value] if value else []
        return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
