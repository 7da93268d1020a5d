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
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { addSuggestion } from '../../services/outcomes/add-suggestion.server.ts';
import { getSuggestionChoices } from '../../services/outcomes/get-suggestion-choices.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { SuggestionForm } from './suggestion-form.tsx';
import {
  suggestionRefusals,
  suggestionSchema,
  type SuggestionRefusal,
} from './suggestion-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'suggestions.manage');
  const page = await respond(() => getSuggestionChoices(member, parseParams(params, panelParams)));
  return { pageTitle: await outcomesTitle(request, 'new', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'suggestions.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema: suggestionSchema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), number: 0 }, { status: 400 });
  }
  const { text, contributions, quote } = submission.value;
  const codes = Object.keys(suggestionRefusals) as SuggestionRefusal[];
  const added = await attempt(codes, () =>
    addSuggestion(member, {
      ...{ panelId, text },
      contributions: contributions.map((contributionId) => ({
        contributionId,
        quote: quote[contributionId] ?? '',
      })),
    }),
  );
  if (added.ok) return redirect(`/panels/${panelId}/decisions?done=added`, 303);
  const fieldErrors = { [suggestionRefusals[added.reason]]: [added.reason] };
  const number = Number(added.values['number'] ?? 0);
  return data({ result: submission.reply({ fieldErrors }), number }, { status: 400 });
}

export default function NewSuggestionPage() {
  const { frame, contributions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PanelHeader frame={frame} />
      <h2>{t('page.new')}</h2>
      {contributions.length === 0 ? (
        <EmptyState title={t('new.emptyTitle')} text={t('new.emptyText')} />
      ) : (
        <SuggestionForm
          languages={frame.languages}
          contributions={contributions}
          result={reply?.result ?? null}
          wrongNumber={reply?.number ?? 0}
        />
      )}
    </>
  );
}
