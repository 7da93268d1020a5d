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
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { RoundProblems } from '../../components/round-problems.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { askMembers } from '../../services/panels/ask-members.server.ts';
import { getRoundAsking } from '../../services/panels/get-round.server.ts';
import { openRound } from '../../services/panels/open-round.server.ts';
import { roundParams } from '../../services/panels/round-params.ts';
import { OverBudget } from './over-budget.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const people = z.array(z.uuid()).default([]);
const schema = z.object({
  intent: z.enum(['open', 'ask']),
  revision: z.coerce.number().int(),
  seenOver: people,
  askNonetheless: people,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const page = await respond(() => getRoundAsking(member, parseParams(params, roundParams)));
  return { pageTitle: await panelPageTitle(request, 'rounds', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const name = parseParams(params, roundParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const { intent, revision, seenOver, askNonetheless } = submission.value;
  const choice = { seenOver, askNonetheless };
  const round = `/panels/${name.panelId}/rounds/${name.roundId}`;
  return intent === 'open'
    ? submit(() => openRound(member, { ...name, revision, ...choice }), `${round}?done=opened`)
    : submit(() => askMembers(member, { ...name, ...choice }), `${round}?done=asked`);
}

export default function AskPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, round, problems, over } = page;
  const { t } = useTranslation('panels');
  const { number } = useLocal();
  const isDraft = round.state === 'draft';
  const mayAsk = round.state !== 'closed' && problems.length === 0;
  const home = `/panels/${frame.id}/rounds/${round.id}`;
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      <h2>{t(isDraft ? 'ask.open' : 'ask.more')}</h2>
      {isDraft ? <RoundProblems problems={problems} home={home} /> : null}
      {round.state === 'closed' ? <p>{t('close.notOpen')}</p> : null}
      <Facts
        items={[
          { term: t('ask.people'), value: number(page.people) },
          {
            term: t('ask.withAddress'),
            value: number(page.withAddress),
            note: t('ask.withAddressText'),
          },
          { term: t('round.minutes'), value: number(round.minutes) },
          { term: t('settings.minutesPerQuarter'), value: number(page.minutesPerQuarter) },
        ]}
      />
      {mayAsk ? (
        <Form method="post">
          <TokenField />
          <input type="hidden" name="revision" value={round.revision} readOnly />
          {over.length === 0 ? (
            <Notice tone="good">{t('ask.nobodyOver')}</Notice>
          ) : (
            <OverBudget over={over} minutes={round.minutes} budget={page.minutesPerQuarter} />
          )}
          {isDraft ? <p>{t('ask.frozen')}</p> : null}
          <Button name="intent" value={isDraft ? 'open' : 'ask'}>
            {t(isDraft ? 'ask.openNow' : 'ask.askNow')}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
