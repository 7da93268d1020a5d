import { emptyReading, type CardReading } from './card-reading.ts';
import { placeField } from './place-field.ts';
import { leavesOf } from './read-yaml.ts';

const references = { model_uuid: 'modelUuid', run_id: 'runId' } as const;

/** Reads an MLmodel file. It says how a model is loaded, and little of what it is for. */
export function readMlmodel(fields: Record<string, unknown>): CardReading {
  const reading = emptyReading('mlmodel');
  for (const { path, entries } of leavesOf(fields)) {
    const text = entries.join('\n');
    const target = Object.hasOwn(references, path)
      ? references[path as keyof typeof references]
      : undefined;
    if (target && text !== '') {
      reading.version.mlflow[target] = text;
      reading.report.push({ path, outcome: 'mapped', target: `mlflow.${target}`, text });
    } else placeField(reading, { path, text, target: undefined });
  }
  return reading;
}
