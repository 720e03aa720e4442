// The stores as their source says they are: each method with its parameters and doc comment, and every SQL text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(__dirname, '../..');

export interface StoreMethod {
  /** `OfferStore.page`. */
  readonly name: string;
  readonly file: string;
  readonly store: string;
  readonly method: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly doc: string;
}

/** Every file below these folders, relative to the root. */
export function filesBelow(folder: string, fits: (file: string) => boolean): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((file) => relative(root, join(path, file)))
    .filter(fits)
    .sort();
}

export const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

export const storeFiles = (): string[] =>
  filesBelow('libs', (file) => /^libs\/[^/]+\/src\/data\/.+\.store\.ts$/.test(file));

/** The methods that others can call. */
export function storeMethods(): StoreMethod[] {
  return storeFiles().flatMap((file) => {
    const source = parse(file);
    const found: StoreMethod[] = [];
    walk(source, (node) => {
      if (!ts.isMethodDeclaration(node) || !ts.isClassDeclaration(node.parent) || isPrivate(node)) return;
      const store = node.parent.name?.text ?? basename(file);
      const method = node.name.getText(source);
      found.push({
        ...{ name: `${store}.${method}`, file, store, method },
        parameters: node.parameters.map((parameter) => ({
          name: parameter.name.getText(source),
          type: parameter.type?.getText(source) ?? '',
        })),
        returns: node.type?.getText(source) ?? '',
        doc: ts
          .getJSDocCommentsAndTags(node)
          .map((comment) => comment.getText(source))
          .join('\n'),
      });
    });
    return found;
  });
}

const isPrivate = (node: ts.MethodDeclaration): boolean =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false;

/** The string and template literals that lock rows, with the constants of their file filled in. */
export function lockingTexts(file: string): string[] {
  const source = parse(file);
  const constants = new Map<string, string>();
  const texts: string[] = [];
  const textOf = (node: ts.Node): string =>
    node
      .getText(source)
      .slice(1, -1)
      .replace(/\$\{(\w+)\}/g, (whole, name: string) => constants.get(name) ?? whole);
  walk(source, (node) => {
    if (
      !ts.isStringLiteral(node) &&
      !ts.isNoSubstitutionTemplateLiteral(node) &&
      !ts.isTemplateExpression(node)
    )
      return;
    const text = textOf(node);
    if (ts.isVariableDeclaration(node.parent)) constants.set(node.parent.name.getText(source), text);
    if (/\bfor (no key )?(update|share)\b|\bon conflict\b[^]*\bdo update\b/i.test(text)) texts.push(text);
  });
  return texts;
}
