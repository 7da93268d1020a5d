export const itemIds = [
  'nai-1',
  'nai-2',
  'nai-3',
  'nai-4',
  'nai-5',
  'nai-6',
  'nai-7',
  'nai-8',
  'nai-9',
] as const;
export type ItemId = (typeof itemIds)[number];

export const optionCodes = [1, 2, 3, 4, 5] as const;
export const pageIds = ['everyday-work', 'team', 'patients'] as const;
export const scaleIds = ['total', 'operations-workforce', 'clinical-benefit'] as const;

/** All the words of one language; the compiler refuses a language that lacks one. */
export type Wording = {
  title: string;
  description: string;
  items: Record<ItemId, string>;
  easyRead?: Record<ItemId, string>;
  options: Record<(typeof optionCodes)[number], string>;
  pages: Record<(typeof pageIds)[number], { title: string; hint: string }>;
  scales: Record<(typeof scaleIds)[number], string>;
};
