"""What scikit-learn takes for the same search: FILE of texts, one JSON string a line; prints JSON.

TF-IDF, 100 dimensions of LSA, k-means of 14 samples of 700 texts for each number of themes, then of all texts.
"""

import json
import sys
import time

import numpy
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

numbers = [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 19, 22, 25]
texts = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
begun, processor = time.perf_counter(), time.process_time()
counts = TfidfVectorizer(min_df=2, sublinear_tf=True, stop_words="english").fit_transform(texts)
places = normalize(TruncatedSVD(100, random_state=1).fit_transform(counts))
draw = numpy.random.default_rng(1)
for _ in range(14):
    part = places[draw.choice(len(texts), min(700, len(texts)), replace=False)]
    for k in numbers:
        KMeans(k, n_init=1, random_state=1).fit(part)
KMeans(9, n_init=5, random_state=1).fit(places)
print(
    json.dumps(
        {
            "seconds": time.perf_counter() - begun,
            "processorSeconds": time.process_time() - processor,
        }
    )
)
