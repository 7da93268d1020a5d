import { buildThemes } from './build-themes.ts';
import type { ThemeQuestion, ThemeResult } from './theme-types.ts';

export type { Theme, ThemeResult } from './theme-types.ts';

export type ThemeInput = ThemeQuestion & {
  /** BCP 47 tag that all authors declared. */
  readonly language: string;
};

/**
 * A first draft of themes in short answers of one language, for people to check and change.
 *
 * Answers without content are set aside; exact and near duplicates stand together and get one theme; documents lie
 * by latent semantic analysis and by word vectors learnt from the answers themselves; k-means, then a multinomial
 * mixture. Every other answer gets a theme: nobody is dropped.
 *
 * @param input texts, one a row; the order of rows changes nothing.
 * @returns themes by size, largest first; none where no answer has content. Asked for small themes it finds two to
 *   three times as many as it would, and says which may be one.
 * @remarks Where fewer different answers than k remain, there are as many themes as answers. An answer none of whose
 *   words anybody else uses goes to the theme that its place is nearest; it is listed as unsure.
 * @throws what `progress` throws.
 * @see the parts; measured on the corpora of `tests/bench/themes.ts`. Several languages: `findPooledThemes`.
 */
export function findThemes(input: ThemeInput): ThemeResult {
  return buildThemes(input, () => input.language);
}
