import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { origins } from '#surveys/model/instrument.ts';
import { fieldProps } from '../../components/form-fields.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Wording, WordingValues } from './wording-fields.tsx';

type Name =
  'origin' | 'easyReadOrigin' | 'translatedBy' | 'checkerName' | 'checkerRole' | 'checkedOn';

interface ProvenanceFieldsProps {
  wording: Wording;
  fields: { [Key in Name]: FieldMetadata<WordingValues[Key], WordingValues> };
  say: (code: string) => string;
}

/** Where the words come from and who checked them: what makes a study a pilot or not. */
export function ProvenanceFields({ wording, fields, say }: ProvenanceFieldsProps) {
  const { t } = useTranslation('instruments');
  const own = wording.isSource ? (['source'] as const) : origins.filter((o) => o !== 'source');
  const easyRead = origins.filter((origin) => origin !== 'source');
  const options = (offered: readonly (typeof origins)[number][], none: string) => [
    { value: '', label: none },
    ...offered.map((value) => ({ value, label: t(`origin.${value}`) })),
  ];
  const optional = t('optional');
  return (
    <>
      <SelectField
        {...fieldProps(fields.origin, say)}
        label={t('wording.origin')}
        hint={t('wording.originHint')}
        options={
          wording.isSource ? options(own, '').slice(1) : options(own, t('wording.notOffered'))
        }
      />
      {wording.hasEasyRead ? (
        <SelectField
          {...fieldProps(fields.easyReadOrigin, say)}
          label={t('wording.easyReadOrigin')}
          options={options(easyRead, t('wording.notOffered'))}
        />
      ) : null}
      <TextField
        {...fieldProps(fields.translatedBy, say)}
        label={t('wording.translatedBy')}
        optionalLabel={optional}
        autoComplete="off"
      />
      <TextField
        {...fieldProps(fields.checkerName, say)}
        label={t('wording.checkerName')}
        hint={t('wording.checkerHint')}
        optionalLabel={optional}
        autoComplete="off"
      />
      <TextField
        {...fieldProps(fields.checkerRole, say)}
        label={t('wording.checkerRole')}
        optionalLabel={optional}
        autoComplete="off"
      />
      <TextField
        {...fieldProps(fields.checkedOn, say)}
        type="date"
        label={t('wording.checkedOn')}
        optionalLabel={optional}
      />
    </>
  );
}
