"""TextRCNN after Lai 2015 with LSTM contexts: what is read before and after each token beside its embedding, maximum over time."""
import torch
import torch.nn.functional as F
from torch import nn

from peers.sinusoidal import sinusoidal


class TextRCNN(nn.Module):
    def __init__(self, setting, dim=128, hidden=128, features=128):
        super().__init__()
        self.embedding = nn.Embedding(setting.vocabulary, dim)
        self.register_buffer("positions", sinusoidal(setting.tokens, dim))
        self.lstm = nn.LSTM(dim, hidden, batch_first=True, bidirectional=True)
        self.join, self.hidden = nn.Linear(2 * hidden + dim, features), hidden
        self.dropout, self.classifier = nn.Dropout(setting.dropout), nn.Linear(features, setting.classes)

    def forward(self, ids):
        x = self.embedding(ids)
        states = self.lstm(x + self.positions)[0]
        before = F.pad(states[:, :-1, : self.hidden], (0, 0, 1, 0))
        after = F.pad(states[:, 1:, self.hidden :], (0, 0, 0, 1))
        return self.classifier(self.dropout(torch.tanh(self.join(torch.cat([before, after, x], 2))).amax(1)))


build = TextRCNN
