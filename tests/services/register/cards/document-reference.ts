import { z } from 'zod';

/**
 * DocumentReference of FHIR R4 (4.0.1), by its published definition: elements, how often each may stand, required value
 * sets. No schema file of HL7 lies here; whatever is not named is refused. Left out: contained resources, extensions.
 */
const text = z.string().regex(/\S/);
const uri = z.url();
const instant = z.iso.datetime({ offset: true });
const base64 = z.base64().min(1);
const identifier = z.strictObject({
  use: z.enum(['usual', 'official', 'temp', 'secondary', 'old']).optional(),
  ...{ system: uri.optional(), value: text.optional() },
});
const coding = z.strictObject({
  ...{ system: uri.optional(), version: text.optional() },
  code: z
    .string()
    .regex(/^\S+(\s\S+)*$/)
    .optional(),
  ...{ display: text.optional(), userSelected: z.boolean().optional() },
});
const concept = z.strictObject({
  coding: z.array(coding).min(1).optional(),
  text: text.optional(),
});
const reference = z.strictObject({
  ...{ reference: text.optional(), type: text.optional(), identifier: identifier.optional() },
  display: text.optional(),
});
const several = <Element extends z.ZodType>(element: Element) => z.array(element).min(1).optional();

const attachment = z.strictObject({
  contentType: z.string().regex(/^[\w.+-]+\/[\w.+-]+(;.*)?$/),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  ...{ data: base64.optional(), url: uri.optional(), size: z.int().min(0) },
  ...{ hash: base64, title: text.optional(), creation: instant.optional() },
});

export const documentReferenceSchema = z.strictObject({
  resourceType: z.literal('DocumentReference'),
  ...{ id: text.optional(), meta: z.strictObject({ profile: several(uri) }).optional() },
  ...{ masterIdentifier: identifier.optional(), identifier: several(identifier) },
  status: z.enum(['current', 'superseded', 'entered-in-error']),
  docStatus: z.enum(['preliminary', 'final', 'amended', 'entered-in-error']).optional(),
  ...{ type: concept.optional(), category: several(concept), subject: reference.optional() },
  ...{ date: instant.optional(), author: several(reference), authenticator: reference.optional() },
  ...{ custodian: reference.optional(), description: text.optional() },
  securityLabel: several(concept),
  relatesTo: several(
    z.strictObject({
      code: z.enum(['replaces', 'transforms', 'signs', 'appends']),
      target: reference,
    }),
  ),
  content: z.array(z.strictObject({ attachment, format: coding.optional() })).min(1),
});

const guide = 'http://hl7.org/fhir/uv/aitransparency';
const ofGuide = (code: string) =>
  z.object({ system: z.literal(`${guide}/CodeSystem/AIinputsCS`), code: z.literal(code) });

/** What the profile AI-ModelCard of the draft guide asks besides, for a card of the Coalition for Health AI. */
export const modelCardProfile = documentReferenceSchema.extend({
  meta: z.strictObject({
    profile: z.array(z.literal(`${guide}/StructureDefinition/AI-ModelCard`)).length(1),
  }),
  // The slices of the type are closed: no other coding may stand beside.
  type: z.strictObject({ coding: z.array(ofGuide('AIModelCard')).length(1) }),
  category: z.array(z.object({ coding: z.array(ofGuide('AImodelCardCHAIformat')).length(1) })),
  content: z
    .array(
      z.strictObject({
        attachment: attachment.extend({ contentType: z.literal('application/xml') }),
      }),
    )
    .length(1),
});
