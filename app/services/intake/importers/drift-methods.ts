type DriftMethod = { name: string; highMeans: 'drift' | 'no-drift'; rescale?: number };

const distance = (name: string): DriftMethod => ({ name, highMeans: 'drift' });

/** By what Evidently calls them in configurations and in results. */
const distances: Readonly<Record<string, DriftMethod>> = {
  psi: distance('population stability index'),
  // Its logarithm is natural; ours is base 2, so that 1 is the most there is.
  jensenshannon: {
    ...distance('Jensen-Shannon distance, base 2'),
    rescale: 1 / Math.sqrt(Math.LN2),
  },
  'jensen-shannon distance': {
    ...distance('Jensen-Shannon distance, base 2'),
    rescale: 1 / Math.sqrt(Math.LN2),
  },
  kl_div: distance('Kullback-Leibler divergence'),
  'kullback-leibler divergence': distance('Kullback-Leibler divergence'),
  wasserstein: distance('Wasserstein distance, normed'),
  'wasserstein distance (normed)': distance('Wasserstein distance, normed'),
  hellinger: distance('Hellinger distance'),
  'hellinger distance': distance('Hellinger distance'),
  ed: distance('energy distance'),
  'energy distance': distance('energy distance'),
};

/**
 * What a method of drift measures and which way it points; nothing for one that is not known, because
 * a p-value read as a distance says the opposite.
 */
export function driftMethod(method: string): DriftMethod | undefined {
  const known = distances[method.toLowerCase()];
  if (known) return known;
  return /p_value$/i.test(method) ? { name: method, highMeans: 'no-drift' } : undefined;
}
