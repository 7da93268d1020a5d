import type { Language } from '#surveys/model/languages.ts';

/** One JSON file per language and namespace: translators' tools read them as they are. */
export const namespaces = [
  'common',
  'errors',
  'respondent',
  'sign-in',
  'instruments',
  'studies',
  'results',
  'analyses',
  'evidence',
  'board',
  'panels',
  'panel',
  'moderation',
  'recruitment',
  'jobs',
  'outcomes',
  'themes',
  'register',
  'models',
  'gates',
  'clauses',
  'intake',
  'metrics',
  'monitoring',
  'oversight',
  'fairness',
  'settings',
  'permissions',
  'mail',
] as const;
export type Namespace = (typeof namespaces)[number];

type Catalogue = Record<string, unknown>;
export type Resources = Partial<Record<Namespace, Catalogue>>;

const loaders = import.meta.glob<Catalogue>('./*/*.json', { import: 'default' });

/** All catalogues of a language; a chunk of its own for the browser. */
export async function loadCatalogues(language: Language): Promise<Resources> {
  const found = await Promise.all(
    namespaces.map(async (namespace) => {
      const load = loaders[`./${language}/${namespace}.json`];
      return [namespace, load ? await load() : {}] as const;
    }),
  );
  return Object.fromEntries(found);
}
