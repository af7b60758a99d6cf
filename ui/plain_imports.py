"""PySide6 6.12 reads the source of every module that is imported after it, to see whether it asks for ``__feature__``.

No module here does. The reading costs a twentieth of the start, and what was read stays in memory (``linecache``):
25 MB once numpy, matplotlib and reportlab are there. Importing this module spares both; a version of PySide that asks
otherwise is left as it is.
"""

from __future__ import annotations

from importlib import import_module

import_module("shibokensupport.feature")._mod_uses_pyside = lambda _module: True  # type: ignore[attr-defined]
