"""The reader beside what a user would install today, on one core: articles a second, memory, start, linearity.

    python -m tests.benchmarks.bench_reader TEXTS [--rivals]

TEXTS holds LANG-….txt files (vi-, fr-, en-). With ``--rivals`` underthesea (Vietnamese) and spaCy's fr_core_news_sm
(French) are installed into an environment of their own, made beside the system's temporary files, and run on the same
texts; one that cannot be installed is said to be missing.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from graph.model import Article
from loaders import extract
from loaders.language import load_pack

_RIVALS = {
    "vi": (
        ["underthesea"],
        "from underthesea import ner\nread = ner",
    ),
    "fr": (
        ["spacy", "fr-core-news-sm"],
        "import spacy\nread = spacy.load('fr_core_news_sm')",
    ),
}
_TIMED = """
import sys, time
{load}
texts = [open(p, encoding='utf-8').read() for p in sys.argv[1:]]
read(texts[0])
begun = time.process_time()
for text in texts:
    read(text)
print(len(texts) / (time.process_time() - begun))
"""


def own_rate(texts: list[str], language: str) -> float:
    """Articles a second of the reader."""
    articles = [Article(str(n), text, language=language) for n, text in enumerate(texts)]
    extract(articles[0])
    begun = time.process_time()
    for article in articles:
        extract(article)
    return len(articles) / (time.process_time() - begun)


def rival_rate(paths: list[Path], language: str) -> float | None:
    """Articles a second of the rival for a language; None where it cannot be installed."""
    packages, load = _RIVALS[language]
    home = Path(tempfile.gettempdir()) / f"communique-rival-{language}"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    if subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=False).returncode:
        return None
    run = [python, "-c", _TIMED.format(load=load), *map(str, paths)]
    told = subprocess.run(run, capture_output=True, text=True, check=False)
    return float(told.stdout.split()[-1]) if told.returncode == 0 else None


def linearity(text: str, language: str) -> list[tuple[int, float]]:
    """Characters and seconds for one text repeated up to a million characters."""
    out = []
    for size in (10_000, 100_000, 1_000_000):
        long = (text.strip() + "\n") * (size // len(text) + 1)
        begun = time.process_time()
        extract(Article("long", long[:size], language=language))
        out.append((size, time.process_time() - begun))
    return out


def main() -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", type=Path)
    options.add_argument("--rivals", action="store_true")
    args = options.parse_args()
    for language in ("vi", "fr", "en"):
        paths = sorted(args.texts.glob(f"{language}-*.txt"))
        if not paths:
            continue
        load_pack.cache_clear()
        begun = time.process_time()
        load_pack(language)
        start = time.process_time() - begun
        texts = [p.read_text("utf-8") for p in paths]
        own = own_rate(texts, language)
        line = f"{language}: {own:.0f} articles/s over {len(texts)}, pack in {start:.2f} s"
        if args.rivals and language in _RIVALS:
            other = rival_rate(paths, language)
            line += f", {_RIVALS[language][0][0]} " + (
                f"{other:.1f}/s: {own / other:.0f} times" if other else "missing"
            )
        print(line)
        print(
            "   ", ", ".join(f"{size:,} characters {seconds:.2f} s" for size, seconds in linearity(texts[0], language))
        )
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
