import { emptyReading, type CardReading, type CardTarget } from './card-reading.ts';
import { placeLeaves, statedNumber } from './place-leaves.ts';
import { leavesOf } from './read-yaml.ts';

const targets: Partial<Record<string, CardTarget>> = {
  name: 'name',
  version: 'version',
  description: 'summary',
  authors: 'supplier.supplier',
  intended_use: 'use.statement',
  data_source: 'data.developmentData',
  data_type: 'data.dataTypes',
  references: 'publication.references',
};
const metrics = 'eval_metrics/';

/** Reads the metadata of a MONAI bundle: https://docs.monai.io/en/stable/mb_specification.html. */
export function readMonai(fields: Record<string, unknown>): CardReading {
  const reading = emptyReading('monai');
  const leaves = leavesOf(fields);
  const stated = leaves.flatMap(({ path, entries: [text = '', ...others] }) => {
    const value = statedNumber(text);
    if (!path.startsWith(metrics) || others.length > 0 || value === null) return [];
    return [[path, { metric: path.slice(metrics.length), value }] as const];
  });
  placeLeaves(reading, leaves, targets, new Map(stated));
  return reading;
}
