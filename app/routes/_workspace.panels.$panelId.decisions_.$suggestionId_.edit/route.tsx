import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { editSuggestion } from '../../services/outcomes/edit-suggestion.server.ts';
import { getSuggestion } from '../../services/outcomes/get-suggestion.server.ts';
import { removeSuggestion } from '../../services/outcomes/remove-suggestion.server.ts';
import { EditForm } from './edit-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({ panelId: z.uuid(), suggestionId: z.uuid() });
const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    revision,
    text: localTextField(1000, 'suggestion-words-missing'),
  }),
  z.object({ intent: z.literal('remove'), revision }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'suggestions.manage');
  const page = await respond(() => getSuggestion(member, parseParams(params, paramsSchema)));
  return { pageTitle: await outcomesTitle(request, 'edit', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'suggestions.manage');
  const name = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const decisions = `/panels/${name.panelId}/decisions`;
  if (form.intent === 'remove') {
    const suggestion = { ...name, revision: form.revision };
    return submitForm(
      submission,
      () => removeSuggestion(member, suggestion),
      `${decisions}?done=removed`,
    );
  }
  const { revision, text } = form;
  return submitForm(
    submission,
    () => editSuggestion(member, { ...name, revision, text }),
    `${decisions}/${name.suggestionId}?done=edited`,
    { 'suggestion-words-missing': 'text' },
  );
}

export default function EditSuggestionPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, outcome } = page;
  const { t } = useTranslation('outcomes');
  const reply = useActionData<typeof action>();
  const revision = Number(reply?.refusal?.values?.['revision'] ?? page.revision);
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={reply?.refusal} />
      <p>
        <Link to={`/panels/${frame.id}/decisions/${outcome.id}`}>{t('edit.back')}</Link>
      </p>
      <h2>{t('page.edit')}</h2>
      {page.mayEdit ? (
        <>
          <p>{t('edit.text')}</p>
          <EditForm
            revision={revision}
            text={outcome.text}
            languages={frame.languages}
            result={reply?.result ?? null}
          />
          <ConfirmDetails summary={t('edit.remove')} consequence={t('edit.removeText')}>
            <Form method="post">
              <TokenField />
              <input type="hidden" name="revision" value={revision} readOnly />
              <Button tone="danger" name="intent" value="remove">
                {t('edit.remove')}
              </Button>
            </Form>
          </ConfirmDetails>
        </>
      ) : (
        <p>{t('edit.decided')}</p>
      )}
    </>
  );
}
