type Attributes = Record<string, string>;

function attributes(tag: string): Attributes {
  const found = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].slice(1);
  return Object.fromEntries(
    found.map(([, name, value]) => [name?.toLowerCase() ?? '', value ?? '']),
  );
}

const decode = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

export type FilledForm = { action: string; body: string };

/**
 * Fills the page's form as a patient robot: in every group of radios the one at `choice`, every
 * checkbox, the first real option of every select; what was chosen before stays.
 */
export function fillForm(html: string, here: string, choice = 0): FilledForm {
  const forms = [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].filter(([, head = '']) =>
    /method="post"/i.test(head),
  );
  const [, head = '', inner = ''] = forms[0] ?? [];
  if (!inner) throw new Error(`no form to fill in at ${here}`);
  const fields = new URLSearchParams();
  const radios = new Map<string, string[]>();
  for (const [tag] of inner.matchAll(/<input[^>]*>/g)) {
    const { name = '', type = 'text', value = '' } = attributes(tag);
    if (type === 'radio') radios.set(name, [...(radios.get(name) ?? []), decode(value)]);
    else if (type === 'checkbox') fields.append(name, decode(value) || 'on');
    else if (type === 'hidden') fields.append(name, decode(value));
  }
  for (const [name, values] of radios) {
    fields.append(name, values[Math.min(choice, values.length - 1)] ?? '');
  }
  for (const [, selectHead = '', options = ''] of inner.matchAll(
    /<select([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const values = [...options.matchAll(/<option[^>]*value="([^"]*)"/g)].map(
      ([, value = '']) => value,
    );
    fields.append(attributes(selectHead)['name'] ?? '', values.find((value) => value !== '') ?? '');
  }
  const [button = ''] = /<button[^>]*name="[^>]*>/.exec(inner) ?? [];
  if (button) {
    const { name = '', value = '' } = attributes(button);
    fields.append(name, decode(value));
  }
  return { action: decode(attributes(head)['action'] ?? '') || here, body: fields.toString() };
}
