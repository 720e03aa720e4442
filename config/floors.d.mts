// The types of floors.mjs, which stays plain JavaScript because dependency-cruiser reads it before anything is built.
export declare const floors: Readonly<Record<string, readonly string[]>>;
export declare const storeys: readonly (readonly string[])[];
