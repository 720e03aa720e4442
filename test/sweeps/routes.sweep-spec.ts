// House rules over every route: a permission or @Public, and a validated class for every body and query.
import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import { ACCESS, newAdapter } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module';

const BODY = 3;
const QUERY = 4;
type Controller = { name: string; prototype: Record<string, object> };
interface Route {
  readonly name: string;
  readonly controller: Controller;
  readonly method: string;
}

function routesOf(app: INestApplication): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as unknown as Controller),
  );
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .filter(
        (method) =>
          method !== 'constructor' &&
          Reflect.hasMetadata(METHOD_METADATA, controller.prototype[method] ?? {}),
      )
      .map((method) => ({ controller, method, name: `${controller.name}.${method}` })),
  );
}

function unvalidatedParameters({ controller, method }: Route): string[] {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype, method) ??
    []) as Controller[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number; data?: string }
  >;
  return Object.entries(args)
    .filter(([key, { data }]) => [BODY, QUERY].includes(Number(key.split(':')[0])) && data === undefined)
    .map(([, { index }]) => types[index])
    .filter(
      (type) =>
        !type ||
        getMetadataStorage().getTargetValidationMetadatas(type as never, '', true, false).length === 0,
    )
    .map((type) => type?.name ?? 'nothing');
}

describe('every route', () => {
  let routes: Route[];
  beforeAll(async () => {
    const module = ApiModule.for({
      databaseUrl: 'postgres://nowhere',
      poolSize: 1,
      logLevel: 'silent',
      production: false,
      stateDir: 'nowhere',
    });
    const app = await NestFactory.create(module, newAdapter(), { preview: true, logger: false });
    routes = routesOf(app);
  });

  it('was found', () => expect(routes.length).toBeGreaterThan(6));

  it('declares a permission, or that it is public or for anyone signed in', () => {
    const access = ({ controller, method }: Route): unknown =>
      Reflect.getMetadata(ACCESS, controller.prototype[method] ?? {}) ??
      Reflect.getMetadata(ACCESS, controller);
    expect(routes.filter((route) => !access(route)).map(({ name }) => name)).toEqual([]);
  });

  it('takes bodies and queries as validated classes only', () => {
    const traps = routes.flatMap((route) =>
      unvalidatedParameters(route).map((type) => `${route.name}: ${type}`),
    );
    expect(traps).toEqual([]);
  });
});
