import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { StudyReadiness } from '../../components/study-readiness.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { getOpening } from '../../services/studies/get-opening.server.ts';
import { openStudy } from '../../services/studies/open-study.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ mode: z.enum(['pilot', 'study']) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const page = await respond(() => getOpening(member, parseParams(params, studyParams)));
  const i18n = await translate(request);
  return { title: i18n.t('studies:open.title'), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const asPilot = submission.value.mode === 'pilot';
  return submit(() => openStudy(member, { studyId, asPilot }), `/studies/${studyId}?done=opened`);
}

export default function OpenStudyPage() {
  const { title, frame, sites, languages, firstWave, readiness } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const local = useLocal();
  const isPilot = readiness.pilotLanguages.length > 0;
  const mayOpen = frame.mayEdit && frame.state === 'draft' && readiness.problems.length === 0;
  return (
    <>
      <StudyHeader frame={frame} />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      <h2>{title}</h2>
      {frame.state === 'draft' ? (
        <StudyReadiness readiness={readiness} home={`/studies/${frame.id}`} />
      ) : (
        <p>{t('open.already')}</p>
      )}
      {mayOpen ? (
        <Form method="post">
          <TokenField />
          <ul>
            <li>{t('open.frozen')}</li>
            <li>
              {t('open.where', {
                sites: local.listOf(sites.map(({ name }) => name)),
                languages: local.languages(languages),
              })}
            </li>
            <li>{t('open.wave', { name: firstWave ?? '' })}</li>
          </ul>
          <Button name="mode" value={isPilot ? 'pilot' : 'study'}>
            {t(isPilot ? 'open.asPilot' : 'open.submit')}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
