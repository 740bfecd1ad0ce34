/**
 * Claims read on a tube: every formula as an interval over spans of time that cover the whole range
 * of the claim, never at single times. The only package that makes {@link
 * org.flowproof.enclose.claim.Enclosed}.
 */
package org.flowproof.enclose.claim;
