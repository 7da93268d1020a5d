import { useTranslation } from 'react-i18next';
import type { FormField } from './record-field.tsx';
import { optionsOf } from './use-register-words.ts';

/** The form of a statement: how far something is so, where the evidence lies, since when. */
export function useStatementFields<State extends string>(
  states: readonly State[],
  label: (state: State) => string,
): FormField[] {
  const { t } = useTranslation('models');
  return [
    {
      as: 'select',
      name: 'state',
      label: t('recommendation.state'),
      options: optionsOf(states, label),
    },
    {
      as: 'line',
      name: 'evidence',
      label: t('recommendation.evidence'),
      hint: t('recommendation.evidenceHint'),
    },
    { as: 'text', name: 'note', label: t('recommendation.note') },
    { as: 'date', name: 'statedOn', label: t('recommendation.statedOn') },
  ];
}
