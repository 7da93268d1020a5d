import type { LocalText } from '#surveys/model/languages.ts';

export type StratumInput = {
  question: LocalText;
  /** `id` is empty for a new band. */
  bands: { id: string; label: LocalText }[];
  /** Per cent of people wanted, in the order of the bands; null where nothing was entered. */
  percent: (number | null)[];
  source: string;
  reason: string;
  /** Why a target is changed or set after people joined. */
  why: string;
};

export const stratumProblems = [
  'stratum-few-bands',
  'stratum-share-missing',
  'stratum-share-sum',
  'stratum-source-missing',
  'stratum-reason-missing',
  'stratum-why-missing',
] as const;
export type StratumProblem = (typeof stratumProblems)[number];

/** Shares are entered in whole or tenths of per cent; thirds cannot sum to exactly 100. */
const rounding = 0.5;

/** Shares by band where a target is set; an empty record where none is. */
export function sharesOf(ids: readonly string[], percent: readonly (number | null)[]) {
  const given = ids.flatMap((id, index) => {
    const value = percent[index] ?? null;
    return value === null ? [] : [[id, value / 100] as const];
  });
  return Object.fromEntries(given);
}

/** What is wrong with a question and its target by themselves. */
export function problemsOfStratum({
  bands,
  percent,
  source,
  reason,
}: StratumInput): StratumProblem | null {
  if (bands.length < 2) return 'stratum-few-bands';
  const given = percent.slice(0, bands.length).filter((share) => share !== null);
  if (given.length === 0) return null;
  if (given.length < bands.length) return 'stratum-share-missing';
  const sum = given.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 100) > rounding) return 'stratum-share-sum';
  if (source === '') return 'stratum-source-missing';
  return reason === '' ? 'stratum-reason-missing' : null;
}
