import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { StudyDesignFields, type DesignValues } from '../../components/study-design-fields.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember } from '../../http/session.server.ts';
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
import { defaultMinimumCellSize } from '../../services/studies/response-modes.ts';
import { ChooseVersion } from './choose-version.tsx';

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
  const member = await requireMember(request);
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
  const { title, versions, sites, chosen } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['studies', 'errors', 'common']);
  const [form, fields] = useForm<DesignValues & { waves: string }>({
    id: 'study',
    lastResult: useActionData<typeof action>()?.result ?? null,
    defaultValue: {
      instrumentVersionId: chosen?.id,
      siteIds: sites.length === 1 ? sites.map(({ id }) => id) : [],
      responseMode: 'anonymous',
      minimumCellSize: String(defaultMinimumCellSize),
      waves: t('studies:new.firstWave'),
    },
  });
  const say = (code: string) => t(`errors:${code as 'conflict'}`);
  const { waves, ...design } = fields;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('studies:new.subtitle')}
        breadcrumbs={[{ label: t('studies:list.title'), href: '/studies' }]}
        breadcrumbsLabel={t('studies:breadcrumbs')}
      />
      {chosen === null ? (
        <ChooseVersion versions={versions} />
      ) : (
        <>
          <ErrorSummary
            title={t('common:errorSummary')}
            errors={errorLinks([...Object.values(design), waves], say)}
          />
          <Form method="post" id={form.id}>
            <TokenField />
            <StudyDesignFields
              fields={design}
              languages={chosen.languages}
              sites={sites}
              say={say}
            />
            <TextareaField
              {...fieldProps(waves, say)}
              label={t('studies:new.waves')}
              hint={t('studies:new.wavesHint')}
              rows={3}
            />
            <Button>{t('studies:new.submit')}</Button>
          </Form>
        </>
      )}
    </>
  );
}
