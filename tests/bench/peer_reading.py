"""Reads a FASTA file once in the way of one peer. Prints seconds; the start of the interpreter and imports are not counted.

usage: peer_reading.py PEER FILE
  simple   Biopython's SimpleFastaParser: a tuple (title, sequence) a record
  seqio    Biopython's SeqIO: a SeqRecord a record
  fastx    pyfastx.Fastx: a tuple (name, sequence, comment) a record, no index
  fasta    pyfastx.Fasta without index: a tuple (name, sequence) a record
  index    pyfastx.Fasta building its index on disk: no sequence is delivered
"""
import os
import sys
import time


def simple(path):
    from Bio.SeqIO.FastaIO import SimpleFastaParser
    begin = time.perf_counter()
    with open(path) as file:
        residues = sum(len(sequence) for _, sequence in SimpleFastaParser(file))
    return time.perf_counter() - begin, residues


def seqio(path):
    from Bio import SeqIO
    begin = time.perf_counter()
    residues = sum(len(record) for record in SeqIO.parse(path, "fasta"))
    return time.perf_counter() - begin, residues


def fastx(path):
    import pyfastx
    begin = time.perf_counter()
    residues = sum(len(record[1]) for record in pyfastx.Fastx(path, "fasta"))
    return time.perf_counter() - begin, residues


def fasta(path):
    import pyfastx
    begin = time.perf_counter()
    residues = sum(len(sequence) for _, sequence in pyfastx.Fasta(path, build_index=False))
    return time.perf_counter() - begin, residues


def index(path):
    import pyfastx
    if os.path.exists(path + ".fxi"):
        os.remove(path + ".fxi")
    begin = time.perf_counter()
    residues = pyfastx.Fasta(path).size
    seconds = time.perf_counter() - begin
    os.remove(path + ".fxi")
    return seconds, residues


if __name__ == "__main__":
    print(*{"simple": simple, "seqio": seqio, "fastx": fastx, "fasta": fasta, "index": index}[sys.argv[1]](sys.argv[2]))
