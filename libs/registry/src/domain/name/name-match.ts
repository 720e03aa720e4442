// Whether a stored name answers a search, and why: the class, the rule and the score that its hit will show.
import { editDistance } from './edit-distance';
import type { NameProfile } from './name-profile';
import { isHan } from './name-tokens';
import { scriptOf, tolerance } from './tolerance';

/** Exact: the name that was asked for, at most typed otherwise. Similar: perhaps the same, for a person to judge. */
export type MatchClass = 'exact' | 'similar';
export const MATCH_CLASSES: readonly MatchClass[] = ['exact', 'similar'];

export type NameRule =
  | 'grantor_name_exact'
  | 'grantor_name_spelling'
  | 'grantor_name_script'
  | 'grantor_name_legal_form'
  | 'grantor_name_word_order'
  | 'grantor_name_place'
  | 'grantor_name_sound'
  | 'grantor_name_letters';

interface RuleCard {
  readonly class: MatchClass;
  /** 1 is the same name; null is worked out from the letters that differ. */
  readonly score: number | null;
}
/** From the surest to the least sure: the first rule that holds is the one a hit states. */
export const NAME_RULES: Readonly<Record<NameRule, RuleCard>> = Object.freeze({
  grantor_name_exact: { class: 'exact', score: 1 },
  grantor_name_spelling: { class: 'exact', score: 1 },
  grantor_name_script: { class: 'similar', score: 0.99 },
  grantor_name_legal_form: { class: 'similar', score: 0.97 },
  grantor_name_word_order: { class: 'similar', score: 0.95 },
  grantor_name_place: { class: 'similar', score: 0.93 },
  grantor_name_sound: { class: 'similar', score: 0.92 },
  grantor_name_letters: { class: 'similar', score: null },
});

export interface NameMatch {
  readonly class: MatchClass;
  readonly rule: NameRule;
  /** 0 to 1, two decimals; 1 only for the same name. */
  readonly score: number;
}
export type NameVerdict = { readonly match: NameMatch } | { readonly nearMiss: NameMatch } | null;

/** A near miss has one slip more than is forgiven, and still more letters in common than not. */
export function judgeName(asked: NameProfile, stored: NameProfile): NameVerdict {
  const rule = ruleOf(asked, stored);
  if (rule !== null) {
    const card = NAME_RULES[rule];
    return { match: { class: card.class, rule, score: card.score ?? 0 } };
  }
  return judgeLetters(asked.cores.map(lettersOf), stored.cores.map(lettersOf));
}

/** What is left to judge where no rule holds that looks at a whole: how many letters differ. */
export function judgeLetters(asked: readonly Letters[], stored: readonly Letters[]): NameVerdict {
  const { slips, forgiven, length } = slipsBetween(asked, stored);
  if (slips > forgiven + 1 || slips * 2 >= length) return null;
  const match: NameMatch = {
    class: 'similar',
    rule: 'grantor_name_letters',
    score: Math.floor((1 - slips / length) * 100) / 100,
  };
  return slips <= forgiven ? { match } : { nearMiss: match };
}

function ruleOf(asked: NameProfile, stored: NameProfile): Exclude<NameRule, 'grantor_name_letters'> | null {
  if (asked.key === stored.key) return 'grantor_name_exact';
  if (asked.letters === stored.letters) return 'grantor_name_spelling';
  if (asked.script === stored.script) return 'grantor_name_script';
  if (meet(asked.cores, stored.cores)) return 'grantor_name_legal_form';
  if (asked.words !== null && asked.words === stored.words) return 'grantor_name_word_order';
  if (meet(withBare(asked), withBare(stored))) return 'grantor_name_place';
  const spoken = isHan(asked.cores[0]) || isHan(stored.cores[0]);
  return spoken && asked.sound === stored.sound ? 'grantor_name_sound' : null;
}

const meet = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
const withBare = ({ cores, bare }: NameProfile) => (bare === null ? cores : [...cores, bare]);

/** A core, taken apart once for many comparisons. */
export interface Letters {
  readonly letters: readonly string[];
  readonly forgiven: number;
}
export function lettersOf(core: string): Letters {
  const letters = Array.from(core);
  return { letters, forgiven: tolerance(scriptOf(core), letters.length) };
}

interface Slips {
  readonly slips: number;
  readonly forgiven: number;
  /** Characters of the longer one. */
  readonly length: number;
}

/** Of every core with every other, the closest. */
function slipsBetween(asked: readonly Letters[], stored: readonly Letters[]): Slips {
  const pairs = asked.flatMap((one) => stored.map((other) => slipsOf(one, other)));
  return pairs.reduce((best, one) => (excess(one) < excess(best) ? one : best));
}
const excess = ({ slips, forgiven }: Slips) => slips - forgiven;

export function slipsOf(asked: Letters, stored: Letters): Slips {
  const forgiven = Math.min(asked.forgiven, stored.forgiven);
  return {
    slips: editDistance(asked.letters, stored.letters, forgiven + 1),
    forgiven,
    length: Math.max(asked.letters.length, stored.letters.length),
  };
}
