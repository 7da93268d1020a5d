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
import { StartPage } from '../../components/respondent/start-page.tsx';
import { RespondentShell } from '../../components/respondent-shell.tsx';
import { ballotCookie, receiptCookie } from '../../http/cookies.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import {
  askedLanguage,
  formText,
  requireLanguage,
  stepAddress,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { ownBallotLink } from '../../services/answering/ballot.server.ts';
import { getInvitationPage } from '../../services/answering/get-start-page.server.ts';
import { resumeInvitedBallot } from '../../services/answering/resume-ballot.server.ts';
import { startInvitedBallot } from '../../services/answering/start-ballot.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const wanted = await wantedLanguages(request);
  const asked = askedLanguage(request);
  const page = await respond(() => getInvitationPage({ token, wanted, asked }));
  if (page.isUsed) {
    const { t } = await requestI18n(context, await resolveLanguage(request));
    return data({ page, title: t('respondent:used.title') }, { status: 410 });
  }
  await requireLanguage(request, page.language);
  return data({ page, title: page.title });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const form = await readForm(request);
  const wanted = await wantedLanguages(request);
  const start = formText(form, 'start');
  if (form.has('code')) return goOn(token, formText(form, 'code'));
  const { ballot, receipt } = await respond(() => startInvitedBallot({ token, start, wanted }));
  const headers = new Headers();
  const held = { ...ballot, link: ownBallotLink, linking: '' };
  headers.append('Set-Cookie', ballotCookie.set(held));
  headers.append('Set-Cookie', receiptCookie.set(receipt));
  return redirect(stepAddress(ownBallotLink, 'consent'), { status: 303, headers });
}

/** The link has been used, on another device or here: the code opens what was begun with it. */
async function goOn(token: string, typed: string) {
  const { resumed, receipt } = await respond(() => resumeInvitedBallot({ token, typed }));
  if (!resumed.ok) {
    const { problem } = resumed;
    return data({ problem, typed }, { status: problem === 'unknown' ? 404 : 400 });
  }
  const { ballot, step, language } = resumed;
  const headers = new Headers();
  const held = { ...ballot, link: ownBallotLink, linking: '' };
  headers.append('Set-Cookie', ballotCookie.set(held));
  const ofLink = receipt ? receiptCookie.set(receipt) : receiptCookie.clear();
  headers.append('Set-Cookie', ofLink);
  const query = language === null ? '' : `?lang=${language}`;
  return redirect(stepAddress(ownBallotLink, step) + query, { status: 303, headers });
}

export default function InvitationStartPage() {
  const { page } = useLoaderData<typeof loader>();
  return page.isUsed ? <UsedLink /> : <StartPage page={page} isPersonal />;
}

function UsedLink() {
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('respondent');
  const { t: common } = useTranslation('common');
  return (
    <RespondentShell organisation={common('brand')} skipLabel={common('skipToContent')}>
      <CodeError problem={refused?.problem} />
      <h1>{t('used.title')}</h1>
      <p>{t('used.explain')}</p>
      <CodeForm
        submitLabel={t('resume.submit')}
        problem={refused?.problem}
        typed={refused?.typed}
      />
      <p>{t('used.ask')}</p>
    </RespondentShell>
  );
}
