"""TextING after Zhang et al. 2020: hidden 96, two gated steps over dense graphs, a gate for each node."""
import torch
from torch import nn

from peers.graph import Graphs, mean_and_maximum, normalised


class TextGNN(nn.Module):
    def __init__(self, setting, dim=128, hidden=96, steps=2):
        super().__init__()
        self.graphs, self.dropout, self.steps = Graphs(setting, dim), nn.Dropout(setting.dropout), steps
        self.encode, self.message = nn.Linear(dim, hidden), nn.Linear(hidden, 3 * hidden)
        self.gates, self.candidate = nn.Linear(hidden, 2 * hidden, False), nn.Linear(hidden, hidden, False)
        self.gate, self.value = nn.Linear(hidden, 1), nn.Linear(hidden, hidden)
        self.classifier = nn.Linear(2 * hidden, setting.classes)

    def step(self, edges, h):
        z, r, n = self.message(edges @ h).chunk(3, 2)
        own_z, own_r = self.gates(h).chunk(2, 2)
        z, r = torch.sigmoid(z + own_z), torch.sigmoid(r + own_r)
        return torch.tanh(n + self.candidate(r * h)) * z + h * (1 - z)

    def forward(self, ids):
        x, edges, occupied = self.graphs(ids)
        edges, h = normalised(edges), torch.tanh(self.encode(self.dropout(x)))
        for _ in range(self.steps):
            h = self.step(edges, self.dropout(h))
        return self.classifier(self.dropout(mean_and_maximum(torch.sigmoid(self.gate(h)) * torch.tanh(self.value(h)), occupied)))


build = TextGNN
