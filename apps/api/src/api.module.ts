// The HTTP process: the application and its own routes for health and operations.
import { type DynamicModule, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { ApplicationModule, type ApplicationSettings } from '../../application';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { OperationsController } from './operations/operations.controller';
import { OperationsQueries } from './operations/operations.queries';
import { SetCalendarDay } from './operations/set-calendar-day';
import { SetParameter } from './operations/set-parameter';

@Module({})
export class ApiModule {
  static for(settings: ApplicationSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [ApplicationModule.for(settings), TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController, OperationsController],
      providers: [Readiness, OperationsQueries, SetCalendarDay, SetParameter],
    };
  }
}
