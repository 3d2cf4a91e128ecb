"""What the peers of the efficient transformers share: width-5 convolution and learned positions in front, mean over tokens behind."""
import torch
import torch.nn.functional as F
from torch import nn


class Classifier(nn.Module):
    def __init__(self, setting, net):
        super().__init__()
        dim = int(setting["d_model"])
        self.embedding, self.positions = nn.Embedding(setting.vocabulary, dim), nn.Embedding(setting.tokens, dim)
        self.convolution = nn.Conv1d(dim, dim, 5, padding=2)
        self.net, self.norm, self.dropout = net, nn.LayerNorm(dim), nn.Dropout(setting.dropout)
        self.classifier = nn.Linear(dim, setting.classes)

    def states(self, x):
        return self.net(x)

    def forward(self, ids):
        x = F.relu(self.convolution(self.embedding(ids).transpose(1, 2))).transpose(1, 2)
        x = x + self.positions(torch.arange(ids.shape[1]))
        return self.classifier(self.dropout(self.norm(self.states(self.dropout(x))).mean(1)))


def sizes(setting):
    """d_model, n_layers, n_heads and the size of a head."""
    dim, heads = int(setting["d_model"]), int(setting["n_heads"])
    return dim, int(setting["n_layers"]), heads, dim // heads
