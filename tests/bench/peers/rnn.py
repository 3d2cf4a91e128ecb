"""RNN, and with another layer LSTM and GRU: the state at the last step."""
from torch import nn

from peers.sinusoidal import sinusoidal


class Recurrent(nn.Module):
    def __init__(self, setting, layer, dim=128, hidden=128):
        super().__init__()
        self.embedding, self.recurrent = nn.Embedding(setting.vocabulary, dim), layer(dim, hidden, batch_first=True)
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        self.dropout, self.classifier = nn.Dropout(setting.dropout), nn.Linear(hidden, setting.classes)

    def forward(self, ids):
        return self.classifier(self.dropout(self.recurrent(self.embedding(ids) + self.positions)[0][:, -1]))


def build(setting):
    return Recurrent(setting, nn.RNN)
