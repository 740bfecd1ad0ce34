/**
 * The one expression language: parsed once, then printed, evaluated in several number systems, and
 * proved.
 */
package org.flowproof.formula;
