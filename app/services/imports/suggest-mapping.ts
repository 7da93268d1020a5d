import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Mapping, Target } from './mapping.ts';

const words: Record<string, Target> = {
  site: 'site',
  hospital: 'site',
  language: 'language',
  lang: 'language',
  wave: 'wave',
  day: 'day',
  date: 'day',
};

function suggestTarget(study: ResultsStudy, heading: string): Target {
  const name = heading.trim().toLowerCase();
  const item = study.instrument.items.find(({ id }) => id.toLowerCase() === name);
  if (item) return `item:${item.id}`;
  const covariate = study.covariates.find((id) => id === name || id.replaceAll('-', '_') === name);
  return covariate ? `covariate:${covariate}` : (words[name] ?? 'ignore');
}

/** Columns are known by the id of what they hold; a column named twice is used once. */
export function suggestMapping(
  study: ResultsStudy,
  header: readonly string[],
  today: string,
): Mapping {
  const used = new Set<Target>();
  const columns = header.map((heading) => {
    const target = suggestTarget(study, heading);
    if (target === 'ignore' || used.has(target)) return 'ignore';
    used.add(target);
    return target;
  });
  const only = <Value>(values: readonly Value[]) => (values.length === 1 ? values[0] : undefined);
  return {
    columns,
    fixed: {
      site: only(study.sites)?.id ?? null,
      language: only(study.languages) ?? null,
      wave: only(study.waves)?.id ?? null,
      day: today,
    },
    values: {},
  };
}
