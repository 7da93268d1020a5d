import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { evidenceKinds } from '#surveys/evidence/evidence.ts';
import { Button } from '../../components/button.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';

export function KindChoice() {
  const { t } = useTranslation('evidence');
  return (
    <Form method="get" noValidate>
      <RadioRows
        id="kind"
        name="kind"
        legend={t('chooseKind')}
        options={evidenceKinds.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          hint: t(`kindHint.${kind}`),
        }))}
        required
      />
      <Button>{t('next')}</Button>
    </Form>
  );
}
