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
import { LinkButton } from '../../components/button.tsx';
import { ContributionFacts } from '../../components/contribution-facts.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { Tag } from '../../components/tag.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { moderationReasons } from '../../services/contributions/contribution-names.ts';
import { contributionParams } from '../../services/contributions/contribution-params.ts';
import { getContribution } from '../../services/contributions/get-contribution.server.ts';
import { moderateContribution } from '../../services/contributions/moderate-contribution.server.ts';
import { DecisionForms } from './decision-forms.tsx';
import { HistoryTable } from './history-table.tsx';
import { TranslationList } from './translation-list.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), revision }),
  z.object({
    intent: z.literal('reject'),
    revision,
    reason: z.enum(moderationReasons, { error: 'reason-missing' }),
    note: z.string({ error: 'note-missing' }).trim().min(1, 'note-missing').max(2000, 'text-long'),
  }),
]);

const refusals = ['contribution-changed', 'policy-not-published'] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const ids = parseParams(params, contributionParams);
  const page = await respond(() => getContribution(member, ids));
  return {
    pageTitle: await moderationPageTitle(request, 'contribution', page.frame.title),
    ...page,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'contributions.moderate');
  const ids = parseParams(params, contributionParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), refusal: undefined }, { status: 400 });
  }
  const form = submission.value;
  const decision =
    form.intent === 'accept'
      ? ({ verdict: 'accepted' } as const)
      : ({ verdict: 'rejected', reason: form.reason, note: form.note } as const);
  const decided = await attempt(refusals, () =>
    moderateContribution(member, { ...ids, revision: form.revision, decision }),
  );
  if (decided.ok) {
    const page = `/panels/${ids.panelId}/contributions/${ids.contributionId}`;
    return redirect(`${page}?done=${decision.verdict}`, 303);
  }
  const refusal = { code: decided.reason, values: decided.values };
  return data({ result: submission.reply(), refusal }, { status: 409 });
}

const tones = {
  received: 'neutral',
  redacted: 'neutral',
  accepted: 'good',
  rejected: 'concern',
  withdrawn: 'neutral',
} as const;

export default function ContributionPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, contribution, may } = page;
  const { t } = useTranslation('moderation');
  const reply = useActionData<typeof action>();
  const home = `/panels/${frame.id}/contributions/${contribution.id}`;
  const { state, text } = contribution;
  const mayRedact = may.moderate && (state === 'received' || state === 'redacted');
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{
          redacted: t('done.redacted'),
          amended: t('done.amended'),
          accepted: t('done.accepted'),
          rejected: t('done.rejected'),
          withdrawn: t('done.withdrawn'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <section className="stack" aria-labelledby="contribution-title">
        <h2 id="contribution-title">{t('page.contribution')}</h2>
        <div>
          <Tag tone={tones[state]} text={t(`state.${state}`)} />
        </div>
        <ContributionFacts contribution={contribution} />
        {text === null ? (
          <p>{t(state === 'withdrawn' ? 'list.noWords' : 'one.notRead')}</p>
        ) : (
          <SpokenWords text={text} language={contribution.language} />
        )}
        <div className="button-row">
          {mayRedact ? <LinkButton to={`${home}/redact`}>{t('redact.open')}</LinkButton> : null}
          {may.moderate && state === 'accepted' ? (
            <LinkButton to={`${home}/redact`}>{t('amend.open')}</LinkButton>
          ) : null}
          {may.translate && text !== null && state !== 'rejected' ? (
            <LinkButton to={`${home}/translations`}>{t('translate.open')}</LinkButton>
          ) : null}
          {may.enter && state !== 'withdrawn' ? (
            <LinkButton to={`${home}/withdraw`}>{t('withdrawFor.open')}</LinkButton>
          ) : null}
        </div>
      </section>
      <TranslationList translations={page.translations} />
      {may.moderate && state === 'redacted' ? (
        <DecisionForms
          key={reply ? 'answered' : 'new'}
          revision={contribution.revision}
          isPolicyPublished={page.isPolicyPublished}
          policy={page.policy}
          result={reply?.result ?? null}
        />
      ) : null}
      <HistoryTable events={page.events} />
    </>
  );
}
