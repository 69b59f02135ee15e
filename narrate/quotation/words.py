"""The English that attribution knows: verbs of saying, offices, pronouns. Data only.

Everything is lower case. The lists were written from grammar and usage (Quirk et al. 1985, ch. 14 for
reporting verbs), then completed on the training part of the development articles; no names of people.
"""

from __future__ import annotations

from narrate.model import Gender


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(bases: str, irregular: str = "") -> frozenset[str]:
    """Regular verbs in the forms that report speech: ask asks asked asking."""
    found = set(irregular.split())
    for base in bases.split():
        stem = base[:-1] if base.endswith("e") else base
        third = base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeou" else base + "s"
        past = base[:-1] + "ied" if third.endswith("ies") else stem + "ed"
        found |= {base, third.replace("shs", "shes").replace("chs", "ches"), past, stem + "ing"}
    return frozenset(found)


SAY = _forms(
    "add ask tweet retweet reply respond answer continue explain",
    "say says said saying tell tells told telling write writes wrote written writing replies replied asks",
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
    cited""",
)
"""Verbs that say what somebody thinks of something, with quoted scraps."""

AUXILIARIES = _words(
    """has have had is was were are be been being will would could should can may might must did do does
    also later then often once recently still again not never ever just even now first previously already
    earlier repeatedly reportedly simply further both all each soon who to't"""
)
"""What may stand between a subject and its verb, beside adverbs in -ly."""

