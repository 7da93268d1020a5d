import type {
  ActivityRecord,
  PaidTotal,
  SessionTotals,
} from '#db/queries/report-records.server.ts';
import type { Fact, FactsByGroup } from './report-facts.ts';

type ActivityFacts = Pick<FactsByGroup, 'purpose' | 'involvement'>;

export function activityFacts(activity: ActivityRecord): ActivityFacts {
  const page = `/activities/${activity.id}`;
  return {
    purpose: [
      { key: 'aim', values: { text: { text: activity.aim } }, page },
      {
        key: 'informs',
        values: { kind: { word: `informs.${activity.informs}` }, name: activity.informedName },
        page,
      },
      { key: 'scope', values: { text: { text: activity.outOfScope } }, page },
    ],
    involvement: [
      { key: 'stage', values: { stage: { word: `stage.${activity.stage}` } }, page },
      { key: 'influence', values: { level: { word: `influence.${activity.influence}` } }, page },
      { key: 'owner', values: { text: { text: activity.outputsOwner } }, page },
    ],
  };
}

/** Attendances are added up over the sessions: who came to one of them stands on no page of reports. */
export function sessionFacts(totals: SessionTotals, activityId: string, minimum: number): Fact[] {
  const page = `/activities/${activityId}`;
  if (totals.sessions === 0) return [];
  const kinds = ['patients', 'carers', 'publicMembers'] as const;
  const isEnough = kinds.every((kind) => totals[kind] === 0 || totals[kind] >= minimum);
  const sum = kinds.reduce((all, kind) => all + totals[kind], 0);
  return [
    { key: 'sessions', values: { n: totals.sessions, minutes: totals.minutes }, page },
    ...(isEnough
      ? kinds.map((kind) => ({ key: `attended.${kind}`, values: { n: totals[kind] }, page }))
      : [{ key: 'attended.all', values: { n: sum }, page }].filter(() => sum >= minimum)),
    { key: 'attended.staff', values: { n: totals.staff }, page },
    ...totals.access.map((text) => ({ key: 'access', values: { text }, page })),
  ];
}

/** Sums, and only where enough people were paid that a sum is nobody's own. */
export function costFacts(
  paid: readonly PaidTotal[],
  sessions: SessionTotals,
  { activityId, minimum }: { activityId: string; minimum: number },
): Fact[] {
  const isEnough = paid.every(({ people }) => people >= minimum);
  return [
    ...sessions.costs.map((money) => ({
      key: 'cost.sessions',
      values: { money },
      page: `/activities/${activityId}`,
    })),
    ...(isEnough
      ? paid.map(({ kind, minor, currency }) => ({
          key: `cost.${kind}`,
          values: { money: { minor, currency } },
          page: 'payments',
        }))
      : [{ key: 'cost.few', values: { minimum }, page: 'payments' }]),
  ];
}
