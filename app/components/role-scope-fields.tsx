import { useTranslation } from 'react-i18next';
import { everybody } from '../permissions.ts';
import { CheckboxGroup } from './checkbox-group.tsx';
import { RadioRows } from './radio-rows.tsx';

interface RoleScopeFieldsProps {
  /** Starts the ids of the fields: `${id}-role`, `${id}-scope`, `${id}-siteIds`. */
  id: string;
  sites: readonly { id: string; name: string }[];
  role?: string | undefined;
  scope?: string | undefined;
  siteIds?: readonly string[] | undefined;
  errors: { role?: string | undefined; scope?: string | undefined; siteIds?: string | undefined };
}

/** Which role somebody has and for which sites. */
export function RoleScopeFields(props: RoleScopeFieldsProps) {
  const { id, sites, role, scope, siteIds, errors } = props;
  const { t } = useTranslation(['settings', 'permissions']);
  return (
    <>
      <RadioRows
        id={`${id}-role`}
        name="role"
        legend={t('settings:people.role')}
        value={role}
        error={errors.role}
        options={everybody.map((value) => ({
          value,
          label: t(`permissions:role.${value}`),
          hint: t(`permissions:does.${value}`),
        }))}
        required
      />
      <RadioRows
        id={`${id}-scope`}
        name="scope"
        legend={t('settings:people.scope')}
        value={scope}
        error={errors.scope}
        options={[
          { value: 'all', label: t('settings:people.scopeAll') },
          { value: 'chosen', label: t('settings:people.scopeChosen') },
        ]}
        required
      />
      <CheckboxGroup
        id={`${id}-siteIds`}
        name="siteIds"
        legend={t('settings:people.scopeChosen')}
        values={siteIds}
        error={errors.siteIds}
        options={sites.map((site) => ({ value: site.id, label: site.name }))}
      />
    </>
  );
}
