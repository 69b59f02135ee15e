"""What attribution has to know of each language. Data only, in lower case, written from grammar and usage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from narrate.languages import primary
from narrate.model import Gender
from narrate.quotation.word_classes import words


@dataclass(frozen=True, slots=True)
class Table:
    """The words of one language."""

    verbs: frozenset[str]
    """Reporting verbs in the forms of the third person, and participles: "sagte", "déclaré"."""
    pronouns: Mapping[str, Gender]
    """Subjects that stand for a person."""
    articles: Mapping[str, Gender | None]
    """Determiners that a description begins with, and the gender that they show."""
    sources: frozenset[str]
    """Prepositions before whoever said something: "laut", "selon"."""
    prepositions: frozenset[str]
    """What follows is no subject."""
    others: frozenset[str]
    """Other function words, which are no names at the start of a sentence, and prepositions again."""
    particles: frozenset[str]
    """What stands in lower case inside names."""
    dashes: bool = False
    """Whether speech begins with a dash."""
    capital_nouns: bool = False
    """Whether every noun has a capital."""


GERMAN = Table(
    verbs=words(
        """sagt sagte sagten gesagt erklärt erklärte erklärten meint meinte meinten betont betonte betonten
        berichtet berichtete berichteten erzählt erzählte ergänzt ergänzte fügte fügt antwortet antwortete
        entgegnet entgegnete erwidert erwiderte fragt fragte fragten ruft rief schreibt schrieb schrieben
        teilte teilt mitgeteilt widerspricht widersprach kritisiert kritisierte warnt warnte fordert
        forderte kündigt kündigte versichert versicherte bestätigt bestätigte behauptet behauptete räumt
        räumte findet fand glaubt glaubte weiß wusste lobt lobte erinnert erinnerte mahnt mahnte freut
        freute bilanziert resümiert resümierte flüstert flüsterte murmelt murmelte zitiert spricht sprach
        sagen argumentiert argumentierte urteilt urteilte verspricht versprach vermutet vermutete stellt
        stellte unterstreicht unterstrich begründet begründete beschreibt beschrieb verkündet verkündete
        äußert äußerte"""
    ),
    pronouns={"er": "m", "sie": "f"},
    articles={
        "der": "m", "ein": "m", "sein": None, "ihr": None, "die": "f", "eine": "f", "das": None,
        "dieser": "m", "diese": "f", "dem": "m", "einer": "f", "einem": "m",
    },
    sources=words("laut so"),
    prepositions=words(
        """in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen ohne um durch
        seit des trotz während wegen laut"""
    ),
    others=words(
        """hat haben hatte hatten ist war waren sind wird werden wurde wurden kann will soll
        in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen ohne um durch
        seit und oder aber doch denn dass wenn als wie auch so dann danach dabei dazu damit da hier heute
        gestern nun jetzt noch schon nicht des den was wer wo es man wir ich du dies seine ihre unsere
        alle viele mehr am montag dienstag mittwoch donnerstag freitag samstag sonntag trotz während wegen
        laut"""
    ),
    particles=words("von van de der den zu vom zur el al"),
    capital_nouns=True,
)  # fmt: skip
FRENCH = Table(
    verbs=words(
        """dit disait disent déclare déclaré déclarait déclarent explique expliqué expliquait affirme affirmé
        affirmait ajoute ajouté ajoutait assure assuré assurait précise précisé estime estimé estimait
        indique indiqué raconte raconté racontait souligne souligné répond répondu répondit demande
        demandé demanda lance lancé lança insiste insisté confie confié rappelle rappelé écrit constate
        constaté regrette regretté poursuit conclut conclu reconnaît reconnu prévient prévenu résume
        résumé annonce annoncé dénonce dénoncé s'inquiète s'interroge s'exclame s'exclama s'écria s'étonne
        murmura murmure cria crie soupira reprit ironise martèle plaide témoigne témoigné juge jugé note
        noté observe détaille avoue avoué réagit réagi réplique répliqua fit"""
    ),
    pronouns={"il": "m", "elle": "f"},
    articles={
        "le": "m",
        "la": "f",
        "l": None,
        "un": "m",
        "une": "f",
        "son": None,
        "sa": None,
        "ce": "m",
        "cet": "m",
        "cette": "f",
    },
    sources=words("selon d'après"),
    prepositions=words(
        """à au aux de des du d en dans par pour avec sans sous sur vers chez depuis pendant après avant
        entre contre selon malgré"""
    ),
    others=words(
        """du a ont avait est sont était étaient sera peut
        à au aux de des d en dans par pour avec sans sous sur vers chez depuis pendant après avant entre
        contre et ou mais donc or ni car que qui quoi dont où si quand comme lorsque puis alors ainsi
        aussi enfin hier aujourd'hui ici là pas ne c ce ces il elle on nous vous ils elles je tu les leur
        leurs ses mes nos vos lundi mardi mercredi jeudi vendredi samedi dimanche selon malgré bien tout
        plus très même"""
    ),
    particles=words("de du des la le d"),
    dashes=True,
)
SPANISH = Table(
    verbs=words(
        """dice dijo decía dicen dijeron dicho explica explicó explicado afirma afirmó afirmado asegura
        aseguró asegurado añade añadió añadido señala señaló señalado declara declaró declarado comenta
        comentó cuenta contó indica indicó indicado sostiene sostuvo advierte advirtió subraya subrayó
        recuerda recordó destaca destacó destacado insiste insistió pregunta preguntó responde respondió
        contesta contestó escribe escribió reconoce reconoció lamenta lamentó apunta apuntó concluye
        concluyó agrega agregó manifiesta manifestó admite admitió confiesa confesó anuncia anunció
        denuncia denunció exclama exclamó gritó susurró murmuró expresa expresó opina opinó precisa
        precisó relata relató sentencia zanja resume"""
    ),
    pronouns={"él": "m", "ella": "f"},
    articles={"el": "m", "la": "f", "un": "m", "una": "f", "su": None, "este": "m", "esta": "f"},
    sources=words("según"),
    prepositions=words(
        """a al de del en con por para sin sobre entre desde hasta contra durante tras ante bajo hacia
        según"""
    ),
    others=words(
        """del ha han había es fue era son está estaba será puede
        a al de en con por para sin sobre entre desde hasta contra durante tras ante bajo hacia y e o u
        pero sino que quien cuando como donde si porque aunque también además así entonces después luego
        ayer hoy aquí allí no ni se lo los las les le me te nos yo tú usted nosotros ellos más muy ya
        según mientras lunes martes miércoles jueves viernes sábado domingo todo esto eso"""
    ),
    particles=words("de del la las los y"),
    dashes=True,
)
ITALIAN = Table(
    verbs=words(
        """dice disse detto diceva dicono spiega spiegò spiegato afferma affermò affermato aggiunge aggiunse
        aggiunto dichiara dichiarò dichiarato racconta raccontò raccontato sottolinea sottolineato
        commenta commentò commentato ricorda ricordò ricordato assicura assicurato sostiene sostenuto
        osserva osservò conclude concluse concluso chiede chiese chiesto domanda domandò risponde rispose
        risposto scrive scrisse scritto ammette ammise ammesso avverte avvertì annuncia annunciato
        denuncia denunciato precisa precisato riferisce riferito replicato confessa confessò esclama
        esclamò gridò sussurrò mormorò replica replicò ribadisce ribadito insiste continua prosegue
        lamenta rivela rivelato fa"""
    ),
    pronouns={"lui": "m", "lei": "f", "egli": "m", "ella": "f"},
    articles={
        "il": "m",
        "lo": "m",
        "la": "f",
        "l": None,
        "un": "m",
        "uno": "m",
        "una": "f",
        "suo": None,
        "sua": None,
        "questo": "m",
        "questa": "f",
    },
    sources=words("secondo"),
    prepositions=words(
        """a ad al alla ai alle di d del dello della dei degli delle da dal dalla in nel nella con su sul
        sulla per tra fra senza dopo secondo"""
    ),
    others=words(
        """del dello della dei degli delle ha hanno aveva è era sono sarà può
        a ad al alla ai alle di d da dal dalla in nel nella con su sul sulla per tra fra senza dopo prima
        verso e ed o ma però che chi quando come dove se perché anche poi così ieri oggi qui là non ne si
        ci vi mi ti io tu noi voi loro gli i le più molto già secondo mentre lunedì martedì mercoledì
        giovedì venerdì sabato domenica tutto questo quello"""
    ),
    particles=words("de di del della da dal lo la"),
    dashes=True,
)
PORTUGUESE = Table(
    verbs=words(
        """diz disse dizia dizem disseram dito explica explicou afirma afirmou acrescenta acrescentou declara
        declarou conta contou comenta comentou garante garantiu sublinha sublinhou lembra lembrou destaca
        destacou ressalta ressaltou pergunta perguntou responde respondeu escreve escreveu reconhece
        reconheceu lamenta lamentou aponta apontou conclui concluiu adianta adiantou refere referiu admite
        admitiu anuncia anunciou denuncia denunciou exclama exclamou gritou sussurrou murmurou opina
        opinou avalia avaliou argumenta argumentou completa completou defende defendeu revela revelou
        relata relatou informa informou continua alerta alertou retorquiu"""
    ),
    pronouns={"ele": "m", "ela": "f"},
    articles={"o": "m", "a": "f", "um": "m", "uma": "f", "seu": None, "sua": None, "este": "m", "esta": "f"},
    sources=words("segundo conforme"),
    prepositions=words(
        """ao à aos às de do da dos das em no na nos nas com por pelo pela para sem sobre entre desde até
        contra durante após segundo"""
    ),
    others=words(
        """é foi era são tem tinha está será pode
        ao à aos às de do da dos das em no na nos nas com por pelo pela para sem sobre entre desde até
        contra durante após e ou mas que quem quando como onde se porque embora também além assim então
        depois ontem hoje aqui ali não nem lhe me te nós eu tu você eles os as mais muito já segundo
        enquanto segunda terça quarta quinta sexta sábado domingo tudo isto isso"""
    ),
    particles=words("de do da dos das e"),
    dashes=True,
)
_TABLES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN, "pt": PORTUGUESE}


def table_of(language: str) -> Table | None:
    """The table of a language (BCP 47); None if there is none."""
    return _TABLES.get(primary(language))


def function_words(language: str) -> frozenset[str]:
    """Articles, pronouns, prepositions and the like of a language (BCP 47); none if it has no table."""
    table = table_of(language)
    if table is None:
        return frozenset()
    return table.others | table.prepositions | table.articles.keys() | table.pronouns.keys()
