"""Clusters of similar sequences, ours against cd-hit and cd-hit-est, taken in turn: agreement, processor seconds and wall seconds.

usage: compare_clusters.py STRANDLAB_CLI [--fasta FILE --kind protein|dna] [--reads N] [--identities I ...] [--pairs N] [--threads N]
Without a file: made-up proteins (2,000, in families), and made-up reads of 100 nt (--reads, default 100,000). Needs the Debian package cd-hit.
Ours counts the whole command on an imported project. "same pairs" is the Jaccard index of the pairs of sequences that share a cluster.

At low identities a sequence is similar enough to several representatives, and which one it joins is a matter of order: cd-hit -g 0 agrees with
cd-hit -g 1 no better. 3,556 peptides of 11 to 183 residues that cd-hit -c 0.9 had made non-redundant, one thread:

    identity                                             0.9     0.8     0.7     0.6     0.5     0.4
    clusters, cd-hit as its guide has it (-n 5 to 2)    3556    3279    3037    2755    2116    1243
    clusters, cd-hit -n 2, which misses fewest          3547    3245    3016    2683    2062    1243
    clusters, ours                                      3527    3241    3020    2748    2065    1126
    same representatives, cd-hit and ours              0.992   0.985   0.987   0.972   0.911   0.793
    same representatives, cd-hit -n 2 and ours         0.994   0.997   0.984   0.949   0.906   0.793
    adjusted Rand index, cd-hit and ours                   -    0.83    0.79    0.73    0.52    0.16
    adjusted Rand index, cd-hit -n 2 and ours              -    0.91    0.78    0.66    0.47    0.16
    adjusted Rand index, cd-hit -g 0 and -g 1              -    0.96    0.89    0.81    0.72    0.30
    processor seconds, cd-hit                           0.09    0.10    0.11    0.07    0.40    2.18
    processor seconds, ours                             0.04    0.05    0.05    0.09    0.70    1.21

1,780 proteins of 51 to 3,828 residues: the same clusters at 0.9, 0.8, 0.7 and 0.5, one more pair of ours at 0.6; processor seconds at 0.9, 0.7,
0.6 and 0.5: cd-hit 0.23, 0.31, 0.51 and 10.9, ours 0.24, 0.31, 0.66 and 5.9.
"""
import argparse
import collections
import math
import pathlib
import random
import resource
import statistics
import subprocess
import tempfile
import time

WORDS = {
    "protein": ((0.7, 5), (0.6, 4), (0.5, 3), (0.4, 2)),
    "dna": ((0.95, 10), (0.9, 8), (0.88, 7), (0.85, 6), (0.8, 5), (0.7, 4)),
}


def made_up(count, letters, lengths, seed):
    """Families of one to four members, 1 to 30 % of residues replaced."""
    rng = random.Random(seed)
    sequences = []
    while len(sequences) < count:
        root = rng.choices(letters, k=rng.randint(*lengths))
        sequences.append("".join(root))
        for _ in range(rng.randrange(4)):
            rate = rng.choice((0.01, 0.05, 0.15, 0.3))
            sequences.append("".join(rng.choice(letters) if rng.random() < rate else residue for residue in root))
    return [(f"s{i}", residues) for i, residues in enumerate(sequences[:count])]


def read_fasta(path):
    records = []
    for line in open(path):
        line = line.strip()
        if line.startswith(">"):
            records.append([line[1:].replace("|", " ").split()[0], ""])
        else:
            records[-1][1] += line
    return records


def timed(command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def theirs(folder, kind, identity, threads):
    word = next(k for least, k in WORDS[kind] if identity >= least)
    program, more = ("cd-hit", ["-l", "5"]) if kind == "protein" else ("cd-hit-est", ["-r", "0"])
    command = [program, "-i", f"{folder}/in.fa", "-o", f"{folder}/out", "-c", str(identity), "-n", str(word)]
    times = timed([*command, "-G", "1", "-d", "0", "-M", "0", "-T", str(threads), *more])
    cluster, representatives, number = {}, set(), 0
    for line in open(f"{folder}/out.clstr"):
        if line.startswith(">"):
            number += 1
            continue
        name = line.split(">")[1].split("...")[0]
        cluster[name] = number
        if line.rstrip().endswith("*"):
            representatives.add(name)
    return cluster, representatives, times


def ours(cli, folder, identity, threads):
    command = [cli, "clusters", f"{folder}/p.strand", "--dataset", "1", "--identity", str(identity), "--threads", str(threads)]
    times = timed([*command, "--quiet", "-o", f"{folder}/ours.tsv"])
    rows = [line.rstrip("\n").split("\t") for line in open(f"{folder}/ours.tsv")][1:]
    return {row[0]: row[1] for row in rows}, {row[2] for row in rows}, times


def agreement(a, b):
    """Adjusted Rand index, and the share of pairs in one cluster that both have."""
    names = [name for name in a if name in b]
    pairs = lambda counts: sum(math.comb(n, 2) for n in counts.values())
    first = pairs(collections.Counter(a[name] for name in names))
    second = pairs(collections.Counter(b[name] for name in names))
    both = pairs(collections.Counter((a[name], b[name]) for name in names))
    expected, most = first * second / math.comb(len(names), 2), (first + second) / 2
    union = first + second - both
    return ((both - expected) / (most - expected) if most > expected else 1.0), (both / union if union else 1.0)


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def compare(arguments, title, records, kind, identities):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "in.fa").write_text("".join(f">{name}\n{residues}\n" for name, residues in records))
        subprocess.run([arguments.cli, "import", f"{folder}/p.strand", f"{folder}/in.fa", "--kind", kind, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        print(f"{title}: {len(records)} sequences, {arguments.threads} threads, {arguments.pairs} pairs")
        for identity in identities:
            cd_hit, own = [], []
            for _ in range(arguments.pairs):
                a, first, times = theirs(folder, kind, identity, arguments.threads)
                cd_hit.append(times)
                b, second, times = ours(arguments.cli, folder, identity, arguments.threads)
                own.append(times)
            index, shared = agreement(a, b)
            print(
                f"  {identity}: clusters {len(first)} and {len(second)} (cd-hit, ours), same representatives {len(first & second) / len(first | second):.4f}, "
                f"adjusted Rand index {index:.4f}, same pairs {shared:.4f}; processor s {spread([t[0] for t in cd_hit])} and {spread([t[0] for t in own])}, "
                f"wall s {spread([t[1] for t in cd_hit])} and {spread([t[1] for t in own])}",
                flush=True,
            )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--fasta")
    parser.add_argument("--kind", default="protein", choices=("protein", "dna"))
    parser.add_argument("--reads", type=int, default=100_000)
    parser.add_argument("--identities", type=float, nargs="*")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    standard = {"protein": [0.9, 0.8, 0.7, 0.6, 0.5, 0.4], "dna": [0.95, 0.9, 0.8]}
    if arguments.fasta:
        compare(arguments, pathlib.Path(arguments.fasta).name, read_fasta(arguments.fasta), arguments.kind, arguments.identities or standard[arguments.kind])
        return
    compare(arguments, "proteins", made_up(2000, "ACDEFGHIKLMNPQRSTVWY", (50, 600), 1), "protein", arguments.identities or standard["protein"])
    compare(arguments, "reads", made_up(arguments.reads, "ACGT", (100, 100), 2), "dna", arguments.identities or standard["dna"])


if __name__ == "__main__":
    main()
