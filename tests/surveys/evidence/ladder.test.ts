import { describe, expect, it } from 'vitest';
import { evidenceSchema, type Evidence, type Finding } from '#surveys/evidence/evidence.ts';
import { standingOf } from '#surveys/evidence/ladder.ts';
import {
  isCloseFit,
  isSufficientByCosmin,
  speaksFor,
  structureSample,
} from '#surveys/evidence/verdicts.ts';

const run = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;

const findings = {
  translation: {
    kind: 'translation',
    steps: ['two-forward-translations', 'reconciliation', 'cognitive-debriefing'],
    debriefed: 6,
  },
  contentValidity: {
    kind: 'content-validity',
    experts: 8,
    targetPersons: 10,
    lowestItemIndex: 0.88,
    scaleIndex: 0.93,
  },
  structure: {
    kind: 'structure',
    model: 'f =~ a + b + c',
    estimator: 'WLSMV',
    items: 9,
    cfi: 0.97,
    tli: 0.96,
    rmsea: 0.05,
    srmr: 0.04,
    isProper: true,
  },
  alpha: {
    ...{ kind: 'internal-consistency', scale: 'Total', coefficient: 'alpha' },
    ...{ value: 0.84, interval: null },
  },
  retest: { kind: 'retest', coefficient: 'icc', value: 0.8, weeks: 2 },
  hypotheses: { kind: 'hypotheses', stated: 4, confirmed: 3 },
  invariance: {
    kind: 'invariance',
    comparedWith: 'en',
    reached: 'partial-scalar',
    smallestGroup: 180,
  },
} satisfies Record<string, Finding>;

function evidence(finding: Finding, { sample = 1, n = 400, isSynthetic = false } = {}): Evidence {
  return evidenceSchema.parse({
    finding,
    origin: { source: 'computed', runId: run(sample), isSynthetic },
    population: 'Nurses of hospitals',
    n,
    on: '2026-09-30',
  });
}

const stand = (given: readonly Evidence[], isSource = false, isExpired = false) =>
  standingOf(
    given.map((one) => ({ ...one, isExpired })),
    { isSource },
  );

describe('the ladder of evidence', () => {
  const { translation, structure, alpha, retest, hypotheses, invariance } = findings;
  const steps = [
    { add: [], rung: 'draft', lacks: ['translation'] },
    {
      add: [evidence(translation)],
      rung: 'linguistically-validated',
      lacks: ['structure', 'internal-consistency'],
    },
    {
      add: [evidence(structure), evidence(alpha)],
      rung: 'structure-supported',
      lacks: ['retest', 'hypotheses', 'independent-sample'],
    },
    {
      add: [evidence(retest, { n: 60 }), evidence(hypotheses), evidence(alpha, { sample: 2 })],
      rung: 'validated-within-language',
      lacks: ['invariance'],
    },
    { add: [evidence(invariance)], rung: 'comparable-with-source', lacks: [] },
  ];

  it('is climbed rung by rung, and says what the next one asks for', () => {
    const gathered: Evidence[] = [];
    for (const { add, rung, lacks } of steps) {
      gathered.push(...add);
      expect(stand(gathered)).toEqual({ rung, lacks });
    }
  });

  it('takes steps of a translation together that are kept apart', () => {
    const translated = evidence({
      ...translation,
      steps: ['two-forward-translations', 'reconciliation'],
      debriefed: 0,
    });
    const debriefed = evidence({ ...translation, steps: ['cognitive-debriefing'] }, { n: 6 });
    expect(stand([translated]).rung).toBe('draft');
    expect(stand([debriefed]).rung).toBe('draft');
    expect(stand([translated, debriefed]).rung).toBe('linguistically-validated');
    const invented = evidence(debriefed.finding, { n: 6, isSynthetic: true });
    expect(stand([translated, invented]).rung).toBe('draft');
  });

  it('is not climbed by alpha alone, nor by all but the first step', () => {
    expect(stand([evidence(alpha)]).rung).toBe('draft');
    expect(stand([evidence(translation), evidence(alpha)]).rung).toBe('linguistically-validated');
    const all = steps.flatMap(({ add }) => add).slice(1);
    expect(stand(all)).toEqual({ rung: 'draft', lacks: ['translation'] });
  });

  it('asks content validity of the source language, and no invariance with itself', () => {
    expect(stand([evidence(translation)], true).lacks).toEqual(['content-validity']);
    const own = [
      evidence(findings.contentValidity),
      ...steps.slice(2, 4).flatMap(({ add }) => add),
    ];
    expect(stand(own, true).rung).toBe('comparable-with-source');
  });

  it('is not climbed by invented answers', () => {
    const invented = [evidence(translation, { isSynthetic: true })];
    expect(stand(invented)).toEqual({ rung: 'draft', lacks: ['translation'] });
  });

  it('falls back when the items have been changed', () => {
    const all = steps.flatMap(({ add }) => add);
    expect(stand(all, false, true)).toEqual({ rung: 'draft', lacks: ['translation'] });
  });
});

describe('verdicts', () => {
  const { structure } = findings;
  it('of COSMIN need one index, of Hu and Bentler all', () => {
    expect([isSufficientByCosmin(structure), isCloseFit(structure)]).toEqual([true, true]);
    const mixed = { ...structure, cfi: 0.93, tli: 0.9, rmsea: 0.09, srmr: 0.07 };
    expect([isSufficientByCosmin(mixed), isCloseFit(mixed)]).toEqual([true, false]);
    const bad = { ...mixed, srmr: 0.09 };
    expect(isSufficientByCosmin(bad)).toBe(false);
    const unknown = { ...structure, cfi: null, tli: null, rmsea: null, srmr: null };
    expect([isSufficientByCosmin(unknown), isCloseFit(unknown)]).toEqual([false, false]);
  });

  it('of a sample count answers an item', () => {
    expect(structureSample(63, 9)).toBe('doubtful');
    expect(structureSample(44, 9)).toBe('inadequate');
    expect(structureSample(150, 25)).toBe('adequate');
    expect(structureSample(175, 25)).toBe('very-good');
  });

  it('do not speak for improper or small solutions, thin debriefing, few experts', () => {
    const says = (finding: Finding, n = 400) => speaksFor({ finding, n });
    expect(says(structure)).toBe(true);
    expect(says({ ...structure, isProper: false })).toBe(false);
    expect(says(structure, 99)).toBe(false);
    expect(says({ ...findings.translation, debriefed: 4 })).toBe(false);
    expect(says({ ...findings.contentValidity, experts: 4 })).toBe(false);
    expect(says(findings.retest, 49)).toBe(false);
    expect(says({ ...findings.hypotheses, confirmed: 2 })).toBe(false);
    expect(says({ ...findings.invariance, reached: 'metric' })).toBe(false);
    expect(says({ ...findings.invariance, smallestGroup: 99 })).toBe(false);
  });
});
