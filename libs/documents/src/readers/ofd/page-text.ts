// What the pages of an OFD say where its tags point: a tag such as InvoiceNo names the text object that prints the
// value.
import { all, first, textAt, type XmlElement } from '#platform/xml';
import { type OfdPackage, resolvePath } from './ofd-package';

const MAX_PAGES = 50;

function descendants(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}

/** The text objects of all pages by their identifiers. */
function textObjects(ofd: OfdPackage, path: string, document: XmlElement): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const page of all(document, 'Pages/Page').slice(0, MAX_PAGES)) {
    const content = ofd.maybeXml(resolvePath(path, page.attributes.BaseLoc ?? ''));
    if (content === undefined) continue;
    for (const { name, attributes, children } of descendants(content)) {
      if (name !== 'TextObject' || attributes.ID === undefined) continue;
      const codes = children.filter((child) => child.name === 'TextCode');
      texts.set(attributes.ID, codes.map(({ text }) => text ?? '').join(''));
    }
  }
  return texts;
}

/** The values that the tags of a document name, by the local names of the tags; the first of a name counts. */
export function taggedValues(
  ofd: OfdPackage,
  path: string,
  document: XmlElement,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const listPath = textAt(document, 'CustomTags');
  const list = listPath === null ? undefined : ofd.maybeXml(resolvePath(path, listPath));
  if (listPath === null || list === undefined) return values;
  const texts = textObjects(ofd, path, document);
  for (const tag of all(list, 'CustomTag')) {
    const location = textAt(tag, 'FileLoc');
    const tags = location && ofd.maybeXml(resolvePath(resolvePath(path, listPath), location));
    if (!tags) continue;
    for (const element of descendants(tags)) {
      if (first(element, 'ObjectRef') === undefined || values.has(element.name)) continue;
      const printed = all(element, 'ObjectRef').map(({ text }) => texts.get(text ?? '') ?? '');
      values.set(element.name, printed.join('').trim());
    }
  }
  return values;
}