TIME_WORDS = _words(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight on at this in a the
    week month year morning afternoon evening night last"""
)
"""What may stand between a subject and its verb when it says when: "Smith on Wednesday told"."""

ADDRESSING = _words(
    "tell tells told telling asked ask asks asking informed remind reminded assured warned urged emailed"
)
"""Verbs after which a person comes who is spoken to."""

SINGULAR_PRONOUNS: dict[str, Gender] = {"he": "m", "she": "f"}
PRONOUNS = _words("he she they it")
GENDERED_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
"""Pronouns that show a gender."""

DETERMINERS = _words(
    """the a an this these those another one some several many two three four five six seven eight
    nine ten eleven twelve dozen dozens few most other both no every each any his her their its our my"""
)
INDEFINITE = _words("a an another one some several many two three four few")

PREPOSITIONS = _words(
    """of in on at by for from with to about into over after before during between among against under
    through toward towards within without as like than because via around near behind despite since until
    upon amid per off out up down across"""
)

FUNCTION_WORDS = (
    PREPOSITIONS
    | AUXILIARIES
    | DETERMINERS
    | _words(
        """that and or but if when while where who whom whose which what why how that there here it he she
        they we
    i you him them me us his her their its our my your so because though although however yes no not
    only very too more most less than such am isn't wasn't don't doesn't didn't won't can't couldn't
    wouldn't nor yet either neither instead meanwhile moreover furthermore still today yesterday
    tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december according additionally finally perhaps maybe
    well okay let please asked speaking following apparently certainly clearly unlike whether once
    nevertheless nonetheless therefore thus hence besides indeed otherwise"""
    )
)
"""Words that end a noun phrase, and that are no name at the start of a sentence."""

HONORIFICS: dict[str, Gender | None] = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f",
    "miss": "f", "lady": "f", "dame": "f", "madam": "f", "mme": "f", "mme.": "f",
    "dr": None, "dr.": None, "prof": None, "prof.": None, "sen": None, "sen.": None, "rep": None,
    "rep.": None, "gov": None, "gov.": None, "gen": None, "gen.": None, "lt": None, "lt.": None,
    "col": None, "col.": None, "maj": None, "maj.": None, "sgt": None, "sgt.": None, "capt": None,
    "capt.": None, "adm": None, "adm.": None, "rev": None, "rev.": None, "st.": None, "sec.": None,
    "hon.": None, "cpl.": None, "pvt.": None, "det.": None, "reps.": None, "sens.": None, "messrs.": "m",
}  # fmt: skip
"""Short titles before a name, and the gender that they show."""

_MEN = _words(
    """king prince duke emperor spokesman chairman congressman businessman policeman fireman
        salesman assemblyman councilman alderman actor father dad son brother husband uncle grandfather
        grandson nephew boy man gentleman widower boyfriend monk priest pope imam rabbi waiter host
        stepfather fisherman cameraman cowboy sportsman mailman clergyman serviceman nobleman patriarch"""
)
_WOMEN = _words(
    """queen princess duchess empress spokeswoman chairwoman congresswoman businesswoman
        policewoman saleswoman assemblywoman councilwoman actress mother mom mum daughter sister wife aunt
        grandmother granddaughter niece girl woman widow girlfriend nun waitress hostess stepmother
        heiress comedienne ballerina camerawoman sportswoman servicewoman baroness countess matriarch"""
)
GENDERED: dict[str, Gender] = {**dict.fromkeys(_MEN, "m"), **dict.fromkeys(_WOMEN, "f")}
"""Nouns for people that show a gender."""

KIN = _words(
    """father dad son brother husband uncle grandfather grandson nephew boy man widower boyfriend stepfather
    mother mom mum daughter sister wife aunt grandmother granddaughter niece girl woman widow girlfriend
    stepmother parent child cousin friend neighbor neighbour person"""
)
"""What somebody is to others: a description, and no title."""

ROLES = frozenset(GENDERED) | _words(
    """president vice-president chancellor minister premier secretary secretary-general commissioner
    ambassador envoy diplomat senator representative congressperson lawmaker legislator governor mayor
    councilor councillor speaker leader chief head director manager chairperson chair boss executive
    ceo cfo founder co-founder owner partner officer official aide adviser advisor assistant deputy
    counsel counselor lawyer attorney prosecutor judge justice sheriff detective investigator inspector
    commander general colonel major captain lieutenant sergeant corporal private admiral marshal soldier
    veteran marine agent spokesperson press-secretary strategist pollster consultant operative
    candidate nominee contender rival opponent front-runner frontrunner incumbent politician delegate
    supporter backer donor fundraiser organizer activist campaigner volunteer voter resident citizen
    neighbor neighbour friend colleague co-worker student pupil teacher professor lecturer scholar
    academic researcher scientist historian economist analyst expert specialist engineer doctor medic
    physician surgeon nurse patient psychologist psychiatrist author writer novelist poet journalist
    reporter correspondent editor columnist blogger commentator critic pundit anchor presenter producer
    filmmaker singer musician artist designer architect comedian coach player captain quarterback
    striker goalkeeper athlete driver pilot farmer fisher trader investor banker broker developer
    entrepreneur worker employee staffer clerk guard witness survivor victim suspect defendant
    bishop archbishop cardinal pastor reverend sheikh ayatollah sultan emir mullah person people source
    insider observer member fellow negotiator mediator coordinator administrator superintendent principal
    dean provost treasurer trustee supervisor regulator auditor registrar curator librarian chef baker butcher
    carpenter plumber electrician mechanic technician firefighter paramedic parent child teenager cousin
    rapporteur undersecretary whip chairman co-chairman co-chair vice liaison surrogate ally translator
    interviewer moderator caller questioner attendee participant customer client passenger tourist
    whistleblower refugee migrant survivor caretaker gardener shopkeeper vendor musician conductor
    republican democrat libertarian conservative liberal progressive independent socialist
    youth protester demonstrator rebel fighter militant dissident monarch first-lady"""
)
"""Nouns for what a person is; plurals are found by their s."""

BODIES = _words(
    """administration agency alliance army association authority bank board bureau campaign center centre
    church
    club coalition college commission committee community company conference congress convention
    corporation council
    court department division embassy family federation firm force forces foundation fund government
    group house industry institute institution league magazine ministry movement network newspaper
    office organization organisation panel paper parliament party police press radio school senate
    service society staff state store studio task-force team television times tribune post journal
    union university white-house outlet site website trust watch crowd audience public media officials
    lawyers authorities troops"""
)
"""Nouns for bodies that speak."""

TEXTS = _words(
    """statement report letter email e-mail memo message tweet post article editorial column book document
    filing lawsuit complaint indictment ruling opinion decision poll survey study ad advertisement
    commercial video caption headline sign banner bill law resolution transcript release notice note
    footnote story blog website page petition amendment text speech op-ed narrator voiceover announcement
    platform analysis review draft order paragraph question chorus slogan label hashtag script"""
)
"""Nouns for texts that are quoted."""

PLURAL_HEADS = _words("men women people police spokesmen children clergy staff")
"""Heads whose plural has no s."""

OFFICE_WORDS = _words(
    """human rights affairs foreign defense defence security state health justice treasury commerce labor
    labour education energy transportation interior homeland finance trade environment agriculture housing
    urban development national international united nations general staff congress senate house budget
    intelligence management operations communications policy public relations veterans management planning
    immigration customs science technology culture sport sports family children refugees humanitarian
    economic political military legal financial chief high"""
)
"""Words of which offices are made; after "of" or "for" they still belong to the title, not to the name."""

PREMODIFIERS = _words(
    """former longtime long-time then acting deputy senior junior veteran fellow retired ex incoming
    outgoing interim top leading prominent late current assistant associate chief vice senior local
    state federal campaign national press police party lead co-founder republican democratic"""
)
"""What may stand before an office with no article in front."""

PARTICLES = _words(
    "de da do dos das del della di du la le van von der den ter ten al el bin ibn bint abu ben af av"
)
"""Small words inside names."""

PLACE_WORDS = _words(
    "north south east west northern southern eastern western new united central great saint san los"
)
"""First words of places and of what belongs to them."""

SUFFIXES = _words("jr jr. sr sr. ii iii iv md phd esq")

NO_APOSTROPHE_OPENING = _words("em til tis twas twere cause bout round n nuff cuz kay fraid neath gainst")
"""Words that are written with an apostrophe in front: 'em, 'til."""

SPEECH_NOUNS = _words(
    """statement interview tweet speech email e-mail letter post message remarks comments memo
    words testimony conference release article op-ed column debate rally video"""
)

NAMING = _words(
    """called titled entitled named nicknamed dubbed so-called known word words term phrase film movie
    book novel
    song album show series play documentary hashtag slogan password title label labeled labelled magazine
    program programme episode meaning mean means translated nickname"""
)
"""What comes before a title, a nickname or a word that is spoken of."""

FIRST_AND_SECOND_PERSON = _words(
    """i we you me us my our your i'm i've i'd i'll we're we've we'll you're
    i’m i’ve i’d i’ll we’re we’ve we’ll you’re"""
)
"""What people say and titles seldom hold."""
