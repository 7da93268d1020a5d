import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { evidenceKinds, type EvidenceKind } from '#surveys/evidence/evidence.ts';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { addEvidence } from '../../services/evidence/add-evidence.server.ts';
import { readEvidenceForm } from '../../services/evidence/evidence-input.ts';
import { getDossier } from '../../services/evidence/get-dossier.server.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { KindChoice } from './kind-choice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({ instrumentId: z.uuid() });
const kindSchema = z.enum(evidenceKinds as [EvidenceKind, ...EvidenceKind[]]);
const searchSchema = z.object({ kind: kindSchema.nullable().catch(null) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'evidence.manage');
  const { instrumentId } = parseParams(params, paramsSchema);
  const { title, languages, parts } = await respond(() => getDossier(member, instrumentId));
  const populations = [...new Set(parts.map(({ population }) => population))];
  const { kind } = searchOf(request, searchSchema);
  const i18n = await translate(request);
  return { pageTitle: i18n.t('evidence:add'), instrumentId, title, languages, populations, kind };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'evidence.manage');
  const { instrumentId } = parseParams(params, paramsSchema);
  const form = await readForm(request);
  const kind = kindSchema.safeParse(form.get('kind'));
  if (!kind.success) throw data({ code: 'malformed-form' }, { status: 400 });
  const read = readEvidenceForm(kind.data, form);
  if (!read.ok) {
    const texts = [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return data({ wrong: read.fields, entered: texts }, { status: 400 });
  }
  await respond(() => addEvidence(member, instrumentId, read.evidence));
  return redirect(`/instruments/${instrumentId}/evidence?done=added`, 303);
}

export default function AddEvidencePage() {
  const { instrumentId, title, kind, ...choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['evidence', 'instruments', 'common']);
  const { text } = useLocal();
  const home = `/instruments/${instrumentId}`;
  const wrong = reply?.wrong ?? [];
  return (
    <>
      <PageHeader
        title={t('add')}
        subtitle={kind === null ? t('addWhat') : t(`kind.${kind}`)}
        breadcrumbs={[
          { label: t('instruments:list.title'), href: '/instruments' },
          { label: text(title), href: home },
          { label: t('title'), href: `${home}/evidence` },
        ]}
        breadcrumbsLabel={t('instruments:breadcrumbs')}
      />
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={wrong.map((name) => ({
          href: `#${name}`,
          text: t('wrong', { field: t(`field.${name as 'n'}`) }),
        }))}
      />
      {kind === null ? (
        <KindChoice />
      ) : (
        <EvidenceForm kind={kind} {...choices} wrong={wrong} entered={reply?.entered ?? []} />
      )}
    </>
  );
}
