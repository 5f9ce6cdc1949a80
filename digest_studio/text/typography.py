from collections.abc import Sequence
def typographic(texts: Sequence[str], language: str) -> tuple[str, ...]:
    return tuple(texts)
