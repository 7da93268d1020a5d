import { createInstance } from 'i18next';
import { AnalysisError } from '#analysis/errors.ts';
import words from '../../i18n/en/analyses.json' with { type: 'json' };
import { explainRefusal } from '../../services/analyses/explain-refusal.ts';
import { modelProblems } from '../../services/psychometrics/confirmatory/check-model-text.ts';
import { problemText } from '../../services/psychometrics/confirmatory/problem-text.ts';
import { UsageError } from './usage-error.ts';

/** One line for what the person at the keyboard can put right; undefined for what is our fault. */
export async function explainError(error: unknown): Promise<string | undefined> {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof AnalysisError)) return undefined;
  const code = modelProblems.find((known) => known === error.code);
  if (code === undefined) return explainRefusal(error);
  // Commands are bundled without the catalogues of the pages, and speak English alone.
  const i18n = createInstance();
  await i18n.init({
    ...{ lng: 'en', resources: { en: { analyses: words } }, showSupportNotice: false },
    interpolation: { escapeValue: false },
  });
  const say = i18n.getFixedT('en', 'analyses');
  return `--model: ${problemText({ say }, { code, values: error.values })}`;
}
