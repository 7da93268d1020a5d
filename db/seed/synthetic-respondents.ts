import { normalQuantile } from '#analysis/numeric/normal-quantile.ts';
import type { Generator } from '#analysis/numeric/seeded-generator.ts';
import type { Answers } from '#surveys/model/answers.ts';
import type { Instrument } from '#surveys/model/instrument.ts';

/** What the generator is told; estimates are compared with it. */
export type ReadinessTruth = {
  /** Correlation of the two subscales' traits. */
  traitCorrelation: number;
  /** Correlation of a person's traits between two waves. */
  stability: number;
  /** Correlation of an item's latent answer with its trait. */
  loading: number;
  /** An item whose wording says more in one language: its latent answer is shifted there. */
  shiftedItem: { item: string; language: string; shift: number };
  /** Probability that an item stays unanswered. */
  skipping: number;
};

export const demoTruth: ReadinessTruth = {
  traitCorrelation: 0.6,
  stability: 0.65,
  loading: 0.72,
  shiftedItem: { item: 'nai-5', language: 'ru', shift: 0.9 },
  skipping: 0.015,
};

/** Cut points of a latent standard normal answer into five agreement options. */
const thresholds = [-1.7, -0.75, 0.05, 1.15];

export type Traits = { operations: number; clinical: number };

function standardNormal(random: Generator): number {
  return normalQuantile(Math.min(Math.max(random(), 1e-12), 1 - 1e-12));
}

const mix = (share: number, common: number, own: number) =>
  share * common + Math.sqrt(1 - share * share) * own;

export function drawTraits(random: Generator, truth: ReadinessTruth): Traits {
  const operations = standardNormal(random);
  return {
    operations,
    clinical: mix(truth.traitCorrelation, operations, standardNormal(random)),
  };
}

/** The same person a wave later: what is stable stays, the rest is drawn anew. */
export function laterTraits(random: Generator, before: Traits, truth: ReadinessTruth): Traits {
  const anew = drawTraits(random, truth);
  return {
    operations: mix(truth.stability, before.operations, anew.operations),
    clinical: mix(truth.stability, before.clinical, anew.clinical),
  };
}

/** Answers of one person; `level` moves every latent answer, as a site or a wave does. */
export function drawAnswers(
  random: Generator,
  instrument: Instrument,
  person: { traits: Traits; level: number; language: string },
  truth: ReadinessTruth,
): Answers {
  const clinicalItems = instrument.scales.find((scale) => scale.id === 'clinical-benefit')?.items;
  const answers: Answers = {};
  for (const { id } of instrument.items) {
    if (random() < truth.skipping) {
      answers[id] = { missing: random() < 0.7 ? 'skipped' : 'dont-know' };
      continue;
    }
    const { operations, clinical } = person.traits;
    const trait = clinicalItems?.includes(id) ? clinical : operations;
    const { item, language, shift } = truth.shiftedItem;
    const shifted = id === item && person.language === language ? shift : 0;
    const latent = mix(truth.loading, trait, standardNormal(random)) + person.level + shifted;
    answers[id] = { code: 1 + thresholds.filter((cut) => latent > cut).length };
  }
  return answers;
}
