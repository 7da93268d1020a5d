import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chooseChart } from '#analysis/monitoring/charts/choose-chart.ts';
import { packSchema, packKinds } from '#app/services/monitoring/metric-schema.ts';
import { findMetric, metricPacks, packsFor } from '#app/services/monitoring/metrics.ts';
import { systemCategories } from '#app/services/register/register-words.ts';
import { languages } from '#surveys/model/languages.ts';
import english from '#app/i18n/en/metrics.json' with { type: 'json' };

const all = metricPacks.flatMap(({ metrics }) => metrics);

it('every pack is what a pack must be, and no code stands for two metrics', () => {
  for (const pack of metricPacks) expect(() => packSchema.parse(pack)).not.toThrow();
  expect(metricPacks.map(({ kind }) => kind).sort()).toEqual([...packKinds].sort());
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(findMetric('no-such-metric')).toBeUndefined();
});

it('every metric, group, denominator and way of measuring has words', () => {
  const { name, of, how, group, pack } = english as Record<string, Record<string, string>>;
  for (const metric of all) {
    expect(name?.[metric.code], metric.code).toBeTruthy();
    expect(of?.[metric.of], metric.of).toBeTruthy();
    expect(how?.[metric.how], metric.how).toBeTruthy();
    for (const code of metric.groups) expect(group?.[code], code).toBeTruthy();
  }
  expect(Object.keys(name ?? {}).sort()).toEqual(all.map(({ code }) => code).sort());
  expect(Object.keys(pack ?? {}).sort()).toEqual([...packKinds].sort());
});

it('the usual chart is the one that the data ask for', () => {
  const kinds = { proportion: 'proportion', rate: 'rate', continuous: 'measurement' } as const;
  for (const { code, data, chart, reason } of all) {
    if (data === 'histogram' || data === 'count') continue;
    const kind = data === 'time-between' ? data : kinds[data];
    const choice = chooseChart({ kind, events: [20, 20, 20, 20] });
    expect({ code, chart, reason }).toEqual({ code, ...choice });
  }
});

it('holds what is asked of each kind of system, and offers a system its own pack first', () => {
  const asked = [
    ...['disposition-change', 'under-triage', 'return-after-advice', 'minutes-saved'],
    ...['after-hours', 'correction-time', 'omissions', 'fabrications', 'audit-kappa'],
    ...['consent-offered', 'consent-declined', 'patient-experience', 'negation-errors'],
    ...['temporality-errors', 'source-shown', 'input-absent', 'inputs-conflict', 'abstention'],
    ...['override', 'disagreement', 'accept-when-wrong', 'adoption', 'active-staff'],
    ...['alert-to-action', 'uptime', 'longest-outage', 'fallback-use', 'incidents', 'near-misses'],
    ...['interval-coverage', 'latency', 'edit-distance'],
  ];
  for (const code of asked) expect(findMetric(code), code).toBeDefined();
  expect(findMetric('under-triage')?.groups).toEqual(
    expect.arrayContaining(['interpreter', 'device', 'bandwidth']),
  );
  for (const category of systemCategories) expect(packsFor(category)).toHaveLength(7);
  expect(
    packsFor('scribe')
      .slice(0, 2)
      .map(({ kind }) => kind),
  ).toEqual(['scribe', 'common']);
  expect(packsFor('operations')[0]?.kind).toBe('common');
});

it.each(languages)(
  'every metric says in %s what is counted, of what, in which unit',
  (language) => {
    const catalogue = JSON.parse(
      readFileSync(`app/i18n/${language}/metrics.json`, 'utf8'),
    ) as Record<string, Record<string, string>>;
    for (const { code, of, unit, how } of all) {
      for (const [words, key] of [
        [catalogue['name'], code],
        [catalogue['counts'], code],
        [catalogue['of'], of],
        [catalogue['unit'], unit],
        [catalogue['how'], how],
      ] as const) {
        expect(words?.[key], `${language}: ${key}`).toBeTruthy();
      }
      // A definition says more than the name.
      expect(catalogue['counts']?.[code]).not.toBe(catalogue['name']?.[code]);
    }
    expect(Object.keys(catalogue['counts'] ?? {}).sort()).toEqual(
      all.map(({ code }) => code).sort(),
    );
  },
);

it('every metric has a source that can be looked up, or says that nobody has', () => {
  for (const { code, source, isUnconfirmed } of all) {
    expect(source, code).toMatch(/\((?:19|20)\d\d\)/u);
    const isFound = /https:\/\/doi\.org\/10\.\d{4,}\/\S+$/u.test(source);
    // Of a report and of a journal without an address the place is named.
    const isNamed = /\(\d{4}\)\. [A-Z].{15,}/u.test(source);
    expect(isFound || isNamed || isUnconfirmed === true, `${code}: ${source}`).toBe(true);
  }
});
