import { useTranslation } from 'react-i18next';
import { reportedFields } from '../../services/register/dataset-schema.ts';
import { datasetAccess } from '../../services/register/register-words.ts';
import type { FormField } from './record-field.tsx';
import { optionsOf } from './use-register-words.ts';

/** The form of a data set. */
export function useDatasetFields(): FormField[] {
  const { t } = useTranslation(['models', 'register']);
  const line = (name: 'name' | 'field' | 'modality' | 'size' | 'source' | 'licence' | 'years') => ({
    as: 'line' as const,
    name,
    label: t(`models:dataset.${name}`),
  });
  const text = (name: 'annotations' | 'knownGaps' | 'consentBasis') => ({
    as: 'text' as const,
    name,
    label: t(`models:dataset.${name}`),
  });
  return [
    ...(['name', 'field', 'modality', 'size'] as const).map(line),
    { as: 'number', name: 'people', label: t('models:dataset.people') },
    text('annotations'),
    line('source'),
    { as: 'line', name: 'url', label: t('models:dataset.url'), dir: 'ltr' },
    line('licence'),
    {
      as: 'select',
      name: 'access',
      label: t('models:dataset.access'),
      options: optionsOf(
        datasetAccess,
        (word) => t(`register:access.${word}`),
        t('models:notSaid'),
      ),
    },
    {
      as: 'line',
      name: 'countries',
      label: t('models:dataset.countries'),
      hint: t('models:hint.countries'),
      dir: 'ltr',
    },
    line('years'),
    ...reportedFields.map(({ aspect, name }) => ({
      ...{ as: 'select' as const, name },
      label: `${t('models:dataset.reported')}: ${t(`register:aspect.${aspect}`)}`,
      options: optionsOf(
        ['yes', 'no'] as const,
        (word) => t(`register:choice.yesNo.${word}`),
        t('models:notSaid'),
      ),
    })),
    text('knownGaps'),
    text('consentBasis'),
  ];
}
