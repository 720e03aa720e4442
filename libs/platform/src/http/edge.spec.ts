import 'reflect-metadata';
import { Body, Controller, Get, Ip, Module, Post, ServiceUnavailableException } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Log } from '../logs/log';
import { AccessGuard, Public } from './access';
import { appOptions, configureEdge, newAdapter } from './edge';
import { TextField } from './fields';
import { ProblemFilter } from './problem';

class Note {
  @TextField(10, 'text', { optional: true }) text?: string;
}

@Controller('notes')
class NotesController {
  @Post()
  @Public()
  add(@Body() note: Note): Note {
    return note;
  }
  @Get('address')
  @Public()
  address(@Ip() address: string): string {
    return address;
  }
  @Get('closed')
  closed(): string {
    return 'nobody said who may read this';
  }
  @Get('not-ready')
  @Public()
  notReady(): never {
    throw new ServiceUnavailableException({ error: { database: { message: 'at 10.0.0.1' } } });
  }
}

@Module({
  controllers: [NotesController],
  providers: [
    { provide: Log, useFactory: () => new Log('silent') },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
class NotesModule {}

async function start(trustedProxies?: readonly string[]): Promise<NestFastifyApplication> {
  const adapter = newAdapter(trustedProxies);
  const options = { ...appOptions, logger: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(NotesModule, adapter, options);
  await configureEdge(app, 'no web app in tests');
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

describe('the edge', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await start();
  });
  afterAll(() => app.close());

  const post = (headers: Record<string, string>, payload = '{"text":"a"}') =>
    app.inject({
      method: 'POST',
      url: '/api/notes',
      headers: { host: 'youquan.example', 'content-type': 'application/json', ...headers },
      payload,
    });

  it.each<[string, Record<string, string>]>([
    ['a program', {}],
    ['its own pages', { 'sec-fetch-site': 'same-origin', origin: 'https://youquan.example' }],
    ['its own pages over plain HTTP', { origin: 'http://youquan.example' }],
    ['a program with a token', { authorization: 'Bearer x', 'sec-fetch-site': 'cross-site' }],
  ])('takes a deed from %s', async (_, headers) => {
    expect((await post(headers)).statusCode).toBe(201);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another site over plain HTTP', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://youquan.example:8080' }],
    ['a page without an origin', { origin: 'null' }],
  ])('refuses a deed from %s, also where nobody is signed in', async (_, headers) => {
    const { statusCode, body } = await post(headers);
    expect(statusCode).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ code: 'platform.cross_site' });
  });

  it.each([
    ['text/plain', '{"text":"a"}'],
    ['application/x-www-form-urlencoded', 'text=a'],
    ['application/json', '{"text":'],
    ['application/json', `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['application/json', `{"text":[${Array.from({ length: 100_000 }, () => 1).join()}]}`],
  ])('answers 400 to a body of %s that is not a modest JSON', async (type, payload) => {
    const { statusCode, body } = await post({ 'content-type': type }, payload);
    expect(statusCode).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ code: 'platform.malformed' });
  });

  it('keeps a route closed that says nothing about who may call it', async () => {
    const { statusCode, body } = await app.inject('/api/notes/closed');
    expect(statusCode).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ code: 'platform.route_undeclared' });
  });

  it('answers 503 when something is not ready, and not that we are broken', async () => {
    const { statusCode, body } = await app.inject('/api/notes/not-ready');
    expect(statusCode).toBe(503);
    const expected = { code: 'platform.unavailable', retryable: true, details: { failed: ['database'] } };
    expect(JSON.parse(body)).toMatchObject(expected);
    expect(body).not.toContain('10.0.0.1');
  });
});

describe('the address of a caller', () => {
  it.each<[string, readonly string[], string, string]>([
    ['is its own, whatever it says', [], '203.0.113.9', '203.0.113.9'],
    ['is what a trusted proxy says', ['203.0.113.0/24'], '203.0.113.9', '198.51.100.7'],
    ['is its own where it is no trusted proxy', ['10.0.0.0/8'], '203.0.113.9', '203.0.113.9'],
  ])('%s', async (_, trusted, remoteAddress, seen) => {
    const app = await start(trusted);
    const headers = { 'x-forwarded-for': '192.0.2.66, 198.51.100.7' };
    const { body } = await app.inject({ url: '/api/notes/address', headers, remoteAddress });
    expect(body).toBe(seen);
    await app.close();
  });
});
