// Four megabytes of JSON can hold a million values or a tower of brackets, and whoever looks at them one by one, or by
// recursion, is kept busy by a single request. So its shape is looked at first, once and level by level.

const MAX_DEPTH = 32;
/** A thousand items, the most that a bulk route takes, with a hundred values each. */
const MAX_VALUES = 100_000;
/** No class of ours declares nearly as many. */
const MAX_FIELDS = 200;

/** What is wrong with the shape of a parsed body; null when nothing is. */
export function shapeFault(body: unknown): string | null {
  let level: unknown[] = [body];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > MAX_DEPTH) return 'nested too deeply';
    if (values > MAX_VALUES) return 'too many values';
    const inside = level.filter((value) => typeof value === 'object' && value !== null);
    if (inside.some((value) => !Array.isArray(value) && Object.keys(value).length > MAX_FIELDS))
      return 'too many fields';
    level = inside.flatMap((value) => Object.values(value) as unknown[]);
  }
  return null;
}
