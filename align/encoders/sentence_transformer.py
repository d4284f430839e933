"""Any model that the library sentence-transformers loads, such as LaBSE."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from align.encoders.protocol import Floats
from align.encoders.workers import usable_cores
from align.errors import AlignmentError

BATCH_TEXTS = 32


class SentenceTransformerModel:
    """A model of sentence-transformers that is on this machine."""

    def __init__(self, name: str, threads: int | None = None) -> None:
        """Load the model; nothing is downloaded.

        Args:
            name: a folder, or the name of a model that was downloaded before.
            threads: how many cores to use; left out, all that this process may use.

        Raises:
            ImportError: the library isn't installed.
            AlignmentError: there is no such model here.
        """
        import torch
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(name, local_files_only=True)
        except (OSError, ValueError) as error:
            raise AlignmentError(
                f"no model {name!r} for sentence-transformers on this machine"
                f" ({' '.join(str(error).split())[:200]}); name a folder that holds one, or"
                " download it first"
            ) from error
        self._torch = torch
        self._threads = usable_cores() if threads is None else threads
        # Two folders may hold different models of one name; the weights tell.
        self.signature = (
            f"sentence-transformers {version('sentence-transformers')}"
            f" {Path(name).name if Path(name).exists() else name} {self._fingerprint()}"
        )

    def encode(self, texts: Sequence[str]) -> Floats:
        """Embed texts; see `align.encoders.whole_encoder.Model`."""
        before = self._torch.get_num_threads()
        self._torch.set_num_threads(self._threads)
        try:
            vectors = self._model.encode(
                list(texts),
                batch_size=BATCH_TEXTS,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        finally:
            self._torch.set_num_threads(before)
        return np.asarray(vectors, dtype=np.float32)

    def _fingerprint(self) -> str:
        digest = hashlib.sha256()
        for name, values in self._model.state_dict().items():
            digest.update(name.encode())
            numbers = values.detach().cpu().contiguous().reshape(-1)
            digest.update(numbers.view(self._torch.uint8).numpy())
        return digest.hexdigest()[:12]
