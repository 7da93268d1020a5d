import { useTranslation } from 'react-i18next';
import {
  invarianceLevels,
  translationSteps,
  type EvidenceKind,
} from '#surveys/evidence/evidence.ts';
import { CheckboxGroup } from '../../components/checkbox-group.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { findingFields } from '../../services/evidence/evidence-input.ts';

type Props = {
  kind: EvidenceKind;
  field: (typeof findingFields)[EvidenceKind][number];
  values: readonly string[];
  error: string | undefined;
};

/** Choices of the fields that have some, by kind of evidence. */
function useChoices(kind: EvidenceKind) {
  const { t } = useTranslation('evidence');
  const coefficients = {
    'internal-consistency': ['alpha', 'omega'],
    retest: ['icc', 'weighted-kappa'],
  };
  if (kind === 'invariance') {
    return [...invarianceLevels, 'none' as const].map((value) => ({
      value,
      label: t(`reached.${value}`),
    }));
  }
  const names = coefficients[kind as keyof typeof coefficients] as string[] | undefined;
  return (names ?? []).map((value) => ({ value, label: t(`coefficient.${value as 'alpha'}`) }));
}

export function FindingField({ kind, field, values, error }: Props) {
  const { t } = useTranslation('evidence');
  const choices = useChoices(kind);
  const { name, isOptional } = field;
  const label = t(`field.${name as 'n'}`);
  const common = { id: name, name, label, error, defaultValue: values[0] };
  const optionalLabel = isOptional ? t('optional') : undefined;
  switch (field.kind) {
    case 'checkboxes':
      return (
        <CheckboxGroup
          {...{ id: name, name, error, values }}
          legend={label}
          options={translationSteps.map((value) => ({ value, label: t(`step.${value}`) }))}
        />
      );
    case 'select':
      return <SelectField {...common} options={choices} />;
    case 'yes-no':
      return (
        <RadioRows
          {...{ id: name, name, error }}
          legend={label}
          value={values[0]}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      );
    case 'number':
      return <TextField {...common} optionalLabel={optionalLabel} inputMode="decimal" />;
    case 'text':
    case 'day':
      return <TextField {...common} optionalLabel={optionalLabel} />;
  }
}
