"""Better wordings as edits of the file, for programs that can apply them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonelint.errors import TextError
from tonelint.formats import Draft
from tonelint.formats.editing import in_source
from tonelint.types import Edit, Finding, Rewrite


def fixes(draft: Draft, finding: Finding) -> Iterator[tuple[Rewrite, Sequence[Edit]]]:
    """Yields each rewrite with its edits of the source (code points), in order.

    Ideas are left out, because they have gaps that somebody must fill; so is what cannot be written into the file.
    """
    for rewrite in finding.rewrites:
        if rewrite.safety != "idea" and rewrite.edits:
            try:
                yield rewrite, sorted(in_source(draft, rewrite.edits))
            except TextError:
                continue
