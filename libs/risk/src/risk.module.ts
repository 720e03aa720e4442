// Limits and exposure, available to every library that imports this module.
import { Module } from '@nestjs/common';
import { PartiesModule } from '#parties';
import { ExposureStore } from './data/exposure.store';
import { LimitLineStore } from './data/limit-line.store';
import { LimitsController } from './http/limits.controller';
import { Limits } from './use-cases/limits';
import { LimitQueries } from './use-cases/limits.queries';
import { SetLimit } from './use-cases/set-limit';

@Module({
  imports: [PartiesModule],
  controllers: [LimitsController],
  providers: [LimitLineStore, ExposureStore, Limits, LimitQueries, SetLimit],
  exports: [Limits, SetLimit],
})
export class RiskModule {}
