import type { AccessNeed } from '#db/schema/panel-member.ts';

/** In the order in which they are offered; pages cannot read the table's own list. */
export const accessNeedNames = [
  'easy-read',
  'large-print',
  'screen-reader',
  'interpreter',
  'sign-language',
  'phone',
  'paper',
  'breaks',
  'companion',
  'step-free',
] as const satisfies readonly AccessNeed[];
