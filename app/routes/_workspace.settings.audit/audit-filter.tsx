import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';

interface AuditFilterProps {
  action: string | null;
  day: string | null;
  actions: readonly string[];
}

/** The filter is in the address, so that a view can be shared. */
export function AuditFilter({ action, day, actions }: AuditFilterProps) {
  const { t } = useTranslation('settings');
  const options = [
    { value: '', label: t('audit.anyAction') },
    ...actions.map((value) => ({ value, label: value })),
  ];
  return (
    <Form method="get" className="inline" key={`${action ?? ''}/${day ?? ''}`}>
      <SelectField
        id="audit-action"
        name="action"
        label={t('audit.action')}
        options={options}
        defaultValue={action ?? ''}
      />
      <TextField
        id="audit-day"
        name="day"
        type="date"
        label={t('audit.day')}
        defaultValue={day ?? ''}
      />
      <Button tone="secondary">{t('audit.apply')}</Button>
      {action !== null || day !== null ? (
        <LinkButton to="/settings/audit">{t('audit.reset')}</LinkButton>
      ) : null}
    </Form>
  );
}
