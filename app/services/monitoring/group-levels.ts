/** Codes of groups that senders share; words of `metrics:level`. All others are shown as they were sent. */
const groupLevels = [
  ...(['yes', 'no', 'female', 'male', 'other', 'unknown', 'adult', 'paediatric'] as const),
  ...(['first', 'second', 'low', 'usual', 'surgical', 'nurse', 'physician'] as const),
] as const;
type GroupLevel = (typeof groupLevels)[number];

const isKnown = (level: string): level is GroupLevel =>
  (groupLevels as readonly string[]).includes(level);

/** What a group is called: in words where its code is known. */
export const levelWords = (
  metrics: (key: `level.${GroupLevel}`) => string,
  level: string,
): string => (isKnown(level) ? metrics(`level.${level}`) : level);
