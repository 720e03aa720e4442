// What the routes of groups of connected clients take and give.
import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import {
  CodeField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ListField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { GROUP_REASONS, type GroupReason, MOST_MEMBERS } from '../../domain/groups/connected-group';
import type { GroupShown, MembershipShown, MemberShown } from '../../use-cases/groups/groups.queries';

export class GroupsQuery extends PageQuery {
  @IdField('Only those to which this organisation belongs or belonged', { optional: true })
  organisationId?: string;
}

class GroupTerms {
  @TextField(200, 'What the group is called') name!: string;
  @CodeField(GROUP_REASONS, 'Why they stand or fall together') reason!: GroupReason;
  @TextField(200, 'Where it is known from') source!: string;
}

class NumberBody {
  @TextField(80, 'A whole number of the member, of any scheme') number!: string;
}

export class GroupBody extends GroupTerms {
  @ListField(() => NumberBody, 'Two members at least', { max: MOST_MEMBERS })
  members!: NumberBody[];
  @DateField('The day from which they belong to it, today at the latest') validFrom!: LocalDate;
}

export class MembershipBody {
  @TextField(80, 'A whole number of the organisation, of any scheme') member!: string;
  @FlagField('Whether it belongs to the group from that day on') belongs!: boolean;
  @DateField('The day, today at the latest') validFrom!: LocalDate;
  @TextField(200, 'Where it is known from') source!: string;
}

class MemberView implements MemberShown {
  @IdField('Which organisation') organisationId!: string;
  @TextField(200, 'Its legal name') legalName!: string;
}

class MembershipView extends MemberView implements MembershipShown {
  @IdField('Id of the record') id!: string;
  @FlagField('Joined, or left') belongs!: boolean;
  @DateField('From which day on') validFrom!: LocalDate;
  @TextField(200, 'Where it is known from') source!: string;
  @InstantField('When it was recorded; of two with one day the later counts') recordedAt!: string;
}

export class GroupView extends GroupTerms implements GroupShown {
  @IdField('Id of the group') id!: GroupShown['id'];
  @FlagField('Stated by the operator for all; otherwise for the financier that stated it') forAll!: boolean;
  @IdField('Who stated it') staterOrganisationId!: string;
  @InstantField('When it was stated') statedAt!: string;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @ApiProperty({ type: [MemberView], description: 'Who belongs today' })
  members!: readonly MemberView[];
  @ApiProperty({ type: [MembershipView], description: 'All that was recorded, the latest first' })
  history!: readonly MembershipView[];
  @ApiProperty({ type: [String], description: 'record, when the caller may' })
  actions!: readonly string[];
}
export class GroupPage extends PageOf(GroupView) {}
