"""Trains the peer of a row of train_table.json in plain PyTorch; prints {"sequences_per_second": .., "parameters": ..}.

usage: peer_train.py MODEL --vocabulary V --tokens L [--dropout P] [--sequences N] [--fused]
OMP_NUM_THREADS sets the threads; --fused takes torch's fused optimiser. A peer is a module of peers/ whose build(setting) returns an
nn.Module from ids [B,L] to logits [B,classes]; setting[NAME] is a hyperparameter of the row. after_step(), where a peer has one, follows
each step; loss(), where it has one, is added to the cross-entropy.
"""
import argparse
import importlib
import json
import pathlib
import time

import torch
import torch.nn.functional as F

EPOCHS = 3


class Setting:
    """What both sides build their model from."""

    def __init__(self, hyperparameters, arguments):
        self.hyperparameters, self.dropout = hyperparameters, arguments.dropout
        self.vocabulary, self.tokens, self.classes = arguments.vocabulary, arguments.tokens, 2

    def __getitem__(self, name):
        return self.hyperparameters[name]


def read_table():
    table = json.loads(pathlib.Path(__file__).with_name("train_table.json").read_text())
    return table["common"], {row["model"]: row for row in table["models"]}


def epoch(model, optimizer, ids, labels, batch):
    for rows in torch.randperm(len(ids)).split(batch):
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(ids[rows]), labels[rows])
        if hasattr(model, "loss"):
            loss = loss + model.loss()
        loss.backward()
        optimizer.step()
        if hasattr(model, "after_step"):
            model.after_step()


def main():
    common, rows = read_table()
    parser = argparse.ArgumentParser()
    parser.add_argument("model", choices=rows)
    parser.add_argument("--vocabulary", type=int, required=True)
    parser.add_argument("--tokens", type=int, required=True)
    parser.add_argument("--sequences", type=int)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--fused", action="store_true")
    arguments = parser.parse_args()
    row = rows[arguments.model]
    torch.manual_seed(1)
    setting = Setting({**common, **row["hyperparameters"]}, arguments)
    model = importlib.import_module("peers." + row["peer"]).build(setting).train()
    optimizer = torch.optim.Adam(model.parameters(), lr=float(common["lr"]), fused=arguments.fused or None)
    count = arguments.sequences or row["sequences"]
    ids, labels = torch.randint(3, arguments.vocabulary, (count, arguments.tokens)), torch.randint(0, 2, (count,))
    best = 0.0
    for number in range(EPOCHS):
        begin = time.perf_counter()
        epoch(model, optimizer, ids, labels, int(common["batch_size"]))
        if number > 0:  # the first one warms up
            best = max(best, count / (time.perf_counter() - begin))
    print(json.dumps({"sequences_per_second": best, "parameters": sum(p.numel() for p in model.parameters())}))


if __name__ == "__main__":
    main()
