type Words = readonly string[];
type Rest<List extends Words> = List extends readonly [string, ...infer More extends Words]
  ? More
  : [];
/** Whether a word stands twice. */
type HasTwice<List extends Words> = List extends readonly [infer First, ...Words]
  ? First extends Rest<List>[number]
    ? true
    : HasTwice<Rest<List>>
  : false;
type Whole<Word extends string, List extends Words> = [Word] extends [List[number]]
  ? HasTwice<List> extends true
    ? { twice: never }
    : List
  : { missing: Exclude<Word, List[number]> };

/**
 * Every word of a list that another room holds, in an order of its own: one that is unknown, missing or there
 * twice does not compile, so that the two cannot drift apart.
 */
export const allOf =
  <Word extends string>() =>
  <const List extends readonly Word[]>(list: List & Whole<Word, List>): List =>
    list;
