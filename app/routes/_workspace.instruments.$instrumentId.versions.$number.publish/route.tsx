import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { equivalences } from '#surveys/model/compare-instruments.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { PublishingProblems } from '../../components/publishing-problems.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { VersionHeader } from '../../components/version-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { getPublication } from '../../services/instruments/get-publication.server.ts';
import { publishVersion } from '../../services/instruments/publish-version.server.ts';
import { versionParams } from '../../services/instruments/version-params.ts';
import { EquivalenceFields } from './equivalence-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  baseHash: z.string().length(64),
  claim: z.enum(equivalences).optional(),
  note: z.string().trim().max(1000, 'text-long').optional(),
});

/** What a refusal of the service is about: the statement, or the draft as a whole. */
const refusals = [
  'equivalence-missing',
  'equivalence-note-missing',
  'equivalence-too-strong',
  'version-not-publishable',
  'draft-changed',
  'version-published',
] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const address = parseParams(params, versionParams);
  const publication = await respond(() => getPublication(member, address));
  const i18n = await translate(request);
  return { title: i18n.t('instruments:publish.title'), address, ...publication };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'instruments.publish');
  const address = parseParams(params, versionParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const { baseHash, claim, note } = submission.value;
  const equivalence = claim ? { claim, note: note ?? '' } : null;
  const published = await attempt(refusals, () =>
    publishVersion(member, { ...address, baseHash, equivalence }),
  );
  if (!published.ok) {
    const isNote = published.reason === 'equivalence-note-missing';
    const reply = { fieldErrors: { [isNote ? 'note' : 'claim']: [published.reason] } };
    return data({ result: submission.reply(reply) }, { status: 400 });
  }
  const { instrumentId, number } = address;
  return redirect(`/instruments/${instrumentId}/versions/${number}?done=published`, 303);
}

export default function PublishVersionPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation(['instruments', 'errors', 'common']);
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'publish',
    lastResult: useActionData<typeof action>()?.result ?? null,
    defaultValue: { baseHash: page.baseHash },
  });
  const say = (code: string) =>
    t(`errors:${code as 'equivalence-missing'}`, { number: page.address.number });
  return (
    <>
      <VersionHeader
        title={page.title}
        subtitle={t('instruments:publish.subtitle')}
        address={page.address}
        instrument={page.instrument}
      />
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks([fields.claim, fields.note], say)}
      />
      {page.problems.length > 0 ? (
        <PublishingProblems problems={page.problems} />
      ) : (
        <Form method="post" id={form.id}>
          <TokenField />
          <input type="hidden" name={fields.baseHash.name} value={fields.baseHash.initialValue} />
          {page.strongestEquivalence ? (
            <EquivalenceFields
              claim={fields.claim}
              note={fields.note}
              strongest={page.strongestEquivalence}
              say={say}
            />
          ) : null}
          <Notice tone="concern">{t('instruments:publish.consequence')}</Notice>
          <Button>{t('instruments:publish.submit')}</Button>
        </Form>
      )}
    </>
  );
}
