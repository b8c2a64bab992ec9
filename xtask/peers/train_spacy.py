"""Trains a spaCy pipeline (tags and trees, or names) on one treebank file, with another to stop by.

usage: train_spacy.py TRAIN DEV MODEL

TRAIN and DEV are .conllu (tags: parts of speech of Universal Dependencies) or .iob (names). Ten sentences make a document, as with
`spacy convert --n-sents 10`, so that the parser learns to split sentences. The network is the one that `spacy init config --optimize
efficiency` proposes: hash embeddings under a convolutional network, on a processor. The best model so far is always in
MODEL/model-best, so that training can be ended at any time.
"""

import os
import sys
import time
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train


# As spaCy proposes: fewer where the figures on DEV have not grown for 1,600.
STEPS = 20000
SEED = 3


def treebank(path):
    """Sentences of (words, spaces, tags, heads, relations)."""
    words, spaces, tags, heads, relations = [], [], [], [], []
    inside, spaced = 0, True
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) < 10:
            if not line.strip() and words:
                yield words, spaces, tags, heads, relations
                words, spaces, tags, heads, relations = [], [], [], [], []
            continue
        after = "SpaceAfter=No" not in columns[9]
        if "." in columns[0]:
            continue
        if "-" in columns[0]:
            inside, spaced = int(columns[0].split("-")[1]), after
            continue
        number = int(columns[0])
        within = number < inside
        words.append(columns[1])
        spaces.append(False if within else spaced if number == inside else after)
        if number == inside:
            inside = 0
        tags.append(columns[3])
        heads.append(int(columns[6]))
        relations.append(columns[7])


def named(path):
    """Sentences of (words, labels)."""
    words, labels = [], []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) >= 3:
            words.append(columns[1])
            labels.append(columns[2])
        elif words:
            yield words, labels
            words, labels = [], []
    if words:
        yield words, labels


def document(vocab, group):
    words, spaces, tags, heads, relations = [], [], [], [], []
    for one in group:
        base = len(words)
        words += one[0]
        spaces += one[1][:-1] + [True]
        tags += one[2]
        heads += [base + at if head == 0 else base + head - 1 for at, head in enumerate(one[3])]
        relations += ["ROOT" if relation == "root" else relation for relation in one[4]]
    return Doc(vocab, words=words, spaces=spaces, tags=tags, heads=heads, deps=relations)


def pack(path, to):
    vocab = spacy.blank("en").vocab
    found = DocBin()
    if path.endswith(".iob"):
        for words, labels in named(path):
            found.add(Doc(vocab, words=words, ents=labels))
    else:
        sentences = list(treebank(path))
        for at in range(0, len(sentences), 10):
            found.add(document(vocab, sentences[at : at + 10]))
    found.to_disk(to)


if __name__ == "__main__":
    train_file, dev_file, model = sys.argv[1:]
    begun = time.time()
    Path(model).mkdir(parents=True, exist_ok=True)
    packed = [model + ".train.spacy", model + ".dev.spacy"]
    for path, to in zip((train_file, dev_file), packed):
        pack(path, to)
    pipeline = ["ner"] if train_file.endswith(".iob") else ["tagger", "parser"]
    config = init_config(lang="en", pipeline=pipeline, optimize="efficiency", silent=True)
    config["paths"]["train"], config["paths"]["dev"] = packed
    config["system"]["seed"] = SEED
    config["training"]["max_steps"] = int(os.environ.get("MAX_STEPS", STEPS))
    config["training"]["eval_frequency"] = 400
    nlp = init_nlp(config)
    train(nlp, Path(model), stdout=sys.stderr, stderr=sys.stderr)
    print(f"{model}: {time.time() - begun:.0f} s", file=sys.stderr)
