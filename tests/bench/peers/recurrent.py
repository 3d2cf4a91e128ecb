"""BiLSTM: forward state at the last step beside the backward state at the first."""
import torch
from torch import nn

from peers.sinusoidal import sinusoidal


class BiLSTM(nn.Module):
    def __init__(self, setting, dim=128, hidden=128):
        super().__init__()
        self.embedding = nn.Embedding(setting.vocabulary, dim)
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        self.lstm = nn.LSTM(dim, hidden, batch_first=True, bidirectional=True)
        self.dropout, self.classifier, self.hidden = nn.Dropout(setting.dropout), nn.Linear(2 * hidden, setting.classes), hidden

    def forward(self, ids):
        states = self.lstm(self.embedding(ids) + self.positions)[0]
        return self.classifier(self.dropout(torch.cat([states[:, -1, : self.hidden], states[:, 0, self.hidden :]], 1)))


build = BiLSTM
