import type { z } from 'zod';
import { allowedAt } from './allowed.ts';
import type { Fault, FaultCode } from './faults.ts';
import { isObject, shownValue, valueAt } from './shown-value.ts';

/** Of these the schema says what may stand there; of others their own sentence does. */
const ofShape: ReadonlySet<FaultCode> = new Set<FaultCode>([
  ...(['missing', 'empty', 'unknown-field', 'unknown-kind', 'unknown-word', 'not-text'] as const),
  ...(['not-a-code', 'not-a-count', 'not-a-number', 'not-a-share', 'not-positive'] as const),
  ...(['not-a-list', 'not-an-object', 'not-a-day', 'below-zero', 'too-small'] as const),
  ...(['too-large', 'too-long', 'too-many-bins', 'too-many-records'] as const),
]);

/** What stands there tells of people, or is said by the place itself. */
const untold: ReadonlySet<FaultCode> = new Set<FaultCode>([
  ...(['identifier-name', 'identifier-value', 'unknown-field', 'small-cell'] as const),
]);

/** A machine's owner reads a hundred; those of a table are put in the order of its lines only later. */
const mostExplained = 1000;

const stepsOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function explained(fault: Fault, schema: z.ZodType, sent: unknown): Fault {
  const path = stepsOf(fault.pointer);
  const isOfShape = ofShape.has(fault.code);
  const found = valueAt(sent, path);
  const isTold = !untold.has(fault.code) && (isOfShape || !isObject(found));
  const value = isTold ? shownValue(found) : undefined;
  const allowed = fault.allowed ?? (isOfShape ? allowedAt(schema, path, sent) : undefined);
  return {
    ...fault,
    ...(value === undefined ? {} : { value }),
    ...(allowed === undefined ? {} : { allowed }),
  };
}

/** Faults with what stands at their place, as far as it may be told, and what may stand there. */
export const explainFaults = (
  faults: readonly Fault[],
  schema: z.ZodType,
  sent: unknown,
): Fault[] =>
  faults.map((fault, index) => (index < mostExplained ? explained(fault, schema, sent) : fault));
