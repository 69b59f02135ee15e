"""How pages word their boilerplate: regular expressions for whole lines in lower case; the first match wins.

Lines have at most a few hundred characters when they get here, so patterns may search them.
"""

from __future__ import annotations

LINK = "link to another article"
BUTTON = "button of the page"
ADVERTISEMENT = "advertisement"
APPEAL = "asks the reader to subscribe or follow"
BROWSER = "browser notice"
COOKIES = "cookie notice"
LEGAL = "copyright notice"
ADDRESS = "web address"
STORY_LABEL = "label of the story"
EMPTY = "no words"

_NETWORK = (
    r"(?:facebook|twitter|instagram|x|linkedin|pinterest|reddit|whatsapp|youtube|tiktok|telegram|flipboard)"
)
_NEWS = r"(?:stor(?:y|ies)|articles?|coverage|content|topics?|links?|news|videos?|searches|posts?|headlines)"
_THIS = r"(?: (?:this|the|our)(?: (?:article|story|page|post|video|report|conversation))?)?"
_NEXT = r"(?: (?:page|video|audio|photo|image|article|story|now|live|photos|images|gallery))?"
# Words that announce a link when a colon or an arrow follows.
_ANNOUNCE = (
    r"(?:read|see|watch|listen|related|recommended|more|also|also read|read more|read also|read next|see also"
    rf"|(?:related|recommended|more)(?: {_NEWS}| reading| for you| on this story| on this topic| from \w+)"
    r"|further reading|don['’]t miss|must read|trending|you (?:may|might) also (?:like|be interested in)"
    r"|(?:up )?next|in case you missed it|most (?:read|popular)|top stories|what to read next"
    r"|listen now|watch now|click here)"
)

