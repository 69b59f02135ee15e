"""What an installation of narrate brings, and under which licences: for `licences.py` and `sbom.py`.

What narrate needs is read from pyproject.toml, all else from the metadata of the packages in the active
environment.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = "narrate-article"
PROJECT = Path(__file__).parents[1] / "pyproject.toml"
EXTRAS = ("play", "http", "feed", "espeak", "piper", "kokoro", "kokoro-languages")
"""Those that users install; `dev` and `docs` are for contributors."""
SPELLED = {
    "Apache 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
    "SIL OFL 1.1": "OFL-1.1",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
}
"""SPDX's identifier for what packages write. The only "BSD License" is emoji's, which has three clauses."""
READ_BY_HAND = {
    "click-default-group": ("BSD-3-Clause", 'by its text; its metadata say "public domain"'),
    "espeakng-loader": ("GPL-3.0-or-later", "states none; it carries eSpeak NG, whose licence this is"),
    "kokoro-onnx": ("MIT", "states none; by the text that lies in it"),
    "ssml-builder": ("LicenseRef-Free", 'says "Free", and has no text of a licence'),
}
"""What metadata leave open."""
CARRIED = {"libavcodec": "FFmpeg (LGPL-3.0-or-later)", "libx26": "x264 and x265 (GPL-2.0-or-later)"}
"""Libraries in binary wheels, by how their files begin; FFmpeg's licence is what `avcodec_license()` says."""


def required(extras: frozenset[str] = frozenset()) -> dict[str, Distribution]:
    """The packages that narrate with these extras brings here, by name, narrate itself among them."""
    found: dict[str, Distribution] = {}
    waiting = [(ROOT, extras)]
    done: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) in done:
            continue
        done.add((name, wanted))
        found[name] = distribution(name)
        waiting.extend(needs(found[name], wanted))
    return dict(sorted(found.items()))


def needs(package: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The packages that one needs on this system, each with the extras that are wanted of it."""
    own = canonicalize_name(package.metadata["Name"]) == ROOT
    for text in _own_requirements(extras) if own else package.requires or ():
        requirement = Requirement(text)
        environments = [{"extra": extra} for extra in ("", *extras)]
        marker = requirement.marker
        if marker is None or any(marker.evaluate(each) for each in environments):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)


def _own_requirements(extras: frozenset[str]) -> list[str]:
    """narrate's own, from pyproject.toml: an editable installation keeps those of the day it was made."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    return [*project["dependencies"], *chain.from_iterable(optional[extra] for extra in sorted(extras))]


def missing(extras: frozenset[str]) -> str:
    """The first package that is not installed here; "" if all are."""
    try:
        required(extras)
    except PackageNotFoundError as error:
        return str(error.name)
    return ""


def licence(package: Distribution) -> tuple[str, str]:
    """The SPDX expression of a package's licence, and where it is from if that needs a word.

    Raises ValueError if neither its metadata nor READ_BY_HAND say it.
    """
    name = canonicalize_name(package.metadata["Name"])
    for stated in _stated(package):
        try:
            return str(canonicalize_license_expression(SPELLED.get(stated, stated))), ""
        except InvalidLicenseExpression:
            continue
    if name in READ_BY_HAND:
        return READ_BY_HAND[name]
    raise ValueError(f"{name} states no licence that SPDX knows: read it, and add it to READ_BY_HAND")


def carried(package: Distribution) -> str:
    """Which libraries of others lie in the wheel of a package; "" if there are none that we know."""
    names = [path.name for path in package.files or ()]
    return ", ".join(
        what for beginning, what in CARRIED.items() if any(name.startswith(beginning) for name in names)
    )


def _stated(package: Distribution) -> Iterator[str]:
    """What the metadata say, the most exact first."""
    fields = package.metadata
    yield from fields.get_all("License-Expression") or ()
    yield from fields.get_all("License") or ()
    yield from (each for each in fields.get_all("Classifier") or () if each.startswith("License :: "))


def is_copyleft(expression: str) -> bool:
    """Whether every alternative of a licence is of the GPL or the AGPL. The LGPL asks nothing of callers."""
    return all("GPL" in each.replace("LGPL", "") for each in expression.split(" OR "))
