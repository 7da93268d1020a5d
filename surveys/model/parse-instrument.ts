import { checkConditions } from './check-conditions.ts';
import { checkScales } from './check-scales.ts';
import { checkStructure } from './check-structure.ts';
import { checkVersions } from './check-versions.ts';
import { instrumentSchema, type Instrument } from './instrument.ts';
import type { InstrumentIssue } from './instrument-issues.ts';
import { toInstrumentIssues } from './zod-issues.ts';

export type ParsedInstrument =
  { ok: true; instrument: Instrument } | { ok: false; issues: InstrumentIssue[] };

// What a page can still show; a hostile document could otherwise yield one issue per byte.
export const maximumIssues = 200;

function refused(issues: InstrumentIssue[]): ParsedInstrument {
  return { ok: false, issues: issues.slice(0, maximumIssues) };
}

/** The only door for instruments from outside: strict shape first, then what the parts owe each other. */
export function parseInstrument(document: unknown): ParsedInstrument {
  const parsed = instrumentSchema.safeParse(document, { reportInput: true });
  if (!parsed.success) return refused(parsed.error.issues.flatMap(toInstrumentIssues));
  const instrument = parsed.data;
  const issues = [checkStructure, checkConditions, checkScales, checkVersions].flatMap((check) =>
    check(instrument),
  );
  return issues.length > 0 ? refused(issues) : { ok: true, instrument };
}
