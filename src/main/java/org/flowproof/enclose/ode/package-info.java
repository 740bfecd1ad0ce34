/**
 * Rigorous enclosures of polynomial differential equations given as text: Taylor polynomials whose
 * remainder is enclosed over an a-priori box, errors carried through the derivative of the flow in
 * orthogonal frames (Lohner's method), centres in twice the precision of doubles.
 */
package org.flowproof.enclose.ode;
