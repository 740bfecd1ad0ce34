/**
 * Statements about one flow that hold for the exact numbers of its data: enclosures whose bounds
 * are computed with outward rounding.
 */
package org.flowproof.enclose;
