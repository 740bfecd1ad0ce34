/** Proposes paths: Taylor polynomials from kink to kink. Nothing rests on this package. */
package org.flowproof.enclose.plan;
