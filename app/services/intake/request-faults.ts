import type { z } from 'zod';
import { allowedAt } from './allowed.ts';
import { codeOf, type FaultCode } from './faults.ts';
import { shownName, shownValue } from './shown-value.ts';

/** What is wrong with a request apart from its body, where no fault of a body is called so. */
export const requestWords = {
  'unknown-parameter': 'There is no such parameter here.',
  'parameter-twice': 'The parameter stands in the address more than once.',
  'not-a-key': 'The header is no key.',
  'not-a-signature': 'The header is no signature.',
  'not-a-delivery-id': 'The header is no id of a delivery.',
  'not-a-timestamp': 'The header is no time in seconds.',
  'other-media': 'Another media type is taken here.',
  compressed: 'The body is compressed, and is taken as it is alone.',
} as const;

/** Of a parameter or a header: which, what stands there as far as it may be told, what may stand there. */
export type RequestFault = {
  code: FaultCode | keyof typeof requestWords;
  parameter?: string;
  header?: string;
  value?: string;
  allowed?: string;
};

/** One fault; nothing of what is not known. */
export const requestFault = (
  where: { parameter: string } | { header: string },
  code: RequestFault['code'],
  { value, allowed }: { value?: string | undefined; allowed?: string | undefined },
): RequestFault => ({
  ...{ code, ...where },
  ...(value === undefined ? {} : { value }),
  ...(allowed === undefined ? {} : { allowed }),
});

function issueFaults(
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  sent: Readonly<Record<string, string>>,
): RequestFault[] {
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedAt(schema, [''], sent);
    return issue.keys.map((key) =>
      requestFault({ parameter: shownName(key) }, 'unknown-parameter', { allowed }),
    );
  }
  const parameter = String(issue.path[0]);
  const value = sent[parameter];
  return [
    requestFault({ parameter }, codeOf(issue, value), {
      ...{ value: shownValue(value), allowed: allowedAt(schema, [parameter], sent) },
    }),
  ];
}

/** What parameters of an address say, or all that is wrong with them. */
export function readSearch<Schema extends z.ZodType>(
  searchParams: URLSearchParams,
  schema: Schema,
): { ok: true; value: z.infer<Schema> } | { ok: false; faults: RequestFault[] } {
  const names = [...searchParams.keys()];
  const twice = new Set(names.filter((name, place) => names.indexOf(name) !== place));
  const sent = Object.fromEntries(searchParams);
  const parsed = schema.safeParse(sent);
  if (parsed.success && twice.size === 0) return { ok: true, value: parsed.data };
  const again = [...twice].map((name) =>
    requestFault({ parameter: shownName(name) }, 'parameter-twice', {
      allowed: allowedAt(schema, [name], sent),
    }),
  );
  const issues = parsed.error?.issues ?? [];
  const faults = [...again, ...issues.flatMap((issue) => issueFaults(schema, issue, sent))];
  return { ok: false, faults };
}

/** What is wrong with an id or a word of the path, which is answered as if nothing were there. */
export const pathFault = (parameter: string, schema: z.ZodType, sent: unknown): RequestFault[] =>
  (schema.safeParse(sent).error?.issues ?? []).map((issue) =>
    requestFault({ parameter }, codeOf(issue, sent), {
      ...{ value: shownValue(sent), allowed: allowedAt(schema, [], sent) },
    }),
  );

/** In one line, for who reads no list. */
export const inOneLine = (faults: readonly RequestFault[]): string =>
  faults
    .map(({ parameter, header, code, allowed }) => {
      const may = allowed === undefined ? '' : ` (${allowed})`;
      return `${parameter ?? header ?? ''}: ${code.replaceAll('-', ' ')}${may}`;
    })
    .join('; ');
