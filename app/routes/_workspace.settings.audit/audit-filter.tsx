import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { AuditFilter as Filter } from '../../services/audit/list-audit.server.ts';
import { useAuditWords } from './use-audit-words.ts';

interface AuditFilterProps {
  filter: Filter;
  actions: readonly string[];
  actors: readonly { id: string; name: string | null }[];
}

type Option = { value: string; label: string };

/** The filter is in the address, so that a view can be shared. */
export function AuditFilter({ filter, actions, actors }: AuditFilterProps) {
  const { t, i18n } = useTranslation('settings');
  const words = useAuditWords();
  const order = new Intl.Collator(i18n.language);
  const sorted = (options: Option[]) => options.sort((a, b) => order.compare(a.label, b.label));
  const isFiltered = [filter.actor, filter.action, filter.from, filter.to].some(Boolean);
  return (
    <Form method="get" className="inline" key={JSON.stringify(filter)}>
      <SelectField
        id="audit-actor"
        name="actor"
        label={t('audit.who')}
        options={[
          { value: '', label: t('audit.anybody') },
          ...sorted(actors.map(({ id, name }) => ({ value: id, label: words.who(id, name) }))),
        ]}
        defaultValue={filter.actor ?? ''}
      />
      <SelectField
        id="audit-action"
        name="action"
        label={t('audit.action')}
        options={[
          { value: '', label: t('audit.anyAction') },
          ...sorted(actions.map((value) => ({ value, label: words.action(value) }))),
        ]}
        defaultValue={filter.action ?? ''}
      />
      <TextField
        id="audit-from"
        name="from"
        type="date"
        label={t('audit.from')}
        defaultValue={filter.from ?? ''}
      />
      <TextField
        id="audit-to"
        name="to"
        type="date"
        label={t('audit.to')}
        defaultValue={filter.to ?? ''}
      />
      <Button tone="secondary">{t('audit.apply')}</Button>
      {isFiltered ? <LinkButton to="/settings/audit">{t('audit.reset')}</LinkButton> : null}
    </Form>
  );
}
