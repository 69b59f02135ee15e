"""Verbs that report what somebody says: "said", "argued", "criticised".

Everything is lower case. The lists were written from grammar and usage (Quirk et al. 1985, ch. 14), then
completed on the training part of the development articles.
"""

from __future__ import annotations

import re


def _forms(bases: str, irregular: str = "") -> frozenset[str]:
    """Regular verbs in the forms that report speech: ask asks asked asking."""
    found = set(irregular.split())
    for base in bases.split():
        found.update(_regular_forms(base))
    return frozenset(found)


def _regular_forms(base: str) -> tuple[str, str, str, str]:
    """A regular verb, and it with -s, -ed and -ing."""
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeou":
        return base, base[:-1] + "ies", base[:-1] + "ied", stem + "ing"
    third = re.sub("(sh|ch)s", r"\1es", base + "s")
    return base, third, stem + "ed", stem + "ing"


PLAINEST = frozenset(("said", "says", "told", "wrote"))
"""Forms that hardly stand for anything else, as "asked" and "added" do."""

SAY = PLAINEST | _forms(
    "add ask tweet retweet reply respond answer continue explain",
    "say saying tell tells telling write writes written writing replies replied asks",
)
"""Verbs whose object is the very words."""

SPEAK = _forms(
    """accuse acknowledge admit advise agree allege announce argue assert assure boast caution challenge
    chant charge claim comment complain concede conclude concur confess confirm contend counter cry declare
    demand deny disclose elaborate emphasize emphasise exclaim exhort express gush grumble hint inform
    insist interject interrupt joke lament lash maintain mention mock murmur muse mutter note object observe
    opine plead pledge point post posit predict proclaim promise pronounce propose protest query question
    quip recall recount reflect reiterate remark remind report request retort reveal scoff scream shout
    sigh signal sneer snap speculate state stress suggest summarize surmise tease testify theorize threaten
    thunder urge venture vow warn weigh whisper wonder yell advocate announce reaffirm describe detail
    email text blog sum chide chime laugh clarify rail vent warn crow brag rant suggest""",
    """quip quips quipped quipping read reads begin begins began swear swears swore think thinks thought
    believe believes believed hold holds held feel feels felt go goes went stated speak speaks spoke
    speaking spoken put puts putting shoot shot shoots fire fired fires plan admitted admitting admits
    shouting snapped stresses stressing expresses expressing confesses professed write-in lie argued
    bemoan bemoaned find finds found show shows hit hits""",
)
"""Verbs that report speech, in words or in substance."""

JUDGE = _forms(
    """blast slam criticize criticise denounce condemn deride dismiss attack praise hail defend rip
    ridicule blame credit label term dub brand decry defend characterize characterise cite reference
    invoke lambast lambaste denigrate compare call describe portray tout rebuke scold applaud
    liken thank welcome reject endorse
    compliment salute refer warn vow oppose support""",
    """ripped ripping slams slammed slamming dubbed dubbing referred referring refers bashed bashing cites
    cited labelled labelling""",
)
"""Verbs that say what somebody thinks of something, with quoted scraps."""

REPORTING_VERBS = SAY | SPEAK | JUDGE
"""All that report speech wherever they stand."""

BESIDE_SPEECH = (
    _forms(
        """affirm apologise apologize attest bark bawl beam beg bellow beseech blurt bluster cackle chirp
        chortle chorus chuckle coax concur confide conjecture coo correct cough counsel croak croon
        deadpan demur disagree drawl drone echo ejaculate enquire entreat enthuse expostulate fume gasp
        giggle gloat grin groan growl grumble grunt gulp hiss hoot howl implore inquire instruct interpose
        intone jeer jest josh leer marvel moan mumble nod offer opine order pant persist plead pray press
        prompt prophesy pursue quaver quiz rage rant rasp reason reassure rebut reckon reflect rejoin relate
        remonstrate repeat reprove resume retaliate return roar scowl screech shriek shrug simper smile smirk
        snarl sneer sniff snigger snort sob soothe splutter sputter squeak squeal stammer stutter surmise
        sympathise sympathize taunt titter tut utter volunteer wail wheedle wheeze whimper whine wink
        wisecrack yawn yelp""",
        """begged begging besought cut grinned grinning nodded shrugged shrugging quizzed quizzing pled
        prayed spat spits spitting sang sings wept weeps weeping implied implies""",
    )
    - REPORTING_VERBS
)
"""Verbs that report speech beside its quotation, and elsewhere seldom do: "“Come home,” she begged"."""
