import type { AnalysisReader } from '../reader.server.ts';
import { sampleCautions } from '../sample-cautions.ts';
import type { Estimator } from './estimators.ts';
import type { FittedModel } from './fitted-model.ts';
import type { ModelWords } from './model-words.ts';

const warnings = [
  'negative-residual-variance',
  'negative-factor-variance',
  'factor-covariance-not-positive-definite',
  'residual-covariance-not-positive-definite',
  'fewer-respondents-than-parameters',
  'empty-cells',
  'negative-variance',
  'correlation-above-one',
] as const;

/** Below this weighted least squares of ordered answers is unstable (COSMIN). */
const leastOrdered = 200;
const closestFactors = 0.85;
/** More are counted rather than named. */
const mostNamed = 4;

/** Whether the solution is admissible, and what else weakens it, in words. */
export function modelCautions(
  reader: AnalysisReader,
  model: FittedModel,
  { estimator, words }: { estimator: Estimator; words: ModelWords },
): string[] {
  const { say, number } = reader;
  const nameOf = (name: string) => words.itemOf(name) ?? words.factorTitle(name);
  const named = (items: readonly string[]) => items.map(nameOf).join(', ');
  const admissibility = warnings.flatMap((code) => {
    const found = model.warnings.filter((warning) => warning.code === code);
    if (found.length === 0) return [];
    const items = [...new Set(found.flatMap((warning) => warning.items))];
    if (code === 'empty-cells' && items.length > mostNamed) {
      const counts = { n: number(items.length, 0), all: number(model.items.length, 0) };
      return [say('confirmatory.warning.many-empty-cells', counts)];
    }
    return [say(`confirmatory.warning.${code}`, { items: named(items) })];
  });
  const close = model.parameters.flatMap(({ lhs, op, rhs, standardised }) => {
    const isPair = op === '~~' && lhs !== rhs && model.factors.includes(lhs);
    if (!isPair || Math.abs(standardised) < closestFactors) return [];
    const values = { a: nameOf(lhs), b: nameOf(rhs), r: number(standardised, 2) };
    return [say('factors.caution.close', values)];
  });
  const weak = model.parameters
    .filter(({ op, standardised }) => op === '=~' && Math.abs(standardised) < 0.4)
    .map(({ rhs }) => rhs);
  return [
    ...admissibility,
    ...close,
    ...(weak.length > 0 ? [say('confirmatory.weak', { items: named(weak) })] : []),
    ...(estimator === 'WLSMV' && model.n < leastOrdered
      ? [say('confirmatory.fewOrdered', { n: number(model.n, 0) })]
      : []),
    ...(model.degreesOfFreedom <= 0 ? [say('confirmatory.saturated')] : []),
    ...sampleCautions(reader, model.n, model.items.length),
  ];
}
