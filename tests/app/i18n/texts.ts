import { readFileSync, readdirSync } from 'node:fs';
import type { Language } from '#surveys/model/languages.ts';

type Tree = { [key: string]: string | Tree };

const folder = 'app/i18n';
/** The files of the catalogues, without their ending. */
export const namespaces = readdirSync(`${folder}/en`).map((file) => file.replace('.json', ''));

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flatten(value, `${path}${key}.`),
  );
}

/** The texts of one catalogue by their keys. */
export function textsOf(language: Language, namespace: string): Map<string, string> {
  const text = readFileSync(`${folder}/${language}/${namespace}.json`, 'utf8');
  return new Map(flatten(JSON.parse(text) as Tree));
}
