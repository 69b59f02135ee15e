"""What belongs to the web page and not to the article: links, buttons, appeals, browser and legal notices.

To call a sentence of the article furniture loses it, so every pattern has to match the whole of a short
line. What is left over is spoken.
"""

from __future__ import annotations

import re

from narrate.reading.piece import Piece

LINK = "link to another article"
BUTTON = "button of the page"
ADVERTISEMENT = "advertisement"
APPEAL = "asks the reader to subscribe or follow"
BROWSER = "browser notice"
COOKIES = "cookie notice"
LEGAL = "copyright notice"
ADDRESS = "web address"
EMPTY = "no words"
DANGLING = "call to a link that is missing"

_LONGEST = 600
"""Characters. The longest of these notices in the pages looked at has 420."""
_NETWORK = (
    r"(?:facebook|twitter|instagram|x|linkedin|pinterest|reddit|whatsapp|youtube|tiktok|telegram|flipboard)"
)
_NEWS = r"(?:stor(?:y|ies)|articles?|coverage|content|topics?|links?|news|videos?|searches|posts?|headlines)"
_THIS = r"(?: (?:this|the|our)(?: (?:article|story|page|post|video|report|conversation))?)?"

# The first that matches the whole of a line gives the reason.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (EMPTY, r"[\W_]+"),
    (ADDRESS, r"(?:https?://|www\.)\S+|pic\.twitter\.com/\S+"),
    (ADVERTISEMENT, r"(?:advertisements?|sponsored(?: content| by .{1,40})?|promoted(?: by .{1,40}| content)?"
                    r"|paid (?:content|post)|powered by .{1,40}|(?:story|article) continues below(?: \w+)?"
                    r"|scroll (?:down )?(?:for more|to continue).{0,40}|advertisement\W+scroll.{0,40})"),
    (ADVERTISEMENT, r"(?:add to cart|view price|buy now|shop now|check price|see deal)\b.{0,120}"),
    (ADVERTISEMENT, r".{0,300}\b(?:affiliate (?:links?|commissions?)|earn (?:a|an) (?:small |affiliate )*commission)"
                    r"\b.{0,300}"),
    (BUTTON, r"(?:share|tweet|print|e-?mail|save|bookmark|copy|like|follow|comment|react|gift)" + _THIS),
    (BUTTON, r"(?:share|post|tweet|send|print|save|e-?mail|pin)(?: (?:this|article|story|on|to|via|by|link|it|with|friends|"
             + _NETWORK + r"|e-?mail))+"),
    (BUTTON, r"(?:just|must) watched? .{0,200}\breplay\b.{0,200}"),
    (BUTTON, _NETWORK + r"(?:[ ,|·•/]+(?:" + _NETWORK + r"|e-?mail|print|share|copy link|more|messenger))*"),
    (BUTTON, r"(?:next|previous|prev|back|close|menu|search|home|reply|loading|more|play|pause|mute|enlarge|expand|photo"
             r"|image|video|audio|gallery|slideshow|photos|images|videos|embed|transcript|view|zoom|cancel|submit|skip"
             r"|donate|listen|watch|caption|figure|overlay|contents)(?: (?:page|video|audio|photo|image|article|story"
             r"|now|live|photos|images|gallery))?(?: \(\d{1,3} \w{1,10}\))?[ .…»>:]*(?:\w+[»>]+)?"),
    (BUTTON, r"(?:log|sign) ?(?:in|out|up)|register(?: now)?|subscribe(?: now| today)?|create (?:an|your) account"),
    (BUTTON, r"(?:leave|post|write|add) a (?:comment|reply)|(?:view |show |read )?(?:all )?(?:\d+ )?comments?"
             r"(?: \(\d+(?: \w+)?\))?|\d+ (?:shares|likes|replies|retweets)"),
    (BUTTON, r"(?:skip|jump|back|return) to (?:main )?(?:content|navigation|top|home|the top|article)"),
    (BUTTON, r"(?:\+ ?|\d+ )?show all .{2,60}"),
    (BUTTON, r"\+? ?(?:show|see|view|load|read|learn|discover|find out) (?:more|all|less|fewer|gallery|full (?:story"
             r"|article|image|caption))(?: (?:about|on|at|from|here|stories|videos|news|photos)\b.{0,60})?"),
    (BUTTON, r"continue reading(?: (?:the )?(?:main|full) (?:story|article))?|try it now|learn more|found this helpful"
             r"|enlarge this image|toggle caption|hide caption|view (?:this|original) (?:post|tweet) on \w+"),
    (BUTTON, r"\d{1,2} ?(?:/|of) ?\d{1,3}|click to (?:share|enlarge|expand|view|play|listen).{0,60}"),
    (LINK, r"\[? ?(?:read|see|watch|listen|related|recommended|more|also|also read|read more|read also|read next|see also"
           r"|related(?: " + _NEWS + r")?|recommended(?: " + _NEWS + r"| reading| for you)?|further reading"
           r"|more(?: " + _NEWS + r"| on this story| from \w+| on this topic)?|don['’]t miss|must read|trending"
           r"|you (?:may|might) also (?:like|be interested in)|(?:up )?next|in case you missed it|most (?:read|popular)"
           r"|top stories|what to read next|listen now|watch now|click here) ?(?::|>+|»|›)(?: .{3,160})?\]?"),
    (LINK, r"(?:related|recommended|further|suggested|most popular|top|trending) (?:" + _NEWS + r"|reading)"
           r"|more on this (?:story|topic)|read (?:more|next|also)|also read|see also|around the web|from the web"
           r"|recommended for you|you (?:may|might) also (?:like|be interested in)|what to read next|más en .{2,60}›"),
    (LINK, r"(?:read|see|watch|view|hear|click here (?:to|for)) (?:more|the (?:full|complete|whole|original))\b.{0,90}"),
    (LINK, r".{12,160}\S (?:read|see) more"),
    (LINK, r"(?:read|watch|see) (?:this )?(?:next|more|also)\W.{0,120}"),
    (APPEAL, r"(?:please )?(?:follow|like|find|join|friend|add) (?:us|me|our\b.{0,40}|the .{2,40}|@?\w[\w. ]{1,50}) on "
             + _NETWORK + r"\b.{0,90}"),
    (APPEAL, r".{2,60} (?:is on twitter(?: (?:at|as))?|tweets (?:at|as)) @?\w+\.?|follow @\w+.{0,40}"),
    (APPEAL, r"\[?(?:please )?(?:sign up|subscribe|register)(?: \w+)? (?:for|to|here|now|today)\b.{0,250}"),
    (APPEAL, r"(?:please )?(?:sign up|subscribe)\b.*\b(?:newsletters?|not a robot)\b.*"),
    (APPEAL, r"(?:.{0,120}\b(?:in|to) your inbox|(?:get|keep up|join|try|receive|check out)\b.{0,120} newsletters?)\b.{0,60}"),
    (APPEAL, r"(?:get|download|install) (?:our|the) (?:.{1,30} )?app\b.{0,80}|thank(?:s| you) for (?:subscribing|signing up)"
             r".{0,80}|(?:please )?(?:support|donate to) (?:our|independent) journalism.{0,120}"),
    (APPEAL, r"(?:have|got|do you have) a (?:news )?(?:tip|story)(?: for us)?\?.{0,150}"),
    (BROWSER, r"(?:\w+: )?(?:you are|you're|you seem to be) using an? (?:outdated|unsupported|old)(?:er)? (?:version|browser).*"),
    (BROWSER, r"(?:please )?(?:enable|turn on|activate|allow) (?:java ?script|cookies)\b.*|java ?script (?:is|must be|has to be)"
              r" .*|this (?:site|page|video|content|app|feature) (?:requires|needs|works best with) (?:java ?script|a modern).*"
              r"|(?:sorry, )?(?:your|this) browser (?:does not|doesn['’]t|is not|isn['’]t|is out)\b.*"),
    (BROWSER, r"(?:please )?(?:upgrade|update) your browser\b.*|media playback is (?:unsupported|not supported).*"
              r"|.{0,80}\b(?:disable|turn off|whitelist|pause) (?:your )?ad ?-?block(?:er)?\b.*"),
    (COOKIES, r"(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?(?:site|partners)|we and our partners) uses? cookies\b.*"),
    (COOKIES, r"(?:by (?:continuing|using|browsing|clicking|signing up|submitting)|if you continue)\b.{0,160}"
              r"\byou (?:agree|accept|consent|acknowledge)\b.*|(?:accept|manage|reject|allow)(?: all)? (?:cookies|preferences)|privacy (?:policy|notice|settings)"
              r"|cookie (?:policy|settings|preferences|notice)|terms (?:of|and|&) (?:use|service|conditions|sale)"),
    (LEGAL, r"(?:copyright )?(?:©|\(c\)).{0,60}\b(?:19|20)\d\d\b.{0,300}|copyright (?:19|20)\d\d\b.{0,300}"),
    (LEGAL, r".{0,300}\ball rights reserved\b.{0,300}|this (?:material|article|story|content) may not be .{0,300}"),
    (LEGAL, r".{0,120}\ba version of this article (?:appears|appeared) in print\b.*|.{0,40}\border reprints\b.*"
            r"|our standards: .{0,80}|reprints and permissions.{0,60}"),
)  # fmt: skip
_COMPILED = [(reason, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for reason, pattern in _PATTERNS]
_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|told|wrote|according)\b")
# A sentence without its end that leads to an address or a button, both lost with the page's links.
_CALL = re.compile(
    r"(?:(?:For|To) [^.!?]{3,80}, )?(?:[Pp]lease )?"
    r"(?:[Vv]isit|[Cc]lick|[Gg]o to|[Ll]og on to|[Ff]ollow|[Ss]ign up|[Ss]ee|[Ww]atch|[Rr]ead|[Ee]-?mail|[Cc]all)"
    r"(?: (?:here|at|on|to|us|this|link|more|now|our|site|website|page|the|for)){0,4}:?"
)
_SENTENCE = re.compile(r"[.!?…][”\"’')\]]* +")


def mark_furniture(piece: Piece) -> list[Piece]:
    """A line of the page's own becomes boilerplate, and so does a call to a link at a paragraph's end."""
    if len(piece.text) > _LONGEST:
        return _without_dangling_call(piece)
    reason = _reason(piece.flat)
    return [piece.marked("boilerplate", reason)] if reason else _without_dangling_call(piece)


def _reason(line: str) -> str | None:
    found = next((reason for reason, pattern in _COMPILED if pattern.fullmatch(line)), None)
    # What somebody says about cookies or newsletters is news.
    quoted = len(line.split()) > 12 and _SPEECH.search(line) is not None
    return None if quoted and found not in (LINK, EMPTY, BROWSER) else found


def _without_dangling_call(piece: Piece) -> list[Piece]:
    tail = max(len(piece.text) - 160, 0)  # no call is longer, and the search stays linear
    starts = [tail + match.end() for match in _SENTENCE.finditer(piece.text, tail)] or [0]
    if starts[-1] and _CALL.fullmatch(piece.text, starts[-1]):
        *rest, call = piece.cut(starts[-1])
        return [*rest, call.marked("boilerplate", DANGLING)]
    return [piece]
