import type { Assurance } from '#analysis/monitoring/rules/read-assurance.ts';
import type { Variation } from '#analysis/monitoring/rules/read-variation.ts';
import { findingOf, standingOf, type Finding, type Standing } from './metric-finding.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { fewestShown, type WhatSeries } from './series.ts';
import { timeUnit, valueText } from './value-words.ts';
import type { WatchedMetric } from './evaluate-watched.ts';

export type Reading = {
  name: string;
  /** What a board reads. */
  sentence: string;
  variation: Variation | null;
  assurance: Assurance | null;
  /** The newest complete period, in words; empty without one. */
  value: string;
  period: string;
  standing: Standing;
};

/** Few cases have no number. */
function numberText(
  reader: MonitoringReader,
  metric: string,
  { data, value, isFew }: Finding,
): string {
  if (isFew) return reader.t('note.few', { count: fewestShown });
  const text = value === null ? '' : valueText(reader, data, value);
  const unit = timeUnit(reader, metric);
  return text === '' || unit === null ? text : reader.t('withPart', { name: text, part: unit });
}

const words = {
  ...{ nothing: 'read.nothing', 'too-few': 'read.tooFew', immature: 'read.immature' },
  ...{ usual: 'read.usual', improvement: 'read.improvement', concern: 'read.concern' },
  ...{ neutral: 'read.neutral', 'no-reference': 'read.noReference', drift: 'read.drift' },
  ...{ 'drift-unknown': 'read.driftUnknown', 'no-drift': 'read.noDrift' },
  ...{ unsuited: 'read.unsuited', 'no-variation': 'read.noVariation' },
  ...{ 'risk-unusable': 'read.riskUnusable', 'other-bins': 'read.otherBins' },
} as const;

const withoutValue = {
  ...{ usual: 'read.usualPlain', improvement: 'read.improvementPlain' },
  ...{ concern: 'read.concernPlain', neutral: 'read.neutralPlain' },
} as const;

function keyOf({ says, data }: Finding, hasValue: boolean): 'read.usual' {
  // A sum of outcomes less risks says nothing of single risks: high and low ones may cancel out.
  if (says === 'usual' && data === 'histogram') return 'read.usualOutcomes' as 'read.usual';
  const plain: Partial<Record<Finding['says'], string>> = hasValue ? {} : withoutValue;
  return (plain[says] ?? words[says]) as 'read.usual';
}

/** When it was, as an adverbial and by its end; that it is a part of a period is said with its days. */
function daysOf(reader: MonitoringReader, { from, to, isPart }: Finding) {
  if (from === '') return { when: '', end: '' };
  const [when, end] = [reader.when(from, to), reader.end(from, to)];
  if (!isPart) return { when, end };
  const period = reader.period(from, to);
  return { when: reader.t('when.part', { when }), end: reader.t('when.endPart', { end, period }) };
}

/** A finding as one sentence in the reader's language. */
export function sayFinding(reader: MonitoringReader, what: WhatSeries, finding: Finding): Reading {
  const { says, variation, assurance, from, to } = finding;
  const isDrift = says === 'drift' || says === 'no-drift';
  const name = metricName(reader, what);
  const period = from === '' ? '' : reader.period(from, to);
  const text = isDrift ? '' : numberText(reader, what.metric, finding);
  return {
    ...{ name, variation, assurance, period },
    sentence: reader.t(keyOf(finding, text !== ''), {
      ...{ metric: name, value: text, ...daysOf(reader, finding) },
    }),
    value: isDrift && finding.value !== null ? reader.number(finding.value, 3) : text,
    standing: standingOf(says),
  };
}

export function readingOf(reader: MonitoringReader, watched: WatchedMetric): Reading {
  return sayFinding(reader, watched.planned, findingOf(watched));
}

/** Of a metric that was planned after the last computation. */
export const sayWaiting = (reader: MonitoringReader, what: WhatSeries): Reading => {
  const name = metricName(reader, what);
  return {
    ...{ name, sentence: reader.t('read.waiting', { metric: name }), value: '', period: '' },
    ...{ variation: null, assurance: null, standing: 'unjudged' },
  };
};
