import { labelKey, MalformedExposition, type Labels, type Sample } from './exposition.ts';

const realNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const infinite = /^([+-]?)inf(?:inity)?$/i;
const longestExemplar = 128;

/** A number as it may be written; undefined for anything else, hexadecimal and spaced digits among it. */
export function numberOf(text: string): number | undefined {
  if (realNumber.test(text)) return Number(text);
  const [, sign] = infinite.exec(text) ?? [];
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity;
  return /^nan$/i.test(text) ? NaN : undefined;
}

const metricName = /[a-z_:][a-z0-9_:]*/iy;
const labelName = /[a-z_][a-z0-9_]*/iy;
const escaped: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

/** Goes through one line from left to right; whatever is not as it must be ends the reading. */
class LineReader {
  private at = 0;
  constructor(
    private readonly text: string,
    private readonly line: number,
  ) {}

  fail(why: string): never {
    throw new MalformedExposition(this.line, why);
  }
  get isDone() {
    return this.at === this.text.length;
  }
  follows(sign: string) {
    return this.text.startsWith(sign, this.at);
  }
  take(sign: string): boolean {
    if (!this.follows(sign)) return false;
    this.at += sign.length;
    return true;
  }
  need(sign: string) {
    if (!this.take(sign)) this.fail(`${JSON.stringify(sign)} is needed`);
  }
  match(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return this.fail(`${what} is needed`);
    this.at += found.length;
    return found;
  }
  number(what: string): number {
    return numberOf(this.match(/[^ ]+/y, what)) ?? this.fail(`${what} is no number`);
  }
  quoted(): string {
    this.need('"');
    let value = '';
    for (; this.at < this.text.length; this.at += 1) {
      const sign = this.text.charAt(this.at);
      if (sign === '"') {
        this.at += 1;
        return value;
      }
      if (sign === '\\') {
        this.at += 1;
        const next = this.text.charAt(this.at);
        value += escaped[next] ?? `\\${next}`;
      } else value += sign;
    }
    return this.fail('a label value does not end');
  }
  labels(): Labels {
    const labels = new Map<string, string>();
    this.need('{');
    while (!this.take('}')) {
      if (labels.size > 0) this.need(',');
      const name = this.match(labelName, 'a label');
      if (labels.has(name)) this.fail(`the label ${name} stands twice`);
      this.need('=');
      labels.set(name, this.quoted());
    }
    return labels;
  }
}

function readExemplar(reader: LineReader): void {
  reader.need('# ');
  const labels = reader.labels();
  // Signs of Unicode are what the standard limits.
  const signs = [...labels].reduce((sum, pair) => sum + Array.from(pair.join('')).length, 0);
  if (signs > longestExemplar) reader.fail('the labels of an exemplar are too long');
  reader.need(' ');
  reader.number('the value of an exemplar');
  if (reader.take(' ') && !Number.isFinite(reader.number('a timestamp'))) {
    reader.fail('a timestamp is no finite number');
  }
}

/** One line of numbers. */
export function readSample(text: string, line: number): Sample {
  const reader = new LineReader(text, line);
  const name = reader.match(metricName, 'the name of a metric');
  const labels: Labels = reader.follows('{') ? reader.labels() : new Map<string, string>();
  reader.need(' ');
  const value = reader.number('the value');
  let timestamp: number | null = null;
  let hasExemplar = false;
  if (reader.take(' ')) {
    if (!reader.follows('#')) {
      timestamp = reader.number('a timestamp');
      if (!Number.isFinite(timestamp)) reader.fail('a timestamp is no finite number');
      hasExemplar = reader.take(' ');
    } else hasExemplar = true;
    if (hasExemplar) readExemplar(reader);
  }
  if (!reader.isDone) reader.fail('the line goes on after its end');
  return { name, labels, key: labelKey(labels), value, timestamp, hasExemplar, line };
}
