import { useTranslation } from 'react-i18next';
import {
  choices,
  sectionFields,
  type ChoiceList,
  type FieldName,
  type Section,
} from '../../services/register/description-fields.ts';
import type { Duty } from '../../services/register/missing-duties.ts';
import { useLocal } from '../use-local.ts';

/** A list of words as options of a form, with an empty first one where none need be chosen. */
export function optionsOf<Word extends string>(
  words: readonly Word[],
  label: (word: Word) => string,
  none?: string,
) {
  const listed = words.map((value) => ({ value, label: label(value) }));
  return none === undefined ? listed : [{ value: '', label: none }, ...listed];
}

/** The register's vocabulary in the reader's words. */
export function useRegisterWords() {
  const { t } = useTranslation(['register', 'models', 'gates']);
  const { date } = useLocal();
  const choice = (list: ChoiceList, word: string) =>
    t(`register:choice.${list}.${word}` as 'register:choice.yesNo.yes');
  return {
    section: (section: Section) => t(`register:section.${section}`),
    field: (field: FieldName) => t(`register:field.${field}`),
    choice,
    choices: (list: ChoiceList) =>
      (choices[list] as readonly string[]).map((value) => ({ value, label: choice(list, value) })),
    duty: ({ code, on, what = '', place }: Duty) => {
      const duty = t(`register:duty.${code}`, { what, day: on === null ? '' : date(on) });
      return place === undefined
        ? duty
        : t('gates:duties.at', { place: t('models:list.place', place), duty });
    },
  };
}

/** Which list of words a field takes its value from. */
export function choiceListOf(section: Section, field: FieldName): ChoiceList | undefined {
  const spec = (sectionFields[section] as Record<string, { from?: ChoiceList }>)[field];
  return spec?.from;
}
