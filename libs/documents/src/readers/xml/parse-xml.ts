// XML as this library refuses it: the guard is the house's, the sentences are ours.
import { parseXml, type XmlElement, type XmlRefusals } from '#platform/xml';
import { errors } from '../../domain/errors';

const REFUSALS: XmlRefusals = {
  xml_doctype: errors.xml_doctype,
  xml_malformed: errors.xml_malformed,
  xml_too_complex: errors.xml_too_complex,
};

/** @throws documents.xml_doctype, xml_malformed, xml_too_complex */
export const parseInvoiceXml = (text: string): XmlElement => parseXml(text, REFUSALS);
