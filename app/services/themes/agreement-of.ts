import { alphaOfCodeSets } from '#analysis/agreement/alpha-of-code-sets.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';

type Double = { firstCodes: readonly string[] | null; secondCodes: readonly string[] | null };

const draws = 1000;
const level = 0.95;

export type Agreement = {
  texts: number;
  alpha: number | null;
  low: number | null;
  high: number | null;
};

/** Krippendorff's own bounds: from .8 on to build on, below .667 not. */
export function levelOfAgreement(value: number): 'good' | 'tentative' | 'low' {
  return value >= 0.8 ? 'good' : value >= 0.667 ? 'tentative' : 'low';
}

/** How far two readers agree who each gave any number of codes: alpha with MASI distance. */
export function agreementOf(doubles: readonly Double[]): Agreement {
  const units = doubles.flatMap(({ firstCodes, secondCodes }) =>
    firstCodes && secondCodes ? [[firstCodes, secondCodes]] : [],
  );
  const { alpha, interval } = alphaOfCodeSets(units, {
    ...{ draws, level, generator: seededGenerator(1) },
  });
  return {
    texts: units.length,
    alpha: alpha.ok ? alpha.value : null,
    ...{ low: interval?.[0] ?? null, high: interval?.[1] ?? null },
  };
}

/** Codes of the two as one key, whatever their order. */
const keyOf = (codes: readonly string[] | null) => [...(codes ?? [])].sort().join();

/** Whether two who have read the same text gave it different codes. */
export function differ({ firstCodes, secondCodes }: Double): boolean {
  return firstCodes !== null && secondCodes !== null && keyOf(firstCodes) !== keyOf(secondCodes);
}
