"""VDCNN-9 after Conneau 2017."""
import torch
import torch.nn.functional as F
from torch import nn

from peers.sinusoidal import sinusoidal


class VDCNN(nn.Module):
    def __init__(self, setting, dim=16, maps=64, units=2048, k=8):
        super().__init__()
        self.embedding, self.convolution = nn.Embedding(setting.vocabulary, dim), nn.Conv1d(dim, maps, 3, padding=1)
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        stages, channels = [], maps
        for group in range(4):
            stages += [nn.MaxPool1d(3, 2, 1)] * (group > 0)
            for _ in range(2):
                stages += [nn.Conv1d(channels, maps * 2**group, 3, padding=1, bias=False), nn.BatchNorm1d(maps * 2**group), nn.ReLU()]
                channels = maps * 2**group
        self.stages, self.k = nn.Sequential(*stages), k
        self.connected = nn.Sequential(nn.Linear(k * channels, units), nn.ReLU(), nn.Dropout(setting.dropout),
                                       nn.Linear(units, units), nn.ReLU(), nn.Dropout(setting.dropout), nn.Linear(units, setting.classes))

    def forward(self, ids):
        x = self.stages(self.convolution((self.embedding(ids) + self.positions).transpose(1, 2)))
        places = x.topk(min(self.k, x.shape[2]), 2).indices.sort(2).values
        return self.connected(F.pad(x.gather(2, places), (0, self.k - places.shape[2])).flatten(1))


build = VDCNN
