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
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { requireOwnWord } from '../../services/taking-part/list-own-words.server.ts';
import { withdrawOwn } from '../../services/taking-part/withdraw-own.server.ts';
import { wordParams } from '../../services/taking-part/word-params.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const { contributionId } = parseParams(params, wordParams);
  const word = await respond(() => requireOwnWord(reader, contributionId));
  if (!word.mayWithdraw) throw redirect('/panel/words');
  const title = await panelTitle(context, reader.frame, (t) => t('withdraw.title'));
  return { frame: reader.frame, title, original: word.original ?? '' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const { contributionId } = parseParams(params, wordParams);
  await readForm(request);
  return submit(() => withdrawOwn(reader, contributionId), '/panel/words?done=withdrawn');
}

export default function WithdrawPage() {
  const { frame, original } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  return (
    <PanelShell frame={frame}>
      <RefusalSummary refusal={refused?.refusal} />
      <h1>{t('withdraw.title')}</h1>
      {original !== '' && (
        <blockquote dir="auto" className="as-written">
          {original}
        </blockquote>
      )}
      <ul>
        <li>{t('withdraw.deleted')}</li>
        <li>{t('withdraw.reports')}</li>
        <li>{t('withdraw.printed')}</li>
        <li>{t('withdraw.forGood')}</li>
      </ul>
      <form method="post">
        <TokenField />
        <div className="actions">
          <Button tone="danger">{t('withdraw.button')}</Button>
          <a href="/panel/words">{t('withdraw.keep')}</a>
        </div>
      </form>
    </PanelShell>
  );
}
