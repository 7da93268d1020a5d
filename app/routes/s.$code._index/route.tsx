import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StartPage } from '../../components/respondent/start-page.tsx';
import { ballotCookie, receiptCookie } from '../../http/cookies.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import {
  askedLanguage,
  formText,
  findBallot,
  requireLanguage,
  stepAddress,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { ownBallotLink } from '../../services/answering/ballot.server.ts';
import { getStartPage } from '../../services/answering/get-start-page.server.ts';
import { findStep } from '../../services/answering/resume-ballot.server.ts';
import { startOpenBallot } from '../../services/answering/start-ballot.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.page.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params['code'] ?? '';
  if (code === ownBallotLink) throw redirect('/s/resume');
  const wanted = await wantedLanguages(request);
  const page = await respond(() => getStartPage({ code, wanted, asked: askedLanguage(request) }));
  await requireLanguage(request, page.language);
  const ballot = findBallot(request, code);
  const step = ballot && (await respond(() => findStep(ballot)));
  const isUnderWay = step === 'review' || typeof step === 'number';
  return { page, code, goOnHref: isUnderWay ? stepAddress(code, step) : undefined };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const code = params['code'] ?? '';
  const form = await readForm(request);
  const wanted = await wantedLanguages(request);
  const start = formText(form, 'start');
  const ballot = await respond(() => startOpenBallot({ code, start, wanted }));
  const cookie = ballotCookie.set({ ...ballot, link: code, linking: '' });
  const headers = new Headers({ 'Set-Cookie': cookie });
  // Somebody else's invitation, begun on this device, must not be marked by these answers.
  headers.append('Set-Cookie', receiptCookie.clear());
  return redirect(stepAddress(code, 'consent'), { status: 303, headers });
}

export default function SurveyStartPage() {
  const { page, code, goOnHref } = useLoaderData<typeof loader>();
  return <StartPage page={page} privacyHref={`/s/${code}/privacy`} goOnHref={goOnHref} />;
}
