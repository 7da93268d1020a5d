import sax from 'sax';
import { ServiceError } from '../../../errors.ts';

export type XmlElement = {
  name: string;
  namespace: string;
  text: string;
  children: XmlElement[];
};

const deepest = 32;

/**
 * The tree of a document, strictly well formed. A document type is refused whatever it says, so no
 * entity can be declared and nothing outside the text is ever read.
 */
export function readXml(text: string): XmlElement {
  const reader = sax.parser(true, { xmlns: true, strictEntities: true, position: true });
  const open: XmlElement[] = [];
  const roots: XmlElement[] = [];
  const broken = () => {
    throw new ServiceError('invalid', 'card-broken', { line: reader.line + 1 });
  };
  reader.onerror = broken;
  reader.ondoctype = () => {
    throw new ServiceError('invalid', 'card-doctype');
  };
  reader.onopentag = ({ local, uri }) => {
    const element: XmlElement = { name: local, namespace: uri, text: '', children: [] };
    if (open.length >= deepest || (open.length === 0 && roots.length > 0)) broken();
    (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
  };
  const add = (words: string) => {
    const current = open.at(-1);
    if (current) current.text += words;
  };
  reader.ontext = add;
  reader.oncdata = add;
  reader.onclosetag = () => {
    open.pop();
  };
  reader.write(text).close();
  return roots[0] ?? broken();
}
