import { readXml, type XmlElement } from '#app/services/register/cards/read-xml.ts';

type Particle = { name: string; type: string; minimum: number; maximum: number };
type Schema = { types: Map<string, Particle[]>; root: Particle[] };

type Attributes = Record<string, string>;

/** Names and attributes of an XSD's elements; the reader of cards keeps no attributes. */
function attributesOf(xsd: string): Attributes[] {
  const found: Attributes[] = [];
  for (const [, body = ''] of xsd.matchAll(/<xs:(?:element|sequence)\b([^>]*?)\/?>/g)) {
    found.push(
      Object.fromEntries(
        [...body.matchAll(/(\w+)="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v]),
      ),
    );
  }
  return found;
}

const times = (text: string | undefined) => (text === 'unbounded' ? Infinity : Number(text ?? 1));

/**
 * As much of XML Schema as the card's schema uses: sequences of elements, each as often as it says,
 * of strings or of other sequences. Reads the schema itself, so that nothing is repeated here.
 */
function readSchema(xsd: string): Schema {
  const attributes = attributesOf(xsd);
  let next = 0;
  const schema: Schema = { types: new Map(), root: [] };
  const particles = (element: XmlElement): Particle[] => {
    const sequence = element.children.find(({ name }) => name === 'sequence');
    if (!sequence) return [];
    const repeat = attributes[next] ?? {};
    next += 1;
    const own = sequence.children.map(() => {
      const { name = '', type = '', ref, minOccurs, maxOccurs } = attributes[next] ?? {};
      next += 1;
      const particle = { minimum: times(minOccurs), maximum: times(maxOccurs) };
      return { ...particle, name: ref ? 'Signature' : name, type: type.replace('mc:', '') };
    });
    return repeat['maxOccurs'] === 'unbounded'
      ? own.map((particle) => ({ ...particle, minimum: 0, maximum: Infinity }))
      : own;
  };
  const names = [...xsd.matchAll(/<xs:complexType name="(\w+)"/g)].map(([, name = '']) => name);
  for (const child of readXml(xsd).children) {
    if (child.name === 'element') {
      next += 1;
      const [complex] = child.children;
      if (complex) schema.root = particles(complex);
    }
    if (child.name === 'complexType') schema.types.set(names.shift() ?? '', particles(child));
  }
  return schema;
}

function check(schema: Schema, element: XmlElement, sequence: Particle[], path: string): string[] {
  const problems: string[] = [];
  let at = 0;
  for (const { name, type, minimum, maximum } of sequence) {
    let count = 0;
    while (element.children[at]?.name === name && count < maximum) {
      const child = element.children[at];
      const inner = schema.types.get(type);
      if (child && inner) problems.push(...check(schema, child, inner, `${path}/${name}`));
      else if (child && child.children.length > 0) problems.push(`${path}/${name}: not a text`);
      at += 1;
      count += 1;
    }
    if (count < minimum) problems.push(`${path}/${name}: missing`);
  }
  const left = element.children[at];
  if (left) problems.push(`${path}/${left.name}: not expected here`);
  return problems;
}

/** What keeps a document from being valid against the card's schema. */
export function validateCard(xsd: string, xml: string): string[] {
  const root = readXml(xml);
  const expected = /targetNamespace="([^"]+)"/.exec(xsd)?.[1];
  if (root.namespace !== expected) return [`namespace ${root.namespace}`];
  const schema = readSchema(xsd);
  if (schema.root.length === 0 || schema.types.size === 0)
    throw new Error('the schema is not read');
  return check(schema, root, schema.root, root.name);
}
