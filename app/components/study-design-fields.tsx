import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { staffCovariates } from '#surveys/model/covariates.ts';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { offeredModes } from '../services/studies/design-schema.ts';
import { lowestMinimumCellSize } from '../services/studies/response-modes.ts';
import { CheckboxGroup } from './checkbox-group.tsx';
import { fieldProps } from './form-fields.ts';
import { RadioRows } from './radio-rows.tsx';
import { SelectField } from './select-field.tsx';
import { StudyTitleFields, type TitleValues } from './study-title-fields.tsx';
import { TextField } from './text-field.tsx';
import { useLocal } from './use-local.ts';

export type DesignValues = {
  title: TitleValues;
  instrumentVersionId: string;
  languages: string[];
  siteIds: string[];
  covariates: string[];
  responseMode: string;
  wordsPanelId: string;
  minimumCellSize: string;
};

type Fields = { [Key in keyof DesignValues]: FieldMetadata<DesignValues[Key]> };

/** In the order of the form; a form's fields cannot be listed otherwise. */
export function designFieldList(fields: Fields) {
  const { title, instrumentVersionId, languages, siteIds, covariates } = fields;
  const { responseMode, wordsPanelId, minimumCellSize } = fields;
  return [
    title,
    instrumentVersionId,
    languages,
    siteIds,
    covariates,
    responseMode,
    wordsPanelId,
    minimumCellSize,
  ];
}

interface StudyDesignFieldsProps {
  fields: Fields;
  languages: readonly { language: Language; isPilot: boolean }[];
  sites: readonly { id: string; name: string }[];
  /** Where own words can be read; null: nothing is asked in own words. */
  panels: readonly { id: string; title: LocalText }[] | null;
  say: (code: string) => string;
}

function chosen(field: { initialValue?: unknown }): string[] {
  const { initialValue } = field;
  if (Array.isArray(initialValue)) return initialValue.filter((v) => typeof v === 'string');
  return typeof initialValue === 'string' ? [initialValue] : [];
}

/** What a study is made of, for a new one and for a draft. */
export function StudyDesignFields(props: StudyDesignFieldsProps) {
  const { fields, languages, sites, panels, say } = props;
  const { t } = useTranslation('studies');
  const { nameOf, text } = useLocal();
  const group = (field: { id: string; name: string; errors?: string[] | undefined }) => ({
    id: field.id,
    name: field.name,
    error: field.errors?.[0] === undefined ? undefined : say(field.errors[0]),
  });
  return (
    <>
      <StudyTitleFields field={fields.title} say={say} />
      <input
        type="hidden"
        name={fields.instrumentVersionId.name}
        value={fields.instrumentVersionId.initialValue ?? ''}
      />
      <CheckboxGroup
        {...group(fields.languages)}
        legend={t('design.languages')}
        hint={t('design.languagesHint')}
        values={chosen(fields.languages)}
        options={languages.map(({ language, isPilot }) => ({
          value: language,
          label: nameOf(language),
          hint: isPilot ? t('design.pilotLanguage') : undefined,
        }))}
      />
      <CheckboxGroup
        {...group(fields.siteIds)}
        legend={t('design.sites')}
        values={chosen(fields.siteIds)}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxGroup
        {...group(fields.covariates)}
        legend={t('design.covariates')}
        hint={t('design.covariatesHint')}
        values={chosen(fields.covariates)}
        options={staffCovariates.map(({ id, question }) => ({
          value: id,
          label: t(`covariate.${id}`),
          hint: text(question),
        }))}
      />
      <RadioRows
        {...group(fields.responseMode)}
        legend={t('design.mode')}
        value={chosen(fields.responseMode)[0]}
        options={offeredModes.map((mode) => ({
          value: mode,
          label: t(`mode.${mode}.name`),
          hint: t(`mode.${mode}.hint`),
        }))}
      />
      {panels && (
        <SelectField
          {...fieldProps(fields.wordsPanelId, say)}
          label={t('design.wordsPanel')}
          hint={t('design.wordsPanelHint')}
          options={[
            { value: '', label: t('design.noPanel') },
            ...panels.map(({ id, title }) => ({ value: id, label: text(title) })),
          ]}
        />
      )}
      <TextField
        {...fieldProps(fields.minimumCellSize, say)}
        type="number"
        min={lowestMinimumCellSize}
        max={1000}
        inputMode="numeric"
        label={t('design.cellSize')}
        hint={t('design.cellSizeHint')}
      />
    </>
  );
}
