import { z } from 'zod';
import { longestVersion } from '../register/register-schema.ts';
import { explainFaults } from './explain-fault.ts';
import { faultsOf, type Fault } from './faults.ts';
import { withoutUnstorable } from './record-schema.ts';

const word = z
  .string()
  .min(1)
  .transform((text) => withoutUnstorable(text).slice(0, 60));

/** Of a workspace the name is not needed; other fields are left to later versions of MLflow. */
export const messageSchema = z.looseObject({
  entity: word.meta({ description: 'Such as model_version, model_version_alias.' }),
  action: word.meta({ description: 'Such as created, set.' }),
  timestamp: z.unknown().optional(),
  data: z.unknown().optional().meta({ description: 'Of a version: name and version.' }),
  workspace: z.unknown().optional(),
});
const aboutVersion = z.looseObject({
  name: z.string(),
  version: z
    .union([z.string().min(1).max(longestVersion), z.int()])
    .transform((version) => withoutUnstorable(String(version))),
});

/** What says that a version is there or is used: one was made, or got an alias or a tag. */
const awaited: readonly string[] = [
  'model_version.created',
  'model_version_alias.created',
  'model_version_alias.set',
  'model_version_tag.set',
];

export type HookMessage = {
  event: string;
  /** The model and its version; null where nothing of the sort is waited for. */
  about: { name: string; version: string } | null;
};

/** What a message of the registry says; nothing where it is none, or is waited for and does not say of what. */
export function readMessage(body: unknown): HookMessage | null {
  const message = messageSchema.safeParse(body).data;
  if (!message) return null;
  const event = `${message.entity}.${message.action}`;
  if (!awaited.includes(event)) return { event, about: null };
  const about = aboutVersion.safeParse(message.data).data;
  return about ? { event, about: { name: about.name, version: about.version } } : null;
}

/** What is wrong with a message that cannot be read. */
export function messageFaults(body: unknown): Fault[] {
  const { data, error } = messageSchema.safeParse(body);
  if (error) return explainFaults(faultsOf(error, body), messageSchema, body);
  const about = aboutVersion.safeParse(data.data).error;
  return about ? explainFaults(faultsOf(about, data.data, ['data']), messageSchema, body) : [];
}

export const hookAnswerSchema = z.object({
  delivery_id: z.string().meta({ description: 'As the registry called the message.' }),
  event: z.string().meta({ description: 'Entity and action, parted by a dot.' }),
  outcome: z.enum(['raised', 'known', 'other-model', 'ignored']).meta({
    description:
      '`raised`: the register does not know the version, and an alert says so. `known`: it does. ' +
      '`other-model`: the hook is for another model. `ignored`: nothing waits for such a message.',
  }),
});
