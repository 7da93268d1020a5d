import type { Member } from '#db/actor.server.ts';
import { listSystems } from '#db/queries/ai-system.server.ts';
import { findAlert, listAlertEvents, listAlerts } from '#db/queries/alert-course.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import type { Transaction } from '#db/database.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { namesOf } from '../register/internal.server.ts';
import { listHandlers } from './alert-handlers.server.ts';
import { nextStep } from './alert-steps.ts';
import { readPlans } from './internal.server.ts';
import { groupName, metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { isFewCases, isSameSeries } from './series.ts';

type Listed = Awaited<ReturnType<typeof listAlerts>>[number];

/** What an alert is about, in a few words. */
function aboutOf(reader: MonitoringReader, { alert }: Listed) {
  const { t } = reader;
  const { kind, metric, part, cohort, dimension, level, periodFrom, periodTo } = alert;
  const isVersion = periodFrom === null || periodTo === null;
  return {
    what: isVersion ? part : metricName(reader, { metric, part, cohort }),
    group: dimension === '' ? null : groupName(reader, { dimension, level }),
    kind: t(`alertKind.${kind}`),
    period: isVersion ? null : reader.period(periodFrom, periodTo),
  };
}

const shown = (reader: MonitoringReader, listed: Listed) => ({
  ...{ id: listed.alert.id, state: listed.alert.state, tier: listed.alert.tier },
  ...{ dueOn: listed.alert.dueOn, openedAt: listed.alert.openedAt, ...aboutOf(reader, listed) },
  ...{ systemId: listed.systemId, site: listed.site, unit: listed.unit },
  isLate: listed.alert.state !== 'closed' && listed.alert.dueOn < today(),
});

async function withSystems<Row extends { systemId: string }>(
  tx: Transaction,
  member: Member,
  rows: readonly Row[],
) {
  const systems = await listSystems(tx, member);
  const names = new Map(systems.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, system: names.get(row.systemId) ?? {} }));
}

/** As pages show it: alerts that were opened before few cases were withheld hold them still. */
export function shownEvidence(evidence: Record<string, unknown>): Record<string, unknown> {
  const { n } = evidence;
  if (typeof n !== 'number' || !isFewCases(n)) return evidence;
  const numbers = ['value', 'lower', 'upper', 'n', 'x', 'difference', 'interval'];
  return Object.fromEntries(Object.entries(evidence).filter(([name]) => !numbers.includes(name)));
}

/** Alerts of every deployment the member sees: those that wait, then closed ones. */
export async function getAlerts(member: Member, reader: MonitoringReader) {
  authorise(member, 'models.read');
  return withActor(member, async (tx) => {
    const listed = await listAlerts(tx, { organisationId: member.organisationId });
    const rows = await withSystems(
      tx,
      member,
      listed.map((one) => shown(reader, one)),
    );
    return {
      open: rows.filter(({ state }) => state !== 'closed'),
      closed: rows.filter(({ state }) => state === 'closed').reverse(),
    };
  });
}

/** An alert with its numbers, what became of it, and which step comes next. */
export async function getAlert(
  member: Member,
  reader: MonitoringReader,
  { alertId }: { alertId: string },
) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const page = await withActor(member, async (tx) => {
    const found = await findAlert(tx, { organisationId, alertId });
    if (!found) throw new ServiceError('not-found');
    const { deploymentId } = found;
    const listed = await listAlerts(tx, { organisationId, deploymentId });
    const own = listed.find(({ alert }) => alert.id === alertId);
    if (!own) throw new ServiceError('not-found');
    const [row] = await withSystems(tx, member, [shown(reader, own)]);
    if (!row) throw new ServiceError('not-found');
    const { current } = await readPlans(tx, { organisationId, deploymentId });
    const mayHandle = can(member, 'alerts.handle', [own.siteId]);
    return {
      ...{
        ...row,
        deploymentId,
        revision: found.revision,
        evidence: shownEvidence(found.evidence),
      },
      ...{ ownerUserId: found.ownerUserId, mayHandle },
      // In the plan that counts now: an earlier plan has no page of what is watched.
      metricId: current?.metrics.find(isSameSeries(found))?.id ?? null,
      next: nextStep[found.state],
      events: await listAlertEvents(tx, { organisationId, alertId }),
      handlers: mayHandle ? await listHandlers(tx, { organisationId, siteId: own.siteId }) : [],
    };
  });
  const { handlers, ...shownPage } = page;
  const names = await namesOf([
    ...page.events.map(({ recordedBy }) => recordedBy),
    page.ownerUserId ?? '',
  ]);
  const users = await listUsers(getDatabase(), { ids: handlers });
  return {
    ...shownPage,
    owner: names.get(page.ownerUserId ?? '') ?? null,
    events: page.events.map(({ detail, ...event }) => ({
      ...event,
      // What is said of the opening; its numbers are the evidence.
      detail: { action: detail['action'], conclusion: detail['conclusion'] },
      by: names.get(event.recordedBy) ?? null,
    })),
    members: users.map(({ id, name }) => ({ id, name })),
    day: today(),
  };
}
export type AlertPage = Awaited<ReturnType<typeof getAlert>>;
