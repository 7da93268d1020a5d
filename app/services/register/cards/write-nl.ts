import { z } from 'zod';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { stagesInUse } from '../register-words.ts';
import { textOf } from '../read-field.ts';
import type { CardContent } from './write-chai.ts';

const short = (longest: number) => z.string().min(1).max(longest);
const said = (longest: number) => z.string().max(longest).optional();

/** The publication standard 1.0 of the Dutch register of algorithms: fields, lengths and lists. */
export const nlSchema = z.strictObject({
  name: short(100),
  description_short: short(400),
  organization: short(100),
  category: z.array(z.literal('Zorg en gezondheid')),
  status: z.enum(['In ontwikkeling', 'In gebruik', 'Buiten gebruik']),
  begin_date: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  contact_email: short(500),
  publication_category: z.enum([
    'Hoog-risico AI-systeem',
    'Impactvolle algoritmes',
    'Overige algoritmes',
  ]),
  goal: short(2500),
  proportionality: short(2500),
  human_intervention: short(2500),
  risks: short(2500),
  lawful_basis: said(2500),
  source_data: said(2500),
  methods_and_models: said(5000),
  provider: said(200),
  lang: z.literal('nld'),
  standard_version: z.literal('1.0'),
  source_id: said(100),
  tags: said(2500),
});

const categories: Record<string, string> = {
  'high-risk': 'Hoog-risico AI-systeem',
  impactful: 'Impactvolle algoritmes',
  other: 'Overige algoritmes',
};

function statusOf(stage: LifecycleStage): string {
  if (stagesInUse.includes(stage)) return 'In gebruik';
  return stage === 'retired' || stage === 'suspended' ? 'Buiten gebruik' : 'In ontwikkeling';
}

type Facts = CardContent & {
  organisation: string;
  slug: string;
  stage: LifecycleStage;
  begunOn: string | null;
};

/** The record, or the names of the fields that the standard wants and the register does not say. */
export function writeNl(
  facts: Facts,
): { ok: true; record: z.output<typeof nlSchema> } | { ok: false; missing: string[] } {
  const { sections, version } = facts;
  const optional = (text: string) => (text === '' ? undefined : text);
  const record = {
    ...{ name: facts.name, description_short: facts.summary, organization: facts.organisation },
    ...{ category: ['Zorg en gezondheid'], status: statusOf(facts.stage) },
    begin_date: facts.begunOn?.slice(0, 7),
    contact_email: textOf(sections, 'publication', 'publicContact'),
    publication_category: categories[textOf(sections, 'publication', 'publicationCategory')],
    goal: textOf(sections, 'use', 'statement'),
    proportionality: [textOf(sections, 'use', 'benefits'), textOf(sections, 'use', 'alternatives')]
      .filter((text) => text !== '')
      .join('\n'),
    human_intervention: textOf(sections, 'autonomy', 'reviewRule'),
    risks: [textOf(sections, 'safety', 'knownRisks'), textOf(sections, 'safety', 'mitigations')]
      .filter((text) => text !== '')
      .join('\n'),
    lawful_basis: optional(textOf(sections, 'regulatory', 'lawfulBasis')),
    source_data: optional(textOf(sections, 'data', 'inputSources')),
    methods_and_models: optional(version?.modelType ?? ''),
    provider: optional(textOf(sections, 'supplier', 'supplier')),
    ...{ lang: 'nld', standard_version: '1.0', source_id: facts.slug },
    tags: optional(textOf(sections, 'publication', 'keywords').replaceAll('\n', ', ')),
  };
  const checked = nlSchema.safeParse(record);
  if (checked.success) return { ok: true, record: checked.data };
  const missing = new Set(checked.error.issues.map(({ path }) => String(path[0])));
  return { ok: false, missing: [...missing] };
}
