import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '#surveys/model/languages.ts';
import { largestGroup, lowestGroup } from '../services/panels/panel-limits.ts';
import { CheckboxGroup } from './checkbox-group.tsx';
import { fieldProps } from './form-fields.ts';
import { localErrorFields, LocalTextFields, type LocalValues } from './local-text-fields.tsx';
import { SiteSelect } from './site-select.tsx';
import { TextField } from './text-field.tsx';
import { useLocal } from './use-local.ts';

export type PanelValues = {
  title: LocalValues;
  about: LocalValues;
  languages: string[];
  siteId: string;
  minimumGroup: string;
};

export type PanelFieldSet = { [Key in keyof PanelValues]: FieldMetadata<PanelValues[Key]> };

interface PanelFieldsProps {
  fields: PanelFieldSet;
  /** In which the title and the text about the panel are asked, the first first. */
  tongues: readonly Language[];
  /** How many of them are in view. */
  inView: number;
  sites: readonly { id: string; name: string }[];
  seesAllSites: boolean;
  /** People have joined: neither languages nor the site can change. */
  isFixed: boolean;
  say: (code: string) => string;
}

/** In the order of the form. */
export function panelFieldList(fields: PanelFieldSet, tongues: readonly Language[]) {
  return [
    ...localErrorFields(fields.title, tongues),
    ...localErrorFields(fields.about, tongues),
    ...[fields.languages, fields.siteId, fields.minimumGroup],
  ];
}

function chosen({ initialValue }: { initialValue?: unknown }): string[] {
  if (Array.isArray(initialValue)) return initialValue.filter((v) => typeof v === 'string');
  return typeof initialValue === 'string' ? [initialValue] : [];
}

/** The reader's language first. */
export function useTongues(): Language[] {
  const { language } = useLocal();
  return [language, ...languages.filter((other) => other !== language)];
}

function FixedFields({ fields }: { fields: PanelFieldSet }) {
  const site = fields.siteId;
  return (
    <>
      {chosen(fields.languages).map((tag) => (
        <input key={tag} type="hidden" name={fields.languages.name} value={tag} readOnly />
      ))}
      <input type="hidden" name={site.name} value={chosen(site)[0] ?? ''} readOnly />
    </>
  );
}

/** What a panel is, for a new one and in its settings. */
export function PanelFields(props: PanelFieldsProps) {
  const { fields, tongues, inView, sites, seesAllSites, isFixed, say } = props;
  const { t } = useTranslation('panels');
  const { nameOf } = useLocal();
  const wrong = (field: { errors?: string[] | undefined }) =>
    field.errors?.[0] === undefined ? undefined : say(field.errors[0]);
  return (
    <>
      <LocalTextFields
        field={fields.title}
        languages={tongues}
        inView={inView}
        legend={t('panel.title')}
        hint={t('panel.titleHint')}
        say={say}
      />
      <LocalTextFields
        field={fields.about}
        languages={tongues}
        inView={inView}
        legend={t('panel.about')}
        hint={t('panel.aboutHint')}
        rows={4}
        say={say}
      />
      {isFixed ? (
        <FixedFields fields={fields} />
      ) : (
        <>
          <CheckboxGroup
            id={fields.languages.id}
            name={fields.languages.name}
            legend={t('panel.languages')}
            hint={t('panel.languagesHint')}
            error={wrong(fields.languages)}
            values={chosen(fields.languages)}
            options={languages.map((language) => ({ value: language, label: nameOf(language) }))}
          />
          <SiteSelect
            {...{ field: fields.siteId, error: wrong(fields.siteId), sites, seesAllSites }}
          />
        </>
      )}
      <TextField
        {...fieldProps(fields.minimumGroup, say)}
        type="number"
        min={lowestGroup}
        max={largestGroup}
        inputMode="numeric"
        label={t('panel.minimumGroup')}
        hint={t('panel.minimumGroupHint')}
      />
    </>
  );
}
