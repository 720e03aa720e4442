// Whose rows may be seen. Every reading method of a store takes a scope; an empty scope sees no row.

export interface Scope {
  /** Organisations whose rows are visible; 'all' only for registrar, regulator and operator. */
  readonly organisations: readonly string[] | 'all';
}

export const NO_ONE: Scope = Object.freeze({ organisations: [] });
export const EVERYONE: Scope = Object.freeze({ organisations: 'all' });

/** What somebody sees is part of who they are. */
export const scopeOf = ({ scope }: { readonly scope: Scope }): Scope => scope;

/** For `where ($1::uuid[] is null or supplier_id = any($1))`: null stands for all. */
export function scopeParam(scope: Scope): readonly string[] | null {
  return scope.organisations === 'all' ? null : scope.organisations;
}
