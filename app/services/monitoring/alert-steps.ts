import type { AlertState } from '#db/schema/alert.ts';

export const alertSteps = [
  'triage',
  'cause',
  'act',
  'close',
  'reopen',
  'postpone',
  'note',
] as const;
export type AlertStep = (typeof alertSteps)[number];

/** What an alert turned out to be; the last one is what counts as a false alarm. */
export const conclusions = ['harm-or-risk', 'data-problem', 'known-change', 'false-alarm'] as const;
export type Conclusion = (typeof conclusions)[number];

/** The step that comes next; of a closed one opening it again. */
export const nextStep: Record<AlertState, AlertStep> = {
  open: 'triage',
  triaged: 'cause',
  'cause-found': 'act',
  acted: 'close',
  closed: 'reopen',
};
