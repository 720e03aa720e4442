import fc from 'fast-check';
import { all, first, parseXml, textAt, textsAt, type XmlRefusals } from './xml-tree';

const refusals: XmlRefusals = {
  xml_doctype: () => new Error('doctype'),
  xml_malformed: () => new Error('malformed'),
  xml_too_complex: () => new Error('too complex'),
};
const parse = (text: string) => parseXml(text, refusals);
const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const attributes = (count: number) => Array.from({ length: count }, (_, n) => `a${n}="1"`).join(' ');

describe('an XML text', () => {
  it('becomes a tree by local names, with line and path', () => {
    const root = parse(
      '<?xml version="1.0"?>\r\n<x:A xmlns:x="urn:x" b="&lt;1&#x41;">\r\n <x:B>one</x:B><B/>\n</x:A>',
    );
    expect(root).toMatchObject({ name: 'A', path: 'A', line: 2, attributes: { b: '<1A' }, text: null });
    expect(all(root, 'B')).toMatchObject([
      { path: 'A/B', line: 3, text: 'one' },
      { path: 'A/B', line: 3, text: null },
    ]);
    expect([textAt(root, 'C', 'B'), textAt(root, 'C'), textsAt(root, 'B')]).toEqual(['one', null, ['one']]);
    expect([first(root, 'C/D'), first(undefined, 'B')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&#65;&#x4e2d;', 'A中'],
    ['<![CDATA[&lt;<b>]]>', '&lt;<b>'],
    ['one<!-- two -->three', 'onethree'],
    ['&LT;&unknown;', '&LT;&unknown;'],
    ['a&#0;b&#xd800;c', 'a\ufffdb\ufffdc'],
    ['one\rtwo', 'one\ntwo'],
    [' \n ', null],
  ])('reads %j as %j', (inside, text) => expect(parse(`<a>${inside}</a>`).text).toBe(text));

  it.each([
    ['doctype', '<!DOCTYPE a><a/>'],
    ['doctype', '<!doctype a><a/>'],
    ['doctype', '<a/><!ENTITY b "c">'],
    ['malformed', ''],
    ['malformed', 'words'],
    ['malformed', '<a>'],
    ['malformed', '</a>'],
    ['malformed', '<a></b>'],
    ['malformed', '<a/><b/>'],
    ['malformed', '<a/>words'],
    ['malformed', '<![CDATA[words]]><a/>'],
    ['malformed', '<a/><![CDATA[words]]>'],
    ['malformed', '<a b=1/>'],
    ['malformed', '<a b/>'],
    ['malformed', '<a b="<"/>'],
    ['malformed', '<a b="1"c="2"/>'],
    ['malformed', '<a><!-- </a>'],
    ['malformed', '<a><!OTHER></a>'],
    ['malformed', '<a>\u0001</a>'],
    ['malformed', `<${'a'.repeat(201)}/>`],
    ['too complex', nested(61)],
    ['too complex', `<a ${attributes(101)}/>`],
    ['too complex', `<a b="${'x'.repeat(65_537)}"/>`],
    ['too complex', `<a>${'<b/>'.repeat(300_000)}</a>`],
  ])('is refused as %s', (fault, text) => expect(() => parse(text)).toThrow(fault));

  it.each([nested(60), `<a ${attributes(100)}/>`, `<a b="${'x'.repeat(60_000)}"/>`])(
    'is taken at the limit',
    (text) => expect(parse(text).name).toBe('a'),
  );

  it('of any content is read or refused, and what is escaped comes back', () => {
    const escape = (text: string) => text.replace(/[&<>"']/gu, (one) => `&#${one.charCodeAt(0)};`);
    const sayable = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}|\uFFFE|\uFFFF/u.test(text));
    fc.assert(
      fc.property(sayable, (text) => {
        const root = parse(`<a b="${escape(text)}">${escape(text)}</a>`);
        expect([root.attributes['b'], root.text ?? '']).toEqual([text.trim(), text.trim()]);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', ' ', '"', '=', '&', '!', '-', '[') }),
        (text) => {
          try {
            parse(text);
          } catch (error) {
            expect((error as Error).message).toMatch(/^(doctype|malformed|too complex)$/);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
