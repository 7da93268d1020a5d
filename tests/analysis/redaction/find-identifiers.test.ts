import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '#analysis/redaction/find-identifiers.ts';

const today = '2026-11-26';

/** What is found, as `kind: text`. */
function found(text: string, language = 'en', names: string[] = []): string[] {
  return findIdentifiers(text, { language, names, today }).map(
    ({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`,
  );
}

describe('e-mail addresses', () => {
  it.each([
    ['Write to anna.smith+nhs@mail.example.co.uk.', 'anna.smith+nhs@mail.example.co.uk'],
    ['пишите: айгүл@пошта.қаз', 'айгүл@пошта.қаз'],
    ['邮箱wang_1@example.com谢谢', 'wang_1@example.com'],
    ['ａ＠example.org', 'ａ＠example.org'],
  ])('are found in %s', (text, address) => {
    expect(found(text)).toEqual([`e-mail: ${address}`]);
  });
  it.each(['meet @home at 5', '5 @ 3 pounds', 'a@b'])('are not seen in %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('NHS numbers and telephone numbers', () => {
  it.each([
    ['My NHS number is 943 476 5919.', 'en', 'nhs-number: 943 476 5919'],
    ['9434765919', 'en', 'nhs-number: 9434765919'],
    ['٩٤٣٤٧٦٥٩١٩', 'ar', 'nhs-number: ٩٤٣٤٧٦٥٩١٩'],
    ['Ring 07700 900123 after six', 'en', 'phone: 07700 900123'],
    ['020 7946 0958 2025 was bad', 'en', 'phone: 020 7946 0958'],
    ['in 2024 (0161) 496-0123', 'en', 'phone: (0161) 496-0123'],
    ['+44 (0)20 7946 0958', 'en', 'phone: +44 (0)20 7946 0958'],
    ['0044 20 7946 0958', 'en', 'phone: 0044 20 7946 0958'],
    ['phone me: 496 0123', 'en', 'phone: 496 0123'],
    ['Tel.: 030/901820', 'de', 'phone: 030/901820'],
    ['0171 3920000', 'de', 'phone: 0171 3920000'],
    ['8 (701) 123-45-67', 'kk', 'phone: 8 (701) 123-45-67'],
    ['+7 701 123 45 67', 'kk', 'phone: +7 701 123 45 67'],
    ['8-495-123-45-67', 'ru', 'phone: 8-495-123-45-67'],
    ['звоните 9161234568', 'ru', 'phone: 9161234568'],
    ['612 345 678', 'es', 'phone: 612 345 678'],
    ['+34 912 345 678', 'es', 'phone: +34 912 345 678'],
    ['٠١٠١٢٣٤٥٦٧٨', 'ar', 'phone: ٠١٠١٢٣٤٥٦٧٨'],
    ['+966 50 123 4567', 'ar', 'phone: +966 50 123 4567'],
    ['手机13812345678', 'zh', 'phone: 13812345678'],
    ['010-62345678', 'zh', 'phone: 010-62345678'],
  ])('are found in %s (%s)', (text, language, expected) => {
    expect(found(text, language)).toEqual([expected]);
  });

  it('tells a number that fails the check digit from an NHS number', () => {
    expect(found('943 476 5918')).toEqual([]);
    expect(found('call me on 943 476 5918')).toEqual(['phone: 943 476 5918']);
  });

  it.each([
    ['I waited 45 minutes on 12.03.2025 at 10 30', 'en'],
    ['between 2019 and 2024, 2019-2024', 'en'],
    ['a risk of 0.123456789', 'es'],
    ['12345 people, 1 000 000 pounds', 'en'],
    ['500 600 patients', 'es'],
    ['в 2024 году 15 раз', 'ru'],
    ['2024年等了3小时', 'zh'],
  ])('are not seen in %s (%s)', (text, language) => {
    expect(found(text, language)).toEqual([]);
  });
});

describe('dates of birth', () => {
  it.each([
    ['I was born on 12/03/1954.', 'en', '12/03/1954'],
    ['DOB: 3-12-85', 'en', '3-12-85'],
    ['my birthday is 12th of March 1954', 'en', '12th of March 1954'],
    ['born in 1954', 'en', '1954'],
    ['My son was born on 3 March 2025', 'en', '3 March 2025'],
    ['geboren am 12. März 1954', 'de', '12. März 1954'],
    ['geb. 01.02.60', 'de', '01.02.60'],
    ['nací el 12 de marzo de 1954', 'es', '12 de marzo de 1954'],
    ['fecha de nacimiento 12/03/1954', 'es', '12/03/1954'],
    ['Я родилась 12 марта 1954 года', 'ru', '12 марта 1954 года'],
    ['1954 г.р.', 'ru', '1954'],
    ['Мен 1954 жылғы 12 наурызда туғанмын', 'kk', '1954 жылғы 12 наурызда'],
    ['туған күнім 12.03.1954', 'kk', '12.03.1954'],
    ['ولدت في ١٢ مارس ١٩٥٤', 'ar', '١٢ مارس ١٩٥٤'],
    ['تاريخ الميلاد 12/03/1954', 'ar', '12/03/1954'],
    ['我出生于1954年3月12日', 'zh', '1954年3月12日'],
    ['1954年生', 'zh', '1954'],
  ])('are found in %s (%s)', (text, language, date) => {
    const [span, ...others] = found(text, language);
    expect(others).toEqual([]);
    expect(span?.startsWith(`date-of-birth: ${date}`), span).toBe(true);
  });
  it.each([
    ['On 12/03/1999 the old ward closed', 'en'],
    ['I was newborn to this; they wrote on 45/13/1954', 'en'],
    ['She was born here, and the clinic opened its doors to all of us on 12/03/2025', 'en'],
    ['Am 12. März 1954 wurde gebaut', 'de'],
    ['в 1954 году открылась больница', 'ru'],
    ['2024年3月12日去了医院', 'zh'],
  ])('are not seen in %s (%s)', (text, language) => {
    expect(found(text, language)).toEqual([]);
  });
});

describe('post codes and account numbers', () => {
  it.each([
    ['I live in SW1A 2AA now', 'postcode: SW1A 2AA'],
    ['m11ae is mine', 'postcode: m11ae'],
    ['GIR 0AA', 'postcode: GIR 0AA'],
    [
      'Pay to DE89 3704 0044 0532 0130 00 or leave it',
      'account-number: DE89 3704 0044 0532 0130 00',
    ],
    ['ES9121000418450200051332 from me', 'account-number: ES9121000418450200051332'],
    ['ES91 2100 0418 4502 0005 1332 from me', 'account-number: ES91 2100 0418 4502 0005 1332'],
    ['DNI 12345678Z', 'account-number: 12345678Z'],
    ['身份证11010519491231002X。', 'account-number: 11010519491231002X'],
    ['QQ 12 34 56 C is an example, AB 12 34 56 C is not', 'account-number: AB 12 34 56 C'],
  ])('are found in %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
  it.each([
    'the SW1A district',
    'vitamin B12 3 times',
    'covid19 2nd wave',
    'QV1 2AA',
    'SW1A 2CI',
    'DE89 3704 0044 0532 0130 01',
    '12345678A',
    '110105194912310021',
  ])('are not seen in %s', (text) => {
    expect(found(text).filter((span) => !span.startsWith('phone'))).toEqual([]);
  });
  it('know a Kazakh identification number by its check digit', () => {
    const head = '54031230012';
    const all = Array.from({ length: 10 }, (_value, digit) => `${head}${digit}`);
    expect(all.filter((code) => found(code)[0]?.startsWith('account-number'))).toHaveLength(1);
  });
});

describe('names that are listed', () => {
  it.each([
    ['ANNA told Anna’s sister', 'en', ['Anna'], ['ANNA', 'Anna’s']],
    ['dr jose garcia, GARCÍA and José', 'es', ['José García'], ['jose garcia', 'GARCÍA', 'José']],
    ['Frau Muellers Arzt sprach mit Müller', 'de', ['Müller'], ['Muellers', 'Müller']],
    ['Herr Müller', 'de', ['Mueller'], ['Müller']],
    ['Анне помогла Анна, с Анной', 'ru', ['Анна'], ['Анне', 'Анна', 'Анной']],
    ['у Иванова и с Ивановым', 'ru', ['Иванов'], ['Иванова', 'Ивановым']],
    ['Айгүлге, Айгүлдің, Айгүлдерден', 'kk', ['Айгүл'], ['Айгүлге', 'Айгүлдің', 'Айгүлдерден']],
    ['قال أحمد لأحمد وبأحمد', 'ar', ['احمد'], ['أحمد', 'لأحمد', 'وبأحمد']],
    ['مع الزهراني والزهراني', 'ar', ['الزهراني'], ['الزهراني', 'والزهراني']],
    ['王小明说，小明不在，王医生在', 'zh', ['王小明'], ['王小明', '小明', '王医生']],
    ['Zoe\u0308 came', 'en', ['Zoë'], ['Zoe\u0308']],
  ])('are found in %s (%s)', (text, language, names, expected) => {
    expect(found(text, language, names)).toEqual(expected.map((name) => `name: ${name}`));
  });
  it.each([
    ['The annals of Annapolis', 'en', ['Anna']],
    ['The Mayor', 'en', ['May']],
    ['in das Haus von der Straße', 'de', ['Maria von der Heide']],
    ['иваново детство', 'ru', ['Петров']],
    ['国王的医生', 'zh', ['王小明']],
    ['anything', 'en', ['', ' ', '—']],
  ])('are not seen in %s (%s)', (text, language, names) => {
    expect(found(text, language, names)).toEqual([]);
  });
});
