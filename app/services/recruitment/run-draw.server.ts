import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { candidateTypes, type Candidate } from '#analysis/representation/candidate-types.ts';
import type { BandQuota } from '#analysis/representation/composition.ts';
import { drawPanel } from '#analysis/representation/draw-panel.ts';
import { fairestLottery } from '#analysis/representation/fairest-lottery.ts';
import { loadSolver } from './solve-linear.server.ts';

export type DrawInput = {
  candidates: readonly Candidate[];
  quotas: readonly BandQuota[];
  seats: number;
  /** 32 bits. */
  seed: number;
};

export type DrawResult =
  | { ok: true; selected: number[]; chances: { number: number; probability: number }[] }
  | { ok: false; reason: 'too-few-candidates' | 'quotas-conflict' };

/** A draw from its seed, quotas and pool: the same input selects the same people. */
export async function runDraw(input: DrawInput): Promise<DrawResult> {
  const solve = await loadSolver();
  const { quotas, seats, seed } = input;
  const types = candidateTypes(input.candidates);
  const lottery = fairestLottery({ types, quotas, seats }, solve);
  if (!lottery.ok) return lottery;
  const chances = types.flatMap(({ numbers }, t) =>
    numbers.map((number) => ({ number, probability: lottery.probabilities[t] ?? 0 })),
  );
  return { ok: true, chances, selected: drawPanel(types, lottery, seededGenerator(seed)) };
}
