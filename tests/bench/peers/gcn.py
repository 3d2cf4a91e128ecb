"""GCN after Kipf & Welling 2017: two layers of 128 over dense graphs."""
import torch
import torch.nn.functional as F
from torch import nn

from peers.graph import Graphs, mean_and_maximum, normalised


class GCN(nn.Module):
    def __init__(self, setting, dim=128, hidden=128):
        super().__init__()
        self.graphs, self.dropout = Graphs(setting, dim), nn.Dropout(setting.dropout)
        self.maps = nn.ModuleList([nn.Linear(dim, hidden, False), nn.Linear(hidden, hidden, False)])
        self.biases = nn.ParameterList([torch.zeros(hidden), torch.zeros(hidden)])
        self.classifier = nn.Linear(2 * hidden, setting.classes)

    def forward(self, ids):
        x, edges, occupied = self.graphs(ids)
        edges = normalised(edges)
        for transform, bias in zip(self.maps, self.biases):
            x = F.relu(edges @ transform(self.dropout(x)) + bias)
        return self.classifier(self.dropout(mean_and_maximum(x, occupied)))


build = GCN
