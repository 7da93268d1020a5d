import type { NotEstimable } from '../../estimate.ts';
import type { Parameterization } from '../../numeric/ordinal/response-moments.ts';
import type { Table } from '../../table/table.ts';
import { buildModel } from '../table/build-model.ts';
import { estimateOrdinal, type OrdinalEstimate } from './estimate-ordinal.ts';
import { listEstimates, type ListedEstimate } from './list-estimates.ts';
import { ordinalData } from './ordinal-data.ts';
import { ordinalFitMeasures, type OrdinalFitMeasures } from './ordinal-fit-measures.ts';
import {
  ordinalInvarianceLevels,
  ordinalInvarianceModel,
  type OrdinalInvarianceLevel,
} from './ordinal-invariance-levels.ts';
import { readOrdinalGroups, type OrdinalGroupsOptions } from './read-ordinal-groups.ts';
import { scaledDifferenceTest } from './scaled-difference-test.ts';
import type { ScaledShiftedTest } from './scaled-shifted.ts';

export interface InvarianceOrdinalOptions extends OrdinalGroupsOptions {
  readonly group: string;
  /** Default: 'theta'. */
  readonly parameterization?: Parameterization | undefined;
}

export interface OrdinalInvarianceStep {
  readonly level: OrdinalInvarianceLevel;
  /** The model text that was fitted. */
  readonly model: string;
  readonly fit: OrdinalFitMeasures;
  readonly estimates: readonly ListedEstimate[];
}

export interface OrdinalInvarianceComparison {
  readonly from: OrdinalInvarianceLevel;
  readonly to: OrdinalInvarianceLevel;
  readonly test: ScaledShiftedTest | undefined;
  /** Of the scaled indices; later less earlier. */
  readonly deltaCfi: number | undefined;
  readonly deltaRmsea: number | undefined;
  readonly deltaSrmr: number;
  readonly deltaCfiUnscaled: number | undefined;
}

export interface InvarianceOrdinalReport {
  readonly groups: readonly { readonly level: string; readonly n: number }[];
  readonly estimator: 'WLSMV';
  readonly parameterization: Parameterization;
  readonly steps: readonly OrdinalInvarianceStep[];
  readonly comparisons: readonly OrdinalInvarianceComparison[];
  /** Of later groups against the first, at the scalar level. */
  readonly latentMeans: readonly ListedEstimate[];
}

const difference = (later: number | undefined, earlier: number | undefined) =>
  later === undefined || earlier === undefined ? undefined : later - earlier;

/**
 * Measurement invariance of ordered items over groups: configural, thresholds, metric, scalar.
 *
 * Models by `ordinalInvarianceModel`, WLSMV; each is compared with the one before (`scaledDifferenceTest`, Δ of
 * the scaled indices).
 *
 * @param table named columns.
 * @param options model, grouping column, keying, parameterization.
 * @param controls `onProgress` is called with the share done.
 * @returns the steps with fit and estimates, comparisons, and the factor means of the scalar step; a reason
 *   when a step cannot be estimated, or 'too-few-groups'.
 * @remarks Missing data: listwise.
 * @throws DomainError as `readOrdinalGroups`, `buildModel`.
 * @see Wu, H., Estabrook, R. (2016). https://doi.org/10.1007/s11336-016-9506-0; Svetina, D., Rutkowski, L.,
 *   Rutkowski, D. (2020). https://doi.org/10.1080/10705511.2019.1602776. Reference values: semTools 0.5-6,
 *   lavaan 0.6-14.
 */
export function reportInvarianceOrdinal(
  table: Table,
  options: InvarianceOrdinalOptions,
  controls: { onProgress?: ((share: number) => void) | undefined } = {},
): InvarianceOrdinalReport | NotEstimable {
  const { parameterization = 'theta' } = options;
  const found = readOrdinalGroups(table, options, (share) => controls.onProgress?.(share / 2));
  if (!found.ok) return found;
  if (found.levels.length < 2) return { ok: false, reason: 'too-few-groups' };
  const data = ordinalData(found.moments);
  const steps = new Map(data.names.map((name, item) => [name, data.steps[item] ?? 0]));
  const groups = found.levels.length;
  const estimates: OrdinalEstimate[] = [];
  const reports: OrdinalInvarianceStep[] = [];
  for (const level of ordinalInvarianceLevels) {
    const shape = { groups, steps, parameterization };
    const { text, settings } = ordinalInvarianceModel(options.model, level, shape);
    const model = buildModel(text, settings);
    const estimate = estimateOrdinal(model, data, { estimator: 'WLSMV', parameterization });
    if (!estimate.ok) return estimate;
    estimates.push(estimate);
    const fit = ordinalFitMeasures(estimate);
    reports.push({ level, model: text, fit, estimates: listEstimates(estimate) });
    controls.onProgress?.(0.5 + reports.length / 8);
  }
  const comparisons = estimates.slice(1).flatMap((narrow, index): OrdinalInvarianceComparison[] => {
    const [wide, before, after] = [estimates[index], reports[index], reports[index + 1]];
    if (!wide || !before || !after) return [];
    const [a, b] = [before.fit, after.fit];
    return [
      {
        ...{ from: before.level, to: after.level, test: scaledDifferenceTest(wide, narrow) },
        deltaCfi: difference(b.scaled?.cfi, a.scaled?.cfi),
        deltaRmsea: difference(b.scaled?.rmsea?.estimate, a.scaled?.rmsea?.estimate),
        deltaSrmr: b.srmr - a.srmr,
        deltaCfiUnscaled: difference(b.plain.cfi, a.plain.cfi),
      },
    ];
  });
  const factors = estimates[0]?.model.factors ?? [];
  return {
    groups: found.levels.map((level, index) => ({ level, n: found.moments[index]?.n ?? 0 })),
    ...{ estimator: 'WLSMV', parameterization, steps: reports, comparisons },
    latentMeans: (reports.at(-1)?.estimates ?? []).filter(
      ({ op, lhs }) => op === '~1' && factors.includes(lhs),
    ),
  };
}
