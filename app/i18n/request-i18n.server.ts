import type { AppLoadContext } from '@remix-run/node';
import type { i18n } from 'i18next';
import type { Language } from '#surveys/model/languages.ts';
import { createI18n } from './create-i18n.ts';

type Held = { language: Language; instance: Promise<i18n> };

const heldBy = new WeakMap<AppLoadContext, Held>();

/** The one instance of a request: what its loader said a title with, its page is rendered with. */
export function requestI18n(context: AppLoadContext, language: Language): Promise<i18n> {
  const held = heldBy.get(context);
  if (held?.language === language) return held.instance;
  const instance = createI18n(language);
  heldBy.set(context, { language, instance });
  return instance;
}
