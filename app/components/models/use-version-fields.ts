import { useTranslation } from 'react-i18next';
import {
  algorithmKinds,
  learningKinds,
  uncertaintyKinds,
} from '../../services/register/register-words.ts';
import type { FormField } from './record-field.tsx';
import { optionsOf } from './use-register-words.ts';

/** What is said of a version besides its name. */
export function useVersionFields(): FormField[] {
  const { t } = useTranslation(['models', 'register']);
  const none = t('models:notSaid');
  const lists = {
    algorithm: optionsOf(algorithmKinds, (word) => t(`register:algorithm.${word}`), none),
    learning: optionsOf(learningKinds, (word) => t(`register:learning.${word}`), none),
    uncertainty: optionsOf(uncertaintyKinds, (word) => t(`register:uncertainty.${word}`), none),
  };
  return [
    { as: 'date', name: 'releasedOn', label: t('models:version.releasedOn') },
    { as: 'line', name: 'modelType', label: t('models:version.modelType') },
    { as: 'line', name: 'foundationModels', label: t('models:version.foundationModels') },
    ...(['algorithm', 'learning', 'uncertainty'] as const).map((name) => ({
      as: 'select' as const,
      name,
      label: t(`models:version.${name}`),
      options: lists[name],
    })),
    {
      as: 'text',
      name: 'thresholds',
      label: t('models:version.thresholds'),
      hint: t('models:hint.list'),
    },
    { as: 'line', name: 'weightsHash', label: t('models:version.weightsHash'), dir: 'ltr' },
  ];
}
