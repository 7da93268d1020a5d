import { modalTrait } from '../numeric/modal-trait.ts';
import { posteriorWeights } from '../numeric/posterior-weights.ts';
import type { ItemResponseFit } from './item-response-fit.ts';

/** Estimates of the latent trait, one a distinct pattern. */
export interface TraitScores {
  readonly eap: Float64Array;
  readonly eapSe: Float64Array;
  readonly map: Float64Array;
  readonly mapSe: Float64Array;
}

const CHUNK = 8192;

/**
 * Expected and modal a posteriori estimates of the latent trait, with standard errors.
 *
 * EAP Σ_q θ_q Pr(θ_q | x), its standard error the posterior standard deviation; MAP the posterior mode, its standard
 * error from the curvature there.
 *
 * @param fit a fitted model.
 * @returns one of each a response pattern; `responses.patternOfRow` gives every respondent's.
 * @remarks Missing data: from the items answered.
 * @throws never.
 * @see Bock, R. D., Mislevy, R. J. (1982). https://doi.org/10.1177/014662168200600405. Reference values: mirt 1.38.1
 *   `fscores`.
 */
export function traitScores(fit: ItemResponseFit): TraitScores {
  const { responses, model, probability, weights, items, variance } = fit;
  const { patterns, counts, offsets } = responses;
  const k = items.length;
  const points = model.nodes.length;
  const run = { patterns, items: k, counts };
  const size = counts.length;
  const scores = {
    eap: new Float64Array(size),
    eapSe: new Float64Array(size),
    map: new Float64Array(size),
    mapSe: new Float64Array(size),
  };
  const answers = new Int32Array(k);
  for (let from = 0; from < size; from += CHUNK) {
    const to = Math.min(from + CHUNK, size);
    const posterior = posteriorWeights(run, probability, weights, from, to);
    for (let p = from; p < to; p += 1) {
      const own = posterior.subarray((p - from) * points, (p - from + 1) * points);
      let [mean, square] = [0, 0];
      own.forEach((weight, q) => (mean += weight * (model.nodes[q] ?? 0)));
      own.forEach((weight, q) => (square += weight * ((model.nodes[q] ?? 0) - mean) ** 2));
      for (let i = 0; i < k; i += 1) {
        const place = patterns[p * k + i] ?? -1;
        answers[i] = place < 0 ? -1 : place - (offsets[i] ?? 0);
      }
      const mode = modalTrait(items, answers, variance, mean);
      scores.eap[p] = mean;
      scores.eapSe[p] = Math.sqrt(square);
      scores.map[p] = mode.value;
      scores.mapSe[p] = mode.standardError;
    }
  }
  return scores;
}
