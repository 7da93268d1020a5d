import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { useRegisterWords } from '../../components/models/use-register-words.ts';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { StampMark } from '../../services/monitoring/oversight/evaluate-stamp.ts';
import type { OversightPage } from '../../services/monitoring/oversight/get-oversight.server.ts';
import { stampRule } from '../../services/monitoring/oversight/stamp-rule.ts';

type Page = Pick<OversightPage, 'declared' | 'measured' | 'stamp' | 'bias'>;

const tones = { sign: 'concern', 'no-sign': 'good', 'cannot-tell': 'information' } as const;

/** What the register says people do, beside what they were seen to do. */
function Declared({ page }: { page: Page }) {
  const { t } = useTranslation(['oversight', 'register']);
  const { choice } = useRegisterWords();
  const { isWithheld, humanLevel, mayOverride, reviewRule } = page.declared;
  if (isWithheld) return <p>{t('oversight:stamp.withheld')}</p>;
  const said = (text: string) => (text === '' ? t('oversight:stamp.unsaid') : text);
  const chosen = (list: 'humanLevel' | 'yesNo', word: string) =>
    said(word === '' ? '' : choice(list, word));
  return (
    <>
      <h3>{t('oversight:stamp.declared')}</h3>
      <Definitions
        items={[
          { term: t('register:field.humanLevel'), value: chosen('humanLevel', humanLevel) },
          { term: t('register:field.reviewRule'), value: <bdi>{said(reviewRule)}</bdi> },
          { term: t('register:field.mayOverride'), value: chosen('yesNo', mayOverride) },
        ]}
      />
    </>
  );
}

function useMarkWords(page: Page) {
  const { t } = useTranslation('oversight');
  const { number } = useLocal();
  const { between, percent } = useStatistics();
  const { measured, stamp, bias } = page;
  const seconds = (value: number) => number(Math.round(10 * value) / 10);
  return {
    measured: ({ code }: StampMark) => {
      if (code === 'review-time') {
        const { review } = measured;
        if (!review) return '–';
        const [low, high] = review.interval.map(seconds);
        return t('stamp.seconds', {
          ...{ median: seconds(review.median), low, high },
          ...{ q1: seconds(review.q1), q3: seconds(review.q3) },
        });
      }
      const rate =
        code === 'override' ? measured.overrides : bias.find((row) => row.code === code)?.rate;
      return rate ? between(rate.value, rate.interval, percent) : '–';
    },
    limit: ({ code }: StampMark) => {
      if (code === 'override')
        return t('stamp.below', { limit: percent(stampRule.fewestOverrides) });
      if (code !== 'review-time') return t('stamp.above', { limit: percent(stampRule.mostPassed) });
      return stamp.leastSeconds === null
        ? t('stamp.noSeconds')
        : t('stamp.belowSeconds', { limit: seconds(stamp.leastSeconds) });
    },
    mark: ({ mark, lacks, needed }: StampMark) => {
      if (mark === false) return t('stamp.notThere');
      if (mark === true) return t('stamp.there');
      if (needed !== null) return t('stamp.needed', { n: number(needed) });
      return t(`stamp.lacks.${lacks ?? 'numbers'}`);
    },
  };
}

/** Declared beside measured oversight, and whether the measured may be a rubber stamp. */
export function StampCard({ page }: { page: Page }) {
  const { t } = useTranslation('oversight');
  const { percent } = useStatistics();
  const words = useMetricWords();
  const say = useMarkWords(page);
  const { stamp } = page;
  const limits = {
    passed: percent(stampRule.mostPassed),
    overrides: percent(stampRule.fewestOverrides),
  };
  return (
    <section className="card stack" aria-labelledby="stamp-heading">
      <h2 id="stamp-heading">{t('stamp.title')}</h2>
      <Notice tone={tones[stamp.verdict]}>
        <p>
          <strong>{t(`stamp.verdict.${stamp.verdict}`)}</strong> {t(`stamp.say.${stamp.verdict}`)}
        </p>
      </Notice>
      <Declared page={page} />
      <DataTable
        id="stamp"
        caption={t('stamp.caption')}
        stacks
        columns={[
          { key: 'measure', label: t('stamp.measure') },
          { key: 'measured', label: t('stamp.measured'), numeric: true },
          { key: 'limit', label: t('stamp.limit') },
          { key: 'mark', label: t('stamp.mark') },
        ]}
        rows={stamp.marks.map((mark) => ({
          key: mark.code,
          cells: {
            measure: words.nameOf(mark.code),
            measured: say.measured(mark),
            limit: say.limit(mark),
            mark: say.mark(mark),
          },
        }))}
      />
      {page.measured.review ? <p className="muted">{t('stamp.rough')}</p> : null}
      <details>
        <summary>{t('stamp.ruleTitle', { version: stampRule.version })}</summary>
        <p>{t('stamp.rule', limits)}</p>
        <p>{t('stamp.why')}</p>
        <ul className="compact-list">
          {stampRule.sources.map((source) => (
            <li key={source}>
              <bdi>{source}</bdi>
            </li>
          ))}
        </ul>
      </details>
      <p className="muted">{t('stamp.notMeaning')}</p>
    </section>
  );
}
