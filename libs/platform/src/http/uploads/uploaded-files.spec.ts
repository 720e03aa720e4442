import multipart from '@fastify/multipart';
import { fastify, type FastifyInstance } from 'fastify';
import { DomainError } from '#kernel';
import { uploadedFile, uploadedFiles } from './uploaded-files';

describe('the files of an upload', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = fastify();
    await server.register(multipart, { limits: { fileSize: 1000, files: 3, fields: 0 } });
    server.addContentTypeParser('application/json', (_request, _payload, done) => done(null));
    server.post('/', async (request) => {
      const files: string[] = [];
      try {
        for await (const { name, bytes } of uploadedFiles(request, { maxBytes: 1000 })) {
          let size = 0;
          for await (const piece of bytes) size += piece.length;
          files.push(`${name}:${size.toString()}`);
        }
        return { files };
      } catch (error) {
        if (error instanceof DomainError) return { code: error.code };
        throw error;
      }
    });
  });
  beforeAll(() =>
    server.post('/one', async (request) => {
      try {
        const { name, bytes } = await uploadedFile(request, 10);
        return { files: [`${name}:${bytes.length.toString()}`] };
      } catch (error) {
        if (error instanceof DomainError) return { code: error.code };
        throw error;
      }
    }),
  );
  afterAll(() => server.close());

  const file = (name: string, content: string) =>
    `--edge\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n${content}\r\n`;
  const send = async (payload: string, type = 'multipart/form-data; boundary=edge', url = '/') => {
    const response = await server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': type },
      payload,
    });
    return response.json<{ files?: string[]; code?: string }>();
  };

  it('come one after the other', async () => {
    expect(await send(`${file('a.xml', '<a/>')}${file('b.csv', '')}--edge--\r\n`)).toEqual({
      files: ['a.xml:4', 'b.csv:0'],
    });
  });

  it('may be none', async () => expect(await send('--edge--\r\n')).toEqual({ files: [] }));

  it.each([
    ['too large', `${file('a.xml', 'x'.repeat(1001))}--edge--\r\n`, 'file_too_large'],
    [
      'too many',
      `${['a', 'b', 'c', 'd'].map((name) => file(name, 'x')).join('')}--edge--\r\n`,
      'too_many_files',
    ],
    ['cut off', file('a.xml', 'x'.repeat(500)).slice(0, -20), 'upload_broken'],
    [
      'with another field',
      `--edge\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--edge--\r\n`,
      'upload_field',
    ],
  ])('that are %s are refused', async (_, payload, code) => {
    expect(await send(payload)).toEqual({ code: `platform.${code}` });
  });

  it.each([
    ['application/json', '{}', 'upload_not_multipart'],
    ['multipart/form-data', 'x', 'upload_broken'],
  ])('in a body of %s are refused', async (type, payload, code) => {
    expect(await send(payload, type)).toEqual({ code: `platform.${code}` });
  });

  it('come alone where one is asked for', async () => {
    const one = (payload: string) => send(`${payload}--edge--\r\n`, undefined, '/one');
    expect(await one(file('a.csv', '0123456789'))).toEqual({ files: ['a.csv:10'] });
    expect(await one(file('a.csv', '0123456789x'))).toEqual({ code: 'platform.upload_too_large' });
    expect(await one('')).toEqual({ code: 'platform.upload_not_one' });
    expect(await one(file('a.csv', '1') + file('b.csv', '2'))).toEqual({ code: 'platform.upload_not_one' });
  });
});
