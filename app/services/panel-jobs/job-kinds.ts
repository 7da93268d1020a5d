import type { PromptAbout } from '#db/schema/panel-round.ts';

/** What people of a panel can be asked to do for others. */
export const jobKinds = ['debriefing', 'review', 'margin'] as const;
export type JobKind = (typeof jobKinds)[number];

export function jobKindOf(about: PromptAbout): JobKind {
  switch (about.kind) {
    case 'item':
      return 'debriefing';
    case 'text':
      return 'review';
    case 'margin':
      return 'margin';
  }
}
