// Bodies and queries are validated classes; what is wrong with them leaves as a list of fields with causes and fixes.
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldError } from '#kernel';
import { getMetadataStorage } from 'class-validator';
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

/**
 * class-validator goes through the rules of all classes for every object that it looks at. Ours are complete once the
 * classes are loaded and know no groups, so each class is looked up once.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof lookUp>>();
  storage.getTargetValidationMetadatas = (target, ...rest) => {
    const rules = known.get(target) ?? lookUp(target, ...rest);
    known.set(target, rules);
    return rules;
  };
}

export const newValidationPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (found) => errors.input_invalid({}, fieldErrors(found)),
  });
