"""Reads raw texts with a peer and writes CoNLL-U; prints the seconds of processor time for ROUNDS rounds, and the most memory in MB.

usage: read.py udpipe|spacy ROUNDS MODEL RAW OUT [RAW OUT ...]

Every paragraph (up to an empty line) is handed over on its own. The first round does not count; names are written as `Name=B-PER` in
the last column. Loading does not count either.
"""

import os
import resource
import sys
import time


def udpipe(model):
    from ufal.udpipe import Model, Pipeline

    pipeline = Pipeline(Model.load(model), "tokenize", Pipeline.DEFAULT, Pipeline.DEFAULT, "conllu")

    def read(paragraphs):
        return [pipeline.process("\n\n".join(paragraphs))]

    return read


def spacy_(model):
    import spacy

    best = os.path.join(model, "model-best")
    nlp = spacy.load(best if os.path.isdir(best) else model)

    def read(paragraphs):
        return [written(doc) for doc in nlp.pipe(paragraphs)]

    return read


def written(doc):
    lines = []
    sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    for sentence in sentences:
        words = [token for token in sentence if not token.is_space]
        numbers = {token.i: at + 1 for at, token in enumerate(words)}
        for token in words:
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            root = head.i == token.i or head.i not in numbers
            name = f"Name={token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "_"
            columns = [
                str(numbers[token.i]),
                token.text,
                "_",
                token.tag_ or "X",
                "_",
                "_",
                "0" if root else str(numbers[head.i]),
                "root" if root else token.dep_ or "dep",
                "_",
                name if token.whitespace_ or token.i + 1 == len(doc) else "SpaceAfter=No" + ("|" + name if name != "_" else ""),
            ]
            lines.append("\t".join(columns))
        if words:
            lines.append("")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    what, rounds, model = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    files = list(zip(sys.argv[4::2], sys.argv[5::2]))
    texts = [open(raw, encoding="utf-8").read().strip().split("\n\n") for raw, _ in files]
    read = {"udpipe": udpipe, "spacy": spacy_}[what](model)
    for paragraphs, (_, out) in zip(texts, files):
        with open(out, "w", encoding="utf-8") as file:
            file.write("\n".join(read(paragraphs)))
    begun = time.process_time()
    for _ in range(rounds):
        for paragraphs in texts:
            read(paragraphs)
    print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
