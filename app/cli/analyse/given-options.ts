import { z } from 'zod';
import { matchOptionNames } from '../../services/analyses/match-option-names.ts';
import type { Typed } from '../../services/analyses/explain-options.ts';
import { flagNames, type Flags } from './read-flags.ts';
import { UsageError } from './usage-error.ts';

export type Given = { options: Record<string, unknown>; typed: Typed };

const isFlag = (name: string) => flagNames.some((flag) => flag === name);

function list(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

/** A number where it is one: the family says what is wrong with anything else. */
const number = (text: string) => (/^-?\d+$/.test(text) ? Number(text) : text);

const readFlag: Partial<Record<(typeof flagNames)[number], (text: string) => unknown>> = {
  ...{ items: list, reverse: list },
  ...{ k: number, seed: number, train: number },
};

function parseJson(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError(`--options is not a JSON object, such as '{"level":0.9}'`);
  }
}

/**
 * The options by the names of the family, and how each was typed.
 *
 * @throws UsageError where `--options` is no object, or says what a flag says too.
 */
export function givenOptions(flags: Flags, optionNames: readonly string[]): Given {
  const { options } = flags;
  const byFlag = Object.fromEntries(
    flagNames.flatMap((name) => {
      const written = flags[name];
      return written === undefined ? [] : [[name, readFlag[name]?.(written) ?? written]];
    }),
  ) as Record<string, unknown>;
  const names = new Map<string, string>();
  const inJson: Record<string, unknown> = {};
  for (const [written, value] of Object.entries(options === undefined ? {} : parseJson(options))) {
    const [name = written] = Object.keys(matchOptionNames({ [written]: value }, optionNames));
    if (name in byFlag) throw new UsageError(`--${name} is in --options too: give it once`);
    if (names.has(name)) throw new UsageError(`--options ${written} is given twice`);
    names.set(name, written);
    inJson[name] = value;
  }
  const typed: Typed = (name) => {
    const isTypedInJson = names.has(name);
    return isFlag(name) && !isTypedInJson ? `--${name}` : `--options ${names.get(name) ?? name}`;
  };
  return { options: { ...byFlag, ...inJson }, typed };
}
