#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets: make_corpus.py FOLDER. The first byte of each chooses options (see reader_fuzz.cpp)."""
import gzip
import lzma
import pathlib
import sys

SEEDS = {
    "fasta": [">a|1|train\nACGT\nAC GT\n>b|0|test\nNN--*\n", ">sp|P1|X\r\nMKV\r\n", ">P1\rGG\r>N1\rCC", "stray\n>a\nA\n"],
    "fastq": ["@r1\nACGT\n+\nII@I\n@r2\nA\n+r2\n+\n", "@r1\nAC\nGT\n+\n@I\n@I\n", "@r1\nACGT\n+\nI\n"],
    "csv": ["sequence,label\r\nACGT,1\r\n\"A\"\"C\",0\r\n", "+,S10,\t\ttact\n-,X,gg\n-,Y,cc\n", "id;seq;y;set\n1;AC;0;train\n2;\"A\nC\";1;test\n",
            "a|b\nACGT|1\nGG|0\n"],
    "tsv": ["index\tlabel\ttext\n0\t1\tACGT\n1\t0\tGG\n", "ham\tOk lar\nspam\t\"Free\" entry\n", "\"label\"\t\"text\"\n\"a\"\t\"b \"\"c\"\"\"\n"],
    "arff": ["% c\n@relation r\n@attribute 'n' {A, B}\n" + "".join(f"@attribute p{i} {{A,C,G,T}}\n" for i in range(9)) +
             "@attribute class {x,y}\n@data\nA,A,C,G,T,A,C,G,T,A,x\n",
             "@relation r\n@attribute s string\n@attribute c{a,b}\n@data\n'it\\'s',a\n{0 x}\n?,?\n"],
    "genbank": ["LOCUS       A       12 bp    DNA     linear   PLN 21-JUN-1999\nDEFINITION  x\n            y.\nVERSION     A.1\n"
                "FEATURES             Location/Qualifiers\n     source          1..12\n                     /organism=\"O \"\"o\"\"\"\n"
                "     CDS             complement(join(<1..4,6..>8))\n                     /gene=\"g\nh\"\nORIGIN\n        1 gatcctccat at\n//\n"],
    "lines": ["ACGT\nGG\n", "a text , with words .\nanother\r\n\r\nmore\r"],
    "text": ["one\ntwo\n"],
}


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    everything = []
    for name, seeds in SEEDS.items():
        contents = [seed.encode() for seed in seeds]
        everything += contents
        contents += [b"\xef\xbb\xbf" + contents[0], contents[0].decode().encode("utf-16"), gzip.compress(contents[0]), lzma.compress(contents[0])]
        write(folder / name, contents)
    write(folder / "import", everything)
    packings = [everything[0], gzip.compress(everything[0]), gzip.compress(b"A\n") + gzip.compress(b"C\n"), lzma.compress(everything[0])]
    write(folder / "unpack", packings, choices=range(32))


def write(folder: pathlib.Path, contents: list, choices=(0, 9, 25, 32, 224)) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for i, content in enumerate(contents):
        for choice in choices:
            (folder / f"{i}_{choice}").write_bytes(bytes([choice]) + content)


if __name__ == "__main__":
    main()
