"""`narrate completion`: completion by the Tab key."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from narrate.cli.options import HELP
from narrate.printing import print_text

SHELLS = ("bash", "zsh", "fish")


@click.command("completion", context_settings=HELP)
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
def completion_command(shell: str) -> None:
    """Print a completion script for your shell.

    \b
    bash: eval "$(narrate completion bash)"  in ~/.bashrc
    zsh:  eval "$(narrate completion zsh)"   in ~/.zshrc, after compinit
    fish: narrate completion fish >~/.config/fish/completions/narrate.fish
    """
    kind = get_completion_class(shell)
    assert kind  # click has all three
    root = click.get_current_context().find_root().command
    # Not the method of the class, which runs the shell to see how old it is.
    print_text(ShellComplete.source(kind(root, {}, "narrate", "_NARRATE_COMPLETE")) + "\n")
