import { DomainError } from '../errors.ts';
import type { NotEstimable } from '../estimate.ts';
import { splitPatterns } from '../numeric/normal/split-patterns.ts';
import { itemMatrix, type ItemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';
import type { CarelessCutoffs } from './careless-flags.ts';
import { carelessResponding, type CarelessResponding } from './careless-responding.ts';
import { describeMissing, type MissingAnswers } from './describe-missing.ts';
import { emMoments, type EmMoments } from './em-moments.ts';
import { littleMcarTest, type LittleMcarTest } from './little-mcar-test.ts';

export interface DataQualityOptions extends ItemSelection {
  /** Items of each scale in the order asked, for the even-odd index. */
  readonly scales?: readonly (readonly string[])[] | undefined;
  readonly criticalCorrelation?: number | undefined;
  readonly cutoffs?: CarelessCutoffs | undefined;
  /** Whose answers the indices of careless responding are computed for; default: complete rows. */
  readonly missing?: 'listwise' | 'available' | undefined;
}

export interface DataQualityReport {
  /** Respondents with an answer. */
  readonly n: number;
  readonly nWithoutAnswers: number;
  readonly missing: MissingAnswers;
  readonly emMoments: EmMoments | NotEstimable;
  readonly littleMcar: LittleMcarTest | NotEstimable;
  readonly careless: CarelessResponding & {
    readonly missing: 'listwise' | 'available';
    /** Rows of the table (from 0), one per respondent of the lists. */
    readonly rows: readonly number[];
  };
}

function rowsOf(matrix: ItemMatrix, isKept: (cells: Float64Array) => boolean): number[] {
  const k = matrix.names.length;
  return Array.from({ length: matrix.n }, (_, row) => row).filter((row) =>
    isKept(matrix.values.subarray(row * k, (row + 1) * k)),
  );
}

function keep({ names, values }: ItemMatrix, rows: readonly number[]): ItemMatrix {
  const k = names.length;
  const kept = new Float64Array(rows.length * k);
  rows.forEach((row, r) => kept.set(values.subarray(row * k, (row + 1) * k), r * k));
  return { names, n: rows.length, values: kept };
}

function scaleIndexes(items: readonly string[], scales: readonly (readonly string[])[]) {
  return scales.map((scale) =>
    scale.map((name) => {
      const item = items.indexOf(name);
      if (item < 0) throw new DomainError('scale-item-unknown', { name });
      return item;
    }),
  );
}

/**
 * The quality of answers: what is missing and whether at random, and who may have answered without care.
 *
 * Formulas at `describeMissing`, `emMoments`, `littleMcarTest`, `carelessResponding`.
 *
 * @param table named columns.
 * @param options items in the order in which they were asked; reverse-keyed ones (for the even-odd index alone: the
 *   other indices take answers as given); scales; cut-offs.
 * @returns missing answers, maximum likelihood moments, Little's test, indices of careless responding.
 * @remarks Missing data: respondents without any answer are counted apart. Indices of careless responding: complete
 *   rows, or the answers there are.
 * @throws DomainError those of `itemMatrix`; 'scale-item-unknown'; 'outside-unit-interval' for the critical
 *   correlation.
 * @see Curran, P. G. (2016). J Exp Soc Psychol 66, 4–19. https://doi.org/10.1016/j.jesp.2015.07.006. Reference values:
 *   lavaan 0.6.14, R 4.2.2.
 */
export function reportDataQuality(table: Table, options: DataQualityOptions): DataQualityReport {
  const { missing = 'listwise', scales = [], criticalCorrelation = 0.6, cutoffs } = options;
  if (!(criticalCorrelation >= 0 && criticalCorrelation < 1)) {
    throw new DomainError('outside-unit-interval', { value: criticalCorrelation });
  }
  const keyed = itemMatrix(table, options);
  const given = itemMatrix(table, { ...options, reverse: [] });
  const k = given.names.length;
  const patterns = splitPatterns(given.values, k);
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  const moments = emMoments(patterns, k);
  const rows = rowsOf(given, (cells) =>
    missing === 'listwise'
      ? !cells.some(Number.isNaN)
      : cells.some((value) => !Number.isNaN(value)),
  );
  return {
    ...{ n, nWithoutAnswers: table.n - n },
    missing: describeMissing(patterns, given.names),
    emMoments: moments,
    littleMcar: moments.ok ? littleMcarTest(patterns, moments) : moments,
    careless: {
      ...{ missing, rows },
      ...carelessResponding(keep(given, rows), keep(keyed, rows), {
        scales: scaleIndexes(given.names, scales),
        ...{ criticalCorrelation, cutoffs },
      }),
    },
  };
}
