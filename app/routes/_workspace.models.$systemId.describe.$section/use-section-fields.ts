import { useTranslation } from 'react-i18next';
import { languages, type LocalText } from '#surveys/model/languages.ts';
import type { FormField } from '../../components/models/record-field.tsx';
import {
  choiceListOf,
  optionsOf,
  useRegisterWords,
} from '../../components/models/use-register-words.ts';
import { useLocal } from '../../components/use-local.ts';
import {
  fieldsOf,
  visibilityLevels,
  type Section,
} from '../../services/register/description-fields.ts';
import { systemCategories } from '../../services/register/register-words.ts';

/** A bound that somebody may come near. */
const mostTold = 10_000;

type Wave = { id: string; name: string; study: LocalText };

/** The controls of a section's form, from the one table of its fields. */
export function useSectionFields(
  section: Section | 'identity',
  waves: readonly Wave[],
): FormField[] {
  const { t } = useTranslation(['models', 'register']);
  const words = useRegisterWords();
  const { text, nameOf, number } = useLocal();
  if (section === 'identity') {
    return [
      { as: 'local', name: 'name', label: t('models:system.name') },
      {
        as: 'local',
        name: 'summary',
        rows: 3,
        label: t('models:system.summary'),
        hint: t('models:system.summaryHint'),
      },
      {
        as: 'select',
        name: 'category',
        label: t('models:system.category'),
        options: optionsOf(systemCategories, (word) => t(`register:category.${word}`)),
      },
    ];
  }
  const none = { value: '', label: t('models:notSaid') };
  const fields = fieldsOf(section).map(([name, { kind, most = Infinity }]): FormField => {
    const label = words.field(name);
    const list = choiceListOf(section, name);
    const options = list ? words.choices(list) : [];
    switch (kind) {
      case 'line':
        return { as: 'line', name, label };
      case 'address':
      case 'udi':
        return { as: 'line', name, label, dir: 'ltr' };
      case 'currency':
        return { as: 'line', name, label, hint: t('models:hint.currency'), dir: 'ltr' };
      case 'text':
        return { as: 'text', name, label, rows: 4 };
      case 'list':
        return { as: 'text', name, label, hint: t('models:hint.list') };
      case 'countries':
        return { as: 'line', name, label, hint: t('models:hint.countries'), dir: 'ltr' };
      case 'choice':
        return { as: 'select', name, label, options: [none, ...options] };
      case 'choices':
        return { as: 'checkboxes', name, label, options };
      case 'languages':
        return {
          as: 'checkboxes',
          name,
          label,
          options: languages.map((value) => ({ value, label: nameOf(value) })),
        };
      case 'wave':
        return {
          as: 'select',
          name,
          label,
          hint: t('models:hint.wave'),
          options: [
            none,
            ...waves.map(({ id, name: wave, study }) => ({
              value: id,
              label: t('models:wave', { study: text(study), wave }),
            })),
          ],
        };
      case 'date':
      case 'past':
        return { as: 'date', name, label };
      case 'number':
        return {
          ...{ as: kind, name, label },
          hint: most > mostTold ? undefined : t('models:hint.most', { n: number(most) }),
        };
    }
  });
  return [
    ...fields,
    {
      as: 'select',
      name: 'visibility',
      label: t('models:visibility'),
      hint: t('models:visibilityHint'),
      options: optionsOf(visibilityLevels, (level) => t(`register:visibility.${level}`)),
    },
  ];
}