WORDING: dict[str, tuple[str, ...]] = {
    EMPTY: (r"[\W_]+",),
    ADDRESS: (
        r"(?:https?://|www\.)\S+|pic\.twitter\.com/\S+|(?:[\w-]{2,}\.){1,3}(?:com|org|net|co\.uk)(?:/\S*)?",
        r"(?:(?:e-?)?mail(?: \w+)?: ?)?[\w.+-]+@[\w-]+\.[\w.]{2,}",
    ),
    STORY_LABEL: (
        r"(?:exclusive|breaking(?: news)?|developing(?: story)?|just in|opinion|sponsored|updated?)\W*",
    ),
    ADVERTISEMENT: (
        r"advertisements?|sponsored(?: content| by .{1,40})?|promoted(?: by .{1,40}| content)?",
        r"paid (?:content|post)|powered by .{1,40}",
        r"(?:story|article) continue[sd](?: (?:below|after)\b.{0,40})?",
        r"scroll (?:down )?(?:for more|to continue).{0,40}|advertisement\W+scroll.{0,40}",
        r"(?:add to cart|view price|buy now|shop now|check price|see deal)\b.{0,120}",
        r".{0,300}\baffiliate (?:links?|commissions?)\b.{0,300}",
        r".{0,300}\bearn an? (?:small |affiliate )*commission\b.{0,300}",
    ),
    BUTTON: (
        rf"(?:share|tweet|print|e-?mail|save|bookmark|copy|like|follow|comment|react|gift){_THIS}",
        r"(?:share|post|tweet|send|print|save|e-?mail|pin)"
        rf"(?: (?:this|article|story|on|to|via|by|link|it|with|friends|e-?mail|{_NETWORK}))+",
        r"(?:just|must) watched? .{0,200}\breplay\b.{0,200}",
        rf"{_NETWORK}(?:[ ,|·•/]+(?:{_NETWORK}|e-?mail|print|share|copy link|more|messenger))*",
        r"(?:next|previous|prev|back|close|menu|search|home|reply|loading|more|play|pause|mute|enlarge|expand"
        r"|photo|image|video|audio|gallery|slideshow|photos|images|videos|embed|transcript|view|zoom|cancel|submit"
        r"|skip|donate|listen|watch|caption|figure|overlay|contents)"
        rf"{_NEXT}(?: \(\d{{1,3}} \w{{1,10}}\))?(?:[ …»>:]|\.{{3}})*(?:\w+[»>]+)?",
        r"(?:log|sign) ?(?:in|out|up)|register(?: now)?|subscribe(?: now| today)?|create (?:an|your) account",
        r"(?:leave|post|write|add) a (?:comment|reply)|\d+ (?:shares|likes|replies|retweets)",
        r"(?:view |show |read )?(?:all )?(?:\d+ )?comments?(?: \(\d+(?: \w+)?\))?",
        r"(?:skip|jump|back|return) to (?:main )?(?:content|navigation|top|home|the top|article)",
        r"(?:\+ ?|\d+ )?show all .{2,60}",
        r"\+? ?(?:show|see|view|load|read|learn|discover|find out)"
        r" (?:more|all|less|fewer|gallery|full (?:story|article|image|caption))"
        r"(?: (?:about|on|at|from|here|stories|videos|news|photos)\b.{0,60})?",
        r"continue reading(?: (?:the )?(?:main|full) (?:story|article))?|try it now|found this helpful",
        r"enlarge this image|toggle caption|hide caption|view (?:this|original) (?:post|tweet|image) on \w+",
        r"view image on \w+|embed from getty images|video player is loading|\d{1,2}[ -]min(?:ute)?s? read"
        r"|(?:reading time|read time|time to read|estimated reading time)\b.{0,20}"
        r"|listen to this (?:article|story).{0,20}",
        r"(?:watch|listen to|see) the (?:video|audio|gallery) (?:above|below)",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|more on|keywords)\W? ?: .{2,120}",
        r"\d{1,2} ?(?:/|of) ?\d{1,3}|click to (?:share|enlarge|expand|view|play|listen).{0,60}",
    ),
    LINK: (
        rf"\[? ?{_ANNOUNCE} ?(?::|>+|»|›)(?: .{{3,160}})?\]?",
        rf"(?:related|recommended|further|suggested|most popular|top|trending) (?:{_NEWS}|reading)",
        r"more on this (?:story|topic)|read (?:more|next|also)|also read|see also|recommended for you",
        r"you (?:may|might) also (?:like|be interested in)|what to read next|(?:around|from) the web",
        r"más en .{2,60}›",
        r"(?:read|see|watch|view|hear|click here (?:to|for))"
        r" (?:more|the (?:full|complete|whole|original))\b.{0,90}",
        r".{12,160}\S (?:read|see) more",
        r"(?:read|watch|see) (?:this )?(?:next|more|also)(?:\W.{0,120})?",
    ),
    APPEAL: (
        r"(?:please )?(?:follow|like|find|join|friend|add)"
        r" (?:us|me|our\b.{0,40}|the .{2,40}|@?\w[\w. ]{1,50})"
        rf" on {_NETWORK}\b.{{0,90}}",
        r".{2,60} (?:is on twitter(?: (?:at|as))?|tweets (?:at|as)) @?\w+\.?|follow @\w+.{0,40}",
        r"\[?(?:please )?(?:sign up|subscribe|register)(?: \w+)? (?:for|to|here|now|today)\b.{0,250}",
        r"(?:please )?(?:sign up|subscribe)\b.*\b(?:newsletters?|not a robot)\b.*",
        r".{0,120}\b(?:in|to) your inbox\b.{0,60}",
        r"(?:get|keep up|join|try|receive|check out)\b.{0,120} newsletters?\b.{0,60}",
        r"(?:get|download|install) (?:our|the) (?:.{1,30} )?app\b.{0,80}",
        r"thank(?:s| you) for (?:subscribing|signing up).{0,80}",
        r"(?:please )?(?:support|donate to) (?:our|independent) journalism.{0,120}",
        r"(?:have|got|do you have) a (?:news )?(?:tip|story)(?: for us)?\?.{0,150}",
    ),
    BROWSER: (
        r"(?:\w+: )?(?:you are|you're|you seem to be) using an? (?:outdated|unsupported|old)(?:er)?"
        r" (?:version|browser).*",
        r"(?:please )?(?:enable|turn on|activate|allow) (?:java ?script|cookies)\b.*",
        r"java ?script (?:is|must be|has to be) .*",
        r"this (?:site|page|video|content|app|feature) (?:requires|needs|works best with)"
        r" (?:java ?script|a modern).*",
        r"(?:sorry, )?(?:your|this) browser (?:does not|doesn['’]t|is not|isn['’]t|is out)\b.*",
        r"(?:please )?(?:upgrade|update) your browser\b.*|media playback is (?:unsupported|not supported).*",
        r".{0,80}\b(?:disable|turn off|whitelist|pause) (?:your )?ad ?-?block(?:er)?\b.*",
    ),
    COOKIES: (
        r"(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?(?:site|partners)|we and our partners)"
        r" uses? cookies\b.*",
        r"(?:by (?:continuing|using|browsing|clicking|signing up|submitting)|if you continue)\b.{0,160}"
        r"\byou (?:agree|accept|consent|acknowledge)\b.*",
        r"(?:accept|manage|reject|allow)(?: all)? (?:cookies|preferences)",
        r"privacy (?:policy|notice|settings)|cookie (?:policy|settings|preferences|notice)",
        r"terms (?:of|and|&) (?:use|service|conditions|sale)",
    ),
    LEGAL: (
        r"(?:copyright )?(?:©|\(c\)).{0,60}\b(?:19|20)\d\d\b.{0,300}|copyright (?:19|20)\d\d\b.{0,300}",
        r".{0,300}\ball rights reserved\b.{0,300}",
        r"this (?:material|article|story|content) may not be .{0,300}",
        r".{0,120}\ba version of this article (?:appears|appeared) in print\b.*|.{0,40}\border reprints\b.*",
        r"our standards: .{0,80}|reprints and permissions.{0,60}",
    ),
}
