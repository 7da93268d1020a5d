import { useTranslation } from 'react-i18next';
import { useLocal } from '../use-local.ts';

type Numbers = {
  kind: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  detail: Record<string, unknown> | null;
};

/** What a record says, short enough for a cell. */
export function useRecordWords() {
  const { t } = useTranslation('intake');
  const { number } = useLocal();
  const all = (values: unknown) =>
    Array.isArray(values)
      ? number(values.reduce<number>((sum, value) => sum + Number(value), 0))
      : '–';
  const numbersOf = (record: Numbers): string => {
    const { kind, numerator, denominator, value } = record;
    const detail = record.detail ?? {};
    switch (kind) {
      case 'proportion':
      case 'rate':
        return t('numbers.of', { x: number(numerator ?? 0), n: number(denominator ?? 0) });
      case 'observed-expected':
        return t('numbers.expected', { x: number(numerator ?? 0), e: number(denominator ?? 0) });
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
        return number(value ?? 0);
    }
  };
  const groupOf = ({ dimension, level }: { dimension: string; level: string }) =>
    dimension === '' ? t('batch.overall') : `${dimension}: ${level}`;
  return { numbersOf, groupOf };
}
