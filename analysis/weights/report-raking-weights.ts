import { DomainError } from '../errors.ts';
import { groupColumn } from '../table/group-column.ts';
import type { Table } from '../table/table.ts';
import { kishDesignEffect, type KishDesignEffect } from './kish-design-effect.ts';
import { rake, type RakedWeights } from './rake.ts';

export interface RakingOptions {
  /** Population shares (or counts) per level, by column. */
  readonly margins: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly trim?: readonly [lowest: number, highest: number] | undefined;
}

export interface RakingReport extends RakedWeights {
  readonly n: number;
  /** Rows without a weight. */
  readonly missing: number;
  readonly smallest: number | null;
  readonly largest: number | null;
  readonly kish: KishDesignEffect;
}

/**
 * Weights that bring a sample to the margins of its population, and what they cost.
 *
 * See `rake`, `kishDesignEffect`.
 *
 * @param table named columns.
 * @param options shares per level of one or more columns; bounds of the weights.
 * @returns one weight per row of the table, with Kish's design effect.
 * @remarks Missing data: weight 0 for rows without one of the columns, or with a level that has no share.
 * @throws DomainError 'no-margins', 'unknown-column', and those of `rake`.
 * @see the parts.
 */
export function reportRakingWeights(table: Table, { margins, trim }: RakingOptions): RakingReport {
  const named = Object.entries(margins);
  if (named.length === 0) throw new DomainError('no-margins');
  const raked = rake(
    table.n,
    named.map(([name, shares]) => ({
      grouping: groupColumn(table, name, Object.keys(shares)),
      shares: Object.values(shares),
    })),
    { trim },
  );
  const used = raked.weights.filter((weight) => weight > 0).sort();
  return {
    ...{ n: used.length, missing: table.n - used.length },
    ...{ smallest: used[0] ?? null, largest: used.at(-1) ?? null },
    kish: kishDesignEffect(raked.weights),
    ...raked,
  };
}
