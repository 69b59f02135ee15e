"""How the documentation is built: `scripts/docs`, or `sphinx-build -W --keep-going docs SITE`."""

from __future__ import annotations

import sys
from pathlib import Path

import narrate

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "narrate"
author = "the narrate authors"
release = narrate.__version__

extensions = [
    "myst_parser",  # the pages are Markdown
    "sphinx.ext.autodoc",  # the API pages are the docstrings
    "command_help",  # ours, in _ext: the page on the command is its own help
    "sphinx_copybutton",
    "public_api",  # ours, in _ext: every name of narrate.__all__
    "repository",  # ours, in _ext: pages that stand at the root, and links that lead out
    "json_schema",  # ours, in _ext: tables of the keys of a JSON Schema
]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = True  # a reference that leads nowhere is an error
# Types that our docstrings and signatures name, and that no page describes.
nitpick_ignore_regex = [("py:.*", r".*")]

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

smartquotes = False  # options begin with two hyphens
default_role = "code"  # docstrings mark code with single backticks
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True

html_theme = "furo"
html_title = f"narrate {release}"
html_static_path = ["_static"]
html_css_files = ["narrate.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5563", "color-brand-content": "#0b5563"},
    "dark_css_variables": {"color-brand-primary": "#7fd3e0", "color-brand-content": "#7fd3e0"},
}
copybutton_prompt_text = r"\$ |>>> "
copybutton_prompt_is_regexp = True
