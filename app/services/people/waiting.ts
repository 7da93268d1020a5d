/** What can wait for somebody; words of `settings:start`. */
export const waitingKinds = [
  'overdueAlerts',
  'openAlerts',
  'waitingBatches',
  'planReviews',
  'funding',
  'concerns',
  'appeals',
  'redactions',
  'moderations',
  'heldAnswers',
  'overdueRounds',
  'draftPanels',
  'deletions',
  'mails',
  'invitations',
  'drafts',
  'open',
  'closed',
] as const;
export type Waiting = {
  kind: (typeof waitingKinds)[number];
  count: number;
  /** Where the first of them is, if they have no page together. */
  href?: string | undefined;
};
