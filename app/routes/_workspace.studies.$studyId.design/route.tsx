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
import { DoneNotice } from '../../components/done-notice.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import {
  designFields,
  designRefusalCodes,
  designRefusals,
  toLocalText,
} from '../../services/studies/design-schema.ts';
import { editStudy } from '../../services/studies/edit-study.server.ts';
import { getDesign } from '../../services/studies/get-design.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { DesignFacts } from './design-facts.tsx';
import { DesignForm } from './design-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const searchSchema = z.object({ version: z.uuid().nullable().catch(null) });
const schema = z.object(designFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getDesign(member, parseParams(params, studyParams)));
  const { version } = searchOf(request, searchSchema);
  const pageTitle = await studyPageTitle(request, 'design', page.frame.title);
  return { pageTitle, version, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const { title, ...design } = submission.value;
  const edited = await attempt(designRefusalCodes, () =>
    editStudy(member, { studyId, ...design, title: toLocalText(title) }),
  );
  if (edited.ok) return redirect(`/studies/${studyId}/design?done=saved`, 303);
  const fieldErrors = { [designRefusals[edited.reason]]: [edited.reason] };
  return data({ result: submission.reply({ fieldErrors }) }, { status: 400 });
}

export default function StudyDesignPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const result = useActionData<typeof action>()?.result ?? null;
  const isEditable = page.frame.state === 'draft' && page.frame.mayEdit;
  return (
    <>
      <StudyHeader frame={page.frame} />
      <DoneNotice words={{ saved: t('done.saved') }} />
      {isEditable ? (
        <DesignForm
          key={page.version ?? page.design.instrumentVersionId}
          page={page}
          versionId={page.version}
          result={result}
        />
      ) : (
        <DesignFacts design={page.design} sites={page.studySites} />
      )}
    </>
  );
}
