// Words in the free text of an invoice that say its claim was assigned, or that it asks for an advance.
// A text that merely forbids assignment says nothing of the kind, so such phrases are taken out first.
/** Whole words in any script: \b of a regular expression knows ASCII letters only. */
function words(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'gu');
}

const CLAIM = '(?:invoice|claim|receivable|debt|right|proceed)s?';

const NOT_AN_ASSIGNMENT: readonly RegExp[] = [
  words(
    '(?:may|must|shall|can|could|has|have|is|are) ?not (?:be |been )?(?:\\p{L}+ )?(?:assigned|sold|pledged|factored|transferred)',
  ),
  words(
    '(?:not|never) (?:assignable|assigned|factored)|no (?:factoring|assignment)|without (?:factoring|assignment)',
  ),
  words('(?:ej|inte|icke|aldrig) (?:\\p{L}+ )?(?:överlåt\\p{L}*|pantsatt\\p{L}*|belånad\\p{L}*)'),
  words('abtretungsverbot\\p{L}*|(?:nicht|kein|keine|ohne) (?:abgetreten|abtretbar|abtretung|factoring)'),
  words('abtretung\\p{L}*(?: \\p{L}+){0,4} (?:ausgeschlossen|unzulässig|untersagt)'),
  /(?:不得|不可|不能|禁止|尚未|未|没有|无)(?:被|予以|进行|办理|经|做)?(?:转让|保理|质押)/gu,
];

const ASSIGNMENT: readonly RegExp[] = [
  words('factoring|factored'),
  words(`${CLAIM} [^.;]{0,60}(?:assigned|pledged|sold to|transferred to)`),
  words(`assign(?:ed|ment)(?: of)? (?:the |this |our |all |these )?${CLAIM}`),
  words(
    '(?:överlåtit|överlåtits|överlåten|överlåtna|överlåts|överlåtelse\\p{L}*|pantsatt\\p{L}*|belånad\\p{L}*)',
  ),
  words('abgetreten\\p{L}*|abtretung\\p{L}*|forderung(?:sabtretung|sverkauf|sankauf)\\p{L}*'),
  /保理/u,
  /(?:债权|账款|帐款|应收款|发票)[^。；，]{0,12}(?:转让|质押)/u,
  /(?:已|业已)(?:全部|依法)?(?:转让|质押)(?:给|予|至|于)/u,
];

/** Every pattern above needs one of these; hardly any text of a long table has one. */
const SPEAKS_OF_IT =
  /factor|assign|pledged|sold to|transferred to|överlåt|pantsatt|belånad|abgetreten|abtret|forderung|保理|转让|质押/u;

const ADVANCE: readonly RegExp[] = [
  words('(?:advance|down)[- ]?payments?|payments? in advance|prepayments?'),
  words('förskott\\p{L}*'),
  words('\\p{L}*(?:anzahlung|abschlagszahlung|vorauszahlung)\\p{L}*'),
  /预付|预收|定金|订金/u,
];

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => text.search(pattern) >= 0);
}

/** Whether any of the texts says, in English, Swedish, German or Chinese, that the claim was assigned or pledged. */
export function saysAssigned(texts: readonly string[]): boolean {
  return texts.some((text) => {
    const said = plain(text);
    if (!SPEAKS_OF_IT.test(said)) return false;
    const told = NOT_AN_ASSIGNMENT.reduce((rest, pattern) => rest.replace(pattern, ' '), said);
    return matches(ASSIGNMENT, told);
  });
}

/** Whether any of the texts names an advance payment. */
export function namesAdvance(texts: readonly string[]): boolean {
  return texts.some((text) => matches(ADVANCE, plain(text)));
}
