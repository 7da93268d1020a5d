import type { LifecycleStage, SystemRole } from '#db/schema/ai-system.ts';
import { addDays } from '../../days.ts';
import { checkUdi } from './check-udi.ts';
import type { TransferDuty } from './compare-transfers.ts';
import type { Sections } from './description-schema.ts';
import { entriesOf, textOf } from './read-field.ts';
import { stagesInUse } from './register-words.ts';

export const dutyCodes = [
  'no-owner',
  'no-safety-officer',
  'no-clinical-lead',
  'unratified',
  'condition-overdue',
  'review-overdue',
  'no-fallback',
  'no-drill',
  'old-drill',
  'unfunded',
  'funding-ended',
  'funding-ends',
  'contract-ended',
  'contract-ends',
  'certificate-expired',
  'certificate-expires',
  'wrong-udi',
  'no-impact-assessment',
  'untested-explanation',
  'fairness-audit-overdue',
  'transfer-unseen',
  'transfer-undo',
] as const;
export type DutyCode = (typeof dutyCodes)[number];
/** `what`: of a condition its words. */
export type Duty = { code: DutyCode; on: string | null; what?: string };

type Person = { role: SystemRole; fromOn: string; untilOn: string | null };

export type DutyFacts = {
  today: string;
  /** Of the system and of its deployments. */
  stages: readonly LifecycleStage[];
  sections: Sections;
  people: readonly Person[];
  /** Until when emergencies must have been decided about that nobody has decided about. */
  unratified: readonly string[];
  /** Conditions of approvals whose day has passed, and reviews that should have been. */
  overdue?: readonly { text: string; dueOn: string }[];
  reviews?: readonly string[];
  /** By when fairness audits that are overdue should have been carried out. */
  overdueAudits: readonly string[];
  /** About changes of where data go. */
  transfers: readonly TransferDuty[];
};

const daysBetweenDrills = 365;
const daysOfNotice = 90;

export function isServing({ fromOn, untilOn }: Omit<Person, 'role'>, day: string): boolean {
  return fromOn <= day && (untilOn === null || untilOn >= day);
}

function dutiesOfUse({ today, sections }: DutyFacts): Duty[] {
  const duties: Duty[] = [];
  const add = (code: DutyCode, on: string | null = null) => duties.push({ code, on });
  const drill = textOf(sections, 'fallback', 'lastDrill');
  if (textOf(sections, 'fallback', 'fallbackMode') === '') add('no-fallback');
  if (drill === '' || drill > today) add('no-drill');
  else if (drill < addDays(today, -daysBetweenDrills)) add('old-drill', drill);
  /** What has run out, or runs out before it is too late to do something about it. */
  const addEnd = (last: string, ended: DutyCode, ends: DutyCode) => {
    if (last === '') return;
    if (last < today) add(ended, last);
    else if (last < addDays(today, daysOfNotice)) add(ends, last);
  };
  const funded = textOf(sections, 'supplier', 'fundedUntil');
  if (funded === '') add('unfunded');
  addEnd(funded, 'funding-ended', 'funding-ends');
  const contract = textOf(sections, 'supplier', 'contractUntil');
  addEnd(contract, 'contract-ended', 'contract-ends');
  const certificate = textOf(sections, 'regulatory', 'certificateExpires');
  addEnd(certificate, 'certificate-expired', 'certificate-expires');
  const identifier = checkUdi(textOf(sections, 'regulatory', 'udi'));
  if (identifier === 'wrong-digit' || identifier === 'zeros') add('wrong-udi');
  if (!['done', 'not-needed'].includes(textOf(sections, 'safety', 'dpia'))) {
    add('no-impact-assessment');
  }
  const explained = entriesOf(sections, 'explainability', 'explanation');
  const isTested = textOf(sections, 'explainability', 'userTested') === 'yes';
  if (explained.some((method) => method !== 'none') && !isTested) add('untested-explanation');
  return duties;
}

/** What was decided and not done by its day. */
function dutiesOfDecisions({ today, overdue = [], reviews = [] }: DutyFacts): Duty[] {
  return [
    ...overdue.map(({ text, dueOn }): Duty => ({
      ...{ code: 'condition-overdue', on: dueOn, what: text },
    })),
    ...reviews.filter((on) => on < today).map((on): Duty => ({ code: 'review-overdue', on })),
  ];
}

/** What the register should say and does not, or what has run out. */
export function missingDuties(facts: DutyFacts): Duty[] {
  const { today, stages, people, unratified, overdueAudits, transfers } = facts;
  if (stages.every((stage) => stage === 'retired')) return [];
  const serves = (role: SystemRole) =>
    people.some((person) => person.role === role && isServing(person, today));
  const duties: Duty[] = [...dutiesOfDecisions(facts)];
  if (!serves('system-owner')) duties.push({ code: 'no-owner', on: null });
  duties.push(...transfers);
  const isInUse = stages.some((stage) => stagesInUse.includes(stage) || stage === 'suspended');
  if (!isInUse) return duties;
  if (!serves('safety-officer')) duties.push({ code: 'no-safety-officer', on: null });
  if (!serves('clinical-lead')) duties.push({ code: 'no-clinical-lead', on: null });
  duties.push(...unratified.map((on): Duty => ({ code: 'unratified', on })), ...dutiesOfUse(facts));
  const [auditDue] = overdueAudits;
  if (auditDue !== undefined) duties.push({ code: 'fairness-audit-overdue', on: auditDue });
  return duties;
}
