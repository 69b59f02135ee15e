"""What people and other programs are shown of a script, a finished narration, and the options."""

from narrate.views.corrections_stub import corrections_stub
from narrate.views.findings import findings
from narrate.views.ledger_table import ledger_table
from narrate.views.names_table import names_table
from narrate.views.proof_json import proof_json
from narrate.views.proof_page import proof_page
from narrate.views.proof_text import proof_text
from narrate.views.report import report
from narrate.views.script_json import script_json
from narrate.views.script_text import script_text
from narrate.views.settings import settings_json, settings_table
from narrate.views.summary import summary
from narrate.views.voices_table import voices_table

__all__ = [
    "corrections_stub",
    "findings",
    "ledger_table",
    "names_table",
    "proof_json",
    "proof_page",
    "proof_text",
    "report",
    "script_json",
    "script_text",
    "settings_json",
    "settings_table",
    "summary",
    "voices_table",
]
