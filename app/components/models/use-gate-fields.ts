import { useTranslation } from 'react-i18next';
import { decisionOutcomes } from '../../services/register/stage-conditions.ts';
import { useLocal } from '../use-local.ts';
import type { FormField } from './record-field.tsx';
import { optionsOf } from './use-register-words.ts';

type Asked = { members: readonly { id: string; name: string }[]; hasOpen: boolean };

/** Of a decision: its outcome, the conditions it comes with, and what is asked where it is not plain yes. */
export function useGateFields({ members, hasOpen }: Asked) {
  const { t } = useTranslation(['gates', 'models']);
  const { number } = useLocal();
  const outcome: FormField = {
    ...{ as: 'select', name: 'outcome', label: t('gates:decision.outcome') },
    options: optionsOf(decisionOutcomes, (word) => t(`gates:outcome.${word}`)),
    hint: t('gates:decision.outcomeHint'),
  };
  const people = [
    { value: '', label: t('models:people.somebodyElse') },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const row: FormField[] = [
    { as: 'text', name: 'text', label: t('gates:condition.text'), rows: 2 },
    { as: 'select', name: 'ownerId', label: t('gates:condition.owner'), options: people },
    {
      ...{ as: 'line', name: 'owner', label: t('gates:condition.ownerWords') },
      hint: t('gates:condition.ownerHint'),
    },
    { as: 'date', name: 'dueOn', label: t('gates:condition.due') },
    {
      ...{ as: 'checkboxes', name: 'isBeforeNext', label: t('gates:condition.weight') },
      options: [{ value: 'yes', label: t('gates:condition.beforeNext') }],
    },
  ];
  const others: FormField[] = [
    {
      ...{ as: 'date', name: 'reviewOn', label: t('gates:decision.reviewOn') },
      hint: t('gates:decision.reviewHint'),
    },
    ...(hasOpen
      ? [
          {
            ...{ as: 'text' as const, name: 'despite', label: t('gates:decision.despite') },
            hint: t('gates:decision.despiteHint'),
          },
        ]
      : []),
    {
      ...{ as: 'rows', name: 'conditions', label: t('gates:condition.title') },
      legend: (which) => t('gates:condition.one', { number: number(which) }),
      hint: t('gates:condition.rowsHint'),
      add: t('gates:condition.add'),
      fields: row,
    },
  ];
  return { outcome, others };
}
