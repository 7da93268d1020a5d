import { useTranslation } from 'react-i18next';
import type { FoundCriterion } from '#db/schema/exit-plan.ts';
import { addDays } from '../../days.ts';
import { DataTable } from '../data-table.tsx';
import { useMetricWords } from '../monitoring/use-metric-words.ts';
import { Tag } from '../tag.tsx';
import { useLocal } from '../use-local.ts';
import { useCriterionWords } from './use-criterion-words.ts';

const tones = { met: 'good', 'not-met': 'alert', 'cannot-tell': 'unknown' } as const;

interface CriteriaTableProps {
  id: string;
  caption: string;
  criteria: readonly FoundCriterion[];
}

/** Each criterion of the silent mode with what was found, and whether that keeps the bound. */
export function CriteriaTable({ id, caption, criteria }: CriteriaTableProps) {
  const { t } = useTranslation('gates');
  const { number, date } = useLocal();
  const { name } = useMetricWords();
  const { boundText, foundText, whyText } = useCriterionWords();
  const rows = criteria.map((one) => ({
    key: [one.metric, one.part, one.cohort, one.bound].join(' '),
    cells: {
      metric: <bdi>{name(one)}</bdi>,
      bound: boundText(one),
      found: foundText(one),
      cases: (
        <>
          {one.n === null ? '–' : number(one.n)}
          <span className="hint"> {t('criterion.fewestOf', { cases: number(one.fewest) })}</span>
        </>
      ),
      days:
        one.from === ''
          ? '–'
          : t('criterion.days', { from: date(one.from), to: date(addDays(one.to, -1)) }),
      state: (
        <>
          <Tag tone={tones[one.state]} text={t(`state.${one.state}`)} />
          {one.state === 'cannot-tell' ? <p className="hint">{whyText(one)}</p> : null}
        </>
      ),
    },
  }));
  return (
    <DataTable
      id={id}
      caption={caption}
      stacks
      columns={[
        { key: 'metric', label: t('criterion.metric') },
        { key: 'bound', label: t('criterion.bound') },
        { key: 'found', label: t('criterion.found') },
        { key: 'cases', label: t('criterion.cases'), numeric: true },
        { key: 'days', label: t('criterion.counted') },
        { key: 'state', label: t('criterion.state') },
      ]}
      rows={rows}
    />
  );
}
