import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { levelWords } from '../../services/monitoring/group-levels.ts';
import type {
  MarginOrigin,
  MarginOrigins,
} from '../../services/panel-jobs/read-margin-origins.server.ts';
import { findMetric } from '../../services/monitoring/metrics.ts';
import { useLocal } from '../use-local.ts';
import { useStatistics } from './use-statistics.ts';

type Subgroup = {
  id: string;
  dimension: string;
  reference: string;
  margin: number;
  marginReason: string;
  marginReportId: string | null;
};

type GroupsProps = { subgroups: readonly Subgroup[]; origins: MarginOrigins; isOfSpan?: boolean };

/** Metrics, groups and margins in the reader's words. */
export function useMetricWords() {
  const { t } = useTranslation(['metrics', 'monitoring']);
  const { points } = useStatistics();
  const { listOf, text: local, number } = useLocal();
  const nameOf = (code: string) =>
    findMetric(code) ? t(`metrics:name.${code}` as 'metrics:name.override') : code;
  const partOf = (metric: string, part: string) =>
    findMetric(metric)?.parts?.codes.includes(part) === true
      ? t(`metrics:part.${part}` as 'metrics:part.other')
      : part;
  const group = (dimension: string) =>
    t(`metrics:group.${dimension}` as 'metrics:group.age', { defaultValue: dimension });
  const level = (code: string) => levelWords((key) => t(`metrics:${key}`), code);
  const inDimension = (dimension: string, code: string) => `${group(dimension)}: ${level(code)}`;
  /** Which panel was asked about what: a margin is not of this system because a plan cites it. */
  const originOf = (origin: MarginOrigin | undefined) => {
    if (!origin) return '';
    const { panel, round, subject, median, isSuperseded } = origin;
    const said = t('monitoring:group.marginOrigin', {
      ...{ panel: local(panel), round: number(round), subject, median: number(median) },
    });
    return isSuperseded ? `${said} ${t('monitoring:group.marginSuperseded')}` : said;
  };
  const groupText = (subgroup: Subgroup, { origins, isOfSpan = false }: GroupsProps) => {
    const { id, dimension, reference, margin, marginReason, marginReportId } = subgroup;
    const against = reference === '' ? t('monitoring:group.everybodyElse') : level(reference);
    const text = t(isOfSpan ? 'monitoring:group.textOfSpan' : 'monitoring:group.text', {
      ...{ reference: against, margin: points(margin) },
    });
    const said = `${group(dimension)}: ${text} `;
    const origin = originOf(origins[marginReportId ?? '']);
    const reason = createElement('bdi', null, marginReason);
    return createElement('li', { key: id }, said, reason, origin === '' ? '' : ` ${origin}`);
  };
  const sourceOf = (code: string) => {
    const known = findMetric(code);
    if (!known?.isUnconfirmed) return known?.source;
    return `${known.source} (${t('monitoring:field.unconfirmed')})`;
  };
  return {
    nameOf,
    name: ({ metric, part, cohort }: { metric: string; part: string; cohort: string }) => {
      const more = [partOf(metric, part), cohort].filter((one) => one !== '').join(', ');
      const name = nameOf(metric);
      return more === '' ? name : t('monitoring:withPart', { name, part: more });
    },
    group,
    level,
    /** A group with what it differs in. */
    inDimension,
    /** What is counted, of what, in which unit; undefined for a code that no pack has. */
    definition: (code: string) => {
      const known = findMetric(code);
      if (!known) return undefined;
      return t('monitoring:field.definition', {
        counts: t(`metrics:counts.${known.code}` as 'metrics:counts.override'),
        ...{ of: t(`metrics:of.${known.of}`), unit: t(`metrics:unit.${known.unit}`) },
      });
    },
    source: sourceOf,
    /** What the pack says of a metric, as one hint. */
    hint: (code: string) => {
      const known = findMetric(code);
      if (!known) return undefined;
      return t('monitoring:field.suggested', {
        groups: known.groups.length === 0 ? '–' : listOf(known.groups.map(group)),
        ...{ how: t(`metrics:how.${known.how}`), of: t(`metrics:of.${known.of}`) },
        chart: t(`monitoring:chartKind.${known.chart}`),
        ...{ reason: t(`monitoring:why.${known.reason}`), source: sourceOf(code) },
        counts: t(`metrics:counts.${known.code}` as 'metrics:counts.override'),
        unit: t(`metrics:unit.${known.unit}`),
      });
    },
    /** `isOfSpan`: not all complete periods are compared. */
    Groups: (props: GroupsProps) =>
      props.subgroups.length === 0
        ? '–'
        : createElement(
            'ul',
            { className: 'compact-list' },
            props.subgroups.map((subgroup) => groupText(subgroup, props)),
          ),
  };
}
