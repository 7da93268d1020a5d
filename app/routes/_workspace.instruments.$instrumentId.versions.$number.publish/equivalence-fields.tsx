import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { equivalences, type Equivalence } from '#surveys/model/compare-instruments.ts';
import { fieldProps } from '../../components/form-fields.ts';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';

interface EquivalenceFieldsProps {
  claim: FieldMetadata<Equivalence | undefined>;
  note: FieldMetadata<string | undefined>;
  strongest: Equivalence;
  say: (code: string) => string;
}

/** The documents say what may be claimed at most; whoever publishes says what is claimed. */
export function EquivalenceFields({ claim, note, strongest, say }: EquivalenceFieldsProps) {
  const { t } = useTranslation('instruments');
  const allowed = equivalences.slice(equivalences.indexOf(strongest));
  return (
    <>
      <RadioRows
        id={claim.id}
        name={claim.name}
        legend={t('publish.claim')}
        hint={t(`publish.strongest.${strongest}`)}
        value={typeof claim.initialValue === 'string' ? claim.initialValue : undefined}
        error={claim.errors?.[0] === undefined ? undefined : say(claim.errors[0])}
        options={allowed.map((value) => ({
          value,
          label: t(`equivalence.${value}`),
          hint: t(`publish.hint.${value}`),
        }))}
      />
      <TextareaField
        {...fieldProps(note, say)}
        label={t('publish.note')}
        hint={t('publish.noteHint')}
        rows={3}
      />
    </>
  );
}
