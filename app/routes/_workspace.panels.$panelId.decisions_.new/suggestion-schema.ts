import { z } from 'zod';
import { localTextField } from '../../services/local-text-schema.ts';

/** `quote`: by contribution, the words to be quoted as they stand in it. */
export const suggestionSchema = z.object({
  text: localTextField(1000, 'suggestion-words-missing'),
  contributions: z.array(z.uuid()).default([]),
  quote: z.record(z.string(), z.string().max(2000, 'text-long').optional()).default({}),
});

export const suggestionRefusals = {
  'suggestion-words-missing': 'text',
  'suggestion-contribution-missing': 'contributions',
  'quote-not-found': 'contributions',
  'quote-not-consented': 'contributions',
  'contribution-not-accepted': 'contributions',
} as const;
export type SuggestionRefusal = keyof typeof suggestionRefusals;
