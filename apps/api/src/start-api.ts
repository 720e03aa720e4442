// Starts the HTTP application in this process; the server, the demonstration and the tests all come through here.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Sequencer } from '#audit';
import { appOptions, configureEdge, Log, newAdapter, Working } from '#platform';
import { BankLine } from '#settlement';
import type { ApplicationSettings } from '../../application';
import { ApiModule } from './api.module';

interface ApiSettings extends ApplicationSettings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Whose X-Forwarded-* headers are believed; left out: no one's. */
  readonly trustedProxies?: readonly string[];
  readonly webDir: string;
  /** True: this process also does the work that happens later. */
  readonly worker: boolean;
}
export interface RunningApi {
  readonly app: NestFastifyApplication;
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startApi(settings: ApiSettings): Promise<RunningApi> {
  const adapter = newAdapter(settings.trustedProxies);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.for(settings), adapter, {
    ...appOptions,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  await configureEdge(app, settings.webDir);
  // Every process that serves also sequences the log: a receipt shall not wait for a worker.
  await app.get(Sequencer).start();
  await app.listen(settings.port, settings.host);
  if (settings.worker) {
    await app.get(Working).start();
    app.get(BankLine).start();
  }
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1').replace(/\/$/, '');
  return { app, url, close: () => app.close() };
}
