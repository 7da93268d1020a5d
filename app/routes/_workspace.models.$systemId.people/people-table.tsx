import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getPeople } from '../../services/register/get-people.server.ts';

type People = Awaited<ReturnType<typeof getPeople>>['serving'];

interface PeopleTableProps {
  id: string;
  title: string;
  people: People;
  /** The day that is offered as the last one; null: the reader may not end anything. */
  endOn: string | null;
}

function EndForm({ person, endOn }: { person: People[number]; endOn: string }) {
  const { t } = useTranslation(['models', 'register']);
  const who = `${t(`register:role.${person.role}`)}, ${person.name}`;
  return (
    <details>
      <summary>
        {t('models:people.end')}
        <span className="visually-hidden">: {who}</span>
      </summary>
      <Form method="post">
        <TokenField />
        <input type="hidden" name="intent" value="end" readOnly />
        <input type="hidden" name="personId" value={person.id} readOnly />
        <TextField
          id={`until-${person.id}`}
          name="untilOn"
          type="date"
          label={t('models:people.until')}
          defaultValue={endOn}
        />
        <Button tone="secondary">{t('models:people.end')}</Button>
      </Form>
    </details>
  );
}

export function PeopleTable({ id, title, people, endOn }: PeopleTableProps) {
  const { t } = useTranslation(['models', 'register']);
  const { date } = useLocal();
  if (people.length === 0) return <p className="muted">{t('models:people.nobody')}</p>;
  return (
    <DataTable
      id={id}
      caption={title}
      columns={[
        { key: 'role', label: t('models:people.role') },
        { key: 'name', label: t('models:people.name') },
        { key: 'from', label: t('models:people.from') },
        { key: 'until', label: t('models:people.until') },
        ...(endOn === null ? [] : [{ key: 'end', label: t('models:action') }]),
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          role: t(`register:role.${person.role}`),
          name: <bdi>{person.name}</bdi>,
          from: date(person.fromOn),
          until: person.untilOn === null ? t('models:none') : date(person.untilOn),
          end:
            endOn === null || person.untilOn !== null ? null : <EndForm {...{ person, endOn }} />,
        },
      }))}
    />
  );
}
