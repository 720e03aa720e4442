// The files of the built web app, and the verification page, which stands in one file of its own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { errors } from './errors';
import { languageOf, sendProblem, toProblem } from './problem';

const POLICY = /http-equiv="Content-Security-Policy" content="([^"]+)"/;

/** Every path that is neither a file nor the API gets the app's page, which routes on its own. */
export async function serveWeb(app: NestFastifyApplication, webDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    immutable: true,
    maxAge: '1y',
    index: false,
    globIgnore: ['verify.html'],
  });
  serveVerification(app, join(webDir, 'verify.html'));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', async (request, reply) => {
      const [path = ''] = request.url.split('?');
      if (/^\/(api|assets)(\/|$)/.test(path)) {
        const language = languageOf(request.headers['accept-language']);
        sendProblem(reply, toProblem(errors.route_unknown(), language, path));
        return reply;
      }
      return reply.sendFile('index.html', { immutable: false, maxAge: 0 });
    });
}

/** Its script stands in the page: the page's own policy names it by its hash, and ours would forbid it. */
function serveVerification(app: NestFastifyApplication, file: string): void {
  if (!existsSync(file)) return;
  const page = readFileSync(file);
  const policy = `${POLICY.exec(page.toString())?.[1] ?? "default-src 'none'"}; frame-ancestors 'none'`;
  for (const path of ['/verify', '/verify.html'])
    app
      .getHttpAdapter()
      .getInstance()
      .get(path, async (_, reply) =>
        reply
          .header('content-security-policy', policy)
          .header('cache-control', 'no-cache')
          .type('text/html; charset=utf-8')
          .send(page),
      );
}
