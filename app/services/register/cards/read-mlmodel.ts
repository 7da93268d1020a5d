import { parseDocument } from 'yaml';
import { ServiceError } from '../../../errors.ts';
import { emptyReading, type CardReading } from './card-reading.ts';

const references = { model_uuid: 'modelUuid', run_id: 'runId' } as const;

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Leaves with where they stand, as text. */
function leavesOf(value: unknown, path: string): { path: string; text: string }[] {
  if (isMap(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, child]) =>
      leavesOf(child, path === '' ? key : `${path}/${key}`),
    );
  }
  return [{ path, text: typeof value === 'string' ? value : JSON.stringify(value ?? null) }];
}

function parse(text: string): unknown {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, stringKeys: true });
  const [error] = document.errors;
  if (error) {
    throw new ServiceError('invalid', 'card-broken', { line: error.linePos?.[0].line ?? 1 });
  }
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new ServiceError('invalid', 'card-broken', { line: 1 });
  }
}

/** Reads an MLmodel file. It says how a model is loaded, and little of what it is for. */
export function readMlmodel(text: string): CardReading {
  const content = parse(text);
  if (!isMap(content) || !isMap(content['flavors'])) {
    throw new ServiceError('invalid', 'card-unknown');
  }
  const reading = emptyReading('mlmodel');
  for (const { path, text: said } of leavesOf(content, '')) {
    const target = Object.hasOwn(references, path)
      ? references[path as keyof typeof references]
      : undefined;
    if (said === '' || said === 'null') reading.report.push({ path, outcome: 'empty' });
    else if (target) {
      reading.version.mlflow[target] = said;
      reading.report.push({ path, outcome: 'mapped', target: `mlflow.${target}`, text: said });
    } else reading.report.push({ path, outcome: 'kept', reason: 'no-field', text: said });
  }
  return reading;
}
