"""What the page and the book share: trees of elements, and which elements an article becomes.

`elements` is about markup of any kind, `blocks` about the article. How an element is made is each
format's own: HTML has no namespaces, and XHTML has several.
"""
