import { useTranslation } from 'react-i18next';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { stagesOfEntry } from '../../services/register/needed-roles.ts';
import { lifecycleStages } from '../../services/register/register-words.ts';
import type { FormField } from './record-field.tsx';
import { optionsOf } from './use-register-words.ts';

/** What a decision says: the stage, why, who decided, and on which day. */
export function useDecisionFields(
  isDated: boolean,
  stages: readonly LifecycleStage[] = lifecycleStages,
): FormField[] {
  const { t } = useTranslation(['models', 'register']);
  return [
    {
      as: 'select',
      name: 'stage',
      label: t('models:system.stage'),
      options: optionsOf(stages, (word) => t(`register:stage.${word}`)),
    },
    { as: 'text', name: 'reason', label: t('models:decision.reason') },
    {
      as: 'line',
      name: 'decidedBy',
      label: t('models:decision.decidedBy'),
      hint: t('models:decision.decidedByHint'),
    },
    ...(isDated
      ? [{ as: 'date' as const, name: 'decidedOn', label: t('models:decision.decidedOn') }]
      : []),
  ];
}

/** The first decision of a system, which begins at a stage before its use. */
export function useEntryFields(): FormField[] {
  const { t } = useTranslation('models');
  const [stage, ...others] = useDecisionFields(false, stagesOfEntry);
  return stage ? [{ ...stage, hint: t('new.stageHint') }, ...others] : [];
}
