import type { FieldMetadata } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { fieldProps } from '../../components/form-fields.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getInvitationForm } from '../../services/invitations/get-invitation-form.server.ts';
import type { InviteValues } from './invite-schema.ts';

interface InviteFormProps {
  id: string;
  fields: Required<{ [Key in keyof InviteValues]: FieldMetadata<InviteValues[Key]> }>;
  page: Awaited<ReturnType<typeof getInvitationForm>>;
  say: (code: string) => string;
}

export function InviteForm({ id, fields, page, say }: InviteFormProps) {
  const { t } = useTranslation('studies');
  const { nameOf } = useLocal();
  return (
    <Form method="post" id={id} encType="multipart/form-data">
      <TokenField />
      <input type="hidden" name={fields.waveId.name} value={page.wave?.id ?? ''} />
      <p className="muted">
        {t('invite.text', { wave: page.wave?.name ?? '' })}{' '}
        {t(page.isMailSent ? 'invite.mailed' : 'invite.notMailed')}
      </p>
      <TextareaField
        {...fieldProps(fields.list, say)}
        label={t('invite.list')}
        hint={t('invite.listHint')}
        rows={10}
        dir="ltr"
        spellCheck={false}
      />
      <TextField
        id={fields.file.id}
        name={fields.file.name}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        label={t('invite.file')}
        hint={t('invite.fileHint')}
      />
      <SelectField
        {...fieldProps(fields.siteId, say)}
        label={t('invite.site')}
        options={[
          { value: '', label: t('invite.everyRowNames') },
          ...page.sites.map((site) => ({ value: site.id, label: site.name })),
        ]}
      />
      <SelectField
        {...fieldProps(fields.language, say)}
        label={t('invite.language')}
        options={[
          { value: '', label: t('invite.everyRowNames') },
          ...page.languages.map((language) => ({ value: language, label: nameOf(language) })),
        ]}
      />
      <Button>{t('invite.submit')}</Button>
    </Form>
  );
}
