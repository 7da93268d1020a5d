import { z } from 'zod';
import { origins } from '#surveys/model/instrument.ts';
import type { Language } from '#surveys/model/languages.ts';
import type { WordingForm } from '../../services/instruments/apply-wording.ts';

const name = z.string().trim().max(200, 'name-long').optional();

/** Who checked is a name, a role and a day, or nothing. */
export const wordingSchema = z
  .object({
    baseHash: z.string().length(64),
    origin: z.enum(origins).optional(),
    easyReadOrigin: z.enum(origins).optional(),
    translatedBy: name,
    checkerName: name,
    checkerRole: name,
    checkedOn: z.iso.date('date-invalid').optional(),
    texts: z
      .array(
        z.object({
          path: z.string().max(300),
          text: z.string().max(2000, 'text-long').optional(),
        }),
      )
      .max(2000),
  })
  .superRefine(({ checkerName, checkerRole, checkedOn }, context) => {
    const parts = { checkerName, checkerRole, checkedOn };
    if (Object.values(parts).every((part) => part === undefined)) return;
    for (const [path, part] of Object.entries(parts)) {
      if (part === undefined) {
        context.addIssue({ code: 'custom', path: [path], message: 'check-incomplete' });
      }
    }
  });

export function toWordingForm(
  language: Language,
  form: z.output<typeof wordingSchema>,
): WordingForm {
  const { checkerName, checkerRole, checkedOn } = form;
  return {
    language,
    texts: Object.fromEntries(form.texts.map(({ path, text }) => [path, text ?? ''])),
    origin: form.origin ?? null,
    easyReadOrigin: form.easyReadOrigin ?? null,
    translatedBy: form.translatedBy ?? null,
    checkedBy:
      checkerName && checkerRole && checkedOn
        ? { name: checkerName, role: checkerRole, on: checkedOn }
        : null,
  };
}
