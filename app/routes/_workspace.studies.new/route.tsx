import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PageHeader } from '../../components/page-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { createStudy } from '../../services/studies/create-study.server.ts';
import {
  designFields,
  designRefusalCodes,
  designRefusals,
  toLocalText,
  waveNames,
} from '../../services/studies/design-schema.ts';
import { getDesignChoices } from '../../services/studies/get-design.server.ts';
import { ChooseVersion } from './choose-version.tsx';
import { NewStudyForm } from './new-study-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const searchSchema = z.object({ version: z.uuid().nullable().catch(null) });
const schema = z.object({ ...designFields, waves: waveNames });

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const choices = await respond(() => getDesignChoices(member));
  const { version } = searchOf(request, searchSchema);
  const i18n = await translate(request);
  return {
    title: i18n.t('studies:new.title'),
    ...choices,
    chosen: choices.versions.find(({ id }) => id === version) ?? null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const { title, ...design } = submission.value;
  const created = await attempt(designRefusalCodes, () =>
    createStudy(member, { ...design, title: toLocalText(title) }),
  );
  if (created.ok) return redirect(`/studies/${created.result.studyId}?done=created`, 303);
  const fieldErrors = { [designRefusals[created.reason]]: [created.reason] };
  return data({ result: submission.reply({ fieldErrors }) }, { status: 400 });
}

export default function NewStudyPage() {
  const { title, versions, sites, panels, chosen } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const result = useActionData<typeof action>()?.result ?? null;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('new.subtitle')}
        breadcrumbs={[{ label: t('list.title'), href: '/studies' }]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      {chosen === null ? (
        <ChooseVersion versions={versions} />
      ) : (
        <NewStudyForm
          key={chosen.id}
          version={chosen}
          sites={sites}
          panels={panels}
          result={result}
        />
      )}
    </>
  );
}
