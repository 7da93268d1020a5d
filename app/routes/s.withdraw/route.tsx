import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CodeError, CodeForm } from '../../components/respondent/code-form.tsx';
import { OwnShell } from '../../components/respondent/own-shell.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { ballotCookie } from '../../http/cookies.server.ts';
import { formText } from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { withdrawBallot } from '../../services/answering/withdraw-ballot.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = await resolveLanguage(request);
  const { t } = await requestI18n(context, language);
  return { title: t('respondent:withdraw.title'), language };
}

export async function action({ request }: ActionFunctionArgs) {
  const typed = formText(await readForm(request), 'code');
  const withdrawn = await respond(() => withdrawBallot(typed));
  if (withdrawn.ok) {
    const headers = { 'Set-Cookie': ballotCookie.clear() };
    return data({ outcome: withdrawn.deleted }, { headers });
  }
  const { problem } = withdrawn;
  const status = problem === 'unknown' ? 404 : 400;
  return data({ outcome: 'refused', problem, typed } as const, { status });
}

const said = {
  everything: { title: 'withdraw.doneTitle', text: 'withdraw.done' },
  words: { title: 'withdraw.wordsTitle', text: 'withdraw.wordsDone' },
  nothing: { title: 'withdraw.lateTitle', text: 'withdraw.late' },
} as const;

export default function WithdrawPage() {
  const { language } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation('respondent');
  if (result && result.outcome !== 'refused') {
    const { outcome } = result;
    return (
      <OwnShell language={language}>
        <h1>{t(said[outcome].title)}</h1>
        <p>{t(said[outcome].text)}</p>
        {outcome === 'everything' ? null : <p>{t('withdraw.panel')}</p>}
        <p>{t('done.close')}</p>
      </OwnShell>
    );
  }
  return (
    <OwnShell language={language}>
      <CodeError problem={result?.problem} />
      <h1>{t('withdraw.title')}</h1>
      <p>{t('withdraw.intro')}</p>
      <p>{t('withdraw.why')}</p>
      <p>{t('withdraw.words')}</p>
      <p>{t('withdraw.panel')}</p>
      <CodeForm
        submitLabel={t('withdraw.submit')}
        tone="danger"
        problem={result?.problem}
        typed={result?.typed}
      />
      <p className="hint">{t('withdraw.final')}</p>
    </OwnShell>
  );
}
