import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const app = fileURLToPath(new URL('../../../app/', import.meta.url));

function sources(folder: string, extension: string): string[] {
  return readdirSync(`${app}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => `${app}${folder}/${name}`);
}

// The content security policy refuses style attributes; the rendered pages are checked in charts/.
it.each(sources('components', '.tsx'))('%s sets no style attribute', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/\sstyle=|dangerouslySetInnerHTML/u);
});

describe.each(sources('styles', '.css'))('%s', (file) => {
  const rules = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//gu, '');

  it('speaks of start and end, never of left and right', () => {
    const physical =
      /^\s*(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)\S*|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)):/gmu;
    expect(rules.match(physical)).toBeNull();
    expect(rules).not.toMatch(/text-align:\s*(?:left|right)|float:/u);
  });

  it('loads nothing from elsewhere', () => {
    expect(rules).not.toMatch(/url\(|@font-face/u);
  });

  it('names only tokens that exist', () => {
    const tokens = readFileSync(`${app}styles/tokens.css`, 'utf8');
    const local = /--(?:row|text-secondary)\b/u;
    const used = [...rules.matchAll(/var\((--[a-z0-9-]+)/gu)].map((match) => match[1] ?? '');
    const unknown = used.filter((name) => !tokens.includes(`${name}:`) && !local.test(name));
    expect(unknown).toEqual([]);
  });
});
