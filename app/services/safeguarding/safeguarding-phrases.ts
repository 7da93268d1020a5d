import type { Language } from '#surveys/model/languages.ts';
import ar from './phrases/ar.json';
import de from './phrases/de.json';
import en from './phrases/en.json';
import es from './phrases/es.json';
import kk from './phrases/kk.json';
import ru from './phrases/ru.json';
import zh from './phrases/zh.json';

/** What a phrase may be a sign of, the most urgent first. */
export const concernKinds = ['self-harm', 'danger', 'abuse', 'neglect'] as const;
export type ConcernKind = (typeof concernKinds)[number];

/**
 * Phrases that ask for a person to look, in the words people use of themselves. `*` ends a word anyhow, `_`
 * stands for up to two words. They are chosen to be rare in talk about services: "died", "pain" and "afraid"
 * alone are not among them.
 */
export const safeguardingPhrases: Readonly<
  Record<Language, Readonly<Record<ConcernKind, readonly string[]>>>
> = { en, kk, ru, de, es, ar, zh };
