import type { InfluenceLevel, InformedThing, InvolvementStage } from '#db/schema/activity.ts';

/** In the order in which forms offer them; the database holds the same words. */
export const informedThings = [
  'study',
  'protocol',
  'consent-text',
  'procurement',
  'model',
  'monitoring-plan',
] as const satisfies readonly InformedThing[];

export const involvementStages = [
  'priorities',
  'design',
  'funding',
  'conduct',
  'analysis',
  'dissemination',
  'implementation',
  'evaluation',
] as const satisfies readonly InvolvementStage[];

export const influenceLevels = [
  'consult',
  'involve',
  'collaborate',
  'user-led',
] as const satisfies readonly InfluenceLevel[];
