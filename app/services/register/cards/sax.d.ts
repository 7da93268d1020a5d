declare module 'sax' {
  type Tag = { name: string; local: string; uri: string; attributes: Record<string, unknown> };
  class Parser {
    onopentag: (tag: Tag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (doctype: string) => void;
    onerror: (error: Error) => void;
    line: number;
    error: Error | null;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: {
    parser(
      strict: boolean,
      options: { xmlns?: boolean; strictEntities: boolean; position?: boolean },
    ): Parser;
  };
  export default sax; // CommonJS: Node finds no names in it
}
