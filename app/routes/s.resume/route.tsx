import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CodeError, CodeForm } from '../../components/respondent/code-form.tsx';
import { OwnShell } from '../../components/respondent/own-shell.tsx';
import { ballotCookie, receiptCookie } from '../../http/cookies.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { formText, stepAddress } from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { ownBallotLink } from '../../services/answering/ballot.server.ts';
import { resumeBallot } from '../../services/answering/resume-ballot.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = await resolveLanguage(request);
  const { t } = await requestI18n(context, language);
  return { title: t('respondent:resume.title'), language };
}

export async function action({ request }: ActionFunctionArgs) {
  const typed = formText(await readForm(request), 'code');
  const resumed = await respond(() => resumeBallot(typed));
  if (!resumed.ok) {
    const { problem } = resumed;
    return data({ problem, typed }, { status: problem === 'unknown' ? 404 : 400 });
  }
  const cookie = ballotCookie.set({ ...resumed.ballot, link: ownBallotLink, linking: '' });
  const language = resumed.language === null ? '' : `?lang=${resumed.language}`;
  const address = stepAddress(ownBallotLink, resumed.step) + language;
  const headers = new Headers({ 'Set-Cookie': cookie });
  const current = ballotCookie.read(request);
  // Going on with other answers than those begun here: their invitation is not this device's.
  if (current?.code !== resumed.ballot.code) headers.append('Set-Cookie', receiptCookie.clear());
  return redirect(address, { status: 303, headers });
}

export default function ResumePage() {
  const { language } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('respondent');
  return (
    <OwnShell language={language}>
      <CodeError problem={refused?.problem} />
      <h1>{t('resume.title')}</h1>
      <p>{t('resume.intro')}</p>
      <CodeForm
        submitLabel={t('resume.submit')}
        problem={refused?.problem}
        typed={refused?.typed}
      />
      <p className="hint">{t('resume.invited')}</p>
      <p className="hint">
        <a href="/s/withdraw">{t('footer.withdraw')}</a>
      </p>
    </OwnShell>
  );
}
