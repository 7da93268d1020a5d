import { createHash } from 'node:crypto';
import type { Candidate } from '#analysis/representation/candidate-types.ts';
import type { BandQuota } from '#analysis/representation/composition.ts';
import { remainingQuotas } from '#analysis/representation/remaining-quotas.ts';
import type { PersonWithBands } from '#db/queries/panel-band.server.ts';
import type { Stratum } from '#db/queries/panel-stratum.server.ts';
import type { Quota } from '#db/schema/panel-draw.ts';
import { canonicalJson } from '#surveys/model/canonical-json.ts';
import { keyedHash } from '../../secrets.server.ts';
import { bandOf } from './band-gap.ts';
import type { DrawInput } from './run-draw.server.ts';

type Strata = readonly Pick<Stratum, 'id' | 'bands'>[];

/** Strata that a draw counts by: those of its quotas, in one order. */
function strataOf(quotas: readonly Quota[], strata: Strata): Strata {
  return strata
    .filter(({ id }) => quotas.some(({ stratumId }) => stratumId === id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

type Pool = {
  strata: Strata;
  quotas: readonly Quota[];
  seats: number;
  candidates: readonly PersonWithBands[];
  /** Who has a seat already. */
  seated: readonly PersonWithBands[];
};

const candidateOf = (strata: Strata, { number, bands }: PersonWithBands): Candidate => ({
  number,
  bands: strata.map((stratum) => bandOf(stratum, bands)),
});

/** A seed as a number: the first 32 bits of the SHA-256 of its text. */
function seedNumber(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0);
}

/** What is computed: the seats that are left, under quotas that together with those seated are kept. */
export function drawInput(pool: Pool, seed: string): DrawInput {
  const strata = strataOf(pool.quotas, pool.strata);
  const quotas: BandQuota[] = pool.quotas.map(({ stratumId, band, fewest, most }) => ({
    stratum: strata.findIndex(({ id }) => id === stratumId),
    band,
    fewest,
    most,
  }));
  const seated = pool.seated.map((person) => candidateOf(strata, person).bands);
  return {
    candidates: pool.candidates.map((person) => candidateOf(strata, person)),
    quotas: remainingQuotas(quotas, seated),
    seats: pool.seats - pool.seated.length,
    seed: seedNumber(seed),
  };
}

/** Tells whether the pool is still the one that was drawn from, and nothing else about it. */
export function poolHash(pool: Pool): string {
  const strata = strataOf(pool.quotas, pool.strata);
  const listed = (people: readonly PersonWithBands[]) =>
    people.map((person) => candidateOf(strata, person)).toSorted((a, b) => a.number - b.number);
  const content = {
    strata: strata.map(({ id }) => id),
    candidates: listed(pool.candidates),
    seated: listed(pool.seated),
  };
  return keyedHash('draw-pool', canonicalJson(content));
}
