import type { InfluenceLevel, InformedThing, InvolvementStage } from '#db/schema/activity.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';

export type ActivityDescription = {
  /** Null: the whole organisation. */
  siteId: string | null;
  title: LocalText;
  aim: LocalText;
  informs: InformedThing;
  informedName: string;
  stage: InvolvementStage;
  influence: InfluenceLevel;
  outputsOwner: LocalText;
  outOfScope: LocalText;
  startsOn: string;
  endedOn: string | null;
};

/** Which field of the form a refusal of a service is about. */
export const activityRefusals = {
  'title-missing': 'title',
  'activity-aim-missing': 'aim',
  'activity-informed-missing': 'informedName',
  'activity-owner-missing': 'outputsOwner',
  'activity-scope-missing': 'outOfScope',
  'activity-dates-order': 'endedOn',
  'site-unknown': 'siteId',
} as const;

const isBlank = (text: LocalText) => Object.values(text).every((words) => words.trim() === '');

/** Refuses what no activity may be, whatever form it came from. */
export function checkActivity(activity: ActivityDescription): void {
  const refuse = (reason: keyof typeof activityRefusals) => {
    throw new ServiceError('invalid', reason);
  };
  if (isBlank(activity.title)) refuse('title-missing');
  if (isBlank(activity.aim)) refuse('activity-aim-missing');
  if (activity.informedName.trim() === '') refuse('activity-informed-missing');
  if (isBlank(activity.outputsOwner)) refuse('activity-owner-missing');
  if (isBlank(activity.outOfScope)) refuse('activity-scope-missing');
  if (activity.endedOn !== null && activity.endedOn < activity.startsOn) {
    refuse('activity-dates-order');
  }
}
