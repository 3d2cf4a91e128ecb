"""Dense graphs of a batch: a slot for each position, occupied where a token occurs first (types) or always (positions)."""
import torch
import torch.nn.functional as F
from torch import nn

from peers.sinusoidal import sinusoidal


class Graphs(nn.Module):
    def __init__(self, setting, dim=128, window=3):
        super().__init__()
        self.embedding, self.types = nn.Embedding(setting.vocabulary, dim), setting["nodes"] == "types"
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        place = torch.arange(setting.tokens)
        apart = (place.unsqueeze(0) - place.unsqueeze(1)).abs()
        self.register_buffer("near", ((apart < window) & (apart > 0)).float())

    def forward(self, ids):
        """Features [B,N,dim], edges with self loops [B,N,N] (1 for all of them for positions), occupied [B,N] or None."""
        x, length = self.embedding(ids) + self.positions, ids.shape[1]
        if not self.types:
            return x, (self.near + torch.eye(length)).unsqueeze(0), None
        first = (ids.unsqueeze(2) == ids.unsqueeze(1)).float().argmax(2)
        stands = F.one_hot(first, length).float().transpose(1, 2)
        count = stands.sum(2)
        edges = stands @ self.near @ stands.transpose(1, 2) + torch.diag_embed((count > 0).float())
        return stands @ x / count.clamp(min=1).unsqueeze(2), edges, count > 0


def normalised(edges):
    scale = edges.sum(2).clamp(min=1).rsqrt()
    return scale.unsqueeze(2) * edges * scale.unsqueeze(1)


def mean_and_maximum(x, occupied):
    if occupied is None:
        return torch.cat([x.mean(1), x.amax(1)], 1)
    absent = ~occupied.unsqueeze(2)
    mean = x.masked_fill(absent, 0).sum(1) / occupied.sum(1, keepdim=True)
    return torch.cat([mean, x.masked_fill(absent, -torch.inf).amax(1)], 1)
