import { checkFamily } from './check-family.ts';
import {
  familyTypes,
  MalformedExposition,
  suffixes,
  type Exposition,
  type Family,
  type FamilyType,
} from './exposition.ts';
import { readSample } from './read-sample.ts';

const descriptor = /^# (TYPE|HELP|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$/su;
const end = '# EOF';
const isType = (word: string): word is FamilyType => familyTypes.some((type) => type === word);

/** Builds families line by line; one is closed when another begins, and none is opened twice. */
class FamilyReader {
  readonly families: Family[] = [];
  private readonly taken = new Set<string>();
  private current: Family | null = null;
  private said = new Set<string>();

  close(): void {
    if (!this.current) return;
    checkFamily(this.current);
    for (const name of this.namesOf(this.current)) this.taken.add(name);
    this.current = null;
  }

  private namesOf({ name, type }: Family) {
    return new Set([name, ...suffixes[type].map((suffix) => `${name}${suffix}`)]);
  }

  private open(name: string, type: FamilyType, line: number): Family {
    this.close();
    const family: Family = { name, type, unit: '', samples: [] };
    this.families.push(family);
    this.current = family;
    this.said = new Set();
    this.refuseTaken(family, line);
    return family;
  }

  private refuseTaken(family: Family, line: number): void {
    const clash = [...this.namesOf(family)].find((name) => this.taken.has(name));
    if (clash !== undefined) throw new MalformedExposition(line, `${clash} stood before`);
  }

  describe(text: string, line: number): void {
    const fail = (why: string): never => {
      throw new MalformedExposition(line, why);
    };
    const [, word = '', name = '', rest = ''] =
      descriptor.exec(text) ?? fail('no such line exists');
    const isSame = this.current?.name === name;
    if (isSame && (this.current?.samples.length ?? 0) > 0)
      fail(`${word} stands before the numbers`);
    const family = isSame && this.current ? this.current : this.open(name, 'unknown', line);
    if (this.said.has(word)) fail(`${word} stands twice`);
    this.said.add(word);
    if (word === 'TYPE') {
      if (!isType(rest)) return fail('no such type exists');
      family.type = rest;
      this.refuseTaken(family, line);
    }
    if (word === 'UNIT') {
      if (rest !== '' && !name.endsWith(`_${rest}`)) fail('the name does not end with its unit');
      family.unit = rest;
    }
    if (family.unit !== '' && (family.type === 'info' || family.type === 'stateset')) {
      fail('this type has no unit');
    }
  }

  add(text: string, line: number): void {
    const sample = readSample(text, line);
    const { current } = this;
    const isOf =
      current && suffixes[current.type].some((end) => sample.name === `${current.name}${end}`);
    const family = isOf ? current : this.open(sample.name, 'unknown', line);
    family.samples.push(sample);
  }
}

/** The lines of one scrape, without the last. */
function readLines(lines: readonly string[], first: number): Exposition {
  const reader = new FamilyReader();
  lines.forEach((text, index) => {
    const line = first + index;
    if (text.startsWith('#')) reader.describe(text, line);
    else reader.add(text, line);
  });
  reader.close();
  return reader.families;
}

/**
 * OpenMetrics 1.0, strictly: each scrape ends with `# EOF`, and what the specification calls invalid is
 * refused with its line. Several scrapes may follow each other, as one file after another.
 */
export function readExpositions(text: string): Exposition[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const scrapes: Exposition[] = [];
  let first = 0;
  lines.forEach((line, index) => {
    if (line !== end) return;
    scrapes.push(readLines(lines.slice(first, index), first + 1));
    first = index + 1;
  });
  if (first < lines.length || scrapes.length === 0) {
    throw new MalformedExposition(Math.max(1, lines.length), 'the last line is not # EOF');
  }
  return scrapes;
}
