import { useTranslation } from 'react-i18next';
import type { SilentState } from '#db/schema/exit-plan.ts';
import { Notice } from '../notice.tsx';
import { useLocal } from '../use-local.ts';
import { CriteriaTable } from './criteria-table.tsx';

/** Whether silent records cover as many days as were asked for. */
export function SilentLength({ days, minimumDays }: Pick<SilentState, 'days' | 'minimumDays'>) {
  const { t } = useTranslation('gates');
  const isLong = days >= minimumDays;
  return (
    <Notice tone={isLong ? 'good' : 'information'}>
      {`${t('silent.covers', { count: days })} ${t(isLong ? 'silent.longEnough' : 'silent.tooShort', { count: minimumDays })}`}
    </Notice>
  );
}

/** What was found of the criteria of the silent mode on a day. */
export function SilentStateFacts({ id, state }: { id: string; state: SilentState }) {
  const { t } = useTranslation('gates');
  const { date, number } = useLocal();
  return (
    <div className="stack">
      <SilentLength {...state} />
      <CriteriaTable
        id={id}
        criteria={state.criteria}
        caption={t('silent.foundOn', {
          ...{ day: date(state.on), number: number(state.plan), written: date(state.writtenOn) },
        })}
      />
    </div>
  );
}
