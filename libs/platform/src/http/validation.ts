// Bodies and queries are validated classes; what is wrong with them leaves as a list of fields with causes and fixes.
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldError } from '#kernel';
import { errors } from './errors';
import { type FieldText, fieldTexts } from './field-texts';

const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The first broken rule of each field, with a JSON Pointer (RFC 6901) to it. */
function fieldErrors(found: readonly ValidationError[], above = ''): FieldError[] {
  return found.flatMap((error) => {
    const pointer = `${above}/${escape(error.property)}`;
    const [rule] = Object.keys(error.constraints ?? {});
    const contexts = (error.contexts ?? {}) as Record<string, FieldText | undefined>;
    const text = rule === 'whitelistValidation' ? fieldTexts.unknown : contexts[rule ?? ''];
    const own = rule ? [{ pointer, ...(text ?? fieldTexts.object) }] : [];
    return [...own, ...fieldErrors(error.children ?? [], pointer)];
  });
}

export const newValidationPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (found) => errors.input_invalid({}, fieldErrors(found)),
  });
