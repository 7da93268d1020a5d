import type { Generator } from '../seeded-generator.ts';

export type Points = {
  /** n × width, row-major. */
  readonly values: Float64Array;
  readonly n: number;
  readonly width: number;
  /** How often each point was seen. */
  readonly weights: Float64Array;
};

export type Clustering = {
  readonly labels: Int32Array;
  /** Σ weight · squared distance to the own centre. */
  readonly inertia: number;
};

export type Effort = {
  /** How many beginnings are tried. */
  readonly starts: number;
  /** Rounds of a start at most. */
  readonly rounds?: number;
  /** A start ends when no more than this share of the points moves. */
  readonly tolerance?: number;
};

/** x[from …] · y[to …]; four sums at a time, which the processor adds up side by side. */
function dot(x: Float64Array, from: number, y: Float64Array, to: number, width: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let j = 0;
  for (; j + 3 < width; j += 4) {
    a += x[from + j]! * y[to + j]!;
    b += x[from + j + 1]! * y[to + j + 1]!;
    c += x[from + j + 2]! * y[to + j + 2]!;
    d += x[from + j + 3]! * y[to + j + 3]!;
  }
  for (; j < width; j += 1) a += x[from + j]! * y[to + j]!;
  return a + b + (c + d);
}

function squaredDistance(p: Points, i: number, centres: Float64Array, c: number): number {
  const { values, width } = p;
  let sum = 0;
  for (let j = 0; j < width; j += 1) {
    const difference = values[i * width + j]! - centres[c * width + j]!;
    sum += difference * difference;
  }
  return sum;
}

/** Centres far from each other: each next one drawn with chance ∝ weight · squared distance (k-means++). */
function firstCentres(p: Points, k: number, random: Generator): Float64Array {
  const { n, width } = p;
  const centres = new Float64Array(k * width);
  const nearest = new Float64Array(n).fill(1);
  for (let c = 0; c < k; c += 1) {
    let total = 0;
    for (let i = 0; i < n; i += 1) total += nearest[i]! * p.weights[i]!;
    let left = random() * total;
    let chosen = 0;
    for (let i = 0; i < n && left >= 0; i += 1) {
      const part = nearest[i]! * p.weights[i]!;
      if (part > 0) chosen = i;
      left -= part;
    }
    centres.set(p.values.subarray(chosen * width, (chosen + 1) * width), c * width);
    for (let i = 0; i < n; i += 1) {
      const distance = squaredDistance(p, i, centres, c);
      nearest[i] = c === 0 ? distance : Math.min(nearest[i]!, distance);
    }
  }
  return centres;
}

function assign(p: Points, k: number, centres: Float64Array, labels: Int32Array) {
  const { n, width, values } = p;
  // |x − m|² = |x|² − 2 x·m + |m|²: the first part is the same for all centres.
  const half = new Float64Array(k);
  for (let c = 0; c < k; c += 1) {
    half[c] = dot(centres, c * width, centres, c * width, width) / 2;
  }
  let moved = 0;
  for (let i = 0; i < n; i += 1) {
    let best = 0;
    let bestValue = -Infinity;
    for (let c = 0; c < k; c += 1) {
      const value = dot(values, i * width, centres, c * width, width) - half[c]!;
      if (value > bestValue) {
        bestValue = value;
        best = c;
      }
    }
    if (labels[i] !== best) moved += 1;
    labels[i] = best;
  }
  return moved;
}

function average(p: Points, k: number, labels: Int32Array, centres: Float64Array): void {
  const { n, width, values, weights } = p;
  const mass = new Float64Array(k);
  const sums = new Float64Array(k * width);
  for (let i = 0; i < n; i += 1) {
    const c = labels[i]!;
    mass[c]! += weights[i]!;
    for (let j = 0; j < width; j += 1) {
      sums[c * width + j]! += weights[i]! * values[i * width + j]!;
    }
  }
  for (let c = 0; c < k; c += 1) {
    if (mass[c] === 0) continue; // an empty cluster keeps its centre
    for (let j = 0; j < width; j += 1) centres[c * width + j] = sums[c * width + j]! / mass[c]!;
  }
}

function once(p: Points, k: number, random: Generator, effort: Effort): Clustering {
  const { rounds = 100, tolerance = 0 } = effort;
  const centres = firstCentres(p, k, random);
  const labels = new Int32Array(p.n).fill(-1);
  for (let round = 0; round < rounds; round += 1) {
    if (assign(p, k, centres, labels) <= tolerance * p.n) break;
    average(p, k, labels, centres);
  }
  let inertia = 0;
  for (let i = 0; i < p.n; i += 1) {
    inertia += p.weights[i]! * squaredDistance(p, i, centres, labels[i]!);
  }
  return { labels, inertia };
}

/**
 * k-means with k-means++ beginnings, the best of several: min Σ_i w_i |x_i − m_{c(i)}|².
 *
 * @param points n × width, with weights above 0
 * @param k number of clusters, at most n
 * @param random seeded generator
 * @param effort the usual is five starts to the end; samples need less
 *
 * @see Arthur, D. & Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding. SODA,
 *   1027–1035. doi:10.5555/1283383.1283494
 */
export function kMeans(
  points: Points,
  k: number,
  random: Generator,
  effort: Effort = { starts: 5 },
): Clustering {
  let best = once(points, k, random, effort);
  for (let start = 1; start < effort.starts; start += 1) {
    const other = once(points, k, random, effort);
    if (other.inertia < best.inertia) best = other;
  }
  return best;
}
