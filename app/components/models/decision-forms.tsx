import type { SubmissionResult } from '@conform-to/react';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { DecisionPage } from '../../services/register/get-decision.server.ts';
import { conditionsNotIn, rolesNotIn } from '../../services/register/not-in-duties.ts';
import { ConfirmDetails } from '../confirm-details.tsx';
import { Notice } from '../notice.tsx';
import { useLocal } from '../use-local.ts';
import { MissingDuties } from './missing-duties.tsx';
import { RecordForm } from './record-form.tsx';
import { SilentStateFacts } from './silent-state-facts.tsx';
import { StageTag } from './stage-tag.tsx';
import { useConditionOwner } from './use-condition-fields.ts';
import { useDecisionFields } from './use-decision-fields.ts';
import { useGateFields } from './use-gate-fields.ts';

interface DecisionFormsProps {
  page: Pick<
    DecisionPage,
    | 'frame'
    | 'stage'
    | 'day'
    | 'revision'
    | 'open'
    | 'missing'
    | 'members'
    | 'isSilent'
    | 'isSilentOpen'
    | 'silent'
    | 'duties'
    | 'unlooked'
    | 'places'
    | 'deployment'
  >;
  reply: { result: SubmissionResult | null; refusal: ErrorBody | undefined } | undefined;
  /** What retiring ends. */
  consequence: string;
}

/** The stages that this one must fit: no place goes further than the system as a whole. */
function Around({ page }: Pick<DecisionFormsProps, 'page'>) {
  const { t } = useTranslation(['gates', 'models']);
  const { frame, places, deployment } = page;
  if (deployment !== null) {
    return (
      <section className="card stack">
        <p>
          {t('gates:stages.whole')} <StageTag stage={frame.stage} />
        </p>
        <p className="muted">{t('gates:stages.rule')}</p>
      </section>
    );
  }
  if (places.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="places-before">
      <h2 id="places-before">{t('gates:stages.ofPlaces')}</h2>
      <ul className="compact-list">
        {places.map(({ id, site, unit, stage }) => (
          <li key={id}>
            <Link to={`/models/${frame.id}/deployments/${id}`}>
              <bdi>{t('models:list.place', { site, unit })}</bdi>
            </Link>{' '}
            <StageTag stage={stage} />
          </li>
        ))}
      </ul>
      <p className="muted">{t('gates:stages.rule')}</p>
      {frame.stage === 'suspended' ? <p>{t('gates:stages.wholeSuspended')}</p> : null}
    </section>
  );
}

/**
 * What one should know before deciding: what is missing, what else is open, what the silent mode found. What the list
 * says is not said again.
 */
function Before({ page }: Pick<DecisionFormsProps, 'page'>) {
  const { t } = useTranslation(['gates', 'register', 'models']);
  const { listOf, date } = useLocal();
  const { duties, unlooked, deployment, isSilent, silent, frame } = page;
  const roles = rolesNotIn(duties, page.missing);
  const open = conditionsNotIn(duties, page.open, deployment?.id ?? null);
  const ownerOf = useConditionOwner();
  return (
    <>
      <MissingDuties systemId={frame.id} duties={duties} unlooked={unlooked} />
      <Around page={page} />
      {roles.length === 0 ? null : (
        <Notice tone="concern">
          <p>
            {t('gates:decision.missingRoles', {
              roles: listOf(roles.map((role) => t(`register:role.${role}`))),
            })}{' '}
            <Link to={`/models/${frame.id}/people`}>{t('models:tab.people')}</Link>
          </p>
        </Notice>
      )}
      {open.length === 0 ? null : (
        <Notice tone="concern" title={t('gates:decision.openConditions')}>
          <ul>
            {open.map(({ id, text, dueOn, ...owned }) => (
              <li key={id}>
                <bdi>{text}</bdi>{' '}
                {t('gates:condition.dueOf', { owner: ownerOf(owned), day: date(dueOn) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {silent === null ? null : (
        <section className="card stack" aria-labelledby="silent-before">
          <h2 id="silent-before">{t('gates:silent.title')}</h2>
          <SilentStateFacts id="silent-now" state={silent} />
          <p className="muted">{t('gates:decision.keeps')}</p>
        </section>
      )}
      {isSilent && silent === null ? (
        <Notice tone="concern">{t('gates:silent.noneBefore')}</Notice>
      ) : null}
    </>
  );
}

/** A decision about the stage; retirement, which is for good, is asked for apart. */
export function DecisionForms({ page, reply, consequence }: DecisionFormsProps) {
  const { t } = useTranslation('models');
  const { stage, day, revision, open, isSilentOpen, members } = page;
  const [stageField, ...fields] = useDecisionFields(true);
  const gates = useGateFields({ members, hasOpen: open.length > 0 || isSilentOpen });
  if (stageField?.as !== 'select') throw new Error('the first field of a decision is its stage');
  const result = reply?.result ?? null;
  const retires = result?.initialValue?.['stage'] === 'retired';
  const shared = { revision, refusal: reply?.refusal };
  const options = stageField.options.filter(({ value }) => value !== 'retired');
  return (
    <>
      <Before page={page} />
      <RecordForm
        id="decide"
        {...shared}
        values={{ stage, decidedOn: day, outcome: 'approved', conditions: [{}] }}
        result={retires ? null : result}
        submit={t('decision.submit')}
        fields={[{ ...stageField, options }, gates.outcome, ...fields, ...gates.others]}
      />
      <ConfirmDetails summary={t('decision.retire')} consequence={consequence} open={retires}>
        <RecordForm
          id="retire"
          tone="danger"
          {...shared}
          hidden={{ stage: 'retired' }}
          values={{ decidedOn: day }}
          result={retires ? result : null}
          submit={t('decision.retire')}
          fields={fields}
        />
      </ConfirmDetails>
    </>
  );
}
