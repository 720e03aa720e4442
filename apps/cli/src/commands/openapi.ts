// Writes the API description; in preview mode nothing is constructed, so no database is needed.
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { describeApi, newAdapter } from '#platform';
import { ApiModule } from '../../../api/src/api.module';
import type { CommandResult } from '../output';

export async function openapi(file: string): Promise<CommandResult> {
  const module = ApiModule.for({
    databaseUrl: 'postgres://nowhere',
    poolSize: 1,
    logLevel: 'silent',
    production: false,
    stateDir: 'nowhere',
  });
  const app = await NestFactory.create(module, newAdapter(), { preview: true, logger: ['error'] });
  app.setGlobalPrefix('api');
  await writeFile(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
  return { lines: [], held: true };
}
