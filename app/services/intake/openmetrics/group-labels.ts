import type { FaultCode } from '../faults.ts';
import { isIdentifierName } from '../identifier-names.ts';
import type { Labels } from './exposition.ts';

const plain = ['part', 'cohort', 'mode'] as const;

/** Fields of a record that labels say: its part, cohort and mode, and one attribute with its value. */
export function fieldsOf(
  labels: Labels,
  others: readonly string[],
): Record<string, unknown> | FaultCode {
  const known: readonly string[] = [...plain, 'dimension', 'level', ...others];
  for (const name of labels.keys()) {
    if (!known.includes(name)) return isIdentifierName(name) ? 'identifier-name' : 'label-unknown';
  }
  const fields: Record<string, unknown> = {};
  for (const name of plain) {
    const value = labels.get(name) ?? '';
    if (value !== '') fields[name] = value;
  }
  const [dimension = '', level = ''] = [labels.get('dimension'), labels.get('level')];
  // As in the format, an empty label is none; one of the two alone is missing the other.
  if (dimension !== '' || level !== '') {
    fields['subgroup'] = {
      ...(dimension === '' ? {} : { dimension }),
      ...(level === '' ? {} : { level }),
    };
  }
  return fields;
}
