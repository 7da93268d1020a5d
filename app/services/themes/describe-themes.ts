import type { People } from './bands-of-theme.ts';
import type { TopConcerns } from './report-content.ts';
import type { ReportInputs } from './report-inputs.ts';
import { themesOfReport, type DescribedTheme } from './themes-of-report.ts';
import { topConcerns } from './top-concerns.ts';

export type DescribedThemes = { themes: DescribedTheme[]; topConcerns: TopConcerns[] };

export type ThemesInput = { inputs: ReportInputs; people: People; minimum: number };

/** What a report says of its themes, in a thread of its own: thousands of words take seconds. */
export function describeThemes({ inputs, people, minimum }: ThemesInput): DescribedThemes {
  return {
    themes: themesOfReport(inputs, people, minimum),
    topConcerns: topConcerns(inputs, people, minimum),
  };
}
