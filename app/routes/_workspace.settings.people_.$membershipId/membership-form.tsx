import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { RoleScopeFields } from '../../components/role-scope-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface MembershipFormProps {
  person: { role: string; allSites: boolean; siteIds: string[] };
  sites: readonly { id: string; name: string }[];
  result: SubmissionResult | undefined;
}

type Fields = { role: string; scope: string; siteIds: string[] };

export function MembershipForm({ person, sites, result }: MembershipFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, { role, scope, siteIds }] = useForm<Fields>({
    id: 'membership',
    lastResult: result ?? null,
    defaultValue: {
      role: person.role,
      scope: person.allSites ? 'all' : 'chosen',
      siteIds: person.siteIds,
    },
  });
  const say = (code: string) => t(`settings:problem.${code as 'role-missing'}`);
  const chosen = [siteIds.initialValue ?? []].flat().filter((id) => id !== undefined);
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([role, scope, siteIds], say)}
      />
      <TokenField />
      <RoleScopeFields
        id={form.id}
        sites={sites}
        role={role.initialValue}
        scope={scope.initialValue}
        siteIds={chosen}
        errors={{
          role: role.errors?.map(say)[0],
          scope: scope.errors?.map(say)[0],
          siteIds: siteIds.errors?.map(say)[0],
        }}
      />
      <Button name="intent" value="change">
        {t('settings:people.save')}
      </Button>
    </Form>
  );
}
