"""Reading FASTA, ours against Biopython, pyfastx and `seqkit stats`, taken in turn: ratio of times, median (min-max) over the pairs.

usage: compare_reading.py BENCH_PROGRAM [--python PYTHON] [--pairs N] [--folder FOLDER] [--peers P ...]
PYTHON (default: the interpreter of this script) needs biopython and pyfastx; seqkit is the Debian package of that name. BENCH_PROGRAM is
build/bin/bench_data_bench; it makes the files: long.fa, 10,000 records of 20,000 nt in lines of 100; short.fa, 1,000,000 of 41 nt in one line.
Every figure is one pass over a file that the system has in memory, without the start of the program. Ours delivers every record with name,
label, split, residues and their places in the file. What each Python peer does is said in peer_reading.py. seqkit stats only adds up lengths.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

PYTHON_PEERS = ["simple", "seqio", "fastx", "fasta", "index"]
PEERS = ["seqkit"] + PYTHON_PEERS + ["plain"]
RESIDUES = {"long": 200_000_000, "short": 41_000_000}


def output(command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def benchmark(program, name):
    text = output([program, f"--benchmark_filter=^{name}$", "--benchmark_min_time=0.000001", "--benchmark_format=json"])
    result = json.loads(text)["benchmarks"][0]
    return result["real_time"] / 1000, result.get("residues")


def wall(command):
    begin = time.perf_counter()
    text = output(command)
    return time.perf_counter() - begin, text


def seqkit(path):
    seconds, text = wall(["seqkit", "stats", "--tabular", path])
    return seconds - wall(["seqkit", "version"])[0], int(text.splitlines()[1].split("\t")[4])


def measure(peer, program, python, shape, path):
    if peer == "ours":
        seconds, residues = benchmark(program, f"readRecords/{shape}")
    elif peer == "plain":
        return benchmark(program, f"plainRead/{shape}")[0]
    elif peer == "seqkit":
        seconds, residues = seqkit(path)
    else:
        seconds, residues = output([python, str(pathlib.Path(__file__).with_name("peer_reading.py")), peer, path]).split()
    if int(float(residues)) != RESIDUES[shape]:
        sys.exit(f"{peer} found {residues} residues in {path}")
    return float(seconds)


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}-{max(values):.2f})"


def compare(arguments, shape, folder):
    path = os.path.join(folder, f"{shape}.fa")
    benchmark(arguments.program, f"plainRead/{shape}")  # makes the file
    megabytes = os.path.getsize(path) / 1e6
    for peer in arguments.peers:
        own, other = [], []
        for _ in range(arguments.pairs):
            own.append(measure("ours", arguments.program, arguments.python, shape, path))
            other.append(measure(peer, arguments.program, arguments.python, shape, path))
        ratios = [b / a for a, b in zip(own, other)]
        print(f"{shape:6} {peer:8} {megabytes / statistics.median(own):10.0f} {megabytes / statistics.median(other):10.0f}  {spread(ratios)}",
              flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--folder", help="keeps the files there (default: a temporary folder)")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=PEERS)
    arguments = parser.parse_args()
    print(f"{'shape':6} {'peer':8} {'ours MB/s':>10} {'peer MB/s':>10}  times faster, median (min-max)")
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["STRAND_BENCH_DIR"] = arguments.folder or temporary
        for shape in RESIDUES:
            compare(arguments, shape, arguments.folder or temporary)


if __name__ == "__main__":
    main()
