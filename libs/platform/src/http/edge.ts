// Everything between the socket and the controllers: plugins, validation, errors, docs, the web app's files.
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { INestApplication, NestApplicationOptions } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../logs/log';
import { watchItems } from '../refusals/refused-items';
import type { Actor } from './access';
import { shapeFault } from './body-shape';
import { errors } from './errors';
import { acceptForms } from './forms/form-body';
import { languageOf, Problem, sendProblem, toProblem } from './problem';
import { newValidationPipe, rememberRules } from './validation';
import { serveWeb } from './web-files';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
export const MAX_UPLOAD_BYTES = 32 * 1024 * 1024;
export const MAX_UPLOAD_FILES = 100;

/** What Node refuses before it is a request: an unreadable one, or headers beyond its limit. */
function sendClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const refusal = isLarge ? errors.too_large() : errors.malformed({ reason: 'not HTTP' });
  const status = isLarge ? 431 : 400;
  const problem = Object.assign(toProblem(refusal, 'en', '/'), { status });
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${isLarge ? 'Request Header Fields Too Large' : 'Bad Request'}\r\n` +
      `content-type: application/problem+json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/**
 * On closing, idle connections go at once and requests in flight are answered.
 * @param trustedProxies addresses, CIDR blocks, or `loopback`, `linklocal`, `uniquelocal`: whose X-Forwarded-* headers
 *   say where a request came from. The address counts sign-in attempts, so no one else may choose it.
 */
export const newAdapter = (trustedProxies: readonly string[] = []) =>
  new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    // As Node has it; Fastify would wait for ever for the rest of a body.
    requestTimeout: 300_000,
    forceCloseConnections: 'idle',
    clientErrorHandler: sendClientError,
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: 200 },
    // A path that cannot be decoded never reaches the router, and so not the filter either.
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(
        reply,
        toProblem(
          errors.malformed({ reason: 'address' }),
          languageOf(request.headers['accept-language']),
          '/',
        ),
      ),
  });

export const appOptions: NestApplicationOptions = {
  return503OnClosing: true,
  // Fastify's own JSON parser stays; Nest would add one for forms, which no route reads.
  bodyParser: false,
  routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
};

export async function configureEdge(app: NestFastifyApplication, webDir: string): Promise<void> {
  app.setGlobalPrefix('api');
  rememberRules();
  app.useGlobalPipes(newValidationPipe());
  await app.register(helmet, {
    contentSecurityPolicy: {
      // Ant Design writes its styles into the page at run time; scripts come from our own files only.
      directives: { styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null },
    },
    strictTransportSecurity: { maxAge: 31_536_000 },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  acceptForms(fastify);
  fastify.addHook('preValidation', async (request: FastifyRequest) => {
    const fault = shapeFault(request.body);
    if (fault !== null) throw errors.malformed({ reason: fault });
  });
  // Not the application itself: asked for what is not there, that ends the process.
  watchItems(fastify, app.get(ModuleRef));
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: MAX_UPLOAD_BYTES, files: MAX_UPLOAD_FILES, fields: 0 },
  });
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/openapi.json' });
  logRequests(app);
  if (existsSync(webDir)) await serveWeb(app, webDir);
}

export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Youquan 右券')
    .setDescription('Receivables finance: intake, confirmation, offers, assignment with registration, proof.')
    .setVersion('1')
    .addBearerAuth()
    .addGlobalResponse({ status: '4XX', description: 'RFC 9457 problem', type: Problem })
    .build();
  return SwaggerModule.createDocument(app, config, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
}

function logRequests(app: NestFastifyApplication): void {
  const log = app.get(Log);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', async (request, reply) => {
    const { user } = request as unknown as { user?: Actor };
    const route = request.routeOptions.url ?? 'unknown';
    const { statusCode, elapsedTime } = reply;
    const ms = Math.round(elapsedTime);
    log.request({
      id: request.id,
      method: request.method,
      route,
      status: statusCode,
      ms,
      user: user?.userId,
    });
  });
  // Answers carry other people's secrets: no cache between us and the browser keeps them.
  fastify.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, body) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    return body;
  });
}
