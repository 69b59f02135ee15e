"""The nouns that attribution knows: what people and bodies are called. Data only, in lower case."""

from __future__ import annotations

from narrate.english.titles import gender_by_title
from narrate.model import Gender
from narrate.quotation.word_classes import words

HONORIFICS = {**gender_by_title(), **dict.fromkeys(("st.", "pc"))}
"""Short titles before a name, and the gender that they show."""

_MEN = words(
    """king prince duke emperor spokesman congressman businessman policeman fireman
        salesman assemblyman councilman father dad son brother husband uncle grandfather
        grandson nephew boy man gentleman widower boyfriend monk pope imam waiter
        stepfather stepson godfather grandpa grandad landlord headmaster schoolboy fiance fiancé baron count
        cameraman sportsman mailman clergyman serviceman nobleman patriarch"""
)
_WOMEN = words(
    """queen princess duchess empress spokeswoman chairwoman congresswoman businesswoman
        policewoman saleswoman assemblywoman councilwoman actress mother mom mum daughter sister wife aunt
        grandmother granddaughter niece girl woman lady widow girlfriend nun waitress hostess stepmother
        stepdaughter godmother grandma granny landlady headmistress schoolgirl fiancee fiancée
        heiress comedienne ballerina camerawoman sportswoman servicewoman baroness countess matriarch"""
)
GENDERED: dict[str, Gender] = {**dict.fromkeys(_MEN, "m"), **dict.fromkeys(_WOMEN, "f")}
"""Nouns for people that show a gender."""

KIN = words(
    """father dad son brother husband uncle grandfather grandson nephew boy man widower boyfriend stepfather
    mother mom mum daughter sister wife aunt grandmother granddaughter niece girl woman widow girlfriend
    stepmother stepson stepdaughter godfather godmother grandpa grandad grandma granny fiance fiancé
    fiancee fiancée parent child cousin friend neighbor neighbour person"""
)
"""What somebody is to others: a description, and no title."""

ROLES = frozenset(GENDERED) | words(
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
    constable mp mep msp chancellor vicar chaplain umpire referee midwife dentist vet barrister
    solicitor magistrate coroner commander ranger builder carer hairdresser barber florist tailor cleaner cook
    bartender labourer laborer miner sailor skipper commuter motorist cyclist pedestrian shopper holidaymaker
    runner boxer golfer footballer cricketer jockey trainer midfielder defender winger rapper songwriter
    drummer guitarist dancer choreographer sculptor painter photographer playwright screenwriter publisher
    biologist chemist physicist astronomer geologist ecologist meteorologist epidemiologist virologist
    sociologist anthropologist archaeologist archeologist mathematician philosopher theologian statistician
    actor host priest rabbi chairman alderman fisherman cowboy
    user viewer reader listener follower subscriber fan spectator bystander onlooker heckler gunman shooter
    attacker assailant intruder homeowner tenant retiree pensioner sibling twin freshman sophomore graduate
    intern trainee apprentice dealer therapist counsellor pharmacist respondent backbencher billionaire
    millionaire entertainer celebrity tycoon mogul rider
    shortstop outfielder infielder pitcher catcher baseman linebacker cornerback receiver rookie goaltender
    batsman bowler wicketkeeper playmaker sprinter swimmer gymnast skater skier rower wrestler teammate
    youth protester demonstrator rebel fighter militant dissident monarch first-lady"""
)
"""Nouns for what a person is; plurals are found by their s."""

BODIES = words(
    """administration agency alliance army association authority bank board bureau campaign center centre
    church
    club coalition college commission committee community company conference congress convention
    corporation council
    court department division embassy family federation firm force forces foundation fund government
    group house industry institute institution league magazine ministry movement network newspaper
    office organization organisation panel paper parliament party police press radio school senate
    service society staff state store studio task-force team television times tribune post journal
    union university white-house outlet site website trust watch crowd audience public media officials
    lawyers authorities troops publication"""
)
"""Nouns for bodies that speak."""

TEXTS = words(
    """statement report letter email e-mail memo message tweet post article editorial column book document
    filing lawsuit complaint indictment ruling opinion decision poll survey study ad advertisement
    commercial video caption headline sign banner bill law resolution transcript release notice note
    footnote story blog website page petition amendment text speech op-ed narrator voiceover
    voice-over announcement projection forecast
    platform analysis review draft order paragraph question chorus slogan label hashtag script"""
)
"""Nouns for texts that are quoted."""

PLURAL_HEADS = words("men women people police spokesmen children clergy staff")
"""Heads whose plural has no s."""

OFFICE_WORDS = words(
    """human rights affairs foreign defense defence security state health justice treasury commerce labor
    labour education energy transportation interior homeland finance trade environment agriculture housing
    urban development national international united nations general staff congress senate house budget
    intelligence management operations communications policy public relations veterans management planning
    immigration customs science technology culture sport sports family children refugees humanitarian
    economic political military legal financial chief high"""
)
"""Words of which offices are made; after "of" or "for" they still belong to the title, not to the name."""

PREMODIFIERS = words(
    """first former longtime long-time then acting deputy senior junior veteran fellow retired ex incoming
    outgoing interim top leading prominent late current assistant associate chief vice senior local 1st 2nd
    state federal campaign national press police party lead co-founder republican democratic"""
)
"""What may stand before an office with no article in front."""

PARTICLES = words(
    "de da do dos das del della di du la le van von der den ter ten al el bin ibn bint abu ben af av"
)
"""Small words inside names."""

PLACE_WORDS = words(
    "north south east west northern southern eastern western new united central great saint san los"
)
"""First words of places and of what belongs to them."""

SUFFIXES = words("jr jr. sr sr. ii iii iv")
"""What ends a name and belongs to it."""

HONOURS = words("md phd esq mp mep msp qc kc obe mbe cbe frs")
"""What is written after a name and does not belong to it."""

SITES = words(
    """palace street road avenue hospital airport square stadium arena museum gallery theatre theater hotel
    cathedral county island islands"""
)
"""Last words of what is named like a person and is none: "Crystal Palace"."""

SPEECH_NOUNS = words(
    """statement interview tweet speech email e-mail letter post message remarks comments memo
    words testimony conference release article op-ed column debate rally video"""
)

SPEECH_ACTS = words(
    """reply replies answer answers response retort rejoinder verdict advice advise call calls claim claims
    comment comments remark remarks quip quips joke jokes complaint complaints contention argument assertion
    assertions allegation allegations accusation accusations admission announcement declaration promise
    promises pledge pledges vow vows warning warnings criticism critique threat threats plea pleas demand
    demands request appeal boast boasts suggestion suggestions description descriptions view question
    questions insistence assurance assurances motto mantra slogan reaction explanation excuse apology
    message prediction characterization characterisation words statement statements observation insult
    insults taunt taunts tirade rant outburst attack attacks praise testimony tweet tweets"""
)
"""What somebody says or writes, as a noun: "Lee’s reply", "his call for"."""

NAMING = words(
    """called titled entitled named nicknamed dubbed so-called known word words term phrase film movie
    book novel
    song album show series play documentary hashtag slogan password title label labeled labelled magazine
    program programme episode podcast memoir sitcom musical opera poem
    painting sculpture exhibition meaning mean means translated nickname"""
)
"""What comes before a title, a nickname or a word that is spoken of."""
