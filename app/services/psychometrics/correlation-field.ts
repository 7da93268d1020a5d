import { correlationKinds } from '#analysis/correlations/correlation-of-items.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { Field } from './study-analysis.ts';

export type CorrelationKind = (typeof correlationKinds)[number];

/** Whether answers count as numbers or as ordered words. */
export function correlationField({ say }: AnalysisReader, value: CorrelationKind): Field {
  const options = correlationKinds.map((kind) => ({
    value: kind,
    label: say(`correlation.${kind}`),
  }));
  return { kind: 'select', name: 'correlation', label: say('field.correlation'), value, options };
}
