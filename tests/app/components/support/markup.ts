/** The text of every element of one kind, in order, without the tags inside it. */
export function textsOf(markup: string, tag: string): string[] {
  const found = markup.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gsu'));
  return [...found].map((match) => plainText(match[1] ?? ''));
}

export function plainText(markup: string): string {
  return markup.replaceAll(/<[^>]*>/gu, '').trim();
}

/** Values of one attribute, in order. */
export function attributesOf(markup: string, tag: string, attribute: string): string[] {
  const found = markup.matchAll(new RegExp(`<${tag} [^>]*?\\b${attribute}="([^"]*)"`, 'gu'));
  return [...found].map((match) => match[1] ?? '');
}

export function numbersIn(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?/gu) ?? [];
}
