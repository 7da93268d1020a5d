import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { WhatCame } from '../../components/outcomes/what-came.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { decideSuggestion } from '../../services/outcomes/decide-suggestion.server.ts';
import { getSuggestion } from '../../services/outcomes/get-suggestion.server.ts';
import { recordChange } from '../../services/outcomes/record-change.server.ts';
import { ChangeForm } from './change-form.tsx';
import { ContributionList } from './contribution-list.tsx';
import { DecisionForm } from './decision-form.tsx';
import { outcomeRefusals, outcomeSchema, subjectOf } from './outcome-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({ panelId: z.uuid(), suggestionId: z.uuid() });
const inFields = Object.keys(outcomeRefusals) as (keyof typeof outcomeRefusals)[];
const inPlace = [
  ...['suggestion-changed', 'suggestion-undecided', 'date-in-future'],
  ...['panel-is-draft', 'panel-is-closed'],
] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getSuggestion(member, parseParams(params, paramsSchema)));
  return { pageTitle: await outcomesTitle(request, 'suggestion', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'suggestions.decide');
  const ids = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema: outcomeSchema });
  const nothing = { refusal: undefined, revision: undefined };
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), ...nothing }, { status: 400 });
  }
  const form = submission.value;
  const subject = form.intent === 'change' ? subjectOf(form) : null;
  if (subject === undefined) {
    const fieldErrors = { about: ['change-subject-missing'] };
    return data({ result: submission.reply({ fieldErrors }), ...nothing }, { status: 400 });
  }
  const answer = await attempt([...inFields, ...inPlace], () =>
    form.intent === 'decide'
      ? decideSuggestion(member, { ...ids, ...form })
      : recordChange(member, { ...ids, ...form, subject: subject ?? { kind: 'organisation' } }),
  );
  if (answer.ok) {
    return redirect(
      `/panels/${ids.panelId}/decisions/${ids.suggestionId}?done=${form.intent}`,
      303,
    );
  }
  const { reason, values } = answer;
  const field = inFields.find((code) => code === reason);
  if (field !== undefined) {
    const fieldErrors = { [outcomeRefusals[field]]: [field] };
    return data({ result: submission.reply({ fieldErrors }), ...nothing }, { status: 400 });
  }
  // What was typed comes back; after a conflict it can be sent again, now that the other is known.
  const refused = { refusal: { code: reason, values }, revision: values['revision'] };
  return data({ result: submission.reply({ formErrors: [reason] }), ...refused }, { status: 409 });
}

export default function SuggestionPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, outcome, contributions, subjects } = page;
  const { t } = useTranslation('outcomes');
  const reply = useActionData<typeof action>();
  const result = reply?.result ?? null;
  const sent = result?.initialValue?.['intent'];
  const revision = Number(reply?.revision ?? page.revision);
  // A new key once something was recorded: a form would keep what was typed for the one before.
  const state = `${outcome.decisions.length} ${outcome.changes.length} ${result?.status ?? ''}`;
  const form = { revision, languages: frame.languages, today: page.today };
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{
          decide: t('done.decided'),
          change: t('done.changed'),
          edited: t('done.saved'),
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <p>
        <Link to={`/panels/${frame.id}/decisions`}>{t('suggestion.back')}</Link>
      </p>
      {outcome.isWithoutWords ? (
        <Notice tone="concern" title={t('suggestion.withoutWords')}>
          {t('suggestion.withoutWordsText')}
        </Notice>
      ) : null}
      <WhatCame outcome={outcome} />
      <ContributionList contributions={contributions} />
      {page.mayEdit ? (
        <p>
          <LinkButton to={`/panels/${frame.id}/decisions/${outcome.id}/edit`}>
            {t('edit.open')}
          </LinkButton>
        </p>
      ) : null}
      {frame.may.decide && frame.state !== 'draft' ? (
        <>
          <DecisionForm
            key={`decide ${state}`}
            {...form}
            isFirst={outcome.decisions.length === 0}
            result={sent === 'decide' ? result : null}
          />
          {outcome.decisions.length > 0 ? (
            <ChangeForm
              key={`change ${state}`}
              {...form}
              subjects={subjects}
              result={sent === 'change' ? result : null}
            />
          ) : null}
        </>
      ) : null}
    </>
  );
}
