"""A software bill of materials: what an installation of narrate brings here, with versions, as CycloneDX 1.6.

    python scripts/sbom.py [--extra NAME]… [FILE]

writes it to FILE, or to standard output, validated against CycloneDX's schema. The same packages give the
same bytes: it has no time and no random number in it.
"""

from __future__ import annotations

import argparse
import sys
import uuid
from importlib.metadata import Distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from installed import EXTRAS, ROOT, licence, missing, needs, required
from packageurl import PackageURL

SCHEMA = SchemaVersion.V1_6


def main() -> int:
    """Write the document. Returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--extra", action="append", default=[], choices=EXTRAS, metavar="NAME")
    arguments = parser.parse_args()
    extras = frozenset(arguments.extra)
    absent = missing(extras)
    if absent:
        print(f"{absent} is not installed", file=sys.stderr)
        return 2
    text = document(extras)
    problem = JsonStrictValidator(SCHEMA).validate_str(text)
    if problem is not None:
        print(f"not valid by CycloneDX's schema: {problem}", file=sys.stderr)
        return 1
    if arguments.file is None:
        print(text)
    else:
        arguments.file.write_text(text + "\n", encoding="utf-8")
    return 0


def document(extras: frozenset[str]) -> str:
    """The bill as JSON: a component for every package, and which needs which."""
    packages = required(extras)
    components = {name: _component(name, package) for name, package in packages.items()}
    # A number that follows from what is in it, in the place of a random one.
    contents = " ".join(f"{name}=={package.version}" for name, package in packages.items())
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, contents))
    bom.metadata.component = components.pop(ROOT)
    bom.metadata.timestamp = None
    bom.components.update(components.values())
    everything = {**components, ROOT: bom.metadata.component}
    for name, package in packages.items():
        wanted = extras if name == ROOT else frozenset[str]()
        depends = {everything[other] for other, _ in needs(package, wanted) if other in everything}
        bom.register_dependency(everything[name], depends)
    return make_outputter(bom, OutputFormat.JSON, SCHEMA).output_as_string(indent=1)


def _component(name: str, package: Distribution) -> Component:
    kind = ComponentType.APPLICATION if name == ROOT else ComponentType.LIBRARY
    expression, _ = licence(package)
    return Component(
        name=name,
        version=package.version,
        type=kind,
        bom_ref=f"{name}=={package.version}",
        licenses=[LicenseFactory().make_from_string(expression)],
        purl=PackageURL("pypi", name=name, version=package.version),
    )


if __name__ == "__main__":
    raise SystemExit(main())
