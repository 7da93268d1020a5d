import { useTranslation } from 'react-i18next';
import { decisionOutcomes } from '../../services/register/stage-conditions.ts';
import { useLocal } from '../use-local.ts';
import type { FormField } from './record-field.tsx';
import { useConditionFields } from './use-condition-fields.ts';
import { optionsOf } from './use-register-words.ts';

type Asked = { members: readonly { id: string; name: string }[]; hasOpen: boolean };

/** Of a decision: its outcome, the conditions it comes with, and what is asked where it is not plain yes. */
export function useGateFields({ members, hasOpen }: Asked) {
  const { t } = useTranslation('gates');
  const { number } = useLocal();
  const outcome: FormField = {
    ...{ as: 'select', name: 'outcome', label: t('decision.outcome') },
    options: optionsOf(decisionOutcomes, (word) => t(`outcome.${word}`)),
    hint: t('decision.outcomeHint'),
  };
  const row = useConditionFields(members);
  const others: FormField[] = [
    {
      ...{ as: 'date', name: 'reviewOn', label: t('decision.reviewOn') },
      hint: t('decision.reviewHint'),
    },
    ...(hasOpen
      ? [
          {
            ...{ as: 'text' as const, name: 'despite', label: t('decision.despite') },
            hint: t('decision.despiteHint'),
          },
        ]
      : []),
    {
      ...{ as: 'rows', name: 'conditions', label: t('condition.title') },
      legend: (which) => t('condition.one', { number: number(which) }),
      hint: t('condition.rowsHint'),
      add: t('condition.add'),
      fields: row,
    },
  ];
  return { outcome, others };
}
