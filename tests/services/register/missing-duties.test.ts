import { describe, expect, it } from 'vitest';
import {
  missingDuties,
  unlookedOf,
  type DutyFacts,
} from '#app/services/register/missing-duties.ts';

const serving = (role: DutyFacts['people'][number]['role']) => ({
  ...{ role, fromOn: '2026-01-01', untilOn: null },
});

/** Nothing is missing of it. */
const whole: DutyFacts = {
  today: '2026-06-01',
  stages: ['live'],
  people: [serving('system-owner'), serving('safety-officer'), serving('clinical-lead')],
  ...{ withheld: [], unratified: [], overdueAudits: [], transfers: [] },
  ...{ contradictions: [], ofPlaces: [] },
  sections: {
    fallback: { fallbackMode: 'manual', lastDrill: '2025-06-01' },
    supplier: { fundedUntil: '2026-08-30', contractUntil: '2026-08-30' },
    regulatory: { certificateExpires: '2026-08-30' },
    safety: { dpia: 'done' },
    explainability: { explanation: ['saliency'], userTested: 'yes' },
  },
};

const codes = (facts: DutyFacts) => missingDuties(facts).map(({ code }) => code);
const without = (section: keyof DutyFacts['sections'], values = {}) => ({
  ...whole,
  sections: { ...whole.sections, [section]: values },
});

describe('what a system should have', () => {
  it('is all there, on the last day that still counts', () => {
    expect(codes(whole)).toEqual([]);
  });

  it.each([
    ['no-fallback', without('fallback', { lastDrill: '2026-01-01' })],
    ['no-drill', without('fallback', { fallbackMode: 'manual' })],
    ['old-drill', without('fallback', { fallbackMode: 'manual', lastDrill: '2025-05-31' })],
    ['unfunded', without('supplier')],
    ['funding-ended', without('supplier', { fundedUntil: '2026-05-31' })],
    ['funding-ends', without('supplier', { fundedUntil: '2026-08-29' })],
    [
      'contract-ended',
      without('supplier', { fundedUntil: '2027-01-01', contractUntil: '2026-05-31' }),
    ],
    [
      'contract-ends',
      without('supplier', { fundedUntil: '2027-01-01', contractUntil: '2026-06-01' }),
    ],
    ['certificate-expires', without('regulatory', { certificateExpires: '2026-08-29' })],
    ['wrong-udi', without('regulatory', { udi: '51022222233335' })],
    ['wrong-udi', without('regulatory', { udi: '00000000000000' })],
    ['certificate-expired', without('regulatory', { certificateExpires: '2026-05-31' })],
    ['no-impact-assessment', without('safety', { dpia: 'planned' })],
    ['untested-explanation', without('explainability', { explanation: ['shap'] })],
    ['unratified', { ...whole, unratified: [{ on: '2026-06-10' }] }],
    [
      'no-safety-officer',
      { ...whole, people: whole.people.slice(0, 1).concat(whole.people[2] ?? []) },
    ],
    ['no-clinical-lead', { ...whole, people: whole.people.slice(0, 2) }],
    ['no-owner', { ...whole, people: whole.people.slice(1) }],
  ] as const)('is found missing: %s', (code, facts) => {
    expect(codes(facts)).toEqual([code]);
  });

  it('is asked of what is in use; of an idea an owner alone, of what is retired nothing', () => {
    const bare = { ...whole, people: [], sections: {} };
    expect(codes({ ...bare, stages: ['idea'] })).toEqual(['no-owner']);
    expect(codes({ ...bare, stages: ['retired'] })).toEqual([]);
    expect(codes({ ...bare, stages: ['procurement', 'silent'] }).length).toBeGreaterThan(5);
    expect(codes({ ...bare, stages: ['retired', 'suspended'] }).length).toBeGreaterThan(5);
  });

  it('tells nothing of a section that the reader may not read, and how many these are', () => {
    const bare = { ...whole, sections: {} };
    const all = codes(bare);
    const sections = {
      fallback: ['no-fallback', 'no-drill'],
      supplier: ['unfunded'],
      safety: ['no-impact-assessment'],
    } as const;
    for (const [section, own] of Object.entries(sections)) {
      const withheld = [section as keyof typeof sections];
      const left = all.filter((code) => !(own as readonly string[]).includes(code));
      expect(left.length).toBeLessThan(all.length);
      expect(codes({ ...bare, withheld })).toEqual(left);
    }
    const ended = without('regulatory', { certificateExpires: '2026-05-31' });
    expect(codes({ ...ended, withheld: ['regulatory'] })).toEqual([]);
    const shap = without('explainability', { explanation: ['shap'] });
    expect(codes({ ...shap, withheld: ['explainability'] })).toEqual([]);
    const moved: DutyFacts = {
      ...whole,
      transfers: [{ code: 'transfer-unseen', on: '2026-05-01' }],
    };
    expect(codes(moved)).toEqual(['transfer-unseen']);
    expect(codes({ ...moved, withheld: ['sovereignty'] })).toEqual([]);
  });

  it('counts of these only sections that something would be asked of at its stages', () => {
    const unlooked = (...stages: DutyFacts['stages']) =>
      unlookedOf(['sovereignty', 'fallback', 'publication'], stages);
    expect(unlooked('live')).toBe(2);
    expect(unlooked('retired', 'suspended')).toBe(2);
    expect(unlooked('idea', 'procurement')).toBe(1);
    expect(unlooked('retired')).toBe(0);
  });

  it('is told of each place, with where one sees it', () => {
    const awaited = (unit: string, more = {}) => ({
      ...{
        on: '2026-05-01',
        place: { site: 'North', unit },
        path: `/deployments/${unit}`,
        ...more,
      },
    });
    const both = [awaited('Emergency'), awaited('Ward')];
    const kinds = {
      ...{ unratified: 'unratified', reviews: 'review-overdue', overdue: 'condition-overdue' },
      overdueAudits: 'fairness-audit-overdue',
    };
    for (const [fact, code] of Object.entries(kinds)) {
      expect(missingDuties({ ...whole, [fact]: both })).toEqual([
        { code, ...awaited('Emergency') },
        { code, ...awaited('Ward') },
      ]);
    }
  });

  it('does not count a person before the first day or after the last', () => {
    const [owner, officer, lead] = whole.people;
    const people = (dates: object) => [
      ...(owner ? [owner] : []),
      ...(lead ? [lead] : []),
      { ...serving('safety-officer'), ...officer, ...dates },
    ];
    expect(codes({ ...whole, people: people({ untilOn: '2026-06-01' }) })).toEqual([]);
    const ended = people({ untilOn: '2026-05-31' });
    expect(codes({ ...whole, people: ended })).toEqual(['no-safety-officer']);
    const later = people({ fromOn: '2026-06-02' });
    expect(codes({ ...whole, people: later })).toEqual(['no-safety-officer']);
  });
});
