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
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { writeLetters } from '../../services/outcomes/write-letters.server.ts';
import { markLettersPosted } from '../../services/outcomes/mark-letters-posted.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({ tellings: z.array(z.uuid()).default([]) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.read');
  const page = await respond(() => writeLetters(member, parseParams(params, panelParams)));
  return { pageTitle: await outcomesTitle(request, 'letters', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ refusal: { code: 'malformed-form' } }, { status: 400 });
  }
  return submit(
    () => markLettersPosted(member, { panelId, tellingIds: submission.value.tellings }),
    `/panels/${panelId}/decisions/letters?done=posted`,
  );
}

export default function LettersPage() {
  const { frame, letters } = useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const { nameOf } = useLocal();
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ posted: t('done.posted') }} />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      <h2>{t('page.letters')}</h2>
      {letters.length === 0 ? (
        <EmptyState title={t('letters.emptyTitle')} text={t('letters.emptyText')} />
      ) : (
        <p className="muted">{t('letters.text')}</p>
      )}
      {letters.map((letter) => (
        <article key={letter.memberId} className="letter">
          <h3>{t('letters.to', { number: letter.number, language: nameOf(letter.language) })}</h3>
          <div lang={letter.language} dir={directionOf(letter.language)} className="stack">
            {letter.paragraphs.map((paragraph, index) => (
              // Sentences of a letter may repeat, and never change places.
              <p key={`${index} ${paragraph}`}>{paragraph}</p>
            ))}
          </div>
          <Form method="post" className="no-print">
            <TokenField />
            {letter.tellings.map((id) => (
              <input key={id} type="hidden" name="tellings" value={id} />
            ))}
            <Button tone="secondary">{t('letters.posted', { number: letter.number })}</Button>
          </Form>
        </article>
      ))}
    </>
  );
}
