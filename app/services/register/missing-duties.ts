import type { LifecycleStage, SystemRole } from '#db/schema/ai-system.ts';
import { addDays } from '../../days.ts';
import { checkUdi } from './check-udi.ts';
import type { TransferDuty } from './compare-transfers.ts';
import type { Section } from './description-fields.ts';
import type { Sections } from './description-schema.ts';
import { contradictionCodes } from './fitting-stages.ts';
import { entriesOf, textOf } from './read-field.ts';
import { stagesInUse } from './register-words.ts';

export const dutyCodes = [
  ...contradictionCodes,
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
  'fairness-action-open',
  'fairness-action-overdue',
  'rubber-stamp',
  'transfer-unseen',
  'transfer-undo',
] as const;
export type DutyCode = (typeof dutyCodes)[number];
export type Duty = {
  code: DutyCode;
  on: string | null;
  /** Of a condition or an action its words. */
  what?: string;
  /** Where it is not about the system as a whole. */
  place?: { site: string; unit: string };
  /** Below the page of the system, where one sees or does it. */
  path?: string;
};

/** What somebody waits for, by a day. */
type Awaited = Omit<Duty, 'code' | 'on'> & { on: string };

type Person = { role: SystemRole; fromOn: string; untilOn: string | null };

export type DutyFacts = {
  today: string;
  /** Of the system and of its deployments. */
  stages: Stages;
  sections: Sections;
  /** Sections that the reader may not read: the list says nothing of them, also not that something is missing. */
  withheld: readonly Section[];
  people: readonly Person[];
  /** Until when emergencies must have been decided about that nobody has decided about. */
  unratified: readonly Awaited[];
  /** Conditions whose day has passed, and reviews that should have been. */
  overdue?: readonly Awaited[];
  reviews?: readonly Awaited[];
  /** By when fairness audits that are overdue should have been carried out. */
  overdueAudits: readonly Awaited[];
  /** About changes of where data go. */
  transfers: readonly TransferDuty[];
  /** Where stages say something against each other. */
  contradictions: readonly Duty[];
  /** What follows from what was found at places. */
  ofPlaces: readonly Duty[];
};

/** Sections that something is asked of once a system is in use. */
const askedOf: readonly Section[] = [
  'fallback',
  'supplier',
  'regulatory',
  'safety',
  'explainability',
  'sovereignty',
];

type Stages = readonly LifecycleStage[];

const isAllRetired = (stages: Stages) => stages.every((stage) => stage === 'retired');
const isInUse = (stages: Stages) =>
  stages.some((stage) => stagesInUse.includes(stage) || stage === 'suspended');

/** Sections that something is asked of at these stages: before use only where data go. */
function askedAt(stages: Stages): readonly Section[] {
  if (isAllRetired(stages)) return [];
  return isInUse(stages) ? askedOf : ['sovereignty'];
}

/** How many sections the list says nothing of, since the reader may not read them. */
export const unlookedOf = (withheld: readonly Section[], stages: Stages) =>
  withheld.filter((section) => askedAt(stages).includes(section)).length;

const daysBetweenDrills = 365;
const daysOfNotice = 90;

export function isServing({ fromOn, untilOn }: Omit<Person, 'role'>, day: string): boolean {
  return fromOn <= day && (untilOn === null || untilOn >= day);
}

type Asked = Pick<DutyFacts, 'today' | 'sections'>;

/** What has run out, or runs out before it is too late to do something about it. */
function endOf(last: string, today: string, [ended, ends]: readonly [DutyCode, DutyCode]): Duty[] {
  if (last === '') return [];
  if (last < today) return [{ code: ended, on: last }];
  return last < addDays(today, daysOfNotice) ? [{ code: ends, on: last }] : [];
}

/** Of something in use, by the section that should say it. */
const asked: Partial<Record<Section, (of: Asked) => Duty[]>> = {
  fallback: ({ today, sections }) => {
    const drill = textOf(sections, 'fallback', 'lastDrill');
    const isOld = drill < addDays(today, -daysBetweenDrills);
    const isSaid = textOf(sections, 'fallback', 'fallbackMode') !== '';
    const none: Duty[] = isSaid ? [] : [{ code: 'no-fallback', on: null }];
    if (drill === '' || drill > today) return [...none, { code: 'no-drill', on: null }];
    return isOld ? [...none, { code: 'old-drill', on: drill }] : none;
  },
  supplier: ({ today, sections }) => {
    const funded = textOf(sections, 'supplier', 'fundedUntil');
    const contract = textOf(sections, 'supplier', 'contractUntil');
    return [
      ...(funded === '' ? [{ code: 'unfunded' as const, on: null }] : []),
      ...endOf(funded, today, ['funding-ended', 'funding-ends']),
      ...endOf(contract, today, ['contract-ended', 'contract-ends']),
    ];
  },
  regulatory: ({ today, sections }) => {
    const expires = textOf(sections, 'regulatory', 'certificateExpires');
    const identifier = checkUdi(textOf(sections, 'regulatory', 'udi'));
    const isWrong = identifier === 'wrong-digit' || identifier === 'zeros';
    return [
      ...endOf(expires, today, ['certificate-expired', 'certificate-expires']),
      ...(isWrong ? [{ code: 'wrong-udi' as const, on: null }] : []),
    ];
  },
  safety: ({ sections }) =>
    ['done', 'not-needed'].includes(textOf(sections, 'safety', 'dpia'))
      ? []
      : [{ code: 'no-impact-assessment', on: null }],
  explainability: ({ sections }) => {
    const methods = entriesOf(sections, 'explainability', 'explanation');
    const isTested = textOf(sections, 'explainability', 'userTested') === 'yes';
    const isDue = methods.some((method) => method !== 'none') && !isTested;
    return isDue ? [{ code: 'untested-explanation', on: null }] : [];
  },
};

const dutiesOfUse = (facts: DutyFacts): Duty[] =>
  askedOf
    .filter((section) => !facts.withheld.includes(section))
    .flatMap((section) => asked[section]?.(facts) ?? []);

const dutiesFor = (code: DutyCode, awaited: readonly Awaited[]): Duty[] =>
  awaited.map((one) => ({ code, ...one }));

/** What was decided and not done by its day. */
function dutiesOfDecisions({ today, overdue = [], reviews = [] }: DutyFacts): Duty[] {
  const late = reviews.filter(({ on }) => on < today);
  return [...dutiesFor('condition-overdue', overdue), ...dutiesFor('review-overdue', late)];
}

/** What the register should say and does not, or what has run out, as far as the reader may know it. */
export function missingDuties(facts: DutyFacts): Duty[] {
  const { today, stages, people, unratified, overdueAudits, transfers, withheld } = facts;
  const { contradictions, ofPlaces } = facts;
  if (isAllRetired(stages)) return [...contradictions];
  const serves = (role: SystemRole) =>
    people.some((person) => person.role === role && isServing(person, today));
  const duties: Duty[] = [...contradictions, ...dutiesOfDecisions(facts)];
  if (!serves('system-owner')) duties.push({ code: 'no-owner', on: null });
  if (!withheld.includes('sovereignty')) duties.push(...transfers);
  duties.push(...ofPlaces);
  if (!isInUse(stages)) return duties;
  if (!serves('safety-officer')) duties.push({ code: 'no-safety-officer', on: null });
  if (!serves('clinical-lead')) duties.push({ code: 'no-clinical-lead', on: null });
  duties.push(...dutiesFor('unratified', unratified), ...dutiesOfUse(facts));
  duties.push(...dutiesFor('fairness-audit-overdue', overdueAudits));
  return duties;
}
