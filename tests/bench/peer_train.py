"""The models of train_bench.cpp in plain PyTorch: the same operations, sizes, data shape, optimiser and clipping. Prints sequences a second.

usage: peer_train.py MODEL [--dropout P] [--fused]     (OMP_NUM_THREADS sets the threads; --fused takes torch's fused AdamW)
"""
import argparse
import math
import time

import torch
import torch.nn.functional as F
from torch import nn

BATCH, LENGTH, VOCABULARY, EPOCHS = 64, 42, 7, 3
SEQUENCES = {"TransformerEncoder": 640, "BiLSTM": 960, "TextCNN": 2560, "DNN": 12800}


class Block(nn.Module):
    def __init__(self, dim, heads, hidden, dropout):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.qkv, self.out = nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)
        self.ff_in, self.ff_out = nn.Linear(dim, hidden), nn.Linear(hidden, dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        b, length, dim = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, length, 3, self.heads, dim // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, length, dim)
        x = x + self.dropout(self.out(y))
        return x + self.dropout(self.ff_out(self.dropout(F.gelu(self.ff_in(self.norm2(x))))))


class TransformerEncoder(nn.Module):
    def __init__(self, dropout, dim=128, heads=4, layers=2, hidden=512):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, dim)
        self.convolution = nn.Conv1d(dim, dim, 5, padding=2)
        position = torch.arange(LENGTH).unsqueeze(1) * torch.exp(torch.arange(0, dim, 2) * (-math.log(10000.0) / dim))
        self.register_buffer("positions", torch.stack([position.sin(), position.cos()], 2).flatten(1))
        self.blocks = nn.Sequential(*[Block(dim, heads, hidden, dropout) for _ in range(layers)])
        self.norm, self.dropout, self.classifier = nn.LayerNorm(dim), nn.Dropout(dropout), nn.Linear(dim, 2)

    def forward(self, ids):
        x = F.gelu(self.convolution(self.embedding(ids).transpose(1, 2))).transpose(1, 2) + self.positions
        return self.classifier(self.dropout(self.norm(self.blocks(self.dropout(x))).mean(1)))


class BiLSTM(nn.Module):
    def __init__(self, dropout, dim=128, hidden=128):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, dim)
        self.lstm = nn.LSTM(dim, hidden, batch_first=True, bidirectional=True)
        self.dropout, self.classifier, self.hidden = nn.Dropout(dropout), nn.Linear(2 * hidden, 2), hidden

    def forward(self, ids):
        states = self.lstm(self.embedding(ids))[0]
        return self.classifier(self.dropout(torch.cat([states[:, -1, : self.hidden], states[:, 0, self.hidden :]], 1)))


class TextCNN(nn.Module):
    def __init__(self, dropout, dim=128, widths=(3, 4, 5), maps=100):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, dim)
        self.convolutions = nn.ModuleList(nn.Conv1d(dim, maps, width) for width in widths)
        self.dropout, self.classifier = nn.Dropout(dropout), nn.Linear(maps * len(widths), 2)

    def forward(self, ids):
        x = self.embedding(ids).transpose(1, 2)
        return self.classifier(self.dropout(torch.cat([F.relu(c(x)).amax(2) for c in self.convolutions], 1)))

    def after_step(self):  # Kim 2014: norm limit 3 on the last layer
        with torch.no_grad():
            self.classifier.weight.copy_(torch.renorm(self.classifier.weight, 2, 0, 3.0))


class DNN(nn.Module):
    def __init__(self, dropout, dim=128):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, dim)
        self.layers = nn.Sequential(nn.Linear(dim, 64), nn.ReLU(), nn.Dropout(dropout), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2))

    def forward(self, ids):
        return self.layers(self.embedding(ids).mean(1))


def epoch(model, optimizer, ids, labels):
    order, after_step = torch.randperm(len(ids)), getattr(model, "after_step", None)
    for rows in order.split(BATCH):
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(model(ids[rows]), labels[rows]).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if after_step:
            after_step()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model", choices=SEQUENCES)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--fused", action="store_true")
    arguments = parser.parse_args()
    torch.manual_seed(1)
    model = globals()[arguments.model](arguments.dropout).train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01, fused=arguments.fused or None)
    count = SEQUENCES[arguments.model]
    ids, labels = torch.randint(3, VOCABULARY, (count, LENGTH)), torch.randint(0, 2, (count,))
    best = 0.0
    for number in range(EPOCHS):
        begin = time.perf_counter()
        epoch(model, optimizer, ids, labels)
        if number > 0:  # the first one warms up
            best = max(best, count / (time.perf_counter() - begin))
    print(best)


if __name__ == "__main__":
    main()
