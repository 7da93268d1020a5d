import sax from 'sax';

type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
};

/** The tree of a document, strictly well formed. */
function readXml(xml: string): XmlElement {
  const reader = sax.parser(true, { strictEntities: true });
  const open: XmlElement[] = [{ name: '', attributes: {}, text: '', children: [] }];
  reader.onerror = (error) => {
    throw error;
  };
  reader.onopentag = ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const);
    const own: Record<string, string> = Object.fromEntries<string>(values);
    const element: XmlElement = { name, text: '', children: [], attributes: own };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  reader.ontext = (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  reader.onclosetag = () => {
    open.pop();
  };
  reader.write(xml).close();
  const [root] = open[0]?.children ?? [];
  if (!root) throw new Error('no element');
  return root;
}

const namespace = 'urn:QDA-XML:codebook:1.0';
const hex = (n: number) => `[0-9a-fA-F]{${n}}`;
const guid = `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;

/** The simple types of the schema. */
const types = {
  string: /^/u,
  boolean: /^(true|false|1|0)$/u,
  guid: new RegExp(`^(${guid}|\\{${guid}\\})$`, 'u'),
  rgb: /^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/u,
} as const;

type Rule = {
  /** In this order; each at least and at most so many times. */
  children: readonly (readonly [name: string, least: number, most: number])[];
  attributes: Readonly<Record<string, readonly [type: keyof typeof types, required: boolean]>>;
  hasText?: boolean;
};

/**
 * What the schema of REFI-QDA 1.5 (section 5.2, Codebook.xsd 1.0) asks of each element, written down by us: no copy
 * of the schema is kept.
 */
const rules: Readonly<Record<string, Rule>> = {
  CodeBook: {
    children: [
      ['Codes', 1, 1],
      ['Sets', 0, 1],
    ],
    attributes: { origin: ['string', false], xmlns: ['string', true] },
  },
  Codes: { children: [['Code', 1, Infinity]], attributes: {} },
  Code: {
    children: [
      ['Description', 0, 1],
      ['Code', 0, Infinity],
    ],
    attributes: {
      guid: ['guid', true],
      name: ['string', true],
      isCodable: ['boolean', true],
      color: ['rgb', false],
    },
  },
  Description: { children: [], attributes: {}, hasText: true },
  Sets: { children: [['Set', 1, Infinity]], attributes: {} },
  Set: {
    children: [
      ['Description', 0, 1],
      ['MemberCode', 0, Infinity],
    ],
    attributes: { guid: ['guid', true], name: ['string', true] },
  },
  MemberCode: { children: [], attributes: { guid: ['guid', true] } },
};

function faultsOf(element: XmlElement, path: string): string[] {
  const rule = rules[element.name];
  if (!rule) return [`${path}: unknown`];
  const names = element.children.map(({ name }) => name);
  const order = rule.children.map(([name]) => name);
  const inOrder = [...names].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const given = Object.entries(element.attributes);
  return [
    ...(names.join() === inOrder.join() ? [] : [`${path}: order`]),
    ...rule.children.flatMap(([name, least, most]) => {
      const n = names.filter((one) => one === name).length;
      return n >= least && n <= most ? [] : [`${path}: ${name} × ${n}`];
    }),
    ...names.flatMap((name) => (order.includes(name) ? [] : [`${path}: ${name} not here`])),
    ...given.flatMap(([name, value]) => {
      const attribute = rule.attributes[name];
      if (!attribute) return [`${path}: @${name} not here`];
      return types[attribute[0]].test(value) ? [] : [`${path}: @${name}="${value}"`];
    }),
    ...Object.entries(rule.attributes).flatMap(([name, [, required]]) =>
      required && element.attributes[name] === undefined ? [`${path}: @${name} missing`] : [],
    ),
    ...(rule.hasText !== true && element.text.trim() !== '' ? [`${path}: text`] : []),
    ...element.children.flatMap((child, at) => faultsOf(child, `${path}/${child.name}[${at}]`)),
  ];
}

function guidsIn(element: XmlElement): string[] {
  return [
    ...(element.name === 'MemberCode' ? [] : [element.attributes['guid'] ?? '']),
    ...element.children.flatMap(guidsIn),
  ].filter((one) => one !== '');
}

/** What a codebook has that the schema does not allow, and guids that stand twice. */
export function codebookFaults(xml: string): string[] {
  const root = readXml(xml);
  const guids = guidsIn(root);
  return [
    ...(root.name === 'CodeBook' ? [] : [`${root.name}: not a codebook`]),
    ...(root.attributes['xmlns'] === namespace ? [] : ['namespace']),
    ...faultsOf(root, root.name),
    ...guids.flatMap((one, at) => (guids.indexOf(one) === at ? [] : [`${one} twice`])),
  ];
}
