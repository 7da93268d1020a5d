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
import { InstrumentIssues } from '../../components/instrument-issues.tsx';
import { VersionHeader } from '../../components/version-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { translate } from '../../i18n/translate.server.ts';
import { useLocal } from '../../components/use-local.ts';
import { getWording } from '../../services/instruments/get-wording.server.ts';
import { saveWording } from '../../services/instruments/save-wording.server.ts';
import { versionParams } from '../../services/instruments/version-params.ts';
import { WordingFields } from './wording-fields.tsx';
import { toWordingForm, wordingSchema } from './wording-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = versionParams.extend({ language: languageSchema });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { language, ...address } = parseParams(params, paramsSchema);
  const wording = await respond(() => getWording(member, { ...address, language }));
  const i18n = await translate(request);
  return { title: i18n.t('instruments:wording.title'), address, language, wording };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'instruments.edit');
  const { language, ...address } = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema: wordingSchema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), issues: [] }, { status: 400 });
  }
  const { baseHash } = submission.value;
  const form = toWordingForm(language, submission.value);
  const saved = await attempt(['draft-changed', 'version-published'] as const, () =>
    saveWording(member, { ...address, baseHash, form }),
  );
  if (saved.ok && saved.result.ok) {
    const { instrumentId, number } = address;
    return redirect(`/instruments/${instrumentId}/versions/${number}?done=saved`, 303);
  }
  const issues = saved.ok && !saved.result.ok ? saved.result.issues : [];
  const formErrors = [saved.ok ? 'wording-refused' : saved.reason];
  return data(
    { result: submission.reply({ formErrors }), issues },
    { status: saved.ok ? 400 : 409 },
  );
}

export default function WordingPage() {
  const { title, address, language, wording } = useLoaderData<typeof loader>();
  const { t } = useTranslation('instruments');
  const { nameOf } = useLocal();
  const reply = useActionData<typeof action>();
  return (
    <>
      <VersionHeader
        title={`${title}: ${nameOf(language)}`}
        subtitle={t(wording.isSource ? 'wording.sourceSubtitle' : 'wording.subtitle')}
        address={address}
        instrument={wording.title}
      />
      {reply && reply.issues.length > 0 ? <InstrumentIssues issues={reply.issues} /> : null}
      <WordingFields language={language} wording={wording} result={reply?.result ?? null} />
    </>
  );
}
