import { describe, expect, it } from 'vitest';
import { lintCodes, type LintCode } from '#surveys/quality/findings.ts';
import { lintText } from '#surveys/quality/lint-text.ts';

type Case = [code: LintCode, tag: string, text: string, source?: string];

const english = 'AI can help me to notice earlier that a patient is getting worse.';

const damaged: Case[] = [
  ['control-character', 'en', 'AI can\u0007 help'],
  ['control-character', 'kn', 'ಇಲ್ಲವೇ\u206E ಇಲ್ಲ'],
  ['control-character', 'ar', 'يمكن\u202E للذكاء'],
  ['undisplayable-character', 'de', 'Pfl\uFFFDge'],
  ['undisplayable-character', 'zh', '护理\uE000'],
  ['stray-mark', 'kn', 'ಅಥ ಾ ಬಹಳ'],
  ['mojibake', 'de', 'Schulung fÃ¼r alle'],
  ['mojibake', 'en', 'AI doesnâ€™t help'],
  ['mojibake', 'ru', 'Ð¯ Ð¿Ð¾Ð½Ð¸Ð¼Ð°ÑŽ Ð˜Ð˜'],
  ['mojibake', 'ar', 'Ø§Ù„Ø°ÙƒØ§Ø¡'],
  ['mojibake', 'zh', 'äººå·¥æ™ºèƒ½'],
  ['script-missing', 'ar', 'yumkin lil-dhaka'],
  ['script-missing', 'kk', 'Zhasandy intellekt'],
  ['script-missing', 'zh', 'AI'],
  ['foreign-script', 'kn', 'ಇಲῤೕ ಇಲῤ'],
  ['foreign-script', 'en', 'AI can hеlp'],
  ['foreign-script', 'ru', 'ИИ может πомочь'],
  ['foreign-script', 'ar', 'الذكاء помощь الاصطناعي'],
  ['mixed-script-word', 'ru', 'ИИ мoжет помочь'],
  ['mixed-script-word', 'kk', 'ЖИ көмектеceді'],
  ['foreign-letter', 'ru', 'ИИ көмектеседі'],
  ['another-language', 'kk', 'ИИ может помочь мне раньше замечать'],
  ['placeholder-broken', 'en', 'Dear {name'],
  ['placeholder-broken', 'ru', 'Уважаемая {имя}, здравствуйте'],
  ['placeholder-mismatch', 'de', 'Seite {{seite}}', 'Page {{page}}'],
  ['placeholder-mismatch', 'de', 'Seite', 'Page {{page}}'],
  ['placeholder-mismatch', 'es', 'Hola %s y %s', 'Hello %s'],
  ['unmatched-bracket', 'ar', 'ضع علامة)'],
  ['unmatched-bracket', 'zh', '人工智能（AI'],
  ['identical-to-source', 'es', english, english],
  ['identical-to-source', 'ru', english, english],
  ['too-long', 'de', 'Wort '.repeat(60).trim(), english],
  ['too-short', 'de', 'KI hilft', english],
  ['too-long', 'zh', '人工智能'.repeat(20), english],
  ['edge-space', 'ar', ' الشعور بالغضب'],
  ['double-space', 'en', 'AI  can help'],
  ['not-normalised', 'es', 'enfermeri\u0301a'],
];

const sound: [tag: string, text: string, source?: string][] = [
  ['en', english],
  ['en', 'Cronbach’s “coefficient” – 5 µg, café, naïve, 20 °C'],
  ['de', '„Viel Spaß“ mit KI-Anwendungen', 'Have fun with AI'],
  ['de', 'Ich stimme „SPAẞ“ zu'],
  ['fr', 'voilà\u00A0: «\u00A0qualité\u00A0»'],
  ['es', '«PASÓ» ¿Qué es la IA? “ESPAÑA”'],
  ['ru', 'AI-системы могут помочь (не всегда).', 'AI systems can help (not always).'],
  ['ru', 'ChatGPT и другие'],
  ['kk', 'ЖИ құралдары мені күнделікті қағаз жұмысынан босата алады.'],
  ['ar', 'الذكاء الاصطناعي (AI) مفيد للمرضى.'],
  ['ar', 'صفحة {{page}}', 'Page {{page}}'],
  ['zh', '人工智能AI可以帮助我更早发现患者病情恶化。', english],
  ['ko', '전혀 방해 받지 않았다'],
  ['ja', '看護師のためのAI'],
  ['pt-br', 'Dificuldade para relaxar', 'Trouble relaxing'],
  ['fa', 'می\u200Cخواهم'],
  ['de', '2–5', '2–5'],
  ['en', ''],
  ['kn', 'ಇಲ್ಲವೇ ಇಲ್ಲ'],
  ['ar', 'تتعلّم مثلًا'],
];

describe('lintText', () => {
  it.each(damaged)('finds %s in %s: %j', (code, tag, text, source) => {
    const findings = lintText(
      tag,
      text,
      source === undefined ? undefined : { tag: 'en', text: source },
    );
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it.each(sound)('finds nothing in sound %s: %j', (tag, text, source) => {
    const from = source === undefined ? undefined : { tag: 'en', text: source };
    expect(lintText(tag, text, from)).toEqual([]);
  });

  it('shows in these cases every code that concerns a single text', () => {
    const shown = new Set(damaged.map(([code]) => code));
    expect(lintCodes.filter((code) => !shown.has(code))).toEqual(['repeated-label']);
  });

  it('names invisible characters by code point', () => {
    expect(lintText('en', 'a\u0007b\u0007')).toEqual([
      { code: 'control-character', severity: 'error', values: { found: 'U+0007' } },
    ]);
  });
});
