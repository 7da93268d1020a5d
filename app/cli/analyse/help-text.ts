import type { Family } from '../../services/analyses/family.ts';
import type { OptionHelp } from '../../services/analyses/describe-options.ts';
import { flagNames, usage } from './read-flags.ts';

const isFlag = ({ name }: OptionHelp) => flagNames.some((flag) => flag === name);

function lines(options: readonly OptionHelp[], prefix: string): string[] {
  const width = Math.max(...options.map(({ name }) => name.length)) + prefix.length;
  return options.map(({ name, isRequired, takes, usual }) => {
    const needed = isRequired ? ' (needed)' : '';
    const unlessGiven = usual === undefined ? '' : ` (${usual} unless given)`;
    return `  ${`${prefix}${name}`.padEnd(width)}  ${takes}${needed}${unlessGiven}`;
  });
}

/** What a family understands: its flags, and the parts of `--options`. */
export function familyHelp(name: string, { options, needsTable }: Family): string {
  const data: OptionHelp = {
    name: 'data',
    isRequired: needsTable,
    takes: 'a CSV file with a header',
  };
  const flags = options.filter(isFlag).map((option) => {
    const isList = option.name === 'items' || option.name === 'reverse';
    return isList ? { ...option, takes: `${option.takes}, separated by commas` } : option;
  });
  const others = options.filter((option) => !isFlag(option));
  return [
    `${name} takes:`,
    ...lines(needsTable ? [data, ...flags] : flags, '--'),
    ...(others.length > 0 ? ['and in --options, a JSON object:', ...lines(others, '')] : []),
  ].join('\n');
}

export function generalHelp(names: readonly string[]): string {
  return [usage, 'families:', ...names.map((name) => `  ${name}`)].join('\n');
}
