import type { ValidationModel } from '../../documents/model/workbook-model.js';
import { escapeAttribute, escapeXml } from './xml-text.js';

/** Excel's own limits; beyond them it repairs the file. */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_PROMPT = 255;

/** `dataValidations` of a sheet. Throws RangeError for what Excel would not take: the model then needs a listRange. */
export function validationsXml(validations: readonly ValidationModel[], nameOf: (name: string) => string): string {
  if (validations.length === 0) return '';
  const items = validations.map((validation) => validationXml(validation, nameOf));
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

function validationXml(validation: ValidationModel, nameOf: (name: string) => string): string {
  const formula = listFormula(validation, nameOf);
  const prompt = validation.prompt;
  if (prompt !== undefined && (prompt.title.length > MAX_TITLE || prompt.text.length > MAX_PROMPT))
    throw new RangeError(`${validation.range}: the prompt is too long for a data validation`);
  const attributes =
    (formula === null ? '' : ' type="list" showErrorMessage="1" errorStyle="warning"') +
    ' allowBlank="1"' +
    (prompt === undefined
      ? ''
      : ` showInputMessage="1" promptTitle="${escapeAttribute(prompt.title)}" prompt="${escapeAttribute(prompt.text)}"`);
  return `<dataValidation${attributes} sqref="${escapeAttribute(validation.range)}">${formula === null ? '' : `<formula1>${escapeXml(formula)}</formula1>`}</dataValidation>`;
}

function listFormula(validation: ValidationModel, nameOf: (name: string) => string): string | null {
  if (validation.listRange !== undefined) {
    const match = /^'?(.+?)'?!(.+)$/.exec(validation.listRange);
    return match === null
      ? validation.listRange
      : `'${nameOf(match[1] ?? '').replaceAll("'", "''")}'!${match[2] ?? ''}`;
  }
  if (validation.list === undefined) return null;
  const list = validation.list.join(',');
  if (list.length > MAX_LIST || validation.list.some((choice) => /[,"]/.test(choice)))
    throw new RangeError(`${validation.range}: this list needs a range of its own`);
  return `"${list}"`;
}
