import { parseWithZod } from '@conform-to/zod/v4';
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
import { z } from 'zod';
import { SurveyShell } from '../../components/respondent/survey-shell.tsx';
import { ballotCookie, receiptCookie } from '../../http/cookies.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import {
  answering,
  requireBallot,
  requireLanguage,
  stepAddress,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { getConsentPage } from '../../services/answering/get-consent-page.server.ts';
import { formatCode } from '../../services/answering/personal-code.server.ts';
import { isLinkReplaced } from '../../services/answering/require-invitation.server.ts';
import { saveConsent } from '../../services/answering/save-consent.server.ts';
import styles from '../../styles/respondent.css?url';
import { ConsentForm } from './consent-form.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  consentVersionId: z.uuid().optional(),
  siteId: z.uuid().optional(),
  covariate: z.record(z.string(), z.string()).default({}),
  register: z.enum(['standard', 'easy-read']).default('standard'),
  linkingCode: z.string().max(200).default(''),
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ballot = requireBallot(request, params['code']);
  const wanted = await wantedLanguages(request);
  const page = await answering(ballot.link, () => getConsentPage({ ballot, wanted }));
  await requireLanguage(request, page.language);
  const { t } = await requestI18n(context, page.language);
  const { link } = ballot;
  return { page, link, title: `${t('respondent:consent.title')} · ${page.title}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ballot = requireBallot(request, params['code']);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const { covariate, consentVersionId = null, siteId = null, ...rest } = submission.value;
  // 'none' is the row for not saying; it is kept apart from the list's first line for the reader.
  const covariates = new Map(Object.entries(covariate).filter(([, value]) => value !== 'none'));
  const given = { ...rest, consentVersionId, siteId, covariates };
  const wanted = await wantedLanguages(request);
  const saved = await answering(ballot.link, async () =>
    saveConsent({
      ballot,
      wanted,
      given,
      isLinkReplaced: await isLinkReplaced(receiptCookie.read(request)),
    }),
  );
  if (!saved.ok) {
    return data({ problems: saved.problems, given: submission.value }, { status: 400 });
  }
  const address = stepAddress(ballot.link, saved.next);
  if (saved.madeLinkingCode === null) return redirect(address, 303);
  const linking = formatCode(saved.madeLinkingCode);
  const cookie = ballotCookie.set({ ...ballot, linking });
  return redirect(address, { status: 303, headers: { 'Set-Cookie': cookie } });
}

export default function ConsentPage() {
  const { page, link } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('respondent');
  return (
    <SurveyShell frame={page} privacyHref={`/s/${link}/privacy`}>
      <ConsentForm
        page={page}
        problems={refused?.problems ?? []}
        given={refused?.given}
        heading={t('consent.title')}
      />
    </SurveyShell>
  );
}
