import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { formText } from '../../http/respondent-request.server.ts';
import { submitKeeping } from '../../http/submit-keeping.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { appealRejection } from '../../services/taking-part/appeal-rejection.server.ts';
import { requireOwnWord } from '../../services/taking-part/list-own-words.server.ts';
import { wordParams } from '../../services/taking-part/word-params.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { contributionId } = parseParams(params, wordParams);
  const word = await respond(() => requireOwnWord(reader, contributionId));
  if (!word.mayAppeal) throw redirect('/panel/words');
  const rejection = word.events.findLast(({ kind }) => kind === 'rejected');
  const title = await panelTitle(context, reader.frame, (t) => t('appeal.title'));
  const { original } = word;
  return { frame: reader.frame, title, original, reason: rejection?.reason ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const { contributionId } = parseParams(params, wordParams);
  const note = formText(await readForm(request), 'note');
  return submitKeeping(
    { note },
    () => appealRejection(reader, { contributionId, note }),
    '/panel/words?done=appealed',
  );
}

export default function AppealPage() {
  const { frame, original, reason } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  return (
    <PanelShell frame={frame}>
      <RefusalSummary refusal={refused?.refusal} />
      <h1>{t('appeal.title')}</h1>
      {original !== null && (
        <blockquote dir="auto" className="as-written">
          {original}
        </blockquote>
      )}
      {reason !== null && <p>{t(`reason.${reason}`)}</p>}
      <p>{t('appeal.who')}</p>
      <form method="post">
        <TokenField />
        <TextareaField
          id="note"
          name="note"
          label={t('appeal.note')}
          hint={t('appeal.noteHint')}
          dir="auto"
          maxLength={2000}
          defaultValue={refused?.given.note}
        />
        <div className="actions">
          <Button>{t('appeal.send')}</Button>
          <a href="/panel/words">{t('back')}</a>
        </div>
      </form>
    </PanelShell>
  );
}
