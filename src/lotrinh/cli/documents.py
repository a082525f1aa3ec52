"""Commands on documents: read one, compare two."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from lotrinh.base.words import say
from lotrinh.cli.asked import bytes_of, lang_of
from lotrinh.cli.put import put

if TYPE_CHECKING:
    from lotrinh.base.words import Lang
    from lotrinh.directive import Draft


def read(arguments: argparse.Namespace) -> int:
    """Print the draft of a document, its text or its parts."""
    from lotrinh.directive import open_document, outline, read

    document = open_document(arguments.file.name, bytes_of(arguments.file))
    if arguments.text or arguments.structure:
        sys.stdout.write(document.text if arguments.text else outline(document))
        return 0
    draft = read(document)
    if arguments.model:
        draft = _helped(draft, arguments)
    shown = draft.as_json()
    if arguments.names:
        from lotrinh.cli.definitions import offer_names

        shown = offer_names(shown, arguments.names)
    put(shown, as_json=arguments.json)
    if arguments.why:
        _tell_why(draft, lang_of(arguments))
    return 0


def _tell_why(draft: Draft, lang: Lang) -> None:
    """Say beside the draft what looked like a target and was refused."""
    line, at = 1, 0
    for one in sorted(draft.refused, key=lambda refused: refused.at):
        line, at = line + draft.document.text.count("\n", at, one.at[0]), one.at[0]
        print(f"{draft.document.name}:{line}: {one.text} – {one.reason.say(lang)}", file=sys.stderr)


def _helped(draft: Draft, arguments: argparse.Namespace) -> Draft:
    """Return the draft with what a helper model found besides, each refusal said."""
    from lotrinh.directive.ask_model import asker
    from lotrinh.directive.suggest import suggest

    lang = lang_of(arguments)
    print(say("directive.model_warning", lang, url=arguments.model), file=sys.stderr)
    found = suggest(draft.document, draft, asker(arguments.model))
    for one in found.refused:
        print(f"– {one.reason.say(lang)}", file=sys.stderr)
    return replace(draft, targets=(*draft.targets, *found.targets))


def compare(arguments: argparse.Namespace) -> int:
    """Print what two versions of a document have and have not in common."""
    from lotrinh.directive import open_document, read
    from lotrinh.directive.compare import compare

    old, new = (
        read(open_document(path.name, bytes_of(path))) for path in (arguments.old, arguments.new)
    )
    put([pair.as_dict() for pair in compare(old, new)], as_json=arguments.json)
    return 0
