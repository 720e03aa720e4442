// What ranks take and give over HTTP.
import {
  FlagField,
  InstantField,
  IntField,
  CodeField,
  ListField,
  MoneyBody,
  MoneyField,
  ObjectField,
  TextField,
} from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { type Standing, STANDINGS } from '../domain/filing';
import { RANK_ARTICLES, type RankRule, UNRANKED_REASONS, type UnrankedReason } from '../domain/priority/rank';
import type { Binding } from '../data/priority/subordination.store';
import {
  CLAIM_EVENT_KINDS,
  CLAIM_KINDS,
  type ClaimEventKind,
  type ClaimKind,
} from '../domain/priority/claim';
import {
  CLAIM_ORIGINS,
  type ClaimOrigin,
  type HappenedToClaim,
  type PriorityAnswer,
  type PriorityAsked,
  type RankedFiling,
  type ShownClaim,
  type UnrankedFiling,
} from '../use-cases/priority/rank-claims';
import { StatutoryStampView } from './certificates/certificates.dto';

const optional = { optional: true };
const orNull = { nullable: true };

export class PriorityQuery {
  @TextField(300, 'Ranks on this asset', optional) assetKey?: string;
  @TextField(200, 'Ranks against the grantor of this legal name', optional) grantor?: string;
  @InstantField('The moment, past or to come; now when left out', optional) at?: string;
  @CodeField(['now'], 'What if somebody registered now', optional) registered?: 'now';
  @TextField(18, 'What if the registration of this number ended now', optional) ended?: string;
  @TextField(18, 'What if the holder of this one gave the collateral up now', optional) released?: string;
  @TextField(18, 'What if the registration of this number let `senior` go first', optional) junior?: string;
  @TextField(18, 'The number of the registration that would go first', optional) senior?: string;
}

export const askedOf = (query: PriorityQuery): PriorityAsked => ({
  assetKey: query.assetKey ?? null,
  grantor: query.grantor ?? null,
  at: query.at ?? null,
  registerNow: query.registered === 'now',
  endNumber: query.ended ?? null,
  releaseNumber: query.released ?? null,
  juniorNumber: query.junior ?? null,
  seniorNumber: query.senior ?? null,
});

export class ClaimEventView implements HappenedToClaim {
  @CodeField(CLAIM_EVENT_KINDS, 'What happened') kind!: ClaimEventKind;
  @InstantField('When') at!: string;
  @InstantField('Of a registration: its end, by its term', orNull) until!: string | null;
}

class ShownClaimView implements ShownClaim {
  @CodeField(CLAIM_ORIGINS, 'From the register, from its holder’s word alone, or from this question')
  origin!: ClaimOrigin;
  @CodeField(CLAIM_KINDS, 'What it is') kind!: ClaimKind;
  @TextField(18, 'Number of the registration; null where there is none', orNull) number!: string | null;
  @ApiProperty({ type: [String], description: 'Names of the secured parties' })
  securedParties!: string[];
  @MoneyField('What it secures at most; null is all there is', orNull) secures!: MoneyBody | null;
  @ObjectField(() => StatutoryStampView, 'The statutory registration, where somebody recorded it', orNull)
  statutory!: StatutoryStampView | null;
  @ListField(() => ClaimEventView, 'What happened to it, in time', { min: 0, max: 1_000 })
  events!: ClaimEventView[];
}
export class RankView extends ShownClaimView implements RankedFiling {
  @IntField(1, 2_147_483_647, 'Rank; claims that share in proportion have the same') rank!: number;
  @CodeField(Object.keys(RANK_ARTICLES), 'The rule that decides') rule!: RankRule;
  @TextField(200, 'Its article') article!: string;
  @InstantField('The time that decides', orNull) since!: string | null;
  @MoneyField('What would reach it of the payable amount; null where that is not known', orNull)
  share!: MoneyBody | null;
}
export class UnrankedView extends ShownClaimView implements UnrankedFiling {
  @CodeField(UNRANKED_REASONS, 'Why it has no rank') reason!: UnrankedReason;
}
export class AgreementView implements Binding {
  @TextField(18, 'Number of the one that lets the other go first') juniorNumber!: string;
  @TextField(18, 'Number of the one that goes first') seniorNumber!: string;
  @InstantField('Since when') from!: string;
  @InstantField('Until when', orNull) until!: string | null;
}

export class PriorityView implements PriorityAnswer {
  @InstantField('The moment of these ranks') at!: string;
  @CodeField(STANDINGS, 'Whether these times are the statutory ones') standing!: Standing;
  @ListField(() => RankView, 'The first rank first', { min: 0, max: 2_001 }) ranks!: RankView[];
  @ListField(() => UnrankedView, 'Without a rank at that moment', { min: 0, max: 2_001 })
  unranked!: UnrankedView[];
  @ListField(() => AgreementView, 'Agreements on ranks, ended ones too', { min: 0, max: 100_000 })
  agreements!: AgreementView[];
  @MoneyField('Payable of the asset; null where nobody claimed it', orNull) payable!: MoneyBody | null;
  @MoneyField('What no claim takes', orNull) rest!: MoneyBody | null;
  @IntField(0, 2_147_483_647, 'How many registrations there are, also ended ones') filingCount!: number;
  @FlagField('False when there are more than a thousand: then the first filed are ranked') complete!: boolean;
}
