import { useTranslation } from 'react-i18next';
import { useMetricWords } from '../monitoring/use-metric-words.ts';
import { useLocal } from '../use-local.ts';

type Numbers = {
  kind: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  detail: Record<string, unknown> | null;
};

/** Numbers of a record that stand beside others. */
type Listed = 'median' | 'q1' | 'q3' | 'p95' | 'n';
type Named = { metric: string; part: string };

/** What a record says, short enough for a cell. */
export function useRecordWords() {
  const { t } = useTranslation('intake');
  const { number } = useLocal();
  const { inDimension } = useMetricWords();
  const all = (values: unknown) =>
    Array.isArray(values)
      ? number(values.reduce<number>((sum, value) => sum + Number(value), 0))
      : '–';
  const numbersOf = (record: Numbers): string => {
    const { kind, numerator, denominator, value } = record;
    const detail = record.detail ?? {};
    /** Those numbers that the record has, each with its name. */
    const listed = (names: readonly Listed[]) =>
      names.flatMap((name) =>
        typeof detail[name] === 'number' ? [t(`numbers.${name}`, { x: number(detail[name]) })] : [],
      );
    const method =
      typeof detail['method'] === 'string'
        ? [t('numbers.method', { method: detail['method'] })]
        : [];
    const joined = (...said: (readonly string[])[]) => said.flat().join(' · ');
    switch (kind) {
      case 'proportion':
      case 'rate':
        return t('numbers.of', { x: number(numerator ?? 0), n: number(denominator ?? 0) });
      case 'observed-expected': {
        const sums = { x: number(numerator ?? 0), e: number(denominator ?? 0) };
        return joined([t('numbers.expected', sums)], listed(['n']));
      }
      case 'quantiles':
        return joined(listed(['median', 'q1', 'q3', 'p95', 'n']), method);
      case 'mean': {
        const mean = t('numbers.mean', { x: number(value ?? 0) });
        return joined([mean, t('numbers.n', { x: number(denominator ?? 0) })], method);
      }
      case 'confusion': {
        const [tp, fp, fn, tn] = ['tp', 'fp', 'fn', 'tn'].map((name) =>
          number(Number(detail[name])),
        );
        return `TP ${tp}, FP ${fp}, FN ${fn}, TN ${tn}`;
      }
      case 'score-histogram':
        return t('numbers.scores', { x: all(detail['positives']), n: all(detail['negatives']) });
      case 'input-histogram':
        return t('numbers.inputs', { n: all(detail['counts']) });
      default:
        return joined([number(value ?? 0)], listed(['n']), method);
    }
  };
  const groupOf = ({ dimension, level }: { dimension: string; level: string }) =>
    dimension === '' ? t('batch.overall') : inDimension(dimension, level);
  const nameOf = ({ metric, part }: Named) => (part === '' ? metric : `${metric} · ${part}`);
  return { numbersOf, groupOf, nameOf };
}
