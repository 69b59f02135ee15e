"""Agencies that supply news and pictures, as patterns for credits and datelines.

The lists hold what agencies are called in print, long names first where one begins like another.
"""

from __future__ import annotations

NEWS_AGENCIES = (
    "Agence France-Presse", "AFP", "Associated Press", "AP", "Reuters", "REUTERS", "Press Association",
    "UPI", "IANS", "PTI", "ANI", "TNS", "Bloomberg", "Xinhua", "EFE", "ANSA", "TASS", "DPA", "dpa",
)  # fmt: skip
"""Agencies that supply reports, and most of them pictures."""
_BROADCASTERS = ("CNN Business", "CNNMoney", "CNN")
"""They put their own name into a dateline as agencies do."""
_PICTURE_LIBRARIES = (
    "Getty Images", "Getty", "EPA", "PA Wire", "PA Images", "PA Media", "PA", "Shutterstock", "iStockphoto",
    "iStock", "Alamy Stock Photo", "Alamy", "Rex Features", "Rex", "REX", "ZUMA Press", "ZUMA", "Corbis",
    "Landov", "Unsplash", "Flickr", "Wikimedia Commons", "Wikimedia", "Creative Commons", "WireImage",
    "FilmMagic", "Anadolu Agency", "Anadolu", "Barcroft Media", "Barcroft", "Handout", "handout",
    "Digital Vision", "Photodisc", "Pexels", "Pixabay",
)  # fmt: skip
"""They supply pictures only; "handout" is what a picture is called that its subject gave away."""

DATELINE_SOURCE = rf"(?:{'|'.join((*_BROADCASTERS, *NEWS_AGENCIES))})"
"""Regular expression: whose report it is, in the brackets of a dateline."""
PICTURE_SOURCE = rf"(?:{'|'.join((*NEWS_AGENCIES, *_PICTURE_LIBRARIES))})"
"""Regular expression: where a picture is from, in the credit of its caption."""
NEWS_SOURCE = rf"(?:{'|'.join((*NEWS_AGENCIES, 'PA'))})"
"""Regular expression: an agency alone, as the last line of a report names it."""
