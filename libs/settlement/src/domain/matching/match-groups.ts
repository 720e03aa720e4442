// Joins matches that share an obligation and judges each group as a whole.
import { MATCH_RULES, type MatchRuleName } from './match-rules';
import type { MatchGroup, PaymentMatch } from './match';

/** Rules under which a payment itself names what it pays. */
const NAMING: ReadonlySet<MatchRuleName> = new Set([
  'reference',
  'references',
  'reference_part',
  'reference_other_payer',
  'reference_slip',
  'reference_weak',
]);

function isExact({ remainder }: PaymentMatch): boolean {
  return /^[0.]+$/.test(remainder.amount);
}

function leastSure(matches: readonly PaymentMatch[]): MatchRuleName | undefined {
  const rules = matches.map(({ rule }) => rule);
  return rules.sort((a, b) => MATCH_RULES[a].confidence - MATCH_RULES[b].confidence)[0];
}

/** Several payments that name one item and settle it to the last unit speak for each other. */
function ruleOf(matches: readonly PaymentMatch[], settled: ReadonlySet<string>): MatchRuleName {
  const isComplete =
    matches.length > 1 &&
    matches.every((match) => NAMING.has(match.rule) && isExact(match) && match.allocations.length === 1) &&
    matches.every(({ allocations }) => allocations.every(({ obligationId }) => settled.has(obligationId)));
  return isComplete ? 'parts_complete' : (leastSure(matches) ?? 'payer_only');
}

/** The place of the first match that shares an obligation, directly or by way of others, with each match. */
function firstOfGroup(matches: readonly PaymentMatch[]): number[] {
  const parent = matches.map((_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parent[at] !== at) {
      const above = parent[at] ?? at;
      parent[at] = parent[above] ?? above;
      at = above;
    }
    return at;
  };
  const owners = new Map<string, number>();
  matches.forEach(({ allocations }, place) => {
    for (const { obligationId } of allocations) {
      const [a, b] = [root(owners.get(obligationId) ?? place), root(place)];
      parent[Math.max(a, b)] = Math.min(a, b);
      owners.set(obligationId, Math.min(a, b));
    }
  });
  return matches.map((_, place) => root(place));
}

/** `settled` holds the ids of obligations that the matches settle exactly. Groups are in the order of their first match. */
export function groupsOf(matches: readonly PaymentMatch[], settled: ReadonlySet<string>): MatchGroup[] {
  const firsts = firstOfGroup(matches);
  const groups = new Map<number, PaymentMatch[]>();
  matches.forEach((match, place) => {
    const first = firsts[place] ?? place;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [match]);
    else group.push(match);
  });
  return [...groups.values()].map((group) => {
    const rule = ruleOf(group, settled);
    const { confidence, automatic, reason } = MATCH_RULES[rule];
    return { matches: group, rule, confidence, automatic, reason };
  });
}
