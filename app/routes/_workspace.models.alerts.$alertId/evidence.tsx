import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';

/** Words that pages use for the same numbers; the other names stay technical. */
const labels = {
  ...{ value: 'chart.value', centre: 'chart.centre', lower: 'chart.lower', upper: 'chart.upper' },
  ...{ chart: 'field.chart', rule: 'field.rule', cadence: 'field.cadence', n: 'group.cases' },
  ...{ difference: 'group.difference', reference: 'group.reference', margin: 'evidence.margin' },
  ...{ psi: 'drift.psi', jensenShannon: 'drift.distance', limit: 'drift.limit' },
  ...{ interval: 'evidence.interval', side: 'evidence.side' },
} as const;
/** Of names whose values are words of a list. */
const lists: Partial<Record<string, string>> = {
  ...{ chart: 'chartKind', rule: 'rule', cadence: 'cadence', side: 'evidence.sides' },
};

function useEvidenceWords() {
  const { t } = useTranslation(['monitoring', 'models']);
  const { locale } = useLocal();
  const number = (value: number) =>
    new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 })
      .format(value)
      .replace('-', '\u2212');
  const valueOf = (name: string, value: unknown): string => {
    if (typeof value === 'number') return number(value);
    if (Array.isArray(value) && name === 'interval') {
      const [low = '', high = ''] = value.map((one) => valueOf('', one));
      return t('models:version.interval', { low, high });
    }
    if (typeof value !== 'string') return JSON.stringify(value);
    const list = lists[name];
    // A word of another release stays as it was kept.
    return list === undefined
      ? value
      : t(`${list}.${value}` as 'rule.limit', { defaultValue: value });
  };
  const labelOf = (name: string): string | null =>
    Object.hasOwn(labels, name) ? t(labels[name as keyof typeof labels] as 'chart.value') : null;
  return { valueOf, labelOf };
}

/** The numbers as they were kept, with their technical names: they do not change with later ones. */
export function Evidence({ evidence }: { evidence: Record<string, unknown> }) {
  const { t } = useTranslation('monitoring');
  const { valueOf, labelOf } = useEvidenceWords();
  const said = Object.entries(evidence).filter(([, value]) => value !== null && value !== '');
  if (said.length === 0) return null;
  return (
    <details className="card">
      <summary>{t('alert.evidence')}</summary>
      <dl className="definitions">
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>
              {labelOf(name)} <code dir="ltr">{name}</code>
            </dt>
            <dd>
              <bdi>{valueOf(name, value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
