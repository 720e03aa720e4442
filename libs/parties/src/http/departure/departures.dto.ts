// What the routes of requests to leave take and give.
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, IdField, InstantField, IntField, PageOf, PageQuery, TextField } from '#platform';
import { OBSTACLES, type Obstacle } from '../../domain/departure/departure';
import { REQUEST_STATES, type RequestState } from '../../domain/departure/departure-request';
import type { DepartureShown } from '../../use-cases/departure/departures.queries';

export class DeparturesQuery extends PageQuery {
  @CodeField(REQUEST_STATES, 'Only in this state', { optional: true }) state?: RequestState;
}

export class DepartureRequestBody {
  @TextField(500, 'Why; the operator reads it') reason!: string;
}

export class DepartureDecisionBody {
  @CodeField(['granted', 'refused'], 'The decision') decision!: 'granted' | 'refused';
  @TextField(500, 'What is to be done first; needed when it is refused', { optional: true }) answer?: string;
}

class ObstacleView {
  @CodeField(OBSTACLES, 'What is open') what!: Obstacle;
  @IntField(1, 2_147_483_647, 'How many') count!: number;
}

export class DepartureView implements DepartureShown {
  @IdField('Id of the request') id!: DepartureShown['id'];
  @IdField('Who asks') organisationId!: string;
  @TextField(200, 'Its legal name') organisationName!: string;
  @TextField(500, 'Why') reason!: string;
  @CodeField(REQUEST_STATES, 'How it stands') state!: RequestState;
  @InstantField('When it was asked') requestedAt!: string;
  @InstantField('When it was decided or taken back', { nullable: true }) closedAt!: string | null;
  @TextField(500, 'What the operator says', { nullable: true }) answer!: string | null;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @ApiProperty({ type: [ObstacleView], description: 'Business that is open now; of an open request only' })
  obstacles!: readonly ObstacleView[];
  @ApiProperty({ type: [String], description: 'withdraw, grant or refuse, when the caller may' })
  actions!: readonly string[];
}
export class DeparturePage extends PageOf(DepartureView) {}
