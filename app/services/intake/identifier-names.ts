/** Words that name what tells who somebody is, wherever they stand in a name. */
const telling = [
  ...['nhs number', 'nhs no', 'mrn', 'medical record', 'hospital number', 'chi number', 'dob'],
  ...['patient id', 'patient name', 'patient number', 'patient identifier', 'person id'],
  ...['subject id', 'encounter id', 'case id', 'accession number', 'ssn', 'social security'],
  ...['national id', 'passport', 'insurance number', 'date of birth', 'birth date', 'birthdate'],
  ...['birthday', 'first name', 'last name', 'surname', 'forename', 'given name', 'family name'],
  ...['full name', 'postcode', 'post code', 'postal code', 'zip code', 'street', 'home address'],
  ...['phone', 'telephone', 'mobile number', 'email', 'e mail'],
  ...['patienten id', 'patientennummer', 'patienten nr', 'patientenname', 'versichertennummer'],
  ...['krankenversichertennummer', 'fallnummer', 'geburtsdatum', 'geburtstag', 'vorname'],
  ...['nachname', 'postleitzahl', 'anschrift', 'telefon'],
  ...['id paciente', 'paciente id', 'nombre paciente', 'numero historia', 'historia clinica'],
  ...['dni', 'curp', 'fecha nacimiento', 'fecha de nacimiento', 'apellido', 'apellidos'],
  ...['codigo postal', 'direccion', 'telefono', 'correo electronico'],
  ...['prenom', 'date de naissance', 'numero de securite sociale'],
  ...['фио', 'фамилия', 'отчество', 'дата рождения', 'снилс', 'инн', 'полис', 'паспорт', 'телефон'],
  ...['номер карты', 'номер пациента', 'имя пациента', 'id пациента', 'почтовыи индекс'],
  ...['жсн', 'тегі', 'аты жоні', 'туған күні', 'мекенжаи', 'науқас аты', 'әкесінің аты'],
  ...['اسم المريض', 'رقم المريض', 'رقم الهوية', 'تاريخ الميلاد', 'الرمز البريدي', 'رقم الهاتف'],
  ...['رقم الملف', 'الاسم الكامل'],
];

/** Names that say so when they stand alone; within another they may mean a room or a file. */
const alone = [
  ...['name', 'names', 'patient', 'zip', 'address', 'nhs', 'iin', 'nie', 'plz', 'adresse'],
  ...['nombre', 'nom', 'имя', 'адрес', 'аты', 'الاسم', 'العنوان', 'الهاتف', 'birth'],
];

/** Chinese is written without spaces: these are looked for within. */
const within = [
  '姓名',
  '身份证',
  '病历号',
  '病案号',
  '住院号',
  '出生日期',
  '生日',
  '家庭住址',
  '电话',
  '手机号',
  '邮编',
  '患者编号',
  '就诊号',
];

/** Lower case, without accents, words apart: `patientID`, `Patient-Id` and `patient_id` are one name. */
function wordsOf(name: string): string {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const tellingWords = telling.map(wordsOf);
const tellingWithin = new RegExp(` (?:${tellingWords.join('|')}) `, 'u');
const aloneWords = new Set(alone.map(wordsOf));
const joined = (words: string) => words.replaceAll(' ', '');
const joinedWords = new Set(tellingWords.filter((word) => word.includes(' ')).map(joined));
const partsWithin = new RegExp(within.join('|'), 'u');

/** A batch says the same few names a thousand times. */
const judged = new Map<string, boolean>();
const [mostJudged, longestJudged] = [5000, 80];

/**
 * Whether a column, field or group bears the name of something that tells who a person is. Aggregates
 * have no such thing; the names of seven languages are known, and not every way to write them.
 */
export function isIdentifierName(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const words = wordsOf(name);
  const isTelling =
    aloneWords.has(words) ||
    joinedWords.has(joined(words)) ||
    partsWithin.test(name) ||
    tellingWithin.test(` ${words} `);
  if (judged.size >= mostJudged) judged.clear();
  if (name.length <= longestJudged) judged.set(name, isTelling);
  return isTelling;
}

/** Whether a value reads like a number of a person or an address: nine digits in a row, or an @. */
export function isIdentifierValue(value: string): boolean {
  return value.includes('@') || /\d{9,}/u.test(value.replaceAll(/[\s.-]/gu, ''));
}
