import { ItemRows } from '../../components/respondent/item-rows.tsx';
import { WordsField } from '../../components/respondent/words-field.tsx';
import type { ItemPage } from '../../services/answering/get-item-page.server.ts';
import { quoteField, reasonField, wordsField } from '../../services/answering/own-words.ts';

/** What was typed where a page was not saved, by field. */
export type Unsaved = {
  item: string;
  limit: number;
  length: number;
  typed: Record<string, string>;
};

/** The items of a page in their order; nothing that was typed is lost when it could not be saved. */
export function ItemList({ page, unsaved }: { page: ItemPage; unsaved: Unsaved | null }) {
  return page.items.map((item) => {
    if (!('maximumLength' in item)) {
      const value = unsaved ? unsaved.typed[item.name] : item.value;
      return <ItemRows key={item.id} item={{ ...item, value }} />;
    }
    const { id } = item;
    const names = { words: wordsField(id), quote: quoteField(id), reason: reasonField(id) };
    const typed = unsaved && {
      text: unsaved.typed[names.words] ?? '',
      mayQuote: names.quote in unsaved.typed,
      isRefused: names.reason in unsaved.typed,
    };
    return (
      <WordsField
        key={id}
        item={{ ...item, ...typed }}
        names={names}
        tooLong={unsaved?.item === id ? unsaved : undefined}
        language={page.language}
      />
    );
  });
}
