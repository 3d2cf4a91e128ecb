"""RNN_CNN: a convolution of width 4 over the states of an LSTM, maximum over time."""
import torch.nn.functional as F
from torch import nn

from peers.sinusoidal import sinusoidal


class RnnCnn(nn.Module):
    def __init__(self, setting, dim=128, hidden=64, maps=256, width=4):
        super().__init__()
        self.embedding, self.lstm = nn.Embedding(setting.vocabulary, dim), nn.LSTM(dim, hidden, batch_first=True)
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        self.convolution = nn.Conv1d(hidden, maps, width)
        self.dropout, self.classifier = nn.Dropout(setting.dropout), nn.Linear(maps, setting.classes)

    def forward(self, ids):
        states = self.lstm(self.embedding(ids) + self.positions)[0].transpose(1, 2)
        return self.classifier(self.dropout(F.relu(self.convolution(states)).amax(2)))


build = RnnCnn
