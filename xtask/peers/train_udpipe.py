"""Trains a UDPipe 1 model (tokenizer, tagger, parser) on one treebank file, with another for early stopping.

usage: train_udpipe.py TRAIN.conllu DEV.conllu MODEL

The three parts are trained with the default settings of UDPipe 1, the parser on the tagger's own tags; the tokenizer beside the others.
"""

import multiprocessing
import os
import sys
import time

from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer

TOKENIZER = "early_stopping=1"
TAGGER = "early_stopping=1;iterations=" + os.environ.get("TAGGER_ITERATIONS", "20")
PARSER = "early_stopping=1;iterations=" + os.environ.get("PARSER_ITERATIONS", "10")


def sentences(path):
    reader = InputFormat.newConlluInputFormat()
    with open(path, encoding="utf-8") as file:
        reader.setText(file.read())
    found = Sentences()
    error = ProcessingError()
    sentence = Sentence()
    while reader.nextSentence(sentence, error):
        found.append(sentence)
        sentence = Sentence()
    if error.occurred():
        sys.exit(error.message)
    return found


def train(train_file, dev_file, tokenizer, tagger, parser, model):
    begun = time.time()
    error = ProcessingError()
    data = Trainer.train("morphodita_parsito", sentences(train_file), sentences(dev_file), tokenizer, tagger, parser, error)
    if error.occurred():
        sys.exit(error.message)
    with open(model, "wb") as file:
        file.write(data)
    print(f"{model}: {time.time() - begun:.0f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    train_file, dev_file, model = sys.argv[1:]
    tokens, tags = model + ".tokenizer", model + ".tagger"
    beside = multiprocessing.Process(target=train, args=(train_file, dev_file, TOKENIZER, Trainer.NONE, Trainer.NONE, tokens))
    beside.start()
    train(train_file, dev_file, Trainer.NONE, TAGGER, Trainer.NONE, tags)
    train(train_file, dev_file, Trainer.NONE, "from_model=" + tags, PARSER, model + ".parser")
    beside.join()
    if beside.exitcode:
        sys.exit("the tokenizer could not be trained")
    joined = ["from_model=" + tokens, "from_model=" + tags, "from_model=" + model + ".parser"]
    train(train_file, dev_file, *joined, model)
