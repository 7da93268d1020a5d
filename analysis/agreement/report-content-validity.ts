import { DomainError } from '../errors.ts';
import { itemMatrix } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import { aikenV, type AikenV } from './aiken-v.ts';
import { itemContentValidity, type ItemContentValidity } from './item-content-validity.ts';

export interface ContentValidityOptions {
  /** One column per expert; default: every column of numbers but the items' names. */
  readonly experts?: readonly string[] | undefined;
  /** Column with the items' names; default: the first column of words, else the row numbers. */
  readonly label?: string | undefined;
  /** The rating scale. */
  readonly lowest: number;
  readonly highest: number;
  /** Ratings from here on mean relevant. */
  readonly relevantFrom: number;
  /** Confidence level in (0, 1). */
  readonly level: number;
}

export interface ContentValidityReport {
  readonly experts: readonly string[];
  readonly missing: 'experts who rated the item';
  readonly scale: readonly [number, number];
  readonly relevantFrom: number;
  readonly level: number;
  readonly items: readonly {
    readonly name: string;
    readonly relevance: ItemContentValidity;
    readonly aikenV: AikenV;
  }[];
  /** S-CVI/Ave: mean of the I-CVI of the items anybody rated; null without. */
  readonly scaleIndexAverage: number | null;
  /** S-CVI/UA: share of these items that everybody found relevant. */
  readonly scaleIndexUniversalAgreement: number | null;
}

function namesOf(table: Table, label: string | undefined): { name: string; labels: string[] } {
  const words = [...table.columns].find(([, column]) => column.kind === 'text');
  const name = label ?? words?.[0] ?? '';
  const column = table.columns.get(name);
  if (label !== undefined && !column) throw new DomainError('unknown-column', { name: label });
  const labels = Array.from({ length: table.n }, (_, row) =>
    String(column?.values[row] ?? row + 1),
  );
  return { name, labels };
}

/**
 * Content validity of a set of items as judged by experts: rows items, columns experts.
 *
 * I-CVI, k*, CVR (`itemContentValidity`), Aiken's V (`aikenV`); S-CVI/Ave = mean I-CVI, S-CVI/UA = share of items
 * with I-CVI = 1.
 *
 * @param table one row per item.
 * @param options experts, scale, which ratings mean relevant, confidence level.
 * @returns indices in [0, 1], CVR in [−1, 1]; S-CVI/Ave from .90, S-CVI/UA from .80 are customary.
 * @remarks Missing data: an item is judged by the experts who rated it; nobody did: 'too-few-respondents'.
 * @throws DomainError 'unknown-column', 'not-numeric', 'no-items' without experts, 'outside-categories' for ratings
 *   off the scale, 'relevance-off-scale'.
 * @see Polit, D. F., Beck, C. T. (2006). The content validity index. Res Nurs Health 29, 489–497.
 *   https://doi.org/10.1002/nur.20147. Reference values: R 4.2.2.
 */
export function reportContentValidity(
  table: Table,
  options: ContentValidityOptions,
): ContentValidityReport {
  const { lowest, highest, relevantFrom, level } = options;
  if (!(relevantFrom > lowest && relevantFrom <= highest)) {
    throw new DomainError('relevance-off-scale', { relevantFrom, lowest, highest });
  }
  const { name, labels } = namesOf(table, options.label);
  const numeric = [...table.columns].filter(([, column]) => column.kind === 'number');
  const experts = options.experts ?? numeric.map(([own]) => own).filter((own) => own !== name);
  const matrix = itemMatrix(table, {
    ...{ items: experts, minCategory: lowest, maxCategory: highest },
  });
  const items = labels.map((label, row) => {
    const cells = matrix.values.subarray(row * experts.length, (row + 1) * experts.length);
    const ratings = [...cells].filter((value) => !Number.isNaN(value));
    const relevant = ratings.filter((value) => value >= relevantFrom).length;
    return {
      name: label,
      relevance: itemContentValidity(relevant, ratings.length, level),
      aikenV: aikenV(ratings, lowest, highest, level),
    };
  });
  const indices = items.flatMap(({ relevance }) =>
    relevance.ok ? [relevance.contentValidityIndex] : [],
  );
  const mean = (values: readonly number[]) =>
    values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  return {
    ...{ experts, missing: 'experts who rated the item', scale: [lowest, highest] },
    ...{ relevantFrom, level, items },
    scaleIndexAverage: mean(indices),
    scaleIndexUniversalAgreement: mean(indices.map((index) => (index === 1 ? 1 : 0))),
  };
}
