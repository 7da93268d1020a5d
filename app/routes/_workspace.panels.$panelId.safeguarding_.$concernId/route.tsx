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
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useWriterName } from '../../components/use-writer-name.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { closeConcern } from '../../services/safeguarding/close-concern.server.ts';
import { concernParams } from '../../services/safeguarding/concern-params.ts';
import { getConcern } from '../../services/safeguarding/get-concern.server.ts';
import { seeConcern } from '../../services/safeguarding/see-concern.server.ts';
import { CloseForm } from './close-form.tsx';
import { ConcernDetails } from './concern-details.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('see') }),
  z.object({
    intent: z.literal('close'),
    action: z
      .string({ error: 'action-missing' })
      .trim()
      .min(1, 'action-missing')
      .max(5000, 'text-long'),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getConcern(member, parseParams(params, concernParams)));
  return { pageTitle: await moderationPageTitle(request, 'concern', page.frame.title), ...page };
}

/** Any role may be the one to whom concerns go: the database shows a concern to nobody else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request);
  const ids = parseParams(params, concernParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const form = submission.value;
  const here = `/panels/${ids.panelId}/safeguarding/${ids.concernId}`;
  if (form.intent === 'see') return submit(() => seeConcern(member, ids), `${here}?done=seen`);
  return submit(() => closeConcern(member, { ...ids, action: form.action }), `${here}?done=closed`);
}

export default function ConcernPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, concern, isSeen } = page;
  const { t } = useTranslation('moderation');
  const { date } = useLocal();
  const nameWriter = useWriterName();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{ seen: t('safeguarding.done.seen'), closed: t('safeguarding.done.closed') }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>
        {t('page.concern')}: {nameWriter(concern.memberNumber)}
      </h2>
      <p className="muted">
        {t(`safeguarding.source.${concern.source}`)} · {date(concern.raisedAt)}
      </p>
      <p>{t('safeguarding.text')}</p>
      {page.isOfSurvey ? <p>{t('safeguarding.ofSurvey')}</p> : null}
      {isSeen ? (
        <ConcernDetails note={page.note} words={page.words} contact={page.contact} />
      ) : (
        <Form method="post" className="stack">
          <TokenField />
          <p>{t('safeguarding.lookText')}</p>
          <Button name="intent" value="see">
            {t('safeguarding.look')}
          </Button>
        </Form>
      )}
      {concern.closedAt === null ? null : (
        <section className="stack" aria-labelledby="action-title">
          <h3 id="action-title">
            {t('safeguarding.is.closed')}, {date(concern.closedAt)}
          </h3>
          <p className="policy-text">{concern.action}</p>
        </section>
      )}
      {isSeen && concern.closedAt === null ? (
        <CloseForm result={reply && 'result' in reply ? reply.result : null} />
      ) : null}
    </>
  );
}
