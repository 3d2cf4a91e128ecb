"""DNN: mean embedding, hidden layers of 64 and 32."""
from torch import nn


class DNN(nn.Module):
    def __init__(self, setting, dim=128):
        super().__init__()
        self.embedding = nn.Embedding(setting.vocabulary, dim)
        self.layers = nn.Sequential(nn.Linear(dim, 64), nn.ReLU(), nn.Dropout(setting.dropout), nn.Linear(64, 32), nn.ReLU(),
                                    nn.Linear(32, setting.classes))

    def forward(self, ids):
        return self.layers(self.embedding(ids).mean(1))


build = DNN
