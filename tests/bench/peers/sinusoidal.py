"""Sinusoidal positions after Vaswani et al. 2017."""
import math

import torch


def sinusoidal(length, dim):
    angle = torch.arange(length).unsqueeze(1) * torch.exp(torch.arange(0, dim, 2) * (-math.log(10000.0) / dim))
    return torch.stack([angle.sin(), angle.cos()], 2).flatten(1)
