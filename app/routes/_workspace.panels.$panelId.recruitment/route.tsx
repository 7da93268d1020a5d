import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { closeChannel } from '../../services/recruitment/close-channel.server.ts';
import { getRecruitment } from '../../services/recruitment/get-recruitment.server.ts';
import { openChannel } from '../../services/recruitment/open-channel.server.ts';
import { ChannelTable } from './channel-table.tsx';
import { NewChannelForm } from './new-channel-form.tsx';
import { QuestionCard } from './question-card.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('open'),
    name: z.string({ error: 'channel-name-missing' }).trim().min(1).max(100, 'name-long'),
    kind: z.enum(['open', 'partner', 'staff'], 'choice-missing'),
  }),
  z.object({ intent: z.literal('close'), channelId: z.uuid() }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getRecruitment(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'recruitment', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const here = `/panels/${panelId}/recruitment`;
  switch (form.intent) {
    case 'open':
      return submitForm(
        submission,
        () => openChannel(member, { panelId, name: form.name, kind: form.kind }),
        `${here}?done=opened`,
      );
    case 'close':
      return submitForm(
        submission,
        () => closeChannel(member, { panelId, channelId: form.channelId }),
        `${here}?done=closed`,
      );
  }
}

export default function RecruitmentPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('recruitment');
  const { frame, channels, questions, isAsking } = page;
  const mayChange = frame.may.manage && frame.state !== 'closed';
  return (
    <>
      <PanelHeader
        frame={frame}
        action={
          <LinkButton to={`/panels/${frame.id}/recruitment/draws`}>{t('draws.title')}</LinkButton>
        }
      />
      <DoneNotice
        words={{
          opened: t('done.opened'),
          closed: t('done.closed'),
          saved: t('done.saved'),
          removed: t('done.removed'),
        }}
      />
      <RefusalSummary refusal={answer?.refusal} />
      <section className="stack" aria-labelledby="ways">
        <h2 id="ways">{t('ways.title')}</h2>
        <p className="muted">{t('ways.text', { minimum: page.minimum })}</p>
        {channels.length === 0 ? (
          <EmptyState title={t('ways.emptyTitle')} text={t('ways.emptyText')} />
        ) : (
          <ChannelTable page={page} />
        )}
        {mayChange ? <NewChannelForm result={answer?.result} /> : null}
      </section>
      <section className="stack" aria-labelledby="targets">
        <h2 id="targets">{t('gap.title')}</h2>
        <p className="muted">{t('gap.text', { minimum: page.minimum })}</p>
        {questions.length === 0 ? (
          <EmptyState title={t('gap.emptyTitle')} text={t('gap.emptyText')} />
        ) : null}
        {questions.length > 0 && !isAsking ? <p>{t('gap.notAsked')}</p> : null}
        {questions.map((question) => (
          <QuestionCard key={question.id} question={question} page={page} mayChange={mayChange} />
        ))}
        {mayChange ? (
          <p>
            <LinkButton to={`/panels/${frame.id}/recruitment/strata/new`}>
              {t('gap.add')}
            </LinkButton>
          </p>
        ) : null}
      </section>
    </>
  );
}
