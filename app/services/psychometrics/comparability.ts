import { isSufficientByCosmin } from '#surveys/evidence/verdicts.ts';
import type {
  InvarianceLevel,
  InvarianceReading,
  InvarianceReadingStep,
} from './invariance-reading.ts';
import type { ItemKind } from './invariance-steps.ts';

/** Means rest on these; equal residuals are not needed. */
export type DecidingLevel = Exclude<InvarianceLevel, 'strict'>;

export type NotTestable = 'too-few-per-group' | 'too-few-items' | 'not-run' | 'not-estimable';

/** Whether the means of groups may be compared on a scale, as stored invariance runs decide it. */
export type Comparability =
  | {
      state: 'supported';
      /** The groups that were tested; nothing is known of others. */
      levels: readonly string[];
      items: ItemKind;
      /** Items that work differently, while enough others do not (partial invariance). */
      differing: readonly string[];
    }
  | {
      state: 'refuted';
      levels: readonly string[];
      items: ItemKind;
      /** The first step that fails; configural: the model itself does not fit; part: a subscale is refuted. */
      step: DecidingLevel | 'part';
      /** Fall of CFI at that step, above 0. */
      fall: number | null;
      /** Names of the cut-offs by which it fails. */
      cutoffs: readonly string[];
    }
  | { state: 'not-testable'; reason: NotTestable };

/** What is known: a reading of the models, one with some items' intercepts free, or why there is none. */
export type ComparabilityEvidence =
  | { missing: NotTestable }
  | {
      missing?: undefined;
      reading: InvarianceReading;
      partial: { reading: InvarianceReading; differing: readonly string[] } | null;
    };

export type StepVerdict = 'holds' | 'in-doubt' | 'fails' | 'unknown';

/** The last step that means rest on. */
const last = 'scalar' satisfies DecidingLevel;

/** A step fails as soon as one named cut-off says so. */
export function stepVerdict({ verdicts }: Pick<InvarianceReadingStep, 'verdicts'>): StepVerdict {
  const said = verdicts.map(({ verdict }) => verdict);
  if (said.length === 0) return 'unknown';
  return said.includes('fails') ? 'fails' : said.includes('in-doubt') ? 'in-doubt' : 'holds';
}

/** A model without degrees of freedom fits any answers. */
export function hasStructure({ fit, test }: InvarianceReadingStep): boolean {
  const { cfi = null, tli = null, rmsea, srmr } = fit;
  const indices = { cfi, tli, rmsea: rmsea?.estimate ?? null, srmr };
  return test.degreesOfFreedom === 0 || isSufficientByCosmin(indices);
}

type Failure = { step: DecidingLevel; fall: number | null; cutoffs: string[] };

/** The first step that fails, or why that cannot be said; null where all hold. */
function failureOf({ steps, stopped }: InvarianceReading): Failure | 'unknown' | null {
  const [configural, ...nested] = steps;
  if (!configural) return 'unknown';
  if (!hasStructure(configural)) return { step: 'configural', fall: null, cutoffs: ['cosmin'] };
  for (const step of nested) {
    if (step.level === 'strict') break;
    const verdict = stepVerdict(step);
    if (verdict === 'unknown') return 'unknown';
    if (verdict === 'fails') {
      const failing = step.verdicts.filter(({ verdict: said }) => said === 'fails');
      return {
        step: step.level,
        fall: -(step.change?.cfi ?? NaN),
        cutoffs: failing.map(({ cutoff }) => cutoff),
      };
    }
    if (step.level === last) return null;
  }
  return stopped ? 'unknown' : null;
}

/** Supported, refuted, or not testable. */
export function decideComparability(evidence: ComparabilityEvidence): Comparability {
  if (evidence.missing) return { state: 'not-testable', reason: evidence.missing };
  const { reading, partial } = evidence;
  const levels = reading.groups.map(({ level }) => level);
  const failure = failureOf(reading);
  if (failure === 'unknown') return { state: 'not-testable', reason: 'not-estimable' };
  const { items } = reading;
  if (failure === null) return { state: 'supported', levels, items, differing: [] };
  if (failure.step === last && partial && failureOf(partial.reading) === null) {
    const { differing } = partial;
    return { state: 'supported', levels, items: partial.reading.items, differing };
  }
  return { state: 'refuted', levels, items, ...failure };
}

/** Whether freeing some intercepts may still support the comparison. */
export function asksForPartial(reading: InvarianceReading): boolean {
  const failure = failureOf(reading);
  return failure !== null && failure !== 'unknown' && failure.step === last;
}

/** A scale is not comparable where a subscale of it is refuted, whatever its own model says. */
export function withParts(
  scales: readonly { id: string; subscaleOf?: string }[],
  decided: ReadonlyMap<string, Comparability>,
): Map<string, Comparability> {
  return new Map(
    [...decided].map(([id, found]): [string, Comparability] => {
      if (found.state !== 'supported') return [id, found];
      const parts = scales.filter(({ subscaleOf }) => subscaleOf === id);
      const isRefuted = parts.some((part) => decided.get(part.id)?.state === 'refuted');
      if (!isRefuted) return [id, found];
      const { levels, items } = found;
      return [id, { state: 'refuted', levels, items, step: 'part', fall: null, cutoffs: [] }];
    }),
  );
}
