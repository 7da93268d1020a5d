import type { Evidence } from './evidence.ts';
import { speaksFor } from './verdicts.ts';

/**
 * Whether a translation went through good practice, taking together what is kept apart: the translators
 * record their steps, and a panel that read the wording adds the debriefing later.
 */
export function isTranslationSupported(evidence: readonly Evidence[]): boolean {
  const gathered = evidence.flatMap(({ finding, n }) =>
    finding.kind === 'translation' ? [{ finding, n }] : [],
  );
  const steps = new Set(gathered.flatMap(({ finding }) => finding.steps));
  const debriefed = Math.max(0, ...gathered.map(({ finding }) => finding.debriefed));
  const n = Math.max(1, ...gathered.map((one) => one.n));
  return speaksFor({ finding: { kind: 'translation', steps: [...steps], debriefed }, n });
}
