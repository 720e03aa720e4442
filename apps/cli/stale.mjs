// Decides whether something made earlier is still right, by the contents it was made from: a fresh clone gives all
// files the same time, and a step that was killed leaves results but no mark. Uses nothing but Node.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Runs `make` when `mark` does not say that it succeeded on exactly these sources, or when `result` is missing. */
export async function remake({ mark, result, sources, make }) {
  const print = fingerprint(sources);
  if (existsSync(result) && existsSync(mark) && readFileSync(mark, 'utf8') === print) return;
  rmSync(mark, { force: true });
  await make();
  mkdirSync(dirname(mark), { recursive: true });
  // Sources edited while it was made make it stale again, as they should.
  writeFileSync(mark, print);
}

export function fingerprint(paths) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

const NOT_BUILT = /(\.(spec|db-spec|e2e-spec|sweep-spec)\.ts|\.md)$|^node_modules$/;

function addTo(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isFile()) hash.update(`\0${path}\0`).update(readFileSync(path));
  if (!found.isDirectory()) return;
  const names = readdirSync(path).filter((name) => !NOT_BUILT.test(name));
  for (const name of names.sort()) addTo(hash, join(path, name));
}
