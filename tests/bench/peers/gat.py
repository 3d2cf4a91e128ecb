"""GAT after Velickovic et al. 2018: two layers of 8 heads of 8 over dense graphs; an edge counted n times is n edges."""
import torch
import torch.nn.functional as F
from torch import nn

from peers.graph import Graphs, mean_and_maximum


class Layer(nn.Module):
    def __init__(self, inputs, heads, dim, dropout):
        super().__init__()
        self.project, self.dropout, self.heads, self.dim = nn.Linear(inputs, heads * dim, False), nn.Dropout(dropout), heads, dim
        self.receiver, self.sender = nn.Parameter(torch.randn(heads, dim, 1) * 0.3), nn.Parameter(torch.randn(heads, dim, 1) * 0.3)
        self.bias = nn.Parameter(torch.zeros(heads * dim))

    def forward(self, x, counts):
        values = self.project(self.dropout(x)).view(*x.shape[:2], self.heads, self.dim).transpose(1, 2)
        scores = F.leaky_relu(values @ self.receiver + (values @ self.sender).transpose(2, 3), 0.2) + counts
        weights = self.dropout(torch.softmax(scores, 3))
        return F.elu((weights @ values).transpose(1, 2).flatten(2) + self.bias)


class GAT(nn.Module):
    def __init__(self, setting, dim=128, heads=8, head_dim=8):
        super().__init__()
        width = heads * head_dim
        self.graphs, self.dropout = Graphs(setting, dim), nn.Dropout(setting.dropout)
        self.layers = nn.ModuleList([Layer(dim, heads, head_dim, setting.dropout), Layer(width, heads, head_dim, setting.dropout)])
        self.classifier = nn.Linear(2 * width, setting.classes)

    def forward(self, ids):
        x, edges, occupied = self.graphs(ids)
        counts = edges.log().clamp(min=-1e9).unsqueeze(1)
        for layer in self.layers:
            x = layer(x, counts)
        return self.classifier(self.dropout(mean_and_maximum(x, occupied)))


build = GAT
