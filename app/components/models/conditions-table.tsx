import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ShownCondition } from '../../services/register/with-recorder.ts';
import { isOverdue } from '../../services/register/stage-conditions.ts';
import { LinkButton } from '../button.tsx';
import { DataTable } from '../data-table.tsx';
import { Tag } from '../tag.tsx';
import { useLocal } from '../use-local.ts';
import { useConditionOwner } from './use-condition-fields.ts';

interface ConditionsTableProps {
  conditions: readonly ShownCondition[];
  /** Today. */
  day: string;
  /** Where one says that a condition is met; null: the reader may not. */
  meet: string | null;
  /** Where one adds another; null: the reader may not, or nothing can be asked for any more. */
  add: string | null;
}

function State({ condition, day }: { condition: ShownCondition; day: string }) {
  const { t } = useTranslation('gates');
  const { date } = useLocal();
  const { metOn, evidence, by } = condition;
  if (metOn === null) {
    return isOverdue(condition, day) ? (
      <Tag tone="alert" text={t('condition.overdue')} />
    ) : (
      <Tag tone="concern" text={t('condition.open')} />
    );
  }
  return (
    <>
      <Tag tone="good" text={t('condition.metOn', { day: date(metOn) })} />
      <p className="as-written" dir="auto">
        {evidence}
      </p>
      <p className="hint">{t('condition.recordedBy', { by: by ?? '–' })}</p>
    </>
  );
}

/** What was asked for: who does what by when, and what has become of it. */
export function ConditionsTable({ conditions, day, meet, add }: ConditionsTableProps) {
  const { t } = useTranslation('gates');
  const { date, number } = useLocal();
  const ownerOf = useConditionOwner();
  const isEmpty = conditions.length === 0;
  if (isEmpty && add === null) return null;
  return (
    <section className="card stack" aria-labelledby={isEmpty ? 'conditions' : 'conditions-caption'}>
      {isEmpty ? (
        <>
          <h2 id="conditions">{t('condition.title')}</h2>
          <p>{t('condition.none')}</p>
        </>
      ) : (
        <DataTable
          id="conditions"
          caption={t('condition.title')}
          columns={[
            { key: 'text', label: t('condition.text') },
            { key: 'decision', label: t('condition.decision') },
            { key: 'owner', label: t('condition.owner') },
            { key: 'due', label: t('condition.due') },
            { key: 'state', label: t('condition.state') },
            ...(meet === null ? [] : [{ key: 'meet', label: t('condition.action') }]),
          ]}
          rows={conditions.map((condition) => ({
            key: condition.id,
            cells: {
              text: (
                <>
                  <span dir="auto">{condition.text}</span>
                  {condition.isBeforeNext ? (
                    <span className="hint"> {t('condition.beforeNextShort')}</span>
                  ) : null}
                </>
              ),
              decision: number(condition.number),
              owner: <bdi>{ownerOf(condition)}</bdi>,
              due: date(condition.dueOn),
              state: <State {...{ condition, day }} />,
              meet:
                meet === null || condition.metOn !== null ? null : (
                  <Link to={`${meet}/${condition.id}`}>
                    {t('condition.meet')}
                    <span className="visually-hidden">: {condition.text}</span>
                  </Link>
                ),
            },
          }))}
        />
      )}
      {add === null ? null : (
        <div>
          <LinkButton to={add}>{t('condition.addOne')}</LinkButton>
        </div>
      )}
    </section>
  );
}
