"""Apple's categories, which all directories use: podcasters.apple.com/support/1691-apple-podcasts-categories.

Nineteen of them; what stands after a colon are the subcategories.
"""

from __future__ import annotations

_LIST = """\
Arts: Books, Design, Fashion & Beauty, Food, Performing Arts, Visual Arts
Business: Careers, Entrepreneurship, Investing, Management, Marketing, Non-Profit
Comedy: Comedy Interviews, Improv, Stand-Up
Education: Courses, How To, Language Learning, Self-Improvement
Fiction: Comedy Fiction, Drama, Science Fiction
Government
Health & Fitness: Alternative Health, Fitness, Medicine, Mental Health, Nutrition, Sexuality
History
Kids & Family: Education for Kids, Parenting, Pets & Animals, Stories for Kids
Leisure: Animation & Manga, Automotive, Aviation, Crafts, Games, Hobbies, Home & Garden, Video Games
Music: Music Commentary, Music History, Music Interviews
News: Business News, Daily News, Entertainment News, News Commentary, Politics, Sports News, Tech News
Religion & Spirituality: Buddhism, Christianity, Hinduism, Islam, Judaism, Religion, Spirituality
Science: Astronomy, Chemistry, Earth Sciences, Life Sciences, Mathematics, Natural Sciences, Nature, Physics,\
 Social Sciences
Society & Culture: Documentary, Personal Journals, Philosophy, Places & Travel, Relationships
Sports: Baseball, Basketball, Cricket, Fantasy Sports, Football, Golf, Hockey, Rugby, Running, Soccer,\
 Swimming, Tennis, Volleyball, Wilderness, Wrestling
Technology
True Crime
TV & Film: After Shows, Film History, Film Interviews, Film Reviews, TV Reviews
"""

CATEGORIES: dict[str, tuple[str, ...]] = {
    name: tuple(filter(None, subcategories.strip().split(", ")))
    for name, _, subcategories in (line.partition(":") for line in _LIST.splitlines())
}


def split(category: str) -> tuple[str, str]:
    """Split "News > Daily News" into its two names; the second is empty for "News"."""
    name, _, subcategory = category.partition(">")
    return name.strip(), subcategory.strip()


def is_known(category: str) -> bool:
    """Whether Apple has the category, written as here."""
    name, subcategory = split(category)
    return name in CATEGORIES and (not subcategory or subcategory in CATEGORIES[name])


def advice(category: str) -> str:
    """The categories to choose from instead of an unknown one."""
    name, _ = split(category)
    if name in CATEGORIES:
        return "one of " + ", ".join(f'"{name} > {sub}"' for sub in CATEGORIES[name])
    return "one of " + ", ".join(CATEGORIES)
