import { mediaTypeOf } from './media-type';

it.each([
  ['<?xml version="1.0"?><a/>', 'application/xml'],
  ['number,amount\r\n1,2\r\n', 'text/plain'],
  ['%PDF-1.7 ...', 'application/pdf'],
  ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['<html><body/></html>', 'application/octet-stream'],
  ['', 'application/octet-stream'],
  ['\u0001\u0000\u0002', 'application/octet-stream'],
])('the content %j is %s', (content, type) => {
  expect(mediaTypeOf(Buffer.from(content, 'latin1'))).toBe(type);
});
