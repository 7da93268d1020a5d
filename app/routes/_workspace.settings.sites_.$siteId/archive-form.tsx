import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TokenField } from '../../components/token-field.tsx';

/** No confirmation: it can be undone in the same place. */
export function ArchiveForm({ isArchived }: { isArchived: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <Form method="post">
      <TokenField />
      {isArchived ? null : <p className="hint">{t('sites.archiveConsequence')}</p>}
      <Button name="intent" value={isArchived ? 'restore' : 'archive'} tone="secondary">
        {t(isArchived ? 'sites.restore' : 'sites.archive')}
      </Button>
    </Form>
  );
}
