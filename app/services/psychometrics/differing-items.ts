import type { InvarianceReport } from '#analysis/models/measurement-invariance.ts';
import type { ParameterEstimate } from '#analysis/models/fit/parameter-estimates.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { modelNames } from './model-names.ts';
import { scaleModel, type ScaleItems, type ScaleModel } from './scale-model.ts';
import { valueOf, type StepOutcomes } from './steps.ts';

/** |z| of p < .001 two-sided, as in alignment (Asparouhov and Muthén 2014). */
const clear = 3.29;
/** Items a factor must keep equal (Byrne, Shavelson and Muthén 1989). */
const fewestEqual = 2;

type Intercept = { item: string; difference: number; error: number; loading: number };

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** Intercepts of a group less those of the first, with equal loadings. */
function against(
  parameters: readonly ParameterEstimate[],
  items: readonly string[],
  group: number,
) {
  const find = (op: string, item: string, of: number) =>
    parameters.find((row) => {
      const variable = op === '=~' ? row.rhs : row.lhs;
      return row.op === op && variable === item && row.group === of;
    });
  return items.flatMap((item): Intercept[] => {
    const [own, first, loading] = [
      find('~1', item, group),
      find('~1', item, 0),
      find('=~', item, 0),
    ];
    if (!own || !first || !loading || loading.estimate === 0) return [];
    return [
      {
        item,
        difference: own.estimate - first.estimate,
        error: Math.hypot(own.standardError, first.standardError),
        loading: loading.estimate,
      },
    ];
  });
}

/**
 * Items whose intercepts differ between groups by more than the factor means explain: with equal loadings
 * the factor's difference is the median of intercept difference over loading, and what an item has left
 * beyond chance is its own. By their names in the model text; null where equality of so many items would
 * have to be given up that the factor no longer means the same: half of all, or all but one of a factor.
 */
function differingItems(
  report: Extract<InvarianceReport, { ok: true }>,
  { factors }: Pick<ScaleModel, 'factors'>,
): string[] | null {
  const metric = report.steps.find(({ step }) => step === 'metric');
  if (!metric?.ok) return null;
  const found = new Set<string>();
  for (const items of factors) {
    for (const group of report.groups.keys()) {
      if (group === 0) continue;
      const intercepts = against(metric.parameters, items, group);
      const mean = median(intercepts.map(({ difference, loading }) => difference / loading));
      for (const { item, difference, error, loading } of intercepts) {
        if (Math.abs(difference - loading * mean) > clear * error) found.add(item);
      }
    }
  }
  const all = factors.flat();
  const keepsMeaning = factors.every(
    (items) => items.filter((item) => !found.has(item)).length >= fewestEqual,
  );
  return keepsMeaning && found.size * 2 < all.length ? all.filter((item) => found.has(item)) : null;
}

/** The same by the items' ids, from the steps of a run; none where that cannot be told. */
export function itemsToFree(
  instrument: Instrument,
  scale: ScaleItems,
  outcomes: StepOutcomes,
): string[] {
  const report = valueOf(outcomes, 'continuous') as InvarianceReport | undefined;
  const named = report?.ok ? differingItems(report, scaleModel(instrument, scale)) : null;
  const names = modelNames(instrument.items.map(({ id }) => id));
  return scale.items.filter((item) => named?.includes(names.get(item) ?? item));
}
