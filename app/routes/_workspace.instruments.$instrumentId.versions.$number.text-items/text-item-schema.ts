import { z } from 'zod';
import { idSchema } from '#surveys/model/identifiers.ts';
import { registers, textItemSchema } from '#surveys/model/instrument.ts';
import { languageSchema, maximumTextLength } from '#surveys/model/languages.ts';

const baseHash = z.string().length(64);
const { maximumLength } = textItemSchema.shape;

/** Messages are keys of the `errors` catalogue. */
export const textItemFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    baseHash,
    id: z
      .string({ error: 'text-item-id' })
      .refine((id) => idSchema.safeParse(id).success, { error: 'text-item-id' }),
    isNew: z.stringbool().default(false),
    pageId: idSchema,
    maximumLength: z.coerce
      .number({ error: 'text-item-length' })
      .refine((length) => maximumLength.safeParse(length).success, { error: 'text-item-length' }),
    wording: z
      .array(
        z.object({
          language: languageSchema,
          register: z.enum(registers),
          text: z
            .string({ error: 'text-item-wording' })
            .trim()
            .min(1, 'text-item-wording')
            .max(maximumTextLength, 'text-long'),
        }),
      )
      .max(14),
  }),
  z.object({ intent: z.literal('remove'), baseHash, id: idSchema }),
]);

export type TextItemValues = Extract<z.output<typeof textItemFormSchema>, { intent: 'save' }>;
