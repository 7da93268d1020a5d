import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { studyPageTitle } from '../../i18n/title-text.server.ts';
import { getConsent } from '../../services/studies/get-consent.server.ts';
import { saveConsent } from '../../services/studies/save-consent.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { ConsentForm } from './consent-form.tsx';
import { consentSchema, toTexts } from './consent-schema.ts';
import { ConsentTexts } from './consent-texts.tsx';
import { ConsentVersions } from './consent-versions.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getConsent(member, parseParams(params, studyParams)));
  const pageTitle = await studyPageTitle(request, 'consent', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema: consentSchema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const texts = toTexts(submission.value);
  return submit(
    () => saveConsent(member, { studyId, texts }),
    ({ isNew }) => `/studies/${studyId}/consent?done=${isNew ? 'saved' : 'unchanged'}`,
  );
}

export default function ConsentPage() {
  const { frame, contact, texts, versions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const reply = useActionData<typeof action>();
  const isEditable = frame.state === 'draft' && frame.mayEdit;
  const result = reply && 'result' in reply ? reply.result : null;
  return (
    <>
      <StudyHeader frame={frame} />
      <DoneNotice words={{ saved: t('done.consent'), unchanged: t('done.consentUnchanged') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <p className="muted">
        {t(isEditable ? 'consent.text' : 'consent.frozen')} {t('consent.contact', { contact })}
      </p>
      {isEditable ? <ConsentForm texts={texts} result={result} /> : <ConsentTexts texts={texts} />}
      <ConsentVersions versions={versions} />
    </>
  );
}
