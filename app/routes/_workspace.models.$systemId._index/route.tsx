import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { ConditionsTable } from '../../components/models/conditions-table.tsx';
import { MissingDuties } from '../../components/models/missing-duties.tsx';
import { StageEvents } from '../../components/models/stage-events.tsx';
import { SuspendSection } from '../../components/models/suspend-section.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { titleText } from '../../i18n/title-text.server.ts';
import { sectionNames } from '../../services/register/description-fields.ts';
import { stops } from '../../services/register/fitting-stages.ts';
import { getSystem } from '../../services/register/get-system.server.ts';
import { reasonField, systemParams } from '../../services/register/register-schema.ts';
import { suspendSystem } from '../../services/register/suspend-system.server.ts';
import { listCountries } from '../../services/sites/list-countries.ts';
import { DescriptionSection } from './description-section.tsx';
import { Descriptions } from './descriptions.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object(reasonField);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getSystem(member, parseParams(params, systemParams)));
  const countries = listCountries(await resolveLanguage(request));
  return {
    pageTitle: await titleText(request, page.frame.name),
    countries: Object.fromEntries(countries.map(({ code, name }) => [code, name])),
    ...page,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.suspend');
  const { systemId } = parseParams(params, systemParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => suspendSystem(member, { systemId, ...submission.value }),
    `/models/${systemId}?done=stopped`,
  );
}

type Page = Awaited<ReturnType<typeof loader>>;

function Identity({ frame, summary }: Pick<Page, 'frame' | 'summary'>) {
  const { t } = useTranslation(['models', 'register']);
  const { text } = useLocal();
  return (
    <section className="card" aria-labelledby="identity">
      <div className="card-head">
        <h2 id="identity">{t(`register:category.${frame.category}`)}</h2>
        {frame.may.manage ? (
          <LinkButton to={`/models/${frame.id}/describe/identity`}>{t('models:edit')}</LinkButton>
        ) : null}
      </div>
      <p className="as-written">
        <bdi>{text(summary) || t('models:noSummary')}</bdi>
      </p>
      <p className="muted">
        {t('models:system.slug')}: <code dir="ltr">{frame.slug}</code>
      </p>
    </section>
  );
}

export default function SystemPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, sections, withheld, waves, countries } = page;
  const { t } = useTranslation(['models', 'gates']);
  const { date } = useLocal();
  const reply = useActionData<typeof action>();
  const conditionsHome = `/models/${frame.id}/conditions`;
  const isRetired = frame.stage === 'retired';
  const mayAdd = frame.may.decideWhole && !isRetired;
  return (
    <>
      <SystemHeader
        frame={frame}
        action={
          frame.may.decideWhole && !isRetired ? (
            <LinkButton to={`/models/${frame.id}/decide`}>{t('decision.title')}</LinkButton>
          ) : undefined
        }
      />
      <DoneNotice
        words={{
          ...{ created: t('done.created'), saved: t('done.saved'), decided: t('done.decided') },
          stopped: t('done.stopped'),
          ...{ met: t('gates:condition.done'), condition: t('gates:condition.added') },
        }}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {page.ratifyBy === null ? null : (
        <Notice tone="alert">{t('suspend.waiting', { day: date(page.ratifyBy) })}</Notice>
      )}
      {frame.may.suspend && !stops.includes(frame.stage) ? (
        <SuspendSection of="whole" reply={reply} />
      ) : null}
      <MissingDuties systemId={frame.id} duties={page.duties} unlooked={page.unlooked} />
      <Identity frame={frame} summary={page.summary} />
      {sectionNames
        .filter((section) => !withheld.includes(section))
        .map((section) => (
          <DescriptionSection
            key={section}
            section={section}
            values={sections[section] ?? {}}
            visibility={sections.visibility?.[section]}
            edit={frame.may.manage ? `/models/${frame.id}/describe/${section}` : null}
            waves={waves}
            countries={countries}
          />
        ))}
      {withheld.length > 0 ? (
        <p className="muted">{t('withheld', { count: withheld.length })}</p>
      ) : null}
      <ConditionsTable
        conditions={page.conditions}
        day={page.day}
        meet={frame.may.decideWhole ? conditionsHome : null}
        add={mayAdd ? `${conditionsHome}/new` : null}
      />
      <StageEvents title={t('decision.ofSystem')} events={page.stageEvents} />
      <Descriptions descriptions={page.descriptions} />
    </>
  );
}
