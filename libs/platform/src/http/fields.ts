// One decorator per kind of field: validation, transformation and documentation are said once and cannot disagree.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { AMOUNT_PATTERN, isCurrency, isId, isLocalDate, RATE_PATTERN } from '#kernel';
import { type FieldText, fieldTexts } from './field-texts';

interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
}
type Build = (options: ValidationOptions) => PropertyDecorator;

function field(doc: ApiPropertyOptions, text: FieldText, options: FieldOptions, ...rules: Build[]) {
  const { optional = false, nullable = false } = options;
  const property = { ...doc, required: !optional, ...(nullable ? { nullable } : {}) } as ApiPropertyOptions;
  const presence = [
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
  ];
  const context = { context: text };
  return applyDecorators(ApiProperty(property), ...presence, ...rules.map((rule) => rule(context)));
}

/** A rule by a function, for checks that class-validator does not have. */
const By =
  (name: string, validate: (value: unknown) => boolean): Build =>
  (options) =>
    ValidateBy({ name, validator: { validate, defaultMessage: () => name } }, options);

// PostgreSQL stores neither NUL nor half a surrogate pair; a text of blanks says nothing.
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const storable = (value: string) => !CONTROL.test(value) && value.isWellFormed();

export const TextField = (max: number, description: string, options: FieldOptions = {}) =>
  field(
    { description, type: String, minLength: 1, maxLength: max },
    fieldTexts.text(max),
    options,
    By(
      'text',
      (value) => typeof value === 'string' && value.trim() !== '' && value.length <= max && storable(value),
    ),
  );

export const AmountField = (description: string, options: FieldOptions = {}) =>
  field(
    { description, type: String, pattern: AMOUNT_PATTERN.source, example: '1250.00' },
    fieldTexts.amount,
    options,
    (validation) => Matches(AMOUNT_PATTERN, validation),
  );

export const CurrencyField = (description: string, options: FieldOptions = {}) =>
  field(
    { description, type: String, pattern: '^[A-Z]{3}$', example: 'CNY' },
    fieldTexts.currency,
    options,
    By('currency', (value) => typeof value === 'string' && isCurrency(value)),
  );

export const RateField = (description: string, options: FieldOptions = {}) =>
  field(
    { description, type: String, pattern: RATE_PATTERN.source, example: '0.045' },
    fieldTexts.rate,
    options,
    (validation) => Matches(RATE_PATTERN, validation),
  );

export const DateField = (description: string, options: FieldOptions = {}) =>
  field(
    { description, type: String, format: 'date' },
    fieldTexts.date,
    options,
    By('date', (value) => typeof value === 'string' && isLocalDate(value)),
  );

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;
export const InstantField = (description: string, options: FieldOptions = {}) =>
  field(
    { description, type: String, format: 'date-time' },
    fieldTexts.instant,
    options,
    By(
      'instant',
      (value) =>
        typeof value === 'string' &&
        INSTANT.test(value) &&
        isLocalDate(value.slice(0, 10)) &&
        !Number.isNaN(Date.parse(value)),
    ),
  );

export const IdField = (description: string, options: FieldOptions = {}) =>
  field(
    { description, type: String, format: 'uuid' },
    fieldTexts.id,
    options,
    By('id', (value) => typeof value === 'string' && isId(value)),
  );

const DIGITS = /^-?\d{1,15}$/;
/** A query has texts only: one that is nothing but digits counts as their number, anything else stays what it is. */
const readInteger = (value: unknown): unknown =>
  typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;

export const IntField = (min: number, max: number, description: string, options: FieldOptions = {}) =>
  field(
    { description, type: Number, minimum: min, maximum: max },
    fieldTexts.integer(min, max),
    options,
    () => Transform(({ value }: { value: unknown }) => readInteger(value)),
    (validation) => IsInt(validation),
    (validation) => Min(min, validation),
    (validation) => Max(max, validation),
  );

export const CodeField = (values: readonly string[], description: string, options: FieldOptions = {}) =>
  field({ description, type: String, enum: [...values] }, fieldTexts.code(values), options, (validation) =>
    IsIn([...values], validation),
  );

export const FlagField = (description: string, options: FieldOptions = {}) =>
  field({ description, type: Boolean }, fieldTexts.flag, options, (validation) => IsBoolean(validation));

type Class = new () => object;

export const ObjectField = (type: () => Class, description: string, options: FieldOptions = {}) =>
  field(
    // Swagger takes a function for a class to come only when it is called "type".
    { description, type: () => type() },
    fieldTexts.object,
    options,
    (validation) => IsObject(validation),
    () => ValidateNested(),
    () => Type(type),
  );

interface ListOptions extends FieldOptions {
  readonly max: number;
  readonly min?: number;
}
export const ListField = (type: () => Class, description: string, options: ListOptions) =>
  field(
    {
      description,
      type: () => type(),
      isArray: true,
      minItems: options.min ?? 1,
      maxItems: options.max,
    },
    fieldTexts.list(options.max),
    options,
    (validation) => IsArray(validation),
    (validation) => ArrayMinSize(options.min ?? 1, validation),
    (validation) => ArrayMaxSize(options.max, validation),
    // Nested validation would take a bare value among objects for valid.
    By(
      'list',
      (value) =>
        !Array.isArray(value) ||
        value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)),
    ),
    () => ValidateNested({ each: true }),
    () => Type(type),
  );

const isListOf = (value: unknown, { max, min = 1 }: ListOptions, fits: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length >= min && value.length <= max && value.every(fits);

export const IdListField = (description: string, options: ListOptions) =>
  field(
    {
      description,
      type: String,
      format: 'uuid',
      isArray: true,
      minItems: options.min ?? 1,
      maxItems: options.max,
    },
    fieldTexts.list(options.max),
    options,
    By('ids', (value) => isListOf(value, options, (item) => typeof item === 'string' && isId(item))),
  );

/** Codes out of these, none twice. */
export const CodeListField = (values: readonly string[], description: string, options: ListOptions) =>
  field(
    {
      description,
      enum: [...values],
      isArray: true,
      minItems: options.min ?? 1,
      maxItems: options.max,
      uniqueItems: true,
    },
    fieldTexts.codes(values),
    options,
    By('codes', (value) => {
      const known = (item: unknown) => typeof item === 'string' && values.includes(item);
      return (
        isListOf(value, options, known) && new Set(value as string[]).size === (value as string[]).length
      );
    }),
  );

/** `{ "amount": "1234.56", "currency": "CNY" }`. That the decimals fit the currency is checked where it becomes Money. */
export class MoneyBody {
  @AmountField('Decimal string, at most the currency’s decimal places') amount!: string;
  @CurrencyField('ISO 4217 code') currency!: string;
}

export const MoneyField = (description: string, options: FieldOptions = {}) =>
  ObjectField(() => MoneyBody, description, options);
