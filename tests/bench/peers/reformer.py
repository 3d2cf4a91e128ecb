"""Reformer of reformer_pytorch 1.4.4; its Autopadder fills the sequences up to two buckets."""
from reformer_pytorch import Autopadder, Reformer

from peers.efficient import Classifier, sizes


def build(setting):
    dim, layers, heads, head_dim = sizes(setting)
    return Classifier(setting, Autopadder(Reformer(
        dim, layers, heads, head_dim, bucket_size=int(setting["bucket_size"]), n_hashes=int(setting["n_hashes"]),
        ff_chunks=int(setting["ff_chunks"]), ff_mult=int(setting["ff_mult"]), reverse_thres=int(setting["reverse_thres"]),
        full_attn_thres=int(setting["full_attn_thres"]))))
