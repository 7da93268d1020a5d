import { useTranslation } from 'react-i18next';
import type { SystemRole } from '#db/schema/ai-system.ts';
import { roleValue } from '../../services/register/condition-schema.ts';
import { systemRoles } from '../../services/register/register-words.ts';
import type { FormField } from './record-field.tsx';

/** What a form asks of a condition: what is to be done, by whom, by when. */
export function useConditionFields(members: readonly { id: string; name: string }[]): FormField[] {
  const { t } = useTranslation(['gates', 'models', 'register']);
  const people = [
    { value: '', label: t('models:people.somebodyElse') },
    ...systemRoles.map((role) => ({
      value: roleValue(role),
      label: t('gates:condition.whoHolds', { role: t(`register:role.${role}`) }),
    })),
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return [
    { as: 'text', name: 'text', label: t('gates:condition.text'), rows: 2 },
    { as: 'select', name: 'ownerId', label: t('gates:condition.owner'), options: people },
    {
      ...{ as: 'line', name: 'owner', label: t('gates:condition.ownerWords') },
      hint: t('gates:condition.ownerHint'),
    },
    { as: 'date', name: 'dueOn', label: t('gates:condition.due') },
    {
      ...{ as: 'checkboxes', name: 'isBeforeNext', label: t('gates:condition.weight') },
      options: [{ value: 'yes', label: t('gates:condition.beforeNext') }],
    },
  ];
}

type Owned = { owner: string; ownerRole: SystemRole | null };

/** Who sees to a condition, in words: whoever holds a role is called by it. */
export function useConditionOwner() {
  const { t } = useTranslation('register');
  return ({ owner, ownerRole }: Owned) => (ownerRole === null ? owner : t(`role.${ownerRole}`));
}
